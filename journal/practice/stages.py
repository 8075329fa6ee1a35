"""The stages of an engagement: what moving on proposes, the move itself, and the one key that goes back."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from journal.model.engagement import EngagementDetails, LetGo, Move
from journal.model.entry import Entry, Ref, Rel
from journal.model.kind import AHEAD, Kind, State
from journal.model.session import SessionDetails, SessionKind
from journal.practice import framing, scheduling
from journal.practice.notebook import Notebook
from journal.store import entries, entry_writing
from journal.store.store import Tx

NEXT = {
    State.FRAMING: State.DEVELOPMENT,
    State.DEVELOPMENT: State.CLOSING,
    State.CLOSING: State.CLOSED,
}
WAY_BACK = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What moving to the next stage would mean: objectives that are open, sessions that still lie ahead."""

    stage: State
    open_objectives: tuple[Entry, ...]
    ahead: tuple[Entry, ...]
    to_plan: int


def proposal(notebook: Notebook, engagement: Entry) -> Proposal | None:
    """Return what the next stage proposes; None where there is none."""
    stage = NEXT.get(engagement.state)
    if stage is None:
        return None
    objectives = [each for each in framing.objectives(notebook, engagement.ref) if each.state is State.OPEN]
    row = scheduling.sessions(notebook, engagement.ref)
    ahead = [each for each in row if _may_go(each, stage)]
    return Proposal(stage, tuple(objectives), tuple(ahead), scheduling.still_to_plan(notebook, engagement))


def _may_go(session: Entry, stage: State) -> bool:
    """Whether a session could be let go: at the close all that lie ahead, before it all but the closing one."""
    last = session.details_as(SessionDetails).meeting is SessionKind.CLOSING
    return session.state in AHEAD and (stage is not State.CLOSING or not last)


def move_on(notebook: Notebook, engagement: Ref, stage: State, *, let_go: bool = False) -> Entry:
    """Move to a stage; where the engagement ends, what lay ahead is let go, before that only when it is wished."""
    at = notebook.clock()
    with notebook.store.writing() as tx:
        return moved(tx, engagement, stage, at, let_go=let_go or stage in framing.ENDED)


def moved(tx: Tx, ref: Ref, stage: State, at: datetime, *, let_go: bool) -> Entry:
    """Move an engagement inside a transaction, and note the way back."""
    engagement = entries.get(tx, ref)
    gone = []
    for session in entries.readable(tx, _parts(tx, ref)) if let_go else ():
        if session.kind is Kind.SESSION and _may_go(session, stage):
            gone.append(LetGo(ref=session.ref, was=session.state))
            entry_writing.change(tx, session.with_(state=State.CANCELLED), at, keep_revision=False)
    details = engagement.details_as(EngagementDetails)
    changed = details.with_(
        move=Move(was=engagement.state, on=at.date(), let_go=tuple(gone)),
        ended_on=at.date() if stage in framing.ENDED else None,
    )
    return entry_writing.change(tx, engagement.with_(state=stage, details=changed), at, keep_revision=False)


def way_back(engagement: Entry, today: date) -> date | None:
    """Return until when the last move can be taken back; None when there is none, or its thirty days are over."""
    move = engagement.details_as(EngagementDetails).move
    if move is None or today - move.on > WAY_BACK:
        return None
    return move.on + WAY_BACK


def go_back(notebook: Notebook, ref: Ref) -> Entry:
    """Take the last move back: the stage before, and with it the sessions that were let go and not touched since."""
    at = notebook.clock()
    with notebook.store.writing() as tx:
        engagement = entries.get(tx, ref)
        details = engagement.details_as(EngagementDetails)
        if details.move is None or way_back(engagement, at.date()) is None:
            return engagement
        was = {each.ref: each.was for each in details.move.let_go}
        for session in entries.readable(tx, list(was)):
            if session.state is State.CANCELLED and session.trashed_at is None:
                entry_writing.change(tx, session.with_(state=was[session.ref]), at, keep_revision=False)
        changed = details.with_(move=None, ended_on=None)
        return entry_writing.change(
            tx, engagement.with_(state=details.move.was, details=changed), at, keep_revision=False
        )


def _parts(tx: Tx, engagement: Ref) -> list[Ref]:
    return [line.ref for rel, line in entries.backlinks(tx, engagement) if rel is Rel.PART_OF]
