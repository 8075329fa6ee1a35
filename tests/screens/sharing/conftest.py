"""Five entries with a word of their own each, told from each other in whatever leaves."""

from pathlib import Path

import pytest

from journal.model.kind import Kind
from journal.model.person import Person
from journal.practice import known_people
from tests.screens.sharing.leaving import CANARIES, Five, write


@pytest.fixture
def five(vaulted, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Five:
    """Five situations with a word of their own each, in which one person has a name, and a check-in."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    notebook = vaulted.notebook()
    known_people.keep_person(notebook, Person(name="Nadia Benali", alias="N-1 A"))
    refs = tuple(
        write(notebook, Kind.SITUATION, f"Situation {number}", f"Then Nadia said {canary}.")
        for number, canary in enumerate(CANARIES, 1)
    )
    private = write(notebook, Kind.CHECKIN, "Grey day")
    notebook.close()
    return Five(refs=refs, private=private)
