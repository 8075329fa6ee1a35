"""Routes to the pages of this room: each page is imported when somebody goes there."""

from textual.screen import Screen


def today() -> Screen[None]:
    """Return a page: the place where one arrives."""
    from screens.today.place import TodayScreen

    return TodayScreen()


def left_over(*, ref: int | None = None, draft: str = "") -> Screen[None]:  # noqa: ARG001 -- as every page to write on
    """Return a page: what could not be read yet on a page of fields."""
    from screens.today.left_over import LeftOverScreen

    return LeftOverScreen(draft)


def drafts() -> Screen[None]:
    """Return a page: all drafts, the newest first."""
    from screens.today.drafts import DraftsScreen

    return DraftsScreen()
