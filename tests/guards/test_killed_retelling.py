"""A page that is told again, killed in the middle from outside: what was kept waits, and nothing lies open."""

import signal
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import ModuleType

import pytest

from journal.clock import now
from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.practice import capturing, then_and_now
from journal.practice.notebook import open_notebook
from journal.vault import vault
from tests.guards.test_watched_session import CANARY, PASSPHRASE, START, enter

_THEN = "J’ai refait le planning, il allait se tromper. Tout le monde attendait et je n’ai pas demandé."


@pytest.fixture
def early(home: Path) -> int:
    """A page of five months ago."""
    notebook = open_notebook(vault.unlock(home / "vault", PASSPHRASE), now)
    new = NewEntry(kind=Kind.SITUATION, title="Planning", body=_THEN, happened_at=now() - timedelta(days=150))
    ref = capturing.write(notebook, new).ref
    notebook.close()
    return ref


@pytest.mark.slow_proof
def test_a_retelling_killed_in_the_middle_loses_no_word_that_was_told_as_saved(
    terminal: ModuleType, home: Path, early: int, environment: dict[str, str], hits: Callable[[Path, str], list[Path]]
) -> None:
    if sys.platform == "win32":
        pytest.skip("there is no signal that ends a program at once")
    words = f"Peur de décevoir, {CANARY}."
    with terminal.Probe([sys.executable, "-c", START, str(home / "vault")], environment=environment) as probe:
        enter(probe, "Planning")
        probe.type("6")
        probe.until("the red thread")
        probe.type("t")
        probe.until("tell it again")
        probe.type("\r")
        probe.until("How do you tell it today?")
        probe.type(words)
        probe.until("saved ")  # told without a key: the page is kept at every rest
        probe.signal(signal.SIGKILL)
        assert probe.end() == -9
    notebook = open_notebook(vault.unlock(home / "vault", PASSPHRASE), now)
    known = then_and_now.both(notebook, early)
    notebook.close()
    assert known is not None
    assert known.told == words
    assert hits(home, CANARY) == []
