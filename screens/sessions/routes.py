"""Routes to the pages of this room: each page is imported when somebody goes there."""

from textual.screen import Screen


def sessions() -> Screen[None]:
    """Return a page: the place where sessions are planned, prepared and remembered."""
    from screens.sessions.place import SessionsScreen

    return SessionsScreen()


def session(ref: int) -> Screen[None]:
    """Return a page: prepares a session in ten minutes, and keeps what came of it."""
    from screens.sessions.session import SessionScreen

    return SessionScreen(ref)


def preparation(ref: int) -> Screen[None]:
    """Return a page: shows the page; a changed wording is kept, an emptied page is compiled again."""
    from screens.sessions.preparation import PreparationScreen

    return PreparationScreen(ref)


def logistics(ref: int) -> Screen[None]:
    """Return a page: the few things that are agreed about one session beside its date."""
    from screens.sessions.logistics import LogisticsScreen

    return LogisticsScreen(ref)


def calendar(engagement: int) -> Screen[None]:
    """Return a page: asks for a title and a place, and writes the file."""
    from screens.sessions.calendar import CalendarScreen

    return CalendarScreen(engagement)
