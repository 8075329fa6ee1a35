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
PASSPHRASE = "girafe velours tambour octobre"
_START = """
import os, select, sys
def wait():
    door = os.open({door!r}, os.O_RDWR)
    while not select.select([door], [], [], 0.02)[0]:  # in slices, as any import: a signal is answered between two
        pass
    os.close(door)
class Held:
    def find_spec(self, name, *rest):
        if name == {at!r}:
            {here}
sys.meta_path.insert(0, Held())
from journal.__main__ import main
sys.exit(main())
"""
WAITING, OPEN = "wait()", "."

Started = Callable[..., Any]


@pytest.fixture
def door(home: Path) -> Path:
    """What a start waits at until OPEN is written, where Textual would be imported."""
    os.mkfifo(home / "door")
    return home / "door"


@pytest.fixture
def started(terminal: ModuleType, home: Path, door: Path, environment: dict[str, str]) -> Started:
    """Start recul in a terminal."""

    def start(here: str = WAITING, *, at: str = "screens.launch", vault: str = "vault", **variables: str) -> Any:
        code = _START.format(here=here, at=at, door=str(door))
        command = [sys.executable, "-c", code, "--vault", str(home / vault)]
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
        door.write_text(OPEN)
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
        door.write_text(OPEN)
        assert probe.end() == 0
        assert probe.echoes


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, "\x03"])
def test_a_start_that_is_ended_leaves_the_terminal_as_it_was(started: Started, by: int | str) -> None:
    with started() as probe:
        probe.until("Passphrase")
        probe.type("girafe\x1a\x1c\r")  # what would stop or break off a program elsewhere is a key like others
        probe.until(MASK * 6)
        probe.type(by) if isinstance(by, str) else probe.signal(by)
        assert probe.end() == (130 if by in (signal.SIGINT, "\x03") else -int(by))
        assert probe.echoes
        assert probe.raw.count(OTHER_SCREEN) == probe.raw.count(SHELL) == 1


@pytest.mark.parametrize("at", ["journal.program", "screens.app", "screens.door.unlock"])
@pytest.mark.parametrize("other", [{}, {"NO_COLOR": "1"}], ids=["painted", "not painted"])
def test_an_interrupted_start_says_nothing_wherever_it_is(
    started: Started, door: Path, at: str, other: dict[str, str]
) -> None:
    with started(at=at, **other) as probe, door.open("w"):
        probe.signal(signal.SIGINT)
        assert probe.end() == 130
        assert probe.echoes
        assert probe.raw.count(OTHER_SCREEN) == probe.raw.count(SHELL)
        assert not probe.raw.rpartition(SHELL)[2].strip()


@pytest.mark.parametrize("told", ["nonsense", "9" * 5000, " ".join(["1"] * 50)], ids=["words", "digits", "too many"])
def test_nonsense_about_a_terminal_held_before_is_nothing(started: Started, door: Path, told: str) -> None:
    with started(RECUL_HELD=told) as probe:
        door.write_text(OPEN)
        probe.until("Passphrase")
        probe.type("\x11")
        assert probe.end() == 0
        assert probe.echoes


def lock_once_opened(probe: Any, door: Path) -> None:
    """Open the journal behind a door that is open, and lock it."""
    door.write_text(OPEN)
    probe.until("Passphrase")
    probe.type(f"{PASSPHRASE}\r")
    probe.until("search")
    probe.settle()  # what is still painted is read: from here on nobody reads until the door opens
    probe.type("\x0c")


def test_what_is_typed_while_it_locks_waits_for_the_next_page(started: Started, door: Path) -> None:
    with started(at="journal.held_terminal") as probe:
        lock_once_opened(probe, door)
        with door.open("w") as opened:
            assert not probe.echoes
            probe.type("girafe")
            probe.settle()
            opened.write(OPEN)
        probe.until(lambda text: f" {MASK * 6} " in text)
        probe.type(" velours tambour octobre\r")
        probe.until("search")
        probe.type("\x11")
        assert probe.end() == 0
        assert probe.echoes
        assert b"girafe" not in probe.raw


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_while_it_locks_ends_it_and_the_terminal_is_as_it_was(
    started: Started, door: Path, number: int
) -> None:
    with started(at="journal.held_terminal") as probe:
        lock_once_opened(probe, door)
        with door.open("w") as opened:
            probe.signal(number)
            opened.write(OPEN)
        assert probe.end() == (130 if number == signal.SIGINT else -number)
        assert probe.echoes
        assert probe.raw.count(OTHER_SCREEN) == probe.raw.count(SHELL)


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
        with door.open("w") as opened:
            assert not probe.echoes
            probe.settle(0)
            assert not probe.raw
            opened.write(OPEN)
        probe.until(lambda _text: TEXTUAL in probe.raw)
        probe.until("Recul")
        probe.type("\x11\x11")
        assert probe.end() == 0
        assert probe.echoes
