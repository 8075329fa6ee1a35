"""Plans and the preparation of a session, line by line."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from journal.cli import preparation
from journal.clock import now
from journal.model.session import SessionDetails
from journal.practice import reading
from journal.practice.notebook import Notebook, open_notebook
from journal.settings import Settings
from journal.vault import vault

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

PASSPHRASE = "marmotte kiosque vanille 7f3a9c"
AHEAD = (datetime.now().astimezone() + timedelta(days=5)).isoformat()


@pytest.fixture
def filled(shell: "Shell") -> "Shell":
    """A vault with a plan and its step (1, 2), a step alone (3), a note (4) and a session ahead (5)."""
    step = {"when": "it rains", "then": "I wait", "review_on": "2026-12-01"}
    lines = (
        {"kind": "plan", "title": "Speak up", "body": "x", "ref": 1, "details": {"options": [{"text": "Ask first"}]}},
        {"kind": "step", "title": "If it rains, then I wait", "ref": 2, "details": step,
         "links": [{"rel": "part_of", "ref": 1}]},
        {"kind": "step", "title": "If asked, then I say so", "ref": 3, "details": step},
        {"kind": "situation", "title": "The board said no", "body": "x", "ref": 4},
        {"kind": "session", "title": "Session 7", "ref": 5, "happened_at": AHEAD, "state": "planned"},
    )  # fmt: skip
    source = shell.home / "in.jsonl"
    source.write_text("\n".join(json.dumps({"body": "x"} | line) for line in lines))
    done = shell.run("import", str(source))
    assert done.code == 0, done.err
    return shell


def test_a_plan_is_told_with_its_steps_and_steps_alone_after_it(filled: "Shell") -> None:
    told = filled.run("plan", "--plain").out
    assert told.index("Speak up") < told.index("If it rains, then I wait") < told.index("If asked, then I say so")
    assert "look again on 2026-12-01" in told
    (plan,) = filled.run("plan", "--json").json
    assert [step["title"] for step in plan["steps"]] == ["If it rains, then I wait"]
    assert filled.run("plan", "4").code == 4
    one = filled.run("plan", str(plan["ref"])).out
    assert "If asked" not in one


def test_nothing_to_tell_is_told(shell: "Shell") -> None:
    assert shell.run("plan").out == "There is no open plan and no open step.\n"
    assert shell.run("prepare").code == 4


def test_a_session_is_told_with_what_happened_since_and_changes_nothing_without_a_terminal(filled: "Shell") -> None:
    told = filled.run("prepare", stdin="4\nHow?\n\n").out
    assert "Session 7" in told
    assert "The board said no" in told
    form = filled.run("prepare", "--json").json
    assert (form["question"], form["brings"]) == ("", [])
    assert "The board said no" in [each["title"] for each in form["since"]]


@pytest.fixture
def notebook(filled: "Shell") -> Iterator[Notebook]:
    opened = open_notebook(vault.unlock(filled.folder, PASSPHRASE), now, Settings())
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (("9", "4", "How do I say no?", "", "Two ideas", ""), ([4], "How do I say no?", "Two ideas")),
        (("#4", ":later"), ([4], "", "")),
        (("", "How?", ""), ([], "How?", "")),
    ],
)
def test_each_answer_of_a_preparation_is_kept_as_it_is_given(
    notebook: Notebook,
    monkeypatch: pytest.MonkeyPatch,
    typed: tuple[str, ...],
    kept: tuple[list[int], str, str],
) -> None:
    left = [f"{line}\n" for line in typed]
    monkeypatch.setattr("sys.stdin", SimpleNamespace(readline=lambda: left.pop(0) if left else ""))
    preparation._asked(notebook, reading.entry(notebook, 5), [4])
    session = reading.entry(notebook, 5)
    details = session.details_as(SessionDetails)
    assert ([link.ref for link in session.links], details.question, details.expectation) == kept


def test_the_list_begins_with_what_was_written_and_ends_with_the_sessions_ahead(filled: "Shell") -> None:
    def listed(*conditions: str) -> list[int]:
        return [int(line.split()[0].strip("#")) for line in filled.run("list", *conditions).out.splitlines()]

    assert listed()[-1] == 5
    assert 5 not in listed("--limit", "4")
    assert listed("--kind", "session") == [5]
    assert listed("--kind", "plan") == [1]


def test_programs_are_given_the_newest_first_sessions_ahead_among_them(filled: "Shell") -> None:
    days = [each["happened_at"] for each in filled.run("list", "--json").json]

    assert days == sorted(days, reverse=True)
    assert [each["ref"] for each in filled.run("list", "--json", "--limit", "1").json] == [5]
