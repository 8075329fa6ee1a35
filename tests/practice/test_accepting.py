"""Accepting a note that was taken elsewhere: what was answered in the heat becomes a reflection on it, once."""

from datetime import UTC, datetime

import pytest

from journal.errors.refusals import EntryChangedMeanwhile
from journal.language import Language
from journal.model.entry import Entry, NewEntry, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.reflection import ReflectionDetails
from journal.model.situation import HeatAnswers, SituationDetails
from journal.practice import accepting, capturing, left_runs, questioning, reading
from journal.practice.notebook import Notebook

ANSWERS = (("before", "8"), ("facts", "Il est sorti."), ("if-then", "Si le ton monte, alors je sors."), ("after", "4"))
SEALED = datetime(2026, 11, 24, 8, 15, tzinfo=UTC)


def note(notebook: Notebook, *answers: tuple[str, str], language: Language = "fr") -> Entry:
    heat = HeatAnswers(written_at=SEALED, language=language, answers=answers)
    details = SituationDetails(intensity=8, heat=heat)
    told = NewEntry(
        kind=Kind.SITUATION, state=State.CAPTURED, title="Le hall", body="Vu.", happened_at=SEALED, details=details
    )
    return capturing.write(notebook, told)


def reflections(notebook: Notebook) -> list[Entry]:
    lines = reading.newest(notebook, Filter(kinds=(Kind.REFLECTION,)), 9)
    return [reading.entry(notebook, line.ref) for line in lines]


@pytest.mark.parametrize(
    ("language", "asked"),
    [("fr", "Qu’aurait filmé une caméra"), ("en", "What would a camera have recorded")],
)
def test_what_was_answered_in_the_heat_becomes_a_reflection_on_the_note(
    notebook: Notebook, language: Language, asked: str
) -> None:
    waiting = note(notebook, *ANSWERS, language=language)
    assert reflections(notebook) == []
    assert asked in accepting.answers_in_words(waiting)
    kept = accepting.accept(notebook, waiting.ref)
    assert (kept.state, kept.body, kept.details) == (State.KEPT, "Vu.", SituationDetails(intensity=8))
    assert accepting.answers_in_words(kept) == ""
    (run,) = reflections(notebook)
    details = run.details_as(ReflectionDetails)
    assert (run.state, run.happened_at) == (State.DONE, SEALED)
    assert [(link.rel, link.ref) for link in run.links] == [(Rel.ABOUT, waiting.ref)]
    assert (details.protocol, details.language, details.short) == ("heat", language, True)
    assert (details.intensity_before, details.intensity_after) == (8, 4)
    said = ["8/10", "Il est sorti.", "Si le ton monte, alors je sors.", "4/10"]
    assert [one.words for one in details.asked] == said
    assert run.body == accepting.answers_in_words(waiting)
    assert [line.ref for line in questioning.thread(notebook, waiting.ref)] == [run.ref]
    assert left_runs.open_reflections(notebook) == []
    accepting.accept(notebook, waiting.ref)
    assert len(reflections(notebook)) == 1


def test_another_wording_does_the_same_and_nothing_happens_when_it_was_changed_meanwhile(
    notebook: Notebook,
) -> None:
    waiting = note(notebook, *ANSWERS)
    with pytest.raises(EntryChangedMeanwhile):
        accepting.accept_rewritten(notebook, waiting.with_(body="Autre.", revision=waiting.revision + 1))
    assert reflections(notebook) == []
    kept = accepting.accept_rewritten(notebook, waiting.with_(body="Autre."))
    assert (kept.state, kept.body) == (State.KEPT, "Autre.")
    assert len(reflections(notebook)) == 1


def test_answers_that_fit_no_question_make_none(notebook: Notebook) -> None:
    waiting = note(notebook, ("before", "99"), ("unknown", "x"), ("facts", "  "))
    assert accepting.accept(notebook, waiting.ref).state is State.KEPT
    assert reflections(notebook) == []


def test_answers_are_written_down_with_the_notes_that_have_some_and_nowhere_else(notebook: Notebook) -> None:
    waiting = note(notebook, *ANSWERS)
    assert SituationDetails.model_validate_json(waiting.details.model_dump_json()) == waiting.details
    assert SituationDetails().model_dump() == {"intensity": None, "sealed_until": None, "for_group": False}
