"""Lines that a person types at a terminal, or that another program hands over, one at a time."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from threading import Event, Thread

from journal.cli.printing import tell
from journal.hygiene import clean
from journal.language import N_, _, ngettext

_LOOK = 1.0  # seconds between two looks at the clocks
_TERMINAL_LINE = 4095  # bytes of a line that Linux hands over; what is typed beyond is dropped without a word


class Order(Enum):
    """A line that asks for something instead of answering."""

    BACK = auto()
    LATER = auto()
    CLEAR = auto()
    FORM = auto()
    SEE = auto()
    HELP = auto()


_NAMES = {
    Order.BACK: N_(":back"),
    Order.LATER: N_(":later"),
    Order.CLEAR: N_(":clear"),
    Order.FORM: N_(":form"),
    Order.SEE: N_(":see"),
    Order.HELP: N_(":help"),
}
_ABOUT = {
    Order.BACK: N_("go back one question"),
    Order.LATER: N_("stop here; everything is kept, and so is your place"),
    Order.CLEAR: N_("take this answer away and write it anew"),
    Order.FORM: N_("the short form, or the whole one"),
    Order.SEE: N_("read again what this is about"),
    Order.HELP: N_("these words"),
}


def name_of(order: Order) -> str:
    """Return how an order is typed, in the language that is spoken."""
    return _(_NAMES[order])


def order_in(line: str) -> Order | None:
    """Return the order that a line gives: its name behind a colon, in English too, or where it begins; else None."""
    said = line.strip().casefold()
    if len(said) < 2 or said[0] != ":":  # noqa: PLR2004 -- a colon and a letter
        return None
    here = [order for order in Order if name_of(order).startswith(said)]
    in_english = [order for order in Order if _NAMES[order].startswith(said)]
    return next((meant[0] for meant in (here, in_english) if len(meant) == 1), None)


def orders(*, form: bool, see: bool) -> str:
    """Return the orders that mean something here, a line each."""
    absent = ({Order.FORM} if not form else set()) | ({Order.SEE} if not see else set())
    there = [order for order in Order if order not in absent]
    return "\n".join(_("{order}: {words}").format(order=name_of(order), words=_(_ABOUT[order])) for order in there)


@dataclass
class Lines:
    """Where lines come from; `asks` is whether a person types them and can be asked more than once."""

    asks: bool
    read: Callable[[], str]
    touched: Callable[[], None] = lambda: None

    def next(self) -> str | None:
        """Return one line without its end, harmless for a terminal; None once there is no more."""
        line = self.read()
        self.touched()
        if not line:
            return None
        if self.asks and len(line.encode()) >= _TERMINAL_LINE:
            tell(_("This line may be too long for the terminal: look whether its end is there, and go on in another."))
        return clean(line.rstrip("\r\n"))


class Rest:
    """Watch over the time since the last line, by the longer of two clocks; the journal is not left open for ever."""

    def __init__(
        self,
        minutes: int,
        ended: Callable[[], None],
        clocks: tuple[Callable[[], float], ...] = (time.monotonic, time.time),
    ) -> None:
        self._limit = minutes * 60
        self._ended = ended
        self._clocks = clocks
        self._over = Event()
        self._since = tuple(clock() for clock in clocks)

    def touch(self) -> None:
        """Note that somebody is there; after too long a rest, or sleep, nothing goes on."""
        if self.over:
            self._ended()
        self._since = tuple(clock() for clock in self._clocks)

    @property
    def over(self) -> bool:
        """Whether nobody has typed for as long as the journal may stay open."""
        gone = max(clock() - since for clock, since in zip(self._clocks, self._since, strict=True))
        return 0 < self._limit <= gone

    def begin(self) -> None:
        """Look at the clocks from now on, beside what waits for a line."""
        Thread(target=self._watch, daemon=True).start()

    def end(self) -> None:
        """Look no more."""
        self._over.set()

    def _watch(self) -> None:
        while not self._over.wait(_LOOK):
            if self.over:
                self._ended()
                return


def closing(minutes: int) -> Callable[[], None]:
    """Return what closes the journal for want of a line: all is on the disk, and the system frees what is held."""

    def close() -> None:
        words = ngettext(
            "Nothing was typed for {count} minute: the journal is closed. Everything is kept, and so is your place.",
            "Nothing was typed for {count} minutes: the journal is closed. Everything is kept, and so is your place.",
            minutes,
        )
        tell("\n" + words.format(count=minutes))
        sys.stderr.flush()
        os._exit(0)

    return close
