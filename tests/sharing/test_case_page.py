"""The page of a case for its group: its question on top, offers by kind, the method and its times, names by alias."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest

from journal.model.audience import Audience
from journal.model.case import CASE_FIELDS
from journal.model.entry import Entry, Link, Rel
from journal.model.kind import Kind
from journal.model.session import SessionDetails
from journal.sharing.rendering import render
from journal.sharing.repository import prepare
from journal.sharing.selecting import Selection
from tests.sharing.conftest import AHEAD, Way, markdown_of


def in_a_group(way: Way, **evening: Any) -> Entry:
    """Make a session of a group with its evening."""
    told_by = [{"duty": "teller", "name": "Karim"}, {"duty": "facilitator", "name": "Rose Petit"}]
    details = {"meeting": "group", "number": 3, "evening": {"minutes": [7, 0, 20, 5, 5], "tasks": told_by} | evening}
    part = Link(rel=Rel.PART_OF, ref=way.engagement.ref)
    return way.keeper.write(Kind.SESSION, title="S", state="planned", happened_at=AHEAD, links=(part,), details=details)


def test_a_case_for_the_group_has_its_question_on_top_and_offers_by_kind(way: Way) -> None:
    offers = [
        {"kind": "angle", "text": "Du côté de Karim.", "who": "Rose Petit"},
        {"kind": "question", "text": "Et Karim ?"},
        {"kind": "angle", "text": "Vu de loin."},
    ]
    sheet = {"facts": "Karim part.", "question": "Que dire à Karim ?", "stake": "canari", "recognised": "canari"}
    leaving = ("facts", "question", "offers")
    case = way.keeper.write(
        Kind.CASE, title="Karim s’en va", details=sheet | {"offers": offers, "leaving": leaving, "keeps": ["canari"]}
    )
    preview = prepare(way.keeper, Selection(refs=(case.ref,), audience=Audience.GROUP, language="fr"))
    assert [item.title for item in preview.document.items] == [
        "Ma question",
        "Notre façon de faire",
        "Les faits",
        "Ce que d’autres ont proposé",
        "Notes",
    ]
    page = markdown_of(preview)
    assert "reste dans le groupe" in page
    assert "ma cheffe" in page.lower()
    assert [words for words in ("Karim", "Rose", "canari") if words in page] == []
    assert page.index("Et N-1 A") < page.index("Du côté") < page.index("Vu de loin")
    assert preview.lines == ()
    assert preview.refs == (case.ref,)


@pytest.mark.parametrize(("turn", "named"), [("", True), ("Rose Petit", False)])
def test_a_case_for_the_group_tells_the_times_of_its_own_evening_and_who_does_what_by_alias(
    way: Way, turn: str, named: bool
) -> None:
    session = in_a_group(way, turn=turn)
    sheet = {"facts": "Un fait.", "question": "Que dire ?", "attempts": "Rien.", "stake": "Moi.", "actors": "Deux."}
    case = way.keeper.write(Kind.CASE, title="Cas", details=sheet, links=(Link(rel=Rel.PART_OF, ref=session.ref),))
    preview = prepare(way.keeper, Selection(refs=(case.ref,), audience=Audience.GROUP, language="fr"))
    page = markdown_of(preview)
    assert "récit, 7\u202fmin" in page or "récit, 7 min" in page
    assert "clarification" not in page
    assert "pour comprendre" not in page
    assert ("N-1 A raconte" in page, "anime" in page) == (named, named)
    assert "Rose" not in page
    with pikepdf.open(BytesIO(render(preview.document, "pdf"))) as file:
        assert len(file.pages) == 1  # the room to write shares the page


def test_the_page_of_a_groups_session_tells_the_method_and_to_a_practitioner_no_roles(way: Way) -> None:
    session = in_a_group(way)
    for audience, roles in ((Audience.GROUP, True), (Audience.PRACTITIONER, False)):
        page = markdown_of(prepare(way.keeper, Selection(refs=(session.ref,), audience=audience, language="fr")))
        assert "Notre façon de faire" in page
        assert ("N-1 A raconte" in page) is roles
    left = session.details_as(SessionDetails).ticked("method", leaves=False)
    way.keeper.change(session.with_(details=left))
    page = markdown_of(prepare(way.keeper, Selection(refs=(session.ref,), audience=Audience.GROUP, language="fr")))
    assert "Notre façon de faire" not in page


@pytest.mark.parametrize(("told", "asks"), [("", True), ("question", False), ("scene", False)])
def test_the_page_of_a_session_that_brings_a_case_with_its_question_has_one(way: Way, told: str, asks: bool) -> None:
    leaving = tuple(name for name in CASE_FIELDS if name != told)
    sheet = {"question": "Que dire ?", "leaving": leaving}
    case = way.keeper.write(Kind.CASE, title="Cas", details=sheet, body="Que dire ?")
    session = in_a_group(way)
    details = session.details_as(SessionDetails)
    if told == "scene":
        details = details.ticked(f"scene:{case.ref}", leaves=False)
    way.keeper.change(session.with_(details=details, links=(*session.links, Link(rel=Rel.BRINGS, ref=case.ref))))
    preview = prepare(way.keeper, Selection(refs=(session.ref,), audience=Audience.GROUP, language="fr"))
    assert preview.without_question is not asks
