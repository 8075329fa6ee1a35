"""A question that came back is answered in a run of its own: asked as it was asked, about its situation."""

from datetime import UTC, datetime

import pytest

from journal.model.entry import NewEntry, Rel
from journal.model.kind import Kind, State
from journal.model.returned import Returned, ReturnedLine
from journal.practice import asked_back, capturing, coming_up, left_runs, questioning, reading, returned_questions
from journal.practice.notebook import Notebook, open_notebook
from journal.protocols.library import shipped
from journal.vault.vault import OpenVault

NOW = datetime(2026, 11, 12, 18, 42, tzinfo=UTC)


@pytest.fixture
def nb(vault: OpenVault) -> Notebook:
    return open_notebook(vault)


def asked(nb: Notebook, words: str) -> tuple[int, int]:
    scene = capturing.write(nb, NewEntry(kind=Kind.SITUATION, title="Le CODIR", happened_at=NOW)).ref
    line = ReturnedLine(words, ticked=True, passage=scene, title="Le CODIR")
    (question,) = returned_questions.keep(nb, Returned((), sender="Mme Lenoir"), [line])
    return scene, question.ref


def test_it_is_opened_by_an_answer_and_by_nothing_less(nb: Notebook) -> None:
    scene, question = asked(nb, "Qu’a vu {practitioner} ?")
    run = asked_back.start(nb, shipped(), question)
    assert run.prompt is not None
    assert (run.about, run.prompt.question.in_("en")) == (scene, "Qu’a vu {practitioner} ?")
    assert questioning.finish(nb, run) is None
    assert reading.entry(nb, question).state is State.WAITING
    run = questioning.keep(nb, questioning.typing(run, "à moitié"))
    assert reading.entry(nb, question).state is State.WAITING
    again = left_runs.resume(nb, shipped(), run.key)
    assert (again.prompt is not None and again.prompt.question.by_language["fr"], again.typed) == (
        "Qu’a vu {practitioner} ?",
        "à moitié",
    )
    kept = questioning.keep(nb, questioning.answer(again, "Elle regardait sa montre."))
    assert reading.entry(nb, question).state is State.OPENED
    assert kept.ref is not None
    reflection = reading.entry(nb, kept.ref)
    assert {(link.rel, link.ref) for link in reflection.links} == {(Rel.ABOUT, scene), (Rel.SOURCE, question)}
    assert "### Qu’a vu {practitioner} ?" in reflection.body
    assert left_runs.resume_reflection(nb, shipped(), kept.ref).source == question
    assert coming_up.waiting(nb) == []


def test_a_long_one_stands_in_the_hint(nb: Notebook) -> None:
    words = "Qu’avez-vous vu, " * 20 + "à ce moment ?"
    _scene, question = asked(nb, words)
    prompt = asked_back.start(nb, shipped(), question).prompt
    assert prompt is not None
    assert prompt.hint is not None
    assert prompt.hint.in_("fr") == words
    assert prompt.question.in_("fr") == "Que répondez-vous à cette question ?"


def test_it_stands_in_no_list_of_protocols() -> None:
    assert "asked-back" not in [each.code for each in shipped().protocols]
