"""What only a real terminal shows: tmux and its delay, two defaults together, a paste without marks, no colour."""

import itertools
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

PASSPHRASE = "girafe velours tambour octobre"
START = "import sys; from pathlib import Path; from screens.launch import run; sys.exit(run(Path(sys.argv[1])))"
FIRST_PAINT = 10.0  # seconds on a busy machine; it took 25 on an idle one
_COLOUR = re.compile(r"[34]8;2;(\d+);(\d+);(\d+)")
_OF_SIXTEEN = re.compile(r"\x1b\[(?:\d*;)*(?:[34]|9|10)[1-6]m")

Tmux = Callable[..., str]


SERVERS = itertools.count()
"""A server for each test: one that is ending takes no new session."""


@pytest.fixture
def tmux(home: Path, environment: dict[str, str]) -> Iterator[Tmux]:
    """Recul in tmux as it comes, with 23 rows of 24, and a size that a shell once exported."""
    if shutil.which("tmux") is None:
        pytest.skip("needs tmux")
    program = ["tmux", "-f", "/dev/null", "-S", str(home.parent / f"tmux{next(SERVERS)}")]

    def does(*what: str) -> str:
        return subprocess.run([*program, *what], capture_output=True, text=True, timeout=20, check=True).stdout

    told = {**environment, "LC_ALL": "C.UTF-8", "LINES": "24", "COLUMNS": "70"}
    variables = [f"{name}={value}" for name, value in told.items()]
    recul = [sys.executable, "-c", START, str(home / "vault")]
    does("new-session", "-d", "-x", "80", "-y", "23", "env", *variables, *recul)
    try:
        until(does, "Your journal is closed.")
        does("send-keys", "-l", PASSPHRASE)
        does("send-keys", "Enter")
        until(does, "search")
        yield does
    finally:
        subprocess.run([*program, "kill-server"], capture_output=True, check=False)


def until(does: Tmux, words: str) -> str:
    end = time.monotonic() + 60
    while words not in (shown := does("capture-pane", "-p")):
        assert time.monotonic() < end, shown
    return shown


@pytest.mark.outside
def test_two_defaults_together_work(tmux: Tmux) -> None:
    assert tmux("display-message", "-p", "#{pane_width}x#{pane_height}").strip() == "80x23"
    assert "Recul" in tmux("capture-pane", "-p").splitlines()[0]
    tmux("send-keys", "n")
    until(tmux, "ctrl+s")
    tmux("send-keys", "-l", "vingt-trois")
    until(tmux, "vingt-trois")


@pytest.mark.outside
def test_a_letter_close_behind_escape_is_no_alt(tmux: Tmux) -> None:
    tmux("send-keys", "n")
    until(tmux, "ctrl+s")
    tmux("send-keys", "-l", "avant")
    until(tmux, "avant")
    tmux("send-keys", "Escape", "2")  # both in one write: as Alt and 2 would come
    shown = until(tmux, "Journal")  # back on Today, then its second place
    assert "avant2" not in shown


def test_a_long_text_pasted_without_marks_is_painted_as_it_comes(
    terminal: ModuleType, home: Path, environment: dict[str, str]
) -> None:
    words = "\r".join(f"ligne {number} d'un texte qui vient sans aucune marque de collage" for number in range(340))
    sent = words.encode()
    assert len(sent) > 20_000
    with terminal.Probe([sys.executable, "-c", START, str(home / "vault")], environment=environment) as probe:
        probe.until("Passphrase")
        probe.type(f"{PASSPHRASE}\r")
        probe.until("search", timeout=60)
        probe.type("n")
        probe.settle(0.5)
        begun = time.perf_counter()
        for start in range(0, len(sent), 1000):
            probe.send(sent[start : start + 1000])
        assert probe.until("sans aucune marque", timeout=60) - begun < FIRST_PAINT
        assert probe.until("ligne 339 d'un texte", timeout=60) - begun < 3 * FIRST_PAINT


def test_without_colour_everything_is_grey_and_still_there(
    terminal: ModuleType, home: Path, environment: dict[str, str]
) -> None:
    with terminal.Probe(
        [sys.executable, "-c", START, str(home / "vault")], environment={**environment, "NO_COLOR": "1"}
    ) as probe:
        probe.until("Passphrase")
        probe.type(f"{PASSPHRASE}\r")
        probe.until("search", timeout=60)
        probe.settle(0.5)
        painted = probe.raw.decode("utf-8", "replace")
    colours = {tuple(map(int, found)) for found in _COLOUR.findall(painted)}
    assert all(red == green == blue for red, green, blue in colours)
    assert not _OF_SIXTEEN.search(_COLOUR.sub("", painted))
