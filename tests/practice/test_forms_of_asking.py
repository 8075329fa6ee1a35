"""Questions that are asked again, short fields and short forms: nothing of what was said is lost on the way."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest

from journal.model.protocol import Protocol
from journal.model.reflection import ReflectionDetails, compiled
from journal.practice import left_runs, questioning
from journal.practice.notebook import Notebook, open_notebook
from journal.practice.run import Run
from journal.protocols.library import Library
from journal.protocols.loading import parse
from journal.store import entries
from journal.vault.vault import OpenVault

AT = datetime.fromisoformat("2026-11-24T18:00:00+01:00")
PROTOCOL = """\
code = "forms"
version = 1
source = "a test"
minutes = 8
short_minutes = 2
closure = "learning"
title.fr = "Formes"
title.en = "Forms"
purpose.fr = "Essayer."
purpose.en = "Try."

[[prompts]]
id = "before"
kind = "scale"
role = "intensity-before"
short = true
question.fr = "De 0 à 10 ?"
question.en = "From 0 to 10?"

[[prompts]]
id = "me"
kind = "fields"
question.fr = "Et vous ?"
question.en = "And you?"
fields = [
    { id = "did", fr = "fait", en = "did" },
    { id = "felt", fr = "ressenti", en = "felt" },
    { id = "wanted", fr = "voulu", en = "wanted" },
]

[[prompts]]
id = "then"
question.fr = "Qu’avez-vous fait ?"
question.en = "What did you do?"
again.fr = "Et ensuite ?"
again.en = "And then?"

[[prompts]]
id = "after"
kind = "scale"
role = "intensity-after"
short = true
question.fr = "Et maintenant ?"
question.en = "And now?"

[[prompts]]
id = "learnt"
role = "learning"
short = true
question.fr = "Que gardez-vous ?"
question.en = "What do you take from it?"
"""


def protocol() -> Protocol:
    parsed = parse(PROTOCOL)
    assert isinstance(parsed, Protocol)
    return parsed


def begun(*, short: bool = False, at: str = "before") -> Run:
    return Run(protocol(), "en", "reflection:x", at, AT, short=short)


@pytest.fixture
def nb(vault: OpenVault) -> Iterator[Notebook]:
    notebook = open_notebook(vault, clock=lambda: AT)
    yield notebook
    notebook.store.close()


def test_a_question_is_asked_again_as_long_as_there_is_an_answer() -> None:
    run = begun(at="then")
    for said in ("I stood up", "I looked at her", "I sat down"):
        run = questioning.answer(run, said)
    assert run.prompt is not None
    assert run.prompt.question.by_language["en"] == "And then?"
    run = questioning.answer(run, "")
    assert run.at == "after"
    assert [one.prompt for one in run.asked] == ["then", "then-2", "then-3"]
    assert compiled(run.asked).count("### And then?") == 2


def test_going_back_and_taking_one_of_the_moves_away_keeps_those_after_it() -> None:
    run = begun(at="then")
    for said in ("one", "two", "three", ""):
        run = questioning.answer(run, said)
    run = questioning.back(run)
    assert (run.at, run.typed) == ("then-4", "")
    run = questioning.back(questioning.back(run))
    assert (run.at, run.typed) == ("then-2", "two")
    run = questioning.skip(run)
    assert run.at == "then-3"
    assert [one.words for one in run.asked] == ["one", "three"]


def test_short_fields_are_one_answer_and_read_with_their_labels() -> None:
    run = questioning.answer(begun(at="me"), "left the room\n\nto be heard\nmore than there is room for")
    (asked,) = run.asked
    assert asked.answer == ("left the room", "", "to be heard")
    assert asked.words == "- did: left the room\n- wanted: to be heard"
    assert questioning.back(run).typed == "left the room\n\nto be heard"
    assert questioning.answer(begun(at="me"), " \n\n").asked == ()


def test_the_short_form_asks_fewer_questions_and_takes_its_own_time() -> None:
    run = begun(short=True)
    assert [prompt.id for prompt in run.prompts] == ["before", "after", "learnt"]
    assert run.minutes_left == 2
    assert replace(run, short=False).minutes_left == 8


def test_changing_the_form_keeps_every_answer_and_goes_on_from_there() -> None:
    run = questioning.answer(questioning.answer(begun(), 7), "left the room")
    short = questioning.in_form(run, short=True)
    assert short.at == "after"
    assert [one.prompt for one in questioning.answer(short, 3).asked] == ["before", "me", "after"]
    assert questioning.in_form(short, short=False).at == "after"


@pytest.mark.parametrize(("before", "after", "risen"), [(3, 7, True), (7, 3, False), (9, 9, False), (0, 1, True)])
def test_a_rising_intensity_is_known_whatever_the_number(before: int, after: int, risen: bool) -> None:
    run = replace(questioning.answer(begun(), before), at="after")
    assert questioning.answer(run, after).risen is risen
    assert not questioning.answer(replace(begun(), at="after"), after).risen


def test_an_open_run_is_found_again_in_its_form_and_at_its_repetition(nb: Notebook) -> None:
    library = Library((protocol(),))
    run = questioning.start(nb, protocol())
    run = questioning.keep(nb, questioning.answer(replace(run, at="then"), "one"))
    again = left_runs.resume(nb, library, run.key)
    assert (again.at, again.short) == ("then-2", False)
    run = questioning.keep(nb, questioning.in_form(again, short=True))
    assert left_runs.resume(nb, library, run.key).short
    assert run.ref is not None
    done = questioning.finish(nb, run)
    assert done is not None
    with nb.store.reading() as tx:
        details = entries.get(tx, done.ref).details
    assert isinstance(details, ReflectionDetails)
    assert details.short
    assert details.answers == {"then": "one"}


@pytest.mark.parametrize(
    ("change", "to", "word"),
    [
        ("short_minutes = 2\n", "", "short_minutes"),
        ('role = "learning"\nshort = true', 'role = "learning"', "short form"),
        ('id = "after"', 'id = "then-2"', "used twice"),
        ('kind = "fields"\n', "", "fields"),
        ('id = "then"', 'id = "then"\nkind = "list"', "again"),
    ],
)
def test_what_makes_no_form_is_a_fault(change: str, to: str, word: str) -> None:
    assert change in PROTOCOL
    faults = parse(PROTOCOL.replace(change, to))
    assert isinstance(faults, tuple)
    assert any(word in fault.sentence() for fault in faults)
