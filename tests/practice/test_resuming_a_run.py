"""A run that was left: resumed where it stood after a kill, with another version of its protocol, or discarded."""

from collections.abc import Callable
from datetime import datetime

import pytest

from journal.errors import EntryNotFound, ProtocolNotFound
from journal.practice import left_runs, questioning
from journal.practice.notebook import Notebook, open_notebook
from journal.protocols.library import Library, shipped
from journal.settings import Settings
from journal.vault.vault import OpenVault
from tests.practice.conftest import GoingClock, details, given_for, read, situation


@pytest.mark.parametrize("stop_at", range(9))
def test_a_kill_at_any_question_resumes_at_the_same_one_with_the_half_typed_answer(
    vault: OpenVault, clock: Callable[[], datetime], stop_at: int
) -> None:
    first = open_notebook(vault, clock=clock, settings=Settings())
    about = situation(first).ref
    run = questioning.in_form(questioning.start(first, shipped().get("heat"), about), short=False)
    for _each in range(stop_at):
        run = questioning.keep(first, questioning.answer(run, given_for(run)))
    half = questioning.typing(run, "à moitié")
    questioning.keep(first, half)
    first.store.close()  # the process is gone; nothing but the vault is left
    second = open_notebook(vault, clock=clock, settings=Settings())
    (left,) = left_runs.open_reflections(second)
    again = left_runs.resume(second, shipped(), left.key)
    assert (again.at, again.typed, again.about) == (half.at, "à moitié", about)
    assert again.answers == half.answers
    assert (again.number, again.count) == (half.number, half.count)
    second.store.close()


@pytest.fixture
def clock() -> GoingClock:
    return GoingClock()


def test_a_protocol_that_changed_leaves_old_reflections_as_they_were_asked(nb: Notebook) -> None:
    old = shipped().get("three-times")
    run = questioning.answer(questioning.start(nb, old), "ce jour-là")
    entry = questioning.finish(nb, run)
    assert entry is not None
    asked = old.prompts[0].question.by_language["en"]
    prompt = old.prompts[0].with_(question=old.prompts[0].question.with_(by_language={"en": "Something else?"}))
    changed = Library((old.with_(version=old.version + 1, prompts=(prompt, *old.prompts[1:])),))
    assert details(read(nb, entry.ref)).asked[0].question == asked
    assert asked in read(nb, entry.ref).body
    assert details(read(nb, entry.ref)).version == old.version
    assert changed.get("three-times").prompts[0].question.by_language["en"] == "Something else?"


def test_a_run_left_open_goes_on_with_the_newer_version_and_keeps_what_was_said(nb: Notebook) -> None:
    old = shipped().get("three-times")
    run = questioning.keep(nb, questioning.answer(questioning.start(nb, old), "ce jour-là"))
    newer = Library((old.with_(version=old.version + 1, prompts=old.prompts[2:]),))
    again = left_runs.resume(nb, newer, run.key)
    assert again.at == "now-what"
    entry = questioning.finish(nb, questioning.answer(again, "demain"))
    assert entry is not None
    assert [asked.prompt for asked in details(entry).asked] == ["what", "now-what"]


def test_a_protocol_that_is_gone_is_told_by_its_code(nb: Notebook) -> None:
    run = questioning.keep(nb, questioning.answer(questioning.start(nb, shipped().get("three-times")), "x"))
    with pytest.raises(ProtocolNotFound):
        left_runs.resume(nb, Library(()), run.key)


def test_resuming_what_was_never_left_says_so(nb: Notebook) -> None:
    with pytest.raises(EntryNotFound):
        left_runs.resume(nb, shipped(), "reflection:none")


def test_discarding_a_run_leaves_neither_reflection_nor_draft(nb: Notebook) -> None:
    run = questioning.keep(nb, questioning.answer(questioning.start(nb, shipped().get("heat")), 8))
    questioning.discard(nb, run)
    assert run.ref is not None
    with pytest.raises(EntryNotFound):
        read(nb, run.ref)
    assert left_runs.open_reflections(nb) == []
