"""Reading the journal: what a manager finds again, and what stays closed."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from journal.errors import EntryNotFound, PersonNotFound
from journal.errors.refusals import StillSealed
from journal.model.audience import Audience
from journal.model.entry import Entry, Link, NewEntry, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.pattern import Pattern
from journal.model.person import Person
from journal.model.situation import SituationDetails
from journal.practice import capturing, known_people, reading, versions
from journal.practice.differing import Sort, difference
from journal.practice.notebook import Notebook, open_what_is_due

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def keep(notebook: Notebook, **fields: object) -> Entry:
    new = NewEntry.model_validate({"kind": Kind.SITUATION, "title": "A", "happened_at": NOON} | fields)
    return capturing.write(notebook, new)


def told(old: str, new: str) -> list[tuple[str, str]]:
    return [(change.sort.value, change.text) for change in difference(old, new)]


def test_the_list_is_read_by_month_and_by_stretch(notebook: Notebook) -> None:
    refs = [keep(notebook, happened_at=NOON - timedelta(days=days)).ref for days in (0, 1, 2, 40)]
    assert [(month.month, month.count) for month in reading.months(notebook, Filter())] == [(11, 3), (10, 1)]
    assert [line.ref for line in reading.in_month(notebook, Filter(), 2026, 11, 1, 9)] == refs[1:3]
    place = reading.place_in_month(notebook, Filter(), refs[2])
    assert place is not None
    assert (place[0].ref, place[1]) == (refs[2], 2)


def test_search_finds_without_accents_and_forgets_the_trash(notebook: Notebook) -> None:
    ref = keep(notebook, body="La réunion de l’école").ref
    assert [found.line.ref for found in reading.search(notebook, "ecole")] == [ref]
    reading.trash(notebook, ref)
    assert reading.search(notebook, "ecole") == []
    reading.untrash(notebook, ref)
    assert len(reading.search(notebook, "ecole")) == 1
    reading.purge(notebook, ref)
    with pytest.raises(EntryNotFound):
        reading.entry(notebook, ref)


def test_backlinks_lead_to_what_is_about_an_entry(notebook: Notebook) -> None:
    about = keep(notebook)
    link = Link(rel=Rel.ABOUT, ref=about.ref)
    reflection = keep(notebook, kind=Kind.REFLECTION, links=(link,))
    assert [(rel, line.ref) for rel, line in reading.backlinks(notebook, about.ref)] == [(Rel.ABOUT, reflection.ref)]


def test_an_earlier_wording_comes_back_and_the_present_one_stays_an_earlier_one(notebook: Notebook) -> None:
    kept = keep(
        notebook,
        title="A",
        body="un",
        people=("Karim",),
        tags=("codir",),
        patterns=(Pattern.SOLITUDE,),
        details=SituationDetails(intensity=7),
    )
    spoilt = kept.with_(
        title="B",
        body="deux",
        people=("Karima",),
        tags=(),
        patterns=(),
        happened_at=kept.happened_at - timedelta(days=3),
        audience=Audience.PRACTITIONER,
        details=SituationDetails(for_group=True),
    )
    capturing.rewrite(notebook, spoilt)
    restored = versions.restore(notebook, kept.ref, 1)
    assert restored.details == SituationDetails(intensity=7, for_group=True)
    assert restored.audience is Audience.PRACTITIONER  # for whom it is stays as it is now
    same = ("title", "body", "people", "tags", "patterns", "happened_at")
    assert [getattr(restored, name) for name in same] == [getattr(kept, name) for name in same]
    spoilt_one, first = reading.revisions(notebook, kept.ref)
    assert [(old.title, old.body) for old in (spoilt_one, first)] == [("B", "deux"), ("A", "un")]
    assert versions.told(first, spoilt_one) == "“A” · who · tags · recognised in it · when · intensity"


def test_each_version_tells_what_differs_and_one_that_kept_the_text_alone_puts_that_back(notebook: Notebook) -> None:
    kept = keep(notebook, title="A", body="un deux trois", people=("Karim",))
    named = capturing.rewrite(notebook, kept.with_(people=("Karim", "Léa")))
    capturing.rewrite(notebook, named.with_(body="un deux"))
    second, first = reading.revisions(notebook, kept.ref)
    present = versions.as_version(reading.entry(notebook, kept.ref))
    assert versions.told(second, present) == "“trois”"
    assert versions.told(first, second) == "who"
    assert versions.beside(first, second) == [("who", "Karim")]
    with notebook.store.writing() as tx:
        tx.run("UPDATE revision SET beside = ''")
    assert versions.beside(reading.revisions(notebook, kept.ref)[-1], present) == []
    assert versions.restore(notebook, kept.ref, 1).people == ("Karim", "Léa")


def test_earlier_wordings_of_what_is_sealed_stay_closed_until_its_day(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = capturing.rewrite(notebook, keep(notebook, body="lourd").with_(body="plus lourd"))
    until = notebook.clock() + timedelta(days=7)
    sealing = kept.with_(state=State.SEALED, details=SituationDetails(sealed_until=until))
    capturing.rewrite(notebook, sealing)
    for closed in (reading.revisions, reading.entry):
        with pytest.raises(StillSealed):
            closed(notebook, kept.ref)
    assert len(reading.sealed_until(notebook)) == 1
    monkeypatch.setattr(notebook, "clock", lambda: until)
    assert open_what_is_due(notebook) == 1
    assert [old.body for old in reading.revisions(notebook, kept.ref)] == ["plus lourd", "lourd"]


@pytest.mark.parametrize(
    "at",
    [
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
        datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=timezone(timedelta(hours=-12))),
        datetime(1969, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=5, minutes=45))),
    ],
)  # fmt: skip
def test_no_date_makes_the_lists_unreadable(notebook: Notebook, at: datetime) -> None:
    ref = keep(notebook, happened_at=at).ref
    (line,) = reading.newest(notebook, Filter(), 9)
    assert (line.happened_at, line.happened_at.utcoffset()) == (at, at.utcoffset())
    assert reading.entry(notebook, ref).happened_at == at


def test_people_are_met_in_entries_and_then_given_an_alias(notebook: Notebook) -> None:
    ref = keep(notebook, people=("Karim", "Nadia")).ref
    karim, nadia = known_people.people(notebook)
    assert [(each.name, each.alias) for each in (karim, nadia)] == [("Karim", "P1"), ("Nadia", "P2")]
    known_people.keep_person(notebook, karim.with_(alias="le directeur", forms=("KB",)))
    assert keep(notebook, people=("kb",)).people == ("Karim",)
    assert nadia.id is not None
    known_people.forget_person(notebook, nadia.id)
    assert reading.entry(notebook, ref).people == ("Karim",)
    with pytest.raises(PersonNotFound):
        known_people.forget_person(notebook, nadia.id)


def test_somebody_new_never_takes_an_alias_in_use(notebook: Notebook) -> None:
    known_people.keep_person(notebook, Person(name="Paul", alias="P2"))
    keep(notebook, people=("Karim",))
    assert sorted(each.alias for each in known_people.people(notebook)) == ["P2", "P3"]


def test_a_difference_is_told_by_words_in_reading_order() -> None:
    assert told("Il a dit non hier.", "Il a dit oui hier.") == [
        ("same", "Il a dit "),
        ("removed", "non"),
        ("added", "oui"),
        ("same", " hier."),
    ]
    assert told("", "neuf") == [("added", "neuf")]
    assert told("même", "même") == [("same", "même")]
    assert told("", "") == []


@pytest.mark.slow_proof
def test_both_wordings_can_be_read_back_from_their_difference(proof_count: Callable[[int, int], int]) -> None:
    choose = random.Random(20261124)
    pieces = ("a", "é", " ", "  ", "\n", "\n\n", "mot", "« ", "!", "👩‍💻", "\t")
    for _ in range(proof_count(300, 20_000)):
        old, new = ("".join(choose.choices(pieces, k=choose.randint(0, 14))) for _ in "12")
        changes = difference(old, new)
        assert "".join(each.text for each in changes if each.sort is not Sort.ADDED) == old
        assert "".join(each.text for each in changes if each.sort is not Sort.REMOVED) == new
        assert all(each.text for each in changes)
