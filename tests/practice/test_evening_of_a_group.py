"""A group’s evening and what comes of it: offers, promises, the months, what went into the team."""

from datetime import timedelta
from typing import Any

from journal.model.actor_map import Actor, ActorMapDetails
from journal.model.case import CaseDetails, OfferKind
from journal.model.engagement import EngagementDetails
from journal.model.entry import Entry, NewEntry, Rel
from journal.model.evening import Duty, Promise, Task
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.person import Person
from journal.model.reflection import ReflectionDetails
from journal.model.session import SessionDetails, SessionKind
from journal.practice import (
    capturing,
    casework,
    evenings,
    facilitating,
    frame_parts,
    group_months,
    known_people,
    learning,
    planning,
    reading,
    scheduling,
)
from journal.practice.notebook import Notebook
from journal.terms import term
from tests.practice.conftest import scene


def test_offers_know_what_they_are_and_who_gave_them_and_can_be_changed(notebook: Notebook, evening: Entry) -> None:
    case = casework.open_case(notebook, "Couper", session=evening.ref)
    for number, kind in enumerate(OfferKind):
        case = casework.offered(notebook, case, kind, f"ligne {number}", evening.ref)
    offers = case.details_as(CaseDetails).offers
    case = casework.change_offer(notebook, case, offers[1], offers[1].with_(text="corrigée", who="Olga Petit"))
    case = casework.change_offer(notebook, case, offers[2], None)
    case = casework.move_offer(notebook, case, offers[0], 9)
    told = [offer.text for offer in case.details_as(CaseDetails).offers]
    assert told == ["corrigée", "ligne 3", "ligne 4", "ligne 5", "ligne 0"]
    assert "- angle · corrigée (Olga Petit)" in case.body


def test_promises_name_a_member_by_what_only_one_name_begins_with(notebook: Notebook, group: Entry) -> None:
    names = [party.name for party in group.details_as(EngagementDetails).members]
    told = evenings.parse_promises("Jean : demande aux RH\nO: ?\nMorel: rappelle\nj’appelle Karim : lundi", names)
    assert told == (
        Promise(by="Jean-Baptiste Morel", text="demande aux RH"),
        Promise(text="O: ?"),
        Promise(by="Jean-Baptiste Morel", text="rappelle"),
        Promise(text="j’appelle Karim : lundi"),
    )


def test_a_corrected_member_is_corrected_in_all_evenings_and_offers(
    notebook: Notebook, group: Entry, evening: Entry
) -> None:
    olga, other = "Olga Petit", "Olivier Sand"
    told = evenings.evening_of(evening).with_(
        turn=olga,
        next_turn=olga,
        present=(other, olga),
        tasks=(Task(duty=Duty.OBSERVER, name=olga),),
        promises=(Promise(by=olga, text="demande"), Promise(by=other, text="rappelle")),
        aside=f"{olga}\u00a0: doute\n{other}\u00a0: tient\nune ligne",
    )
    session = evenings.keep_evening(notebook, evening, told)
    case = casework.open_case(notebook, "Couper", session=session.ref)
    case = casework.offered(notebook, case, OfferKind.ECHO, "moi aussi", session.ref, olga)
    number = [party.name for party in group.details_as(EngagementDetails).parties].index(olga)
    party = group.details_as(EngagementDetails).parties[number]
    frame_parts.keep_party(notebook, group, number, party.with_(name="Olga Petitjean"))
    corrected = evenings.evening_of(reading.entry(notebook, session.ref))
    assert corrected.named == ("Olga Petitjean", other)
    assert corrected.aside.splitlines() == ["Olga Petitjean\u00a0: doute", f"{other}\u00a0: tient", "une ligne"]
    case = reading.entry(notebook, case.ref)
    assert "moi aussi (Olga Petitjean)" in case.body
    people = {person.name: person.forms for person in known_people.people(notebook)}
    assert people["Olga Petitjean"] == ()  # nothing tells the old spelling any more
    assert olga not in people


def test_a_name_in_the_words_of_an_evening_still_leaves_by_its_alias(
    notebook: Notebook, group: Entry, evening: Entry
) -> None:
    told = evenings.evening_of(evening).with_(turn="Olga Petit", aside="ce que Petit a dit")
    evenings.keep_evening(notebook, evening, told)
    number = [party.name for party in group.details_as(EngagementDetails).parties].index("Olga Petit")
    party = group.details_as(EngagementDetails).parties[number]
    frame_parts.keep_party(notebook, group, number, party.with_(name="Olga Petitjean"))
    (olga,) = (each for each in known_people.people(notebook) if each.name == "Olga Petitjean")
    assert olga.forms == ("Olga Petit",)


def test_the_next_session_begins_with_what_was_promised(notebook: Notebook, group: Entry, evening: Entry) -> None:
    held = scheduling.hold(notebook, evening)
    promised = evenings.parse_promises("Olga: demande\nj’essaie", ["Olga Petit"])
    held = evenings.keep_evening(notebook, held, evenings.evening_of(held).with_(promises=promised))
    later = scheduling.plan_one(
        notebook, group.ref, notebook.clock() + timedelta(days=30), SessionDetails(number=3, meeting=SessionKind.GROUP)
    )
    assert [each.promise.text for each in evenings.promised_before(notebook, later)] == ["demande", "j’essaie"]
    evenings.kept_or_not(notebook, held, 0)
    assert [each.promise.text for each in evenings.promised_before(notebook, later)] == ["j’essaie"]


def test_the_months_show_ones_own_lines_as_they_stand(notebook: Notebook, group: Entry, evening: Entry) -> None:
    scheduling.hold(notebook, evening)
    held = reading.entry(notebook, evening.ref)
    lived = evenings.evening_of(held).with_(before="pressée", after="plus légère")
    evenings.keep_evening(notebook, held, lived)
    situation = scene(notebook, "Le couloir")
    echo = evenings.keep_echo(notebook, evening.ref, "je coupe aussi", situation.ref)
    assert {(link.rel, link.ref) for link in echo.links} == {(Rel.SOURCE, evening.ref), (Rel.ABOUT, situation.ref)}
    assert learning.sort_of(echo) is learning.LearningSort.ECHO
    found = group_months.over_the_months(notebook, group)
    assert [(word.text, word.then) for word in found["lines"]] == [("pressée", "plus légère")]
    assert [word.text for word in found["echoes"]] == ["je coupe aussi"]


def test_the_months_show_what_members_promised_one_another_and_did(
    notebook: Notebook, group: Entry, evening: Entry
) -> None:
    told = (Promise(by="Olga Petit", text="prête ses notes"), Promise(text="rappeler"), Promise(text="oublié"))
    meeting = evenings.keep_evening(notebook, evening, evenings.evening_of(evening).with_(promises=told))
    assert "together" not in group_months.over_the_months(notebook, group)
    for number in (0, 1):
        meeting = evenings.kept_or_not(notebook, meeting, number)
    found = group_months.over_the_months(notebook, group)["together"]
    assert sorted(word.text for word in found) == ["I: rappeler", "Olga Petit: prête ses notes"]
    assert {word.ref for word in found} == {evening.ref}


def test_what_is_kept_from_an_evening_bears_its_day(notebook: Notebook, evening: Entry, clock: Any) -> None:
    case = casework.open_case(notebook, "Mon cas", session=evening.ref)
    clock.pass_(days=3)
    echo = evenings.keep_echo(notebook, evening.ref, "je coupe aussi")
    casework.take_away(notebook, case, keeps=("je reste",))
    kept = next(each for each in reading.whole(notebook, Filter(kinds=(Kind.LEARNING,)), 9) if each.title == "je reste")
    assert echo.happened_at == kept.happened_at == evening.happened_at


def test_what_went_into_the_team_shows_with_what_came_of_it(notebook: Notebook, group: Entry) -> None:
    run = capturing.write(
        notebook,
        NewEntry(
            kind=Kind.REFLECTION,
            title="Avec mon équipe",
            happened_at=notebook.clock(),
            state=State.DONE,
            details=ReflectionDetails(protocol="team"),
        ),
    )
    step = planning.set_out(notebook, "Si la réunion s’enlise, alors je demande ce qui manque", source=run.ref)
    assert [word.then for word in group_months.over_the_months(notebook, group)["team"]] == [""]
    planning.look_at(notebook, step, State.DONE, helped="Inès a parlé la première\net les autres")
    [word] = group_months.over_the_months(notebook, group)["team"]
    assert word.ref == step.ref
    assert word.then.endswith(" · Inès a parlé la première")


def test_what_my_boss_expects_is_gathered_from_the_maps_of_people_each_line_once(
    notebook: Notebook, group: Entry
) -> None:
    known_people.keep_person(notebook, Person(name="Anne Roux", alias=term("boss")))
    actors = (Actor(name="Anne Roux", expects="tenir le budget"), Actor(name="Karim", expects="du temps"))
    for _day in range(2):
        details = ActorMapDetails(actors=actors)
        capturing.write(
            notebook, NewEntry(kind=Kind.ACTOR_MAP, title="Autour", happened_at=notebook.clock(), details=details)
        )
    assert [word.text for word in group_months.over_the_months(notebook, group)["boss"]] == ["tenir le budget"]


def test_the_facilitators_page_says_who_what_and_how_long(notebook: Notebook, evening: Entry) -> None:
    case = casework.open_case(notebook, "Couper", session=evening.ref)
    casework.fill(notebook, case, question="Comment rester ?", facts="Il a coupé.", help_wanted="Des angles")
    page = facilitating.facilitators_page(notebook, reading.entry(notebook, evening.ref))
    assert [part in page for part in ("Claire Vasseur", "Couper", "Comment rester ?", "Des angles", "30 min")] == [
        True
    ] * 5
    assert "Il a coupé" not in page
