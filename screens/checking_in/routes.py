"""Routes to the pages of this room: each page is imported when somebody goes there."""

from textual.screen import Screen


def checkin() -> Screen[None]:
    """Return a page: half a minute; everything can be skipped, and leaving keeps what was noted."""
    from screens.checking_in.checkin import CheckInScreen

    return CheckInScreen()


def curve(*, whom: bool = False) -> Screen[None]:
    """Return a page: check-ins as they were noted, one curve each."""
    from screens.checking_in.curve import CurveScreen

    return CurveScreen(whom=whom)


def contacts() -> Screen[None]:
    """Return a page: one text; emptied, the first wording comes back."""
    from screens.checking_in.contacts import ContactsScreen

    return ContactsScreen()
