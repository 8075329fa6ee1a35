"""Service of frames: the parties, what each expects, shared objectives, the agreement; in any order."""

from datetime import date
from typing import Any

from journal.model.engagement import (
    ClauseCode,
    Consent,
    EngagementDetails,
    Form,
)
from journal.model.entry import Entry, EntryLine, Link, NewEntry, Ref, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.objective import ObjectiveDetails, Rating
from journal.practice import capturing, parties, reading
from journal.practice.clauses import wordings
from journal.practice.notebook import Notebook
from journal.practice.pages import engagement_page, objective_page
from journal.store import entries
from journal.store.store import Tx

_MOST = 1000
ENDED = (State.CLOSED, State.WITHDRAWN)
# Defaults of a peer group: eight evenings of two hours, one every five weeks.
USUAL_GROUP: dict[str, int] = {"planned_sessions": 8, "planned_minutes": 960, "rhythm_days": 35}


def begin(notebook: Notebook, title: str, form: Form = Form.INDIVIDUAL, starts_on: date | None = None) -> Entry:
    """Open an engagement in its framing stage, with the usual rhythm of its form and the clauses to agree on."""
    usual = USUAL_GROUP if form is Form.GROUP else {}
    details = EngagementDetails(form=form, starts_on=starts_on, clauses=wordings(form), **usual)
    return capturing.write(
        notebook,
        NewEntry(
            kind=Kind.ENGAGEMENT,
            title=title,
            body=engagement_page(details),
            happened_at=notebook.clock(),
            details=details,
        ),
    )


def reframe(notebook: Notebook, engagement: Entry, details: EngagementDetails, title: str | None = None) -> Entry:
    """Keep changed parties, expectations, clauses or figures of an engagement."""
    others = [each.details_as(EngagementDetails) for each in engagements(notebook) if each.ref != engagement.ref]
    before = reading.entry(notebook, engagement.ref).details_as(EngagementDetails)
    parties.introduce(notebook, details, before, others)
    return capturing.rewrite(
        notebook,
        engagement.with_(details=details, body=engagement_page(details), title=title or engagement.title),
    )


def all_of(notebook: Notebook, engagement: Entry) -> tuple[Ref, ...]:
    """Return an engagement with what makes no sense without it: its sessions and its objectives."""
    parts = Filter(kinds=(Kind.SESSION, Kind.OBJECTIVE), linked_to=engagement.ref)
    with notebook.store.reading() as tx:
        return (engagement.ref, *(line.ref for line in entries.newest(tx, parts, _MOST)))


def thrown_with(notebook: Notebook, ref: Ref) -> tuple[Ref, ...]:
    """Return what comes back with an entry of the trash: with an engagement what went there with it, else itself.

    A session or an objective takes its engagement along where that lies there as well: without it, no page of the
    road would show it.
    """
    with notebook.store.reading() as tx:
        together = entries.thrown_with(tx, ref, Kind.ENGAGEMENT)
        whole = [part for part in _thrown_parts(tx, ref) if part in together]
        lying = entries.newest(tx, Filter(kinds=(Kind.ENGAGEMENT,), trashed=True), _MOST)
        return (ref, *whole, *(each.ref for each in lying if ref in _thrown_parts(tx, each.ref)))


def _thrown_parts(tx: Tx, engagement: Ref) -> list[Ref]:
    parts = Filter(kinds=(Kind.SESSION, Kind.OBJECTIVE), linked_to=engagement, trashed=True)
    return [line.ref for line in entries.newest(tx, parts, _MOST)]


def change_frame(notebook: Notebook, engagement: Entry, /, title: str | None = None, **changes: Any) -> Entry:
    """Keep some of what is agreed on, and everything else of the frame as it stands."""
    frame = engagement.details_as(EngagementDetails)
    return reframe(notebook, engagement, frame.with_(**changes), title)


def consent(notebook: Notebook, engagement: Entry, code: ClauseCode, by: str, on: date) -> Entry:
    """Note that somebody agreed to a clause."""
    details = engagement.details_as(EngagementDetails)
    clauses = tuple(
        clause.with_(consents=(*clause.consents, Consent(by=by, on=on))) if clause.code is code else clause
        for clause in details.clauses
    )
    return reframe(notebook, engagement, details.with_(clauses=clauses))


def enter_stage(notebook: Notebook, engagement: Entry, stage: State) -> Entry:
    """Move an engagement to another stage; withdrawal has its own way out, in `withdrawing`."""
    return capturing.rewrite(notebook, engagement.with_(state=stage))


def agree_objective(notebook: Notebook, engagement: Ref, title: str, signs: tuple[str, ...] = ()) -> Entry:
    """Keep a shared objective with the signs by which its progress will be seen."""
    details = ObjectiveDetails(signs=signs)
    return capturing.write(
        notebook,
        NewEntry(
            kind=Kind.OBJECTIVE,
            title=title,
            body=objective_page(details),
            happened_at=notebook.clock(),
            links=(Link(rel=Rel.PART_OF, ref=engagement),),
            details=details,
        ),
    )


def change_objective(notebook: Notebook, objective: Entry, title: str, signs: tuple[str, ...]) -> Entry:
    """Keep another wording of an objective or of its signs; ratings stay."""
    details = objective.details_as(ObjectiveDetails).with_(signs=signs)
    return capturing.rewrite(notebook, objective.with_(title=title, details=details, body=objective_page(details)))


def rate(notebook: Notebook, objective: Entry, value: int) -> Entry:
    """Keep one's own rating of an objective, dated today."""
    details = objective.details_as(ObjectiveDetails).rated(Rating(on=notebook.clock().date(), value=value))
    return capturing.rewrite(notebook, objective.with_(details=details))


def bear_witness(notebook: Notebook, entry: Ref, objective: Ref) -> Entry:
    """Link an entry to an objective as evidence; doing it twice changes nothing."""
    witness = reading.entry(notebook, entry)
    link = Link(rel=Rel.EVIDENCE, ref=objective)
    return (
        witness if link in witness.links else capturing.rewrite(notebook, witness.with_(links=(*witness.links, link)))
    )


def evidence(notebook: Notebook, objective: Ref) -> list[EntryLine]:
    """Return the entries that bear witness to an objective, newest first."""
    lines = [line for rel, line in reading.backlinks(notebook, objective) if rel is Rel.EVIDENCE]
    return sorted(lines, key=lambda line: line.happened_at, reverse=True)


def engagements(notebook: Notebook, *, ended: bool = False) -> list[Entry]:
    """Return the engagements that are under way (or, with `ended`, all of them), oldest first."""
    states = () if ended else (State.FRAMING, State.DEVELOPMENT, State.CLOSING)
    return reading.whole(notebook, Filter(kinds=(Kind.ENGAGEMENT,), states=states), limit=100)[::-1]


def groups(notebook: Notebook) -> list[Entry]:
    """Return the peer groups, ended ones included, oldest first."""
    return [each for each in engagements(notebook, ended=True) if each.details_as(EngagementDetails).form is Form.GROUP]


def objectives(notebook: Notebook, engagement: Ref) -> list[Entry]:
    """Return the shared objectives of an engagement, in the order in which they were agreed."""
    found = reading.whole(notebook, Filter(kinds=(Kind.OBJECTIVE,), linked_to=engagement), limit=100)
    return sorted(found, key=lambda objective: objective.ref)
