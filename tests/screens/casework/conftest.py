"""What tests of an evening share: a group of four, the session that takes place now, keys as they come."""

from typing import Any

from textual import events
from textual.widgets import Input

from journal.model.case import CaseDetails
from journal.model.engagement import EngagementDetails, Form
from journal.model.entry import Ref
from journal.model.session import SessionDetails, SessionKind
from journal.practice import casework, framing, members, reading, scheduling
from journal.practice.notebook import Notebook


def with_evening(notebook: Notebook) -> Ref:
    """Make a group of four and the evening that takes place now; return its session."""
    begun = framing.begin(notebook, "Groupe", Form.GROUP)
    people = members.members_of("Jean-Baptiste Morel\nOlivier Sand\nPaul Petit")
    group = framing.reframe(notebook, begun, begun.details_as(EngagementDetails).with_(parties=people))
    details = SessionDetails(number=2, meeting=SessionKind.GROUP)
    return scheduling.plan_one(notebook, group.ref, notebook.clock(), details).ref


def prepared(house: Any, *, case: bool = True) -> tuple[Ref, Ref]:
    notebook = house.notebook()
    session = with_evening(notebook)
    made = casework.open_case(notebook, "Couper", session=session).ref if case else 0
    notebook.close()
    return session, made


def offers(app: Any, case: Ref) -> list[Any]:
    return list(reading.entry(app.journal.notebook, case).details_as(CaseDetails).offers)


async def settled(house: Any, pilot: Any) -> None:
    """Wait until what was typed is kept and shown: a line that is kept may bring another."""
    await house.settle(pilot)
    await house.settle(pilot)


async def typed(pilot: Any, rest: str) -> None:
    """Wait until every key has arrived, however busy the machine is: the last ones stand in the field."""
    for _ in range(4_000):
        if pilot.app.screen.query_one("#line", Input).value == rest:
            return
        await pilot.pause()


def strike(app: Any, text: str) -> None:
    """Send the keys of a text as they come from a keyboard: nobody waits for an answer."""
    for sign in text:
        app.post_message(events.Key("enter", "\r") if sign == "\n" else events.Key(_name(sign), sign))


def _name(sign: str) -> str:
    return {" ": "space", ":": "colon", "?": "question_mark"}.get(sign, sign)
