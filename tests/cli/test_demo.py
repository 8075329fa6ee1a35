"""`recul demo` in a pseudo-terminal: a year to walk through, and nothing left of it afterwards."""

import importlib.util
import signal
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Shell


@pytest.fixture(scope="session")
def terminal() -> ModuleType:
    """The probe of the benchmarks; pseudo-terminals do not exist on Windows."""
    if sys.platform == "win32":
        pytest.skip("Windows has no pseudo-terminal that the probe could drive")
    place = Path(__file__).resolve().parents[2] / "benchmarks" / "terminal_probe.py"
    spec = importlib.util.spec_from_file_location("terminal_probe", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


FRENCH, ENGLISH = ("fr", "PERSONNEL", "Récemment"), ("en", "PERSONAL", "Recently")


@pytest.mark.parametrize(
    ("language", "word", "shown", "ending"),
    [(*FRENCH, "ctrl+q"), (*ENGLISH, "ctrl+l"), (*FRENCH, signal.SIGTERM), (*ENGLISH, "hang up")],
)
def test_the_demo_opens_on_the_day_and_leaves_nothing(
    terminal: ModuleType, home: Path, scratch: Path, language: str, word: str, shown: str, ending: str | signal.Signals
) -> None:
    with terminal.Probe([sys.executable, "-m", "journal", "demo", "--lang", language], columns=100, rows=30) as probe:
        probe.until(shown)
        (folder,) = scratch.iterdir()
        assert word in folder.name
        assert folder.stat().st_mode & 0o077 == 0
        if ending == "hang up":
            probe.hang_up()
        elif isinstance(ending, signal.Signals):
            probe.signal(ending)
        else:
            probe.type("\x11" if ending == "ctrl+q" else "\x0c")
        assert probe.end() == 0
    assert not list(scratch.iterdir())
    assert not (home / ".config").exists()


def test_a_demo_ended_while_it_is_written_leaves_nothing(terminal: ModuleType, home: Path, scratch: Path) -> None:
    with terminal.Probe([sys.executable, "-m", "journal", "demo", "--lang", "en"]) as probe:
        probe.until("A fictitious year")
        probe.until(lambda _text: bool(list(scratch.glob("*/journal.db"))))
        probe.signal(signal.SIGTERM)
        assert probe.end() != 0
    assert not list(scratch.iterdir())


def test_the_demo_needs_a_terminal(shell: "Shell") -> None:
    assert shell.process("demo").code == 2
