"""The start as a process of its own: what is typed before the page stands, and a terminal that is itself again."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("the terminal is held on POSIX systems", allow_module_level=True)

pytestmark = pytest.mark.outside

OTHER_SCREEN, SHELL, TEXTUAL = b"\x1b[?1049h", b"\x1b[?1049l", b"\x1b[?1004h"
MASK = "•"
_START = """
import sys
class Held:
    def find_spec(self, name, *rest):
        if name == "screens.launch":
            {here}
sys.meta_path.insert(0, Held())
from journal.__main__ import main
sys.exit(main())
"""
WAITING = "open({door!r}).read()"

Started = Callable[..., Any]


@pytest.fixture
def door(home: Path) -> Path:
    """What a start waits at, where Textual would be imported."""
    os.mkfifo(home / "door")
    return home / "door"


@pytest.fixture
def started(terminal: ModuleType, home: Path, door: Path, environment: dict[str, str]) -> Started:
    """Start recul in a terminal."""

    def start(here: str = WAITING, *, vault: str = "vault", **variables: str) -> Any:
        command = [sys.executable, "-c", _START.format(here=here.format(door=str(door))), "--vault", str(home / vault)]
        return terminal.Probe(command, environment=environment | variables)

    return start


@pytest.mark.parametrize("colours", ["truecolor", ""])
def test_a_passphrase_typed_before_textual_is_read_opens(started: Started, door: Path, colours: str) -> None:
    with started(COLORTERM=colours) as probe:
        probe.until("Passphrase")
        assert not probe.echoes
        probe.type("wrong\x15girafe velours tambourX\x7f")
        probe.until(lambda text: f" {MASK * 22} " in text)
        probe.type(" octobre\r")
        probe.until(lambda text: f" {MASK * 30} " in text)
        assert TEXTUAL not in probe.raw
        door.write_text("")
        probe.until("search")
        probe.type("\x11")
        assert probe.end() == 0
        assert probe.echoes
        assert probe.raw.count(OTHER_SCREEN) == probe.raw.count(SHELL) == 1
        assert b"girafe" not in probe.raw
        assert b"wrong" not in probe.raw


@pytest.mark.parametrize("key", ["\x11", "\x1b\x11"], ids=["ctrl+q", "esc, ctrl+q"])
def test_keys_that_lead_elsewhere_wait_for_the_page(started: Started, door: Path, key: str) -> None:
    with started() as probe:
        probe.until("Passphrase")
        probe.type(f"abc{key}")
        probe.until(MASK * 3)
        door.write_text("")
        assert probe.end() == 0
        assert probe.echoes


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_start_that_is_ended_leaves_the_terminal_as_it_was(started: Started, number: int) -> None:
    with started() as probe:
        probe.until("Passphrase")
        probe.type("girafe\r")
        probe.until(MASK * 6)
        probe.signal(number)
        assert probe.end() == (130 if number == signal.SIGINT else -number)
        assert probe.echoes
        assert probe.raw.count(OTHER_SCREEN) == probe.raw.count(SHELL) == 1


def test_a_start_that_fails_says_so_where_it_was_asked(started: Started) -> None:
    with started("raise ZeroDivisionError('a value')") as probe:
        assert probe.end() == 1
        assert probe.echoes
        said = probe.raw.partition(SHELL)[2]
        assert b"Something unexpected" in said
        assert b"a value" not in said


@pytest.mark.parametrize(
    "other", [{"vault": "none"}, {"NO_COLOR": "1"}, {"TERM": "linux", "COLORTERM": ""}, {"PYTHONIOENCODING": "latin-1"}]
)
def test_what_cannot_be_foretold_is_not_painted_and_echoed_no_more_than_else(
    started: Started, door: Path, other: dict[str, str]
) -> None:
    with started(**other) as probe:
        with door.open("w"):
            assert not probe.echoes
            probe.settle(0)
            assert not probe.raw
        probe.until(lambda _text: TEXTUAL in probe.raw)
        probe.until("Recul")
        probe.type("\x11\x11")
        assert probe.end() == 0
        assert probe.echoes
