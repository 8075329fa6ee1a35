"""An entry that cannot be read, from the shell: named, shown as it is, exported for oneself, and nothing else stops."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from journal.model.audience import Audience
from journal.model.disclosure import Disclosure, FileFormat, Protection
from journal.model.draft import Draft
from journal.model.entry import NewEntry
from journal.model.key_pair import KeyPair, KeyPurpose
from journal.model.kind import Kind
from journal.practice import capturing
from journal.practice.notebook import open_notebook
from journal.store import disclosures, key_pairs
from journal.vault.vault import unlock

if TYPE_CHECKING:
    from conftest import Shell

SPOILT = [
    ("kind", "question"),
    ("audience", "everybody"),
    ("happened_offset", 1439),
    ("details", '{"intensity": 99}'),
    ("details", "{"),
    ("patterns", "sadness"),
    ("title", "x" * 301),
]


@pytest.fixture(params=SPOILT, ids=lambda case: f"{case[0]}={case[1]!r:.12}")
def spoilt(shell: "Shell", request: pytest.FixtureRequest) -> str:
    """Write three notes and spoil the second; return the name of what was spoilt."""
    for text in ("one whole", "two zygomorphe", "three whole"):
        shell.log(text)
    assert len(shell.run("list", "--json").json) == 3
    column, value = request.param
    spoil(shell, column, value)
    return str(column)


def spoil(shell: "Shell", column: str, value: Any) -> None:
    notebook = open_notebook(unlock(shell.folder, shell.passphrase_file.read_text("utf-8").strip()))
    with notebook.store.writing() as tx:
        assert tx.update("entry", {column: value}, "ref", 2) == 1
    notebook.close()


def test_every_command_ends_as_documented(shell: "Shell", spoilt: str, tmp_path: Path) -> None:
    listed = shell.run("list")
    assert listed.code == 0
    assert [line.split()[0] for line in listed.out.splitlines()] == ["#3", "#2", "#1"]
    as_json = {each["ref"]: each for each in shell.run("list", "--json").json}
    assert "unreadable" in as_json[2]
    assert "unreadable" not in as_json[1]
    assert shell.run("search", "whole", "--json").json
    (found,) = shell.run("search", "zygomorphe", "--json").json
    assert found["ref"] == 2
    shown = shell.run("show", "2")
    assert shown.code == 0
    assert "#2 cannot be read: " in shown.out
    assert "two zygomorphe" in shown.out or spoilt == "title"
    assert shell.run("show", "2", "--json").json["raw"]
    assert shell.run("next").code == 0
    checked = shell.run("check")
    assert checked.code == 5
    assert checked.err.startswith("#2: cannot be read (")
    target = tmp_path / "mine.jsonl"
    done = shell.run("export", "2", "3", "--for", "me", "--format", "jsonl", "--to", str(target), "--plaintext")
    assert done.code == 0, done.err
    exported = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert "cannot be read" in exported[0]["title"]
    assert shell.run("export", "2", "--for", "coach", "--dry-run").code == 7
    beside = shell.run("export", "2", "3", "--for", "coach", "--dry-run")
    assert beside.code == 0
    assert "zygomorphe" not in beside.out


def test_it_is_said_in_french(shell: "Shell") -> None:
    shell.log("un")
    shell.log("deux")
    shell.run("list")
    spoil(shell, "details", "{")
    assert "illisible\u00a0: details" in shell.run("show", "2", "--lang", "fr").out
    assert shell.run("check", "--lang", "fr").err == "#2\u00a0: illisible (details)\n"


def test_check_names_a_validation_that_does_not_hold(shell: "Shell") -> None:
    assert shell.run("statement", "add", "I delegate.").code == 0
    assert shell.run("statement", "add", "I listen.").code == 0
    assert shell.run("statement", "validate", "2", "--by", "Claire", stdin="Claire\n").code == 0
    assert shell.run("check").code == 0
    spoil(shell, "title", "I decide alone.")
    checked = shell.run("check")
    assert (checked.code, checked.err) == (5, "#2: its validation does not hold, it is a draft\n")
    assert shell.run("list", "--json").json[0]["state"] == "draft"


@pytest.mark.parametrize(
    ("change", "english", "french"),
    [
        ("UPDATE draft SET saved_at = 'yesterday'", "draft 1", "brouillon 1"),
        ("UPDATE draft SET fields = '{'", "draft 1", "brouillon 1"),
        ("UPDATE revision SET at_offset = 1440", "#1, version 1", "#1, version 1"),
        ("UPDATE person SET forms = '['", "person 1", "personne 1"),
        ("UPDATE person SET alias = ''", "person 1", "personne 1"),
        ("UPDATE person SET gender = 'x'", "person 1", "personne 1"),
        ("UPDATE disclosure SET audience = 'everybody'", "line 1 of the register", "ligne 1 du registre"),
        ("UPDATE disclosure SET titles = '{'", "line 1 of the register", "ligne 1 du registre"),
        ("UPDATE key_pair SET purpose = 'telepathy'", "pair of keys 1", "paire de cl\u00e9s 1"),
        ("UPDATE key_pair SET made_at = 'once'", "pair of keys 1", "paire de cl\u00e9s 1"),
    ],
)
def test_check_names_what_lies_beside_entries(shell: "Shell", change: str, english: str, french: str) -> None:
    fill_every_table(shell)
    assert shell.run("check").code == 0
    notebook = open_notebook(unlock(shell.folder, shell.passphrase_file.read_text("utf-8").strip()))
    with notebook.store.writing() as tx:
        assert tx.run(change) == 1
    notebook.close()
    checked = shell.run("check")
    assert (checked.code, checked.err) == (5, f"{english}: cannot be read\n")
    assert shell.run("check", "--lang", "fr").err == f"{french}\u00a0: illisible\n"
    (finding,) = shell.run("check", "--json").json["findings"]
    assert finding["what"] == "row"


def fill_every_table(shell: "Shell") -> None:
    """Write an entry twice, a draft, a person, a departure and a pair of keys."""
    at = datetime(2026, 11, 24, 12, tzinfo=UTC)
    notebook = open_notebook(unlock(shell.folder, shell.passphrase_file.read_text("utf-8").strip()))
    kept = capturing.write(notebook, NewEntry(kind=Kind.SITUATION, title="one", happened_at=at, people=("Karim",)))
    capturing.rewrite(notebook, kept.with_(title="two"))
    capturing.autosave(notebook, Draft(key="new:situation:1", text="\u2026", saved_at=at))
    with notebook.store.writing() as tx:
        left = Disclosure(
            at=at,
            audience=Audience.GROUP,
            refs=(kept.ref,),
            titles=("two",),
            format=FileFormat.MARKDOWN,
            protection=Protection.NONE,
            file_name="a.md",
            sha256="0" * 64,
            preview_digest="0" * 64,
        )
        disclosures.add(tx, left)
        pair = KeyPair(purpose=KeyPurpose.ANSWER, made_at=at, private=b"x" * 32, disclosure_id=1)
        key_pairs.add(tx, pair)
    notebook.close()
