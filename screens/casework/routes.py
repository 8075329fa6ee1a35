"""Routes to the pages of this room: each page is imported when somebody goes there."""

from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable


def case(ref: int | None = None, *, about: tuple[int, ...] = (), session: int | None = None) -> Screen[None]:
    """Return a page: a case, filled from entries, brought to a session."""
    from screens.casework.case import CaseScreen

    return CaseScreen(ref, about, session)


def case_pick(about: tuple[int, ...], chosen: "Callable[[int], None]") -> Screen[None]:
    """Return a page: goes back with the entry that was chosen."""
    from screens.casework.case_pick import CasePickScreen

    return CasePickScreen(about, chosen)


def case_session(ref: int) -> Screen[None]:
    """Return a page: the sessions that lie ahead and the one held last, engagement by engagement."""
    from screens.casework.case_session import CaseSessionScreen

    return CaseSessionScreen(ref)


def rehearsal(ref: int) -> Screen[None]:
    """Return a page: the case to be told, and the time that is left."""
    from screens.casework.rehearsal import RehearsalScreen

    return RehearsalScreen(ref)


def feedback(ref: int) -> Screen[None]:
    """Return a page: one line, Enter, the next: what peers offer is caught while they speak."""
    from screens.casework.feedback import FeedbackScreen

    return FeedbackScreen(ref)


def take_away(ref: int) -> Screen[None]:
    """Return a page: what one leaves with, one line each: learnings, and steps to try."""
    from screens.casework.feedback import TakeAwayScreen

    return TakeAwayScreen(ref)
