"""A group before, during and after its evenings; and what of others' cases never leaves."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from journal.model.actor_map import Actor, ActorMapDetails
from journal.model.audience import Audience
from journal.model.case import CaseDetails, OfferKind
from journal.model.engagement import ClauseCode, EngagementDetails
from journal.model.entry import Entry, Link, NewEntry, Rel
from journal.model.evening import Promise
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.person import Person
from journal.model.reflection import ReflectionDetails
from journal.model.session import SessionDetails, SessionKind
from journal.practice import (
    capturing,
    case_questions,
    casework,
    evenings,
    facilitating,
    framing,
    group_months,
    learning,
    members,
    noticing,
    planning,
    questioning,
    reading,
    scheduling,
)
from journal.practice.bringing import brought
from journal.practice.notebook import Notebook
from journal.protocols import library
from journal.sharing import repository
from journal.sharing.colleagues import look_over
from journal.sharing.selecting import Selection
from journal.terms import term


def scene(notebook: Notebook, title: str, body: str = "") -> Entry:
    return capturing.write(
        notebook, NewEntry(kind=Kind.SITUATION, title=title, body=body, happened_at=notebook.clock())
    )


# --- before


def test_members_are_entered_once_one_a_line_and_each_has_an_alias_and_an_initial(
    notebook: Notebook, group: Entry
) -> None:
    frame = group.details_as(EngagementDetails)
    assert [(party.name, party.service, party.company) for party in frame.others] == [
        ("Jean-Baptiste Morel", "Achats", "Acmé"),
        ("Olivier Sand", "Logistique", ""),
        ("Olga Petit", "", ""),
    ]
    assert members.alias_of(notebook, "Olga Petit") not in ("", "Olga Petit")
    assert members.marks(frame.others) == {"Jean-Baptiste Morel": "J", "Olivier Sand": "O", "Olga Petit": "P"}


def test_a_group_has_clauses_of_its_own_and_another_can_be_added(notebook: Notebook, group: Entry) -> None:
    codes = {clause.code for clause in group.details_as(EngagementDetails).clauses}
    assert {
        ClauseCode.KNOWN,
        ClauseCode.OUTSIDE,
        ClauseCode.HOME,
        ClauseCode.PRESENCE,
        ClauseCode.HIERARCHY,
    } <= codes
    added = members.add_clause(notebook, group, "Les téléphones", "Ils restent dans les sacs.")
    assert "## Les téléphones\n\nIls restent dans les sacs." in added.body


def test_all_agree_in_one_gesture_and_who_agreed_before_keeps_their_day(notebook: Notebook, group: Entry) -> None:
    framing.consent(notebook, group, ClauseCode.STOP, "Olga Petit", date(2026, 3, 1))
    agreed = members.agree_all(notebook, reading.entry(notebook, group.ref), date(2026, 4, 2))
    for clause in agreed.details_as(EngagementDetails).clauses:
        days = {consent.by: consent.on for consent in clause.consents}
        assert len(days) == 4
        assert days["Olga Petit"] == (date(2026, 3, 1) if clause.code is ClauseCode.STOP else date(2026, 4, 2))


def test_one_who_left_is_no_member_any_more_and_is_kept(notebook: Notebook, group: Entry) -> None:
    frame = group.details_as(EngagementDetails)
    parties = [each.with_(left_on=date(2026, 5, 1)) if each.name == "Olga Petit" else each for each in frame.parties]
    left = framing.reframe(notebook, group, frame.with_(parties=tuple(parties)))
    now = left.details_as(EngagementDetails)
    assert "Olga Petit" not in [party.name for party in now.members]
    assert "Olga Petit" in now.named
    assert all("Olga Petit" not in [each.by for each in clause.consents] for clause in now.clauses)


def test_a_scene_set_aside_waits_until_it_becomes_a_case(notebook: Notebook, evening: Entry) -> None:
    one, other = scene(notebook, "Le couloir"), scene(notebook, "Le comité")
    for each in (one, other):
        noticing.aside_or_not(notebook, each.ref)
    noticing.aside_or_not(notebook, other.ref)
    assert [each.ref for each in noticing.set_aside(notebook)] == [one.ref]
    casework.open_case(notebook, "Couper", (one.ref,), evening.ref)
    assert noticing.set_aside(notebook) == []


def test_a_case_made_from_a_chosen_scene_takes_its_place_in_the_session(notebook: Notebook, evening: Entry) -> None:
    first, second, third = (scene(notebook, title) for title in ("Un", "Deux", "Trois"))
    links = tuple(Link(rel=Rel.BRINGS, ref=each.ref) for each in (first, second, third))
    capturing.rewrite(notebook, evening.with_(links=(*evening.links, *links)))
    case = casework.open_case(notebook, "Couper", (second.ref,), evening.ref)
    assert brought(reading.entry(notebook, evening.ref)) == (first.ref, case.ref, third.ref)


@pytest.mark.parametrize(
    ("title", "body", "case", "told"),
    [
        ("Le couloir", "J’ai fui.", "Couper", "Le couloir\n\nJ’ai fui."),
        ("Le couloir", "J’ai fui.", "Le couloir", "J’ai fui."),
        ("Le couloir", "Le couloir était vide.", "", "Le couloir était vide."),
        (
            "Une très longue phrase qui…",
            "Une très longue phrase qui continue.",
            "",
            "Une très longue phrase qui continue.",
        ),
        ("Le couloir", "", "Couper", "Le couloir"),
    ],
)
def test_the_first_sentence_is_told_once(notebook: Notebook, title: str, body: str, case: str, told: str) -> None:
    words = casework.words_to_bring(scene(notebook, title, body), case)
    assert words == told
    assert casework.added(f"avant\n\n{words}", words) == f"avant\n\n{words}"


def test_the_questions_and_the_sheet_are_one_thing(notebook: Notebook) -> None:
    protocol = library.shipped().get("peer-case")
    run = questioning.start(notebook, protocol, scene(notebook, "Le couloir").ref)
    answers = {
        "title": "Couper", "facts": "Il a coupé.", "actors": ("Karim, adjoint",), "recognised": "Karim",
        "my-side": ("rangé", "seul"), "attempts": "Rien encore.", "at-stake": "Ma place.",
        "question": "Comment rester ?", "help": "questions", "unwanted": "Des conseils.", "if-then": "Si…, alors…",
    }  # fmt: skip
    while run.prompt is not None:
        run = questioning.answer(run, answers[run.prompt.id])
    kept = questioning.finish(notebook, run)
    assert kept is not None
    sheet = case_questions.sheet_of(notebook, kept.ref)
    details = sheet.details_as(CaseDetails)
    assert sheet.title == "Couper"
    assert details.filled == 7
    assert (details.question, details.unwanted, details.recognised) == ("Comment rester ?", "Des conseils.", "Karim")
    again = case_questions.sheet_of(notebook, kept.ref)
    assert (again.ref, again.details_as(CaseDetails)) == (sheet.ref, details)


def test_members_are_compared_with_the_people_in_the_text(notebook: Notebook, group: Entry) -> None:
    frame = group.details_as(EngagementDetails)
    parties = [each.with_(reports_to="Karim Benali") if "Olga" in each.name else each for each in frame.parties]
    case = casework.fill(
        notebook,
        casework.open_case(notebook, "Couper"),
        facts="Karim Benali a coupé Olivier Sand, la nuit du 3 mars, à la Logistique.",
        recognised="Tout le monde",
    )
    found = look_over(notebook, case, parties)
    assert found.appear == ("Olivier Sand",)
    assert found.reports == (("Olga Petit", "Karim Benali"),)
    assert set(found.details) == {"Logistique", "nuit", "3 mars"}


# --- what leaves of a case


def leaving(notebook: Notebook, *refs: int, audience: Audience = Audience.GROUP) -> str:
    preview = repository.prepare(notebook, Selection(refs=refs, audience=audience, language="fr"))
    return json.dumps(preview.document.model_dump(mode="json"), ensure_ascii=False)


def test_a_sheet_leaves_with_what_one_brings_and_not_with_what_the_evening_added(
    notebook: Notebook, evening: Entry
) -> None:
    case = casework.open_case(notebook, "Couper", session=evening.ref)
    case = casework.fill(notebook, case, question="Comment rester ?", recognised="secret-1", ready_for="secret-2")
    case = casework.offered(notebook, case, OfferKind.TRY, "essayer le silence", evening.ref, "Olga Petit")
    case = casework.take_away(notebook, case, confirms=("j’ai raison",), keeps=("attendre",))
    for ref in (case.ref, evening.ref):
        told = leaving(notebook, ref)
        assert "Comment rester ?" in told
        assert not [word for word in ("secret-1", "secret-2", "silence", "raison", "attendre") if word in told]
    casework.let_leave(notebook, reading.entry(notebook, case.ref), "offers")
    for ref in (case.ref, evening.ref):
        assert "essayer le silence" in leaving(notebook, ref)
        assert "Petit" not in leaving(notebook, ref)


# --- during


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


# --- after


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
    reading.keep_person(notebook, Person(name="Anne Roux", alias=term("boss")))
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


# --- canaries
