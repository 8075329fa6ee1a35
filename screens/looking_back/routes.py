"""Routes to the pages of this room: each page is imported when somebody goes there."""

from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from journal.practice.threads import Thread


def look_back() -> Screen[None]:
    """Return a page: the course of the months, learnings and the trash, or what this place is for."""
    from screens.looking_back.place import LookBackScreen

    return LookBackScreen()


def red_thread() -> Screen[None]:
    """Return a page: own words, people, places, hours and patterns through the months."""
    from screens.looking_back.red_thread import RedThreadScreen

    return RedThreadScreen()


def group(word: str, label: str) -> Screen[None]:
    """Return a page: which other spellings count as a word."""
    from screens.looking_back.thread_words import GroupScreen

    return GroupScreen(word, label)


def left_out() -> Screen[None]:
    """Return a page: which words the red thread leaves out by hand."""
    from screens.looking_back.thread_words import LeftOutScreen

    return LeftOutScreen()


def passages(thread: "Thread", months: "Sequence[date]") -> Screen[None]:
    """Return a page: where something of the red thread stands."""
    from screens.looking_back.passages import PassagesScreen

    return PassagesScreen(thread, months)


def two_periods(back: int = 0) -> Screen[None]:
    """Return a page: two periods of the red thread side by side."""
    from screens.looking_back.passages import TwoPeriodsScreen

    return TwoPeriodsScreen(back)


def then_and_now() -> Screen[None]:
    """Return a page: an early entry to read, so that it is told again."""
    from screens.looking_back.then_and_now import EarlyPageScreen

    return EarlyPageScreen()


def tell_again(ref: int) -> Screen[None]:
    """Return a page: the second telling of an early entry, which is not shown meanwhile."""
    from screens.looking_back.then_and_now import TellAgainScreen

    return TellAgainScreen(ref)


def both(ref: int) -> Screen[None]:
    """Return a page: both tellings, and what moved."""
    from screens.looking_back.then_and_now import BothScreen

    return BothScreen(ref)
