"""Choosing, learnings, check-ins, putting down."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone

import pytest

from journal import language
from journal.errors import EntryNotFound
from journal.errors.refusals import DateNotAhead, StillSealed
from journal.model.audience import Audience
from journal.model.checkin import CheckInDetails, Factor
from journal.model.entry import Entry, NewEntry
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.model.learning import LearningSort
from journal.model.pattern import Pattern
from journal.practice import checking_in, choosing, learning, left_runs, questioning, sealing
from journal.practice.notebook import Notebook, open_notebook
from journal.protocols.library import shipped
from journal.settings import Settings
from journal.store import entries, entry_writing
from journal.store.searching import search
from journal.vault.vault import OpenVault

START = datetime(2026, 11, 24, 18, 0, tzinfo=timezone(timedelta(hours=1)))


class Now:
    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture
def nb(vault: OpenVault, now: Now) -> Iterator[Notebook]:
    notebook = open_notebook(vault, clock=now, settings=Settings())
    yield notebook
    notebook.store.close()


def situation(nb: Notebook, **fields: object) -> Entry:
    new = {"kind": Kind.SITUATION, "title": "T", "body": "Rien de plus.", "happened_at": nb.clock()}
    with nb.store.writing() as tx:
        return entry_writing.add(tx, NewEntry.model_validate(new | fields), nb.clock())


def reasons(nb: Notebook, entry: Entry) -> dict[str, str]:
    found = choosing.proposals(nb, entry.ref, shipped())
    assert len(found) == 3
    return {one.protocol.code: one.reason for one in found}


def test_three_are_proposed_even_for_a_bare_text(nb: Notebook) -> None:
    entry = situation(nb)
    proposed = choosing.proposals(nb, entry.ref, shipped())
    assert len({one.protocol.code for one in proposed}) == 3
    assert all(one.reason for one in proposed)


def test_the_reason_is_what_the_manager_marked_or_wrote(nb: Notebook) -> None:
    marked = reasons(nb, situation(nb, patterns=[Pattern.SOLITUDE]))
    assert marked["alone"] == "You marked: alone with a decision."
    strong = reasons(nb, situation(nb, details={"intensity": 8}))
    assert strong["heat"] == "You noted an intensity of 8."
    wrote = reasons(nb, situation(nb, body="Encore une fois, il a relu mes chiffres."))
    assert wrote["loop"] == "You wrote: “Encore une fois”."


def test_reasons_speak_french(nb: Notebook) -> None:
    with language.speaking("fr"):
        assert "la solitude du décideur" in reasons(nb, situation(nb, patterns=[Pattern.SOLITUDE]))["alone"]


def test_a_protocol_already_gone_through_comes_after_the_others(nb: Notebook) -> None:
    entry = situation(nb)
    first = choosing.proposals(nb, entry.ref, shipped())[0].protocol
    run = questioning.start(nb, first, entry.ref)
    questioning.finish(nb, questioning.answer(run, "x"))
    assert first.code not in [one.protocol.code for one in choosing.proposals(nb, entry.ref, shipped())]


def test_the_question_of_the_day_stays_all_day_and_never_returns_within_two_weeks(nb: Notebook, now: Now) -> None:
    asked: list[str] = []
    for day in range(60):
        now.at = START + timedelta(days=day)
        question = choosing.question_of_the_day(nb, shipped())
        assert question is not None
        choosing.note_question(nb, question)
        again = choosing.question_of_the_day(nb, shipped())
        assert again is not None
        assert again.text == question.text
        assert question.text not in asked[-14:]
        asked.append(question.text)


def test_an_empty_journal_is_asked_something_neutral(nb: Notebook) -> None:
    question = choosing.question_of_the_day(nb, shipped())
    assert question is not None
    assert question.text == "Which moment of the day, if any, would you like to look at more closely?"


def test_another_question_can_be_asked_for_and_the_first_does_not_come_back(nb: Notebook, now: Now) -> None:
    seen = set()
    for _turn in range(6):
        question = choosing.question_of_the_day(nb, shipped())
        assert question is not None
        assert question.text not in seen
        seen.add(question.text)
        choosing.another_question(nb, shipped())


def test_the_question_of_the_day_suits_what_is_open(nb: Notebook) -> None:
    situation(nb, patterns=[Pattern.POSTURE])
    question = choosing.question_of_the_day(nb, shipped())
    assert question is not None
    assert Pattern.POSTURE in question.protocol.patterns


def test_the_question_of_the_day_can_be_turned_off(vault: OpenVault, now: Now) -> None:
    quiet = open_notebook(vault, clock=now, settings=Settings(question_of_the_day=False))
    assert choosing.question_of_the_day(quiet, shipped()) is None
    quiet.store.close()


def test_a_learning_keeps_its_source_and_comes_back_after_a_month_as_a_question(nb: Notebook, now: Now) -> None:
    source = situation(nb).ref
    kept = learning.keep_learning(nb, "Je peux attendre.", LearningSort.LEVER, source)
    assert kept.links[0].ref == source
    assert learning.coming_back(nb) is None
    now.at += timedelta(days=31)
    back = learning.coming_back(nb)
    assert back is not None
    assert back.learning.ref == kept.ref
    assert back.question == "On 24 November you found this lever. What has become of it since?"
    learning.revisit(nb, kept.ref, "Oui, en réunion.")
    assert learning.coming_back(nb) is None
    now.at += timedelta(days=31)
    assert learning.coming_back(nb) is not None
    assert [line.ref for lines in learning.learnings(nb).values() for line in lines] == [kept.ref]


def test_a_check_in_is_for_me_and_everything_in_it_can_be_skipped(nb: Notebook) -> None:
    assert checking_in.check_in(nb) is None
    entry = checking_in.check_in(nb, load=7, word="serré", factors={Factor.VALUES: 3})
    assert entry is not None
    assert entry.audience is Audience.ME
    assert entry.details == CheckInDetails(load=7, word="serré", factors={Factor.VALUES: 3})


def test_the_curve_is_the_own_numbers_in_order(nb: Notebook, now: Now) -> None:
    for day, load in enumerate((3, 8, 5)):
        now.at = START + timedelta(days=day)
        checking_in.check_in(nb, load=load)
    assert [point.details.load for point in checking_in.curve(nb)] == [3, 8, 5]
    now.at = START + timedelta(days=400)
    assert checking_in.curve(nb) == []


def test_the_week_is_open_until_a_factor_was_noted(nb: Notebook, now: Now) -> None:
    assert checking_in.week_is_open(nb)
    checking_in.check_in(nb, factors={Factor.AUTONOMY: 4})
    assert not checking_in.week_is_open(nb)
    now.at += timedelta(days=8)
    assert checking_in.week_is_open(nb)


def test_whom_to_talk_to_names_the_numbers_and_can_be_rewritten(nb: Notebook) -> None:
    for spoken in language.languages():
        with language.speaking(spoken):
            assert all(number in checking_in.contacts(nb) for number in ("15 ", "112", "3114"))
    checking_in.keep_contacts(nb, "Dr Lune, 01")
    assert checking_in.contacts(nb) == "Dr Lune, 01"
    checking_in.keep_contacts(nb, "")
    assert "3114" in checking_in.contacts(nb)


@pytest.mark.parametrize(
    ("code", "sort"),
    [
        ("consultant", LearningSort.ECHO),
        ("certainty", LearningSort.CERTAINTY),
        ("resources", LearningSort.RESOURCE),
        ("three-times", LearningSort.INSIGHT),
    ],
)
def test_a_learning_is_first_taken_for_what_its_protocol_leads_to(nb: Notebook, code: str, sort: LearningSort) -> None:
    run = questioning.start(nb, shipped().get(code))
    done = questioning.finish(nb, questioning.answer(run, "x"))
    assert done is not None
    assert learning.likely_sort(done) is sort
    assert learning.likely_sort(None) is LearningSort.INSIGHT


def put_down_run(nb: Notebook, text: str) -> questioning.Run:
    begun = questioning.skip(questioning.start(nb, shipped().get("let-go")))
    return questioning.keep(nb, questioning.answer(begun, text))


def test_what_is_sealed_is_unreadable_until_its_date(nb: Notebook, now: Now) -> None:
    run = put_down_run(nb, "mirabelle")
    entry = questioning.finish(nb, run)
    assert entry is not None
    sealing.seal(nb, entry.ref, date(2026, 12, 24))
    with nb.store.reading() as tx:
        with pytest.raises(StillSealed):
            entries.get(tx, entry.ref)
        assert search(tx, "mirabelle", Filter(), 10) == []
        assert entries.newest(tx, Filter(), 10) == []


def test_a_seal_needs_a_day_to_come(nb: Notebook) -> None:
    run = put_down_run(nb, "x")
    entry = questioning.finish(nb, run)
    assert entry is not None
    with pytest.raises(DateNotAhead):
        sealing.seal(nb, entry.ref, START.date())


def test_what_is_destroyed_is_gone_from_entries_drafts_and_search(nb: Notebook) -> None:
    run = put_down_run(nb, "mirabelle")
    assert run.ref is not None
    sealing.destroy(nb, run)
    with nb.store.reading() as tx:
        with pytest.raises(EntryNotFound):
            entries.get(tx, run.ref)
        assert search(tx, "mirabelle", Filter(), 10) == []
    assert left_runs.open_reflections(nb) == []


def test_a_reflection_kept_earlier_can_be_destroyed(nb: Notebook) -> None:
    entry = questioning.finish(nb, put_down_run(nb, "x"))
    assert entry is not None
    sealing.destroy_entry(nb, entry.ref)
    with nb.store.reading() as tx, pytest.raises(EntryNotFound):
        entries.get(tx, entry.ref)
