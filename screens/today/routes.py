"""Routes to the pages of this room: each page is imported when somebody goes there."""

from textual.screen import Screen


def today() -> Screen[None]:
    """Return a page: the place where one arrives."""
    from screens.today.place import TodayScreen

    return TodayScreen()


def drafts() -> Screen[None]:
    """Return a page: all drafts, the newest first."""
    from screens.today.drafts import DraftsScreen

    return DraftsScreen()
