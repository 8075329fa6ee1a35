"""Decoder of what a terminal sends that is no UTF-8: shown as a mark in its place, and never the end of the app.

Textual's drivers read strictly: one byte of a Latin-1 terminal, or half a surrogate pair of a Windows console, would
end the thread that reads keys, and with it the app or its hearing.
"""

import sys
from codecs import IncrementalDecoder, getincrementaldecoder, lookup
from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Protocol, TypeVar

from journal.language import _

UTF_8 = "utf-8"
_PAUSE = 0.05  # seconds before a reader that failed begins again


class _Reader(Protocol):
    """The thread that reads a Windows console."""

    exit_event: Event


_Thread = TypeVar("_Thread", bound=_Reader)


def read_every_byte() -> None:
    """Have Textual's driver for this system read what it cannot understand too; before an app is made."""
    if sys.platform == "win32":
        from textual.drivers import win32

        win32.EventMonitor.run = lasting(win32.EventMonitor.run)  # type: ignore[method-assign, assignment]  # as Textual starts it
    else:
        from textual.drivers import linux_driver

        linux_driver.getincrementaldecoder = lenient_decoder  # type: ignore[assignment, attr-defined]  # as the driver imported it


def lenient_decoder(encoding: str) -> Callable[[], IncrementalDecoder]:
    """Return what makes a decoder that puts a mark where a byte has no meaning."""
    return partial(getincrementaldecoder(encoding), errors="replace")


def lasting(run: Callable[[_Thread], None]) -> Callable[[_Thread], None]:
    """Return a reading that begins again when what was sent could not be read; Textual would go deaf."""
    if getattr(run, "lasts", False):
        return run

    def run_on(reader: _Thread) -> None:
        run(reader)
        while not reader.exit_event.wait(_PAUSE):
            run(reader)

    vars(run_on)["lasts"] = True
    return run_on


def terminal_encoding() -> str:
    """Return the encoding that the locale claims for the terminal."""
    return getattr(sys.__stderr__, "encoding", None) or UTF_8


def remark_on(encoding: str) -> str | None:
    """Return what has to be known of a terminal that does not speak UTF-8; None when it does."""
    try:
        name = lookup(encoding).name
    except LookupError:
        name = encoding
    if name in (UTF_8, "ascii"):  # plain ASCII is the same in both, and says nothing of what the terminal can do
        return None
    return _(
        "Your terminal is set to {encoding}, and Recul writes UTF-8: accents may be lost. "
        "Choose UTF-8 in the terminal or its locale (LANG), then start Recul again."
    ).format(encoding=name.upper())
