"""Import from the shell of what is there already, in part or in another wording."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import entry, titles
from tests.importing.conftest import CASES

if TYPE_CHECKING:
    from tests.cli.conftest import Shell


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("dayone/escapes-and-pictures.json", 4), ("jrnl/other-dates.txt", 2), ("markdown", 19),
        ("folders/joplin-raw", 1), ("folders/rednotebook", 2), ("folders/logseq", 2),
        ("recul/forged-statement.jsonl", 1),
    ],
)  # fmt: skip
def test_what_came_in_before_is_there_already_for_every_format(shell: "Shell", name: str, count: int) -> None:
    source = str(CASES / name)
    assert shell.run("import", source).code == 0
    told = shell.run("import", source, "--dry-run", "--json").json
    assert (told["entries"], told["already"], told["changed"]) == (count, count, 0)
    done = shell.run("import", source)
    assert done.out == "0 entries imported.\n"
    assert "already, from an earlier import" in done.err
    assert len(titles(shell)) == count
    assert shell.run("import", source, "--again", "--json").json["imported"] == count
    assert len(titles(shell)) == 2 * count


def test_what_changed_since_comes_in_beside_and_what_was_destroyed_stays_away(shell: "Shell", tmp_path: Path) -> None:
    note = tmp_path / "Une idée.md"
    note.write_text("---\ndate: 2026-03-02\n---\nD’abord", "utf-8")
    assert shell.run("import", str(note)).code == 0
    note.write_text("---\ndate: 2026-03-02\n---\nEnsuite", "utf-8")
    done = shell.run("import", str(note))
    assert (done.code, "1 entry changed since an earlier import" in done.err) == (0, True)
    assert len(titles(shell)) == 2


@pytest.mark.parametrize(
    "text", ["Un texte.\n\nSuite", "---\nhumeur: calme\n---\nUn texte.", "# Un titre\n\nUn texte."]
)
def test_a_note_that_was_moved_since_is_known(shell: "Shell", tmp_path: Path, text: str) -> None:
    vault = tmp_path / "vault"
    note, moved = vault / "Idées" / "Une idée.md", vault / "Archives" / "2026 fini" / "Une idée.md"
    for path in (note, vault / "Autre.md"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text if path is note else "Autre", "utf-8")
    assert shell.run("import", str(vault), "--json").json["imported"] == 2
    moved.parent.mkdir(parents=True)
    note.rename(moved)
    told = shell.run("import", str(vault), "--json").json
    assert (told["entries"], told["imported"], told["already"], told["changed"]) == (2, 0, 2, 0)
    assert len(titles(shell)) == 2


def test_links_lead_to_what_is_there_already(shell: "Shell", tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    first = entry(ref=1, title="Une", happened_at="2026-03-02T10:00:00+01:00")
    source.write_text(first, "utf-8")
    assert shell.run("import", str(source)).code == 0
    second = entry(ref=2, title="Deux", links=[{"rel": "about", "ref": 1}])
    source.write_text(f"{first}\n{second}\n{second}", "utf-8")
    assert shell.run("import", str(source)).code == 5
    source.write_text(f"{first}\n{second}", "utf-8")
    assert shell.run("import", str(source)).out == "1 entry imported.\n"
    (linked,) = [each["links"] for each in shell.run("list", "--json").json if each["title"] == "Deux"]
    assert linked == [{"rel": "about", "ref": 1}]


def test_nothing_is_told_of_entries_that_are_there_already(shell: "Shell", tmp_path: Path) -> None:
    source = tmp_path / "vault"
    source.mkdir()
    (source / "Une.md").write_text("---\nhumeur: calme\n---\nTexte ![](a.png)", "utf-8")
    first = shell.run("import", str(source))
    assert all(words in first.err for words in ("no day of its own", "1 picture", "humeur"))
    (source / "Autre.md").write_text("---\nautre: 1\n---\nTexte", "utf-8")
    for dry in ((), ("--dry-run",)):
        done = shell.run("import", str(source), *dry)
        assert "there already" in done.err
        assert "picture" not in done.err
        assert "humeur" not in done.err
    assert "humeur (1)" in shell.run("import", str(source), "--again").err
