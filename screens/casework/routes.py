"""Routes to the pages of this room: each page is imported when somebody goes there."""

from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from screens.frame.save_queue import Job


def case(ref: int | None = None, *, about: tuple[int, ...] = (), session: int | None = None) -> Screen[None]:
    """Return a page: a case, filled from entries, brought to a session."""
    from screens.casework.case import CaseScreen

    return CaseScreen(ref, about, session)


def case_pick(about: tuple[int, ...], chosen: "Callable[[int], None]", asked: str = "") -> Screen[None]:
    """Return a page: goes back with the entry that was chosen."""
    from screens.casework.case_pick import CasePickScreen

    return CasePickScreen(about, chosen, asked)


def case_session(ref: int) -> Screen[None]:
    """Return a page: the sessions that lie ahead, engagement by engagement, and those that were held."""
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
    from screens.casework.take_away import TakeAwayScreen

    return TakeAwayScreen(ref)


def readers(ref: int) -> Screen[None]:
    """Return a page: who will read a case, and what of it leaves."""
    from screens.casework.readers import ReadersScreen

    return ReadersScreen(ref)


def offer(ref: int, number: int) -> Screen[None]:
    """Return a page: one line that was offered to a case, to be read whole and corrected."""
    from screens.casework.offer import OfferScreen

    return OfferScreen(ref, number)


def evening(session: int) -> Screen[None]:
    """Return a page: a group's evening: whose case, times, the place to note."""
    from screens.casework.evening import EveningScreen

    return EveningScreen(session)


def turn(session: int, chosen: "Callable[[Job], None]") -> Screen[None]:
    """Return a page: goes back with the job that notes whose case is told."""
    from screens.casework.turn import TurnScreen

    return TurnScreen(session, chosen)


def method(session: int) -> Screen[None]:
    """Return a page: the times of an evening, and who does what."""
    from screens.casework.method import MethodScreen

    return MethodScreen(session)


def others_case(session: int) -> Screen[None]:
    """Return a page: what one takes from another's case, and nothing of what was told."""
    from screens.casework.others_case import OthersCaseScreen

    return OthersCaseScreen(session)


def round_of(session: int) -> Screen[None]:
    """Return a page: who was there, whose turn comes next, what was promised."""
    from screens.casework.round import RoundScreen

    return RoundScreen(session)
