"""What is shown is what is written: the document, its digest, what stays, and what is aliased in it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from journal.errors.refusals import NotForSponsor, NothingSelected, StillSealed
from journal.language import speaking
from journal.model.audience import Audience
from journal.model.engagement import Party, Role
from journal.model.entry import Entry, Link, Rel
from journal.model.kind import Kind, State
from journal.model.person import Person
from journal.sharing import readers
from journal.sharing.previewing import Material, compose
from journal.sharing.remainders import Decision
from journal.sharing.selecting import Dates, Names, Selection

Maker = Callable[..., Entry]
COACH = Audience.PRACTITIONER


@pytest.fixture
def material(entry: Maker, known: tuple[Person, ...]) -> Material:
    return Material(
        entries=(
            entry(12, title="Karim a tranché", body="Rose Petit et KB, chez Acmé.", tags=("karim", "budget")),
            entry(14, Kind.CHECKIN, title="Météo", body="serré"),
            entry(15, state=State.SEALED),
            entry(16, title="Autre"),
        ),
        people=known,
    )


def test_outside_names_are_aliased_in_title_body_and_tags(material: Material) -> None:
    item = compose(material, Selection(refs=(12,), audience=COACH)).document.items[0]
    assert (item.title, item.body) == ("N-1 A a tranché", "Ma cheffe et N-1 A, chez Acmé.")
    assert item.tags == ("N-1 A", "budget")
    assert item.record is None


def test_for_myself_names_stay_and_the_record_is_complete(material: Material) -> None:
    item = compose(material, Selection(refs=(12,))).document.items[0]
    assert item.title == "Karim a tranché"
    assert item.record is not None
    assert item.record["details"] == {"intensity": None, "sealed_until": None, "for_group": False}


def test_for_myself_aliases_can_be_asked_for(material: Material) -> None:
    document = compose(material, Selection(refs=(12,), names=Names.ALIAS)).document
    assert "Karim" not in document.model_dump_json()
    assert "karim" not in document.model_dump_json()


def test_sessions_of_two_engagements_are_told_apart_for_myself_alone(entry: Maker, known: tuple[Person, ...]) -> None:
    frames = [entry(1, Kind.ENGAGEMENT, title="Avec Karim"), entry(2, Kind.ENGAGEMENT, title="Huit")]
    links = [(Link(rel=Rel.PART_OF, ref=each.ref),) for each in frames]
    held = [entry(3 + at, Kind.SESSION, title="Séance 1", links=links[at]) for at in (0, 1)]
    material = Material(
        entries=(*frames, *held, entry(5, Kind.SESSION, title="Séance 2", links=links[0])), people=known
    )

    def titles(refs: tuple[int, ...], **chosen: Any) -> list[str]:
        return [item.title for item in compose(material, Selection(refs=refs, **chosen)).document.items]

    assert titles((1, 2, 3, 4, 5))[2:] == ["Séance 1 · Avec Karim", "Séance 1 · Huit", "Séance 2"]
    assert titles((1, 2, 3, 4), names=Names.ALIAS)[2:] == ["Séance 1 · Avec N-1 A", "Séance 1 · Huit"]
    alone = titles((3, 4))
    assert all(title.startswith("Séance 1 · ") and "2026" in title for title in alone), alone
    assert not [title for title in titles((3, 4), audience=COACH) if "·" in title]


def test_others_see_positions_and_not_how_many_entries_there_are(material: Material) -> None:
    preview = compose(material, Selection(refs=(16, 12), audience=COACH))
    assert [item.ref for item in preview.document.items] == [1, 2]
    assert preview.refs == (16, 12)


def test_private_and_sealed_entries_stay_unless_chosen_one_by_one(material: Material) -> None:
    preview = compose(material, Selection(refs=(12, 14, 15), audience=COACH))
    assert preview.left_out == (14, 15)
    assert compose(material, Selection(refs=(14,), audience=COACH, include_private=(14,))).refs == (14,)


def test_a_sealed_entry_cannot_leave_before_its_date(material: Material) -> None:
    with pytest.raises(StillSealed):
        compose(material, Selection(refs=(15,), include_private=(15,)))


def test_nothing_selected_is_said(material: Material) -> None:
    for refs in ((), (14,), (999,)):
        with pytest.raises(NothingSelected):
            compose(material, Selection(refs=refs, audience=COACH))


@pytest.mark.parametrize("ref", [12, 14, 16])
def test_the_sponsor_receives_no_entry(material: Material, ref: int) -> None:
    with pytest.raises(NotForSponsor) as refused:
        compose(material, Selection(refs=(ref,), audience=Audience.SPONSOR))
    assert refused.value.exit_code == 7


def test_the_digest_is_stable_and_moves_with_every_character(material: Material, entry: Maker) -> None:
    selection = Selection(refs=(12,), audience=COACH)
    first = compose(material, selection)
    assert compose(material, selection).digest == first.digest
    moved = Material((entry(12, title="Karim a tranche", body="x"),), material.people)
    assert compose(moved, selection).digest != first.digest
    assert compose(material, selection.with_(title="Pour vous")).digest != first.digest


def test_dates_are_told_exactly_by_week_or_not_at_all(material: Material) -> None:
    told = {
        dates: compose(material, Selection(refs=(12,), audience=COACH, language="fr", dates=dates)).document.items[0]
        for dates in Dates
    }
    assert (told[Dates.EXACT].when, told[Dates.EXACT].dated) == (
        "2026-11-12T18:42",
        "12 novembre 2026, 18\u00a0h\u00a042",
    )
    assert (told[Dates.WEEK].when, told[Dates.WEEK].dated) == ("2026-W46", "semaine du 9 novembre 2026")
    assert (told[Dates.NONE].when, told[Dates.NONE].dated) == ("", "")


@pytest.mark.parametrize(("seconds", "later"), [(0, 0), (31, 0), (31, 600)])
def test_the_time_of_writing_does_not_leave_with_the_day(entry: Maker, seconds: int, later: int) -> None:
    happened = datetime(2026, 11, 12, 18, 42, seconds, tzinfo=UTC)
    made = entry(12, title="t", body="b", happened_at=happened, created_at=happened + timedelta(seconds=later))
    item = compose(Material((made,)), Selection(refs=(12,), audience=COACH)).document.items[0]
    assert (item.when, item.dated) == ("2026-11-12", "12 November 2026")
    mine = compose(Material((made,)), Selection(refs=(12,))).document.items[0]
    assert mine.when == happened.isoformat()


def test_blurred_dates_are_in_no_record_either(material: Material) -> None:
    document = compose(material, Selection(refs=(12,), dates=Dates.NONE)).document
    assert "2026" not in document.model_dump_json()


def test_what_may_have_been_missed_is_pointed_out_and_decisions_are_remembered(material: Material) -> None:
    selection = Selection(refs=(12,), audience=COACH)
    assert [each.words for each in compose(material, selection).remainders] == ["Acmé"]
    kept = Material(material.entries, material.people, (Decision(words="Acmé", action="keep"),))
    assert compose(kept, selection).remainders == ()
    replaced = (Decision(words="Acmé", action="replace", by="notre client", ref=12),)
    preview = compose(Material(material.entries, material.people, replaced), selection)
    assert preview.document.items[0].body == "Ma cheffe et N-1 A, chez notre client."


def test_the_opening_is_aliased_and_looked_through_as_well(material: Material) -> None:
    preview = compose(material, Selection(refs=(12,), audience=COACH, opening="Que dire à Karim et à Zoé ?"))
    assert preview.document.opening == "Que dire à N-1 A et à Zoé ?"
    assert [each.words for each in preview.remainders if each.place == "opening"] == ["Zoé"]
    assert len(preview.opening_marks) == 1


def test_words_are_those_of_the_readers_language(material: Material) -> None:
    document = compose(material, Selection(refs=(16,), audience=COACH, language="fr")).document
    assert document.audience_words == "pour le praticien"
    both = compose(material, Selection(refs=(16, 12), audience=COACH, language="fr")).document
    assert both.title == "2 situations"
    assert document.title == "Autre"


def test_a_tag_is_pointed_out_with_the_name_it_repeats(entry: Maker, known: tuple[Person, ...]) -> None:
    told = Material((entry(1, title="T", body="Nous avons parlé de Vierzon.", tags=("vierzon", "budget")),), known)
    remainders = compose(told, Selection(refs=(1,), audience=COACH)).remainders
    assert [(each.words, each.place) for each in remainders] == [("Vierzon", "body"), ("vierzon", "tags")]


def party(role: Role, name: str) -> Party:
    return Party(role=role, name=name)


def test_readers_are_told_who_are_named_in_what_they_will_read(entry: Maker, known: tuple[Person, ...]) -> None:
    parties = (
        party(Role.PEER, "Lucie Vernet"),
        party(Role.PEER, "Jean Roux"),
        party(Role.PRACTITIONER, "Rose Petit"),
        party(Role.SPONSOR, "Anne Prat"),
    )
    material = Material(
        (entry(1, title="Avec Lucie", body="ROSE et Anne écoutent."),), known, parties=parties, recipients=("Zoé Mar",)
    )
    told = {each: compose(material, Selection(refs=(1,), audience=each)).readers for each in (COACH, Audience.GROUP)}
    assert told == {COACH: ("Rose Petit",), Audience.GROUP: ("Lucie Vernet", "Rose Petit")}
    assert compose(material, Selection(refs=(1,))).readers == ()
    named = Material((entry(1, title="Vu Zoé", body="x"),), known, parties=parties, recipients=("Zoé Mar",))
    assert compose(named, Selection(refs=(1,), audience=COACH)).readers == ("Zoé Mar",)


def test_the_sentence_about_readers_names_one_or_several() -> None:
    with speaking("fr"):
        assert readers.told(()) == ""
        assert readers.told(("Lucie Vernet",)) == "Lucie Vernet lira ce qui part et y figure."
        assert readers.told(("A", "B", "C")) == "A, B et C liront ce qui part et y figurent."


def test_parties_whom_the_journal_does_not_know_yet_are_pointed_out(entry: Maker) -> None:
    material = Material((entry(1, title="T", body="zoltan est venu"),), parties=(party(Role.PEER, "Zoltan"),))
    assert [each.words for each in compose(material, Selection(refs=(1,), audience=COACH)).remainders] == ["zoltan"]


def test_a_tag_can_be_left_at_home_everywhere_or_in_one_entry(entry: Maker) -> None:
    both = tuple(entry(ref, title="T", body="b", tags=("Orion", "budget")) for ref in (1, 2))
    everywhere = Material(both, decisions=(Decision(words="orion", action="omit"),), listed=("Orion",))
    preview = compose(everywhere, Selection(refs=(1, 2), audience=COACH))
    assert [item.tags for item in preview.document.items] == [("budget",), ("budget",)]
    assert preview.remainders == ()
    once = Material(both, decisions=(Decision(words="orion", action="omit", ref=2),))
    tags = [item.tags for item in compose(once, Selection(refs=(1, 2), audience=COACH)).document.items]
    assert tags == [("Orion", "budget"), ("budget",)]
    assert compose(everywhere, Selection(refs=(1,))).document.items[0].tags == ("Orion", "budget")
