"""Key reader of Textual's driver: takes none before the first page stands, and then those typed ahead first.

While a lock goes on it takes none either: they are for the page that comes then.
"""

import os
import select
from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Protocol, runtime_checkable

from textual.driver import Driver
from textual.message import Message

from screens.terminal.decoding import UTF_8, lenient_decoder
from screens.terminal.key_parser import KeyParser
from screens.terminal.typed_ahead import TypedAhead

_LOOK = 0.1  # seconds from one look at whether the driver ends, or a sequence does, to the next
_CHUNK = 4096
_PATIENCE = 100  # looks; a page that never comes must not keep somebody from leaving it


@runtime_checkable
class _UnixDriver(Protocol):
    """A driver of Textual’s that reads a Unix terminal."""

    fileno: int
    exit_event: Event

    def run_input_thread(self) -> None:
        """Read keys until the driver ends."""

    def process_message(self, message: Message) -> None:
        """Hand what was read to the app."""

    def disable_input(self) -> None:
        """End reading, and throw away what was typed and not read."""

    def _disable_mouse_support(self) -> None: ...


def read_when_page_stands(driver: Driver, typed: TypedAhead) -> None:
    """Have a driver that reads a Unix terminal begin with what was typed ahead, once there is who takes it.

    In its own reading, keys that come before a field has the focus would be lost.
    """
    if isinstance(driver, _UnixDriver):
        vars(driver)["run_input_thread"] = partial(_read, driver, typed)
        vars(driver)["disable_input"] = partial(_stop, driver, typed, driver.disable_input)


def _read(driver: _UnixDriver, typed: TypedAhead) -> None:
    looks = 0
    while not (typed.wait(_LOOK) or driver.exit_event.is_set() or looks >= _PATIENCE):
        looks += 1
    parser, decode = KeyParser(), lenient_decoder(UTF_8)().decode

    def pass_on(read: bytes) -> None:
        if text := decode(read):
            for message in parser.feed(text):
                driver.process_message(message)

    pass_on(typed.rest())
    while not driver.exit_event.is_set():
        if typed.for_next:
            driver.exit_event.wait(_LOOK)
        elif select.select([driver.fileno], [], [], _LOOK)[0] and not typed.for_next:
            pass_on(os.read(driver.fileno, _CHUNK))
        for message in parser.tick():
            driver.process_message(message)


def _stop(driver: _UnixDriver, typed: TypedAhead, throwing_away: Callable[[], None]) -> None:
    if not typed.for_next:
        throwing_away()
    elif not driver.exit_event.is_set():
        driver._disable_mouse_support()  # noqa: SLF001 -- what Textual does here, but for what was typed
        driver.exit_event.set()
