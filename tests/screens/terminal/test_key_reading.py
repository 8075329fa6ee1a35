"""The reader of keys while a lock goes on: what is typed then stays in the terminal, for the page that comes."""

import os
import sys
from collections.abc import Iterator
from threading import Event, Thread
from typing import Any

import pytest
from textual import events
from textual.message import Message

from screens.terminal.key_reading import read_when_page_stands
from screens.terminal.typed_ahead import TypedAhead

if sys.platform == "win32":
    pytest.skip("select knows no pipes there", allow_module_level=True)


class Line:
    """A driver that reads a pipe."""

    def __init__(self) -> None:
        self.fileno, self.far_end = os.pipe()
        self.exit_event, self.came = Event(), Event()
        self.keys = ""
        self.thrown_away = False

    def run_input_thread(self) -> None:
        """Replaced by the reading under test."""

    def process_message(self, message: Message) -> None:
        if isinstance(message, events.Key):
            self.keys += message.key
            self.came.set()

    def disable_input(self) -> None:
        self.thrown_away = True
        self.exit_event.set()

    def _disable_mouse_support(self) -> None: ...


@pytest.fixture
def line() -> Iterator[Line]:
    line = Line()
    yield line
    os.close(line.fileno)
    os.close(line.far_end)


@pytest.mark.parametrize("locks", [False, True])
def test_what_is_typed_while_it_locks_is_not_read_and_not_thrown_away(line: Line, locks: bool) -> None:
    driver: Any = line
    typed = TypedAhead()
    read_when_page_stands(driver, typed)
    typed.release()
    reader = Thread(target=driver.run_input_thread)
    reader.start()
    os.write(line.far_end, b"a")
    assert line.came.wait(30)
    typed.for_next = locks
    os.write(line.far_end, b"b" if locks else b"")
    driver.disable_input()
    reader.join()
    assert line.keys == "a"
    assert line.thrown_away is not locks
    assert not locks or os.read(line.fileno, 9) == b"b"
