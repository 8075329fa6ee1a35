"""Routes to the pages of this room: each page is imported when somebody goes there."""

from textual.screen import Screen


def situation(*, ref: int | None = None, draft: str = "") -> Screen[None]:
    """Return a page: write a situation, new or known; what is half-written is a draft of the vault."""
    from screens.writing.situation import SituationScreen

    return SituationScreen(ref=ref, draft=draft or None)


def captured(ref: int) -> Screen[None]:
    """Return the page to write on, with a note taken outside the app on it."""
    return situation(ref=ref)
