"""Routes to the pages of this room: each page is imported when somebody goes there."""

from textual.screen import Screen


def look_back() -> Screen[None]:
    """Return a page: the course of the months, learnings and the trash, or what this place is for."""
    from screens.looking_back.place import LookBackScreen

    return LookBackScreen()
