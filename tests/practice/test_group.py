"""A group before its evenings: members, agreement, cases; and what of others’ cases never leaves."""

import json
from datetime import date

import pytest

from journal.model.audience import Audience
from journal.model.case import CaseDetails, OfferKind
from journal.model.engagement import ClauseCode, EngagementDetails, Form, Party, Role
from journal.model.entry import Entry, Link, Rel
from journal.practice import (
    capturing,
    case_questions,
    casework,
    framing,
    members,
    noticing,
    questioning,
    reading,
)
from journal.practice.bringing import brought
from journal.practice.notebook import Notebook
from journal.protocols import library
from journal.sharing import repository
from journal.sharing.colleagues import look_over
from journal.sharing.selecting import Selection
from tests.practice.conftest import scene

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


def test_among_three_all_agree_to_what_nobody_had_agreed_to(notebook: Notebook) -> None:
    begun = framing.begin(notebook, "Post", Form.INDIVIDUAL)
    trio = tuple(Party(role=role, name=role.value) for role in (Role.MANAGER, Role.SPONSOR, Role.PRACTITIONER))
    framed = framing.change_frame(notebook, begun, parties=trio)
    framing.consent(notebook, framed, ClauseCode.STOP, "sponsor", date(2026, 3, 1))
    agreed = members.agree_all(notebook, reading.entry(notebook, begun.ref), date(2026, 4, 2))
    frame = agreed.details_as(EngagementDetails)
    assert not frame.unagreed
    counts = {clause.code: len(clause.consents) for clause in frame.clauses}
    assert counts.pop(ClauseCode.STOP) == 1
    assert set(counts.values()) == {3}


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
