"""Parts of a composed page beside what is brought: where the road stands, and what became of the last session."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from journal.model.entry import Entry, EntryLine, Ref, Rel
from journal.model.filter import Filter
from journal.model.kind import AHEAD, Kind, State
from journal.model.kind_spec import spec_of
from journal.model.learning import LearningDetails, LearningSort
from journal.model.session import SessionDetails, SessionKind
from journal.store import due_steps, entries
from journal.store.due_steps import ComingStep
from journal.store.store import Tx

_MOST_SESSIONS = 500
_EARLY = timedelta(hours=3)  # what is kept of a session may be noted from shortly before it on


@dataclass(frozen=True)
class Road:
    """The session that lies ahead (none where it is told what came since the last one), and what stands around it."""

    session: Entry | None = None
    previous: Entry | None = None
    between: tuple[int, ...] = ()  # numbers of the sessions that are still to come before this one
    engagement: Entry | None = None
    told_in: Entry | None = None  # the session of a group in which the only case is told
    minutes_held: int = 0
    took: tuple[Entry, ...] = field(default=(), repr=False)
    plans: tuple[Entry, ...] = field(default=(), repr=False)
    steps: tuple[Entry, ...] = field(default=(), repr=False)
    objectives: tuple[Entry, ...] = field(default=(), repr=False)
    evidence: Mapping[Ref, tuple[Entry, ...]] = field(default_factory=dict, repr=False)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All whose words may be told, beside what is brought."""
        own = (self.session,) if self.session else ()
        found = (each for told in self.evidence.values() for each in told)
        return (*own, *self.took, *self.plans, *self.steps, *self.objectives, *found)

    def is_chosen(self, step: Entry) -> bool:
        """Whether a step was chosen for the session, by itself or with its plan; one that only moved since was not."""
        return self.names(step) or any(plan.ref in linked(step, Rel.PART_OF) for plan in self.plans if self.names(plan))

    def names(self, entry: Entry) -> bool:
        """Whether an entry was chosen by itself; where there is no session all that is told was asked for."""
        return self.session is None or entry.ref in linked(self.session, Rel.BRINGS)

    def plan_of(self, step: Entry) -> Entry | None:
        """Return the plan that a step is part of."""
        refs = linked(step, Rel.PART_OF)
        return next((plan for plan in self.plans if plan.ref in refs), None)


def linked(entry: Entry, rel: Rel) -> tuple[Ref, ...]:
    """Return the entries to which an entry stands so, in order."""
    return tuple(link.ref for link in entry.links if link.rel is rel)


def to_session(tx: Tx, session: Entry) -> Road:
    """Return the road to a session that lies ahead."""
    engagement = next(iter(_entries(tx, linked(session, Rel.PART_OF), Kind.ENGAGEMENT)), None)
    held = _held_before(tx, engagement, session.happened_at) if engagement else []
    previous = held[0] if held else None
    between = _ahead_of(tx, engagement, session) if engagement else ()
    brought = linked(session, Rel.BRINGS)
    start = previous.happened_at if previous else None
    plans, steps = _plans_and_steps(tx, start, session.happened_at.date(), brought)
    objectives = _objectives(tx, engagement) if engagement else ()
    return Road(
        session=session,
        previous=previous,
        between=between,
        engagement=engagement,
        minutes_held=sum(each.details_as(SessionDetails).minutes for each in held),
        took=_took(tx, previous, session.happened_at) if previous else (),
        plans=plans,
        steps=steps,
        objectives=objectives,
        evidence={each.ref: _evidence(tx, each.ref) for each in objectives},
    )


def since_session(tx: Tx, ref: Ref, until: date) -> Road:
    """Return what became of a session that was held, up to a day."""
    previous = entries.get(tx, ref)
    plans, steps = _plans_and_steps(tx, previous.happened_at, until, ())
    took = _took(tx, previous, datetime.max.replace(tzinfo=previous.happened_at.tzinfo))
    return Road(previous=previous, took=took, plans=plans, steps=steps)


def of_case(tx: Tx, case: Entry) -> Road:
    """Return the last session of a group to which a case is brought, with the method that it follows."""
    refs = [
        *linked(case, Rel.PART_OF),
        *(line.ref for rel, line in entries.backlinks(tx, case.ref) if rel is Rel.BRINGS),
    ]
    found = _entries(tx, dict.fromkeys(refs), Kind.SESSION)
    of_groups = [each for each in found if each.details_as(SessionDetails).meeting is SessionKind.GROUP]
    return Road(told_in=max(of_groups, key=lambda session: session.happened_at, default=None))


def of_plans(tx: Tx, chosen: Iterable[Entry]) -> Road:
    """Return the plans among what was chosen with their steps, and the plans that chosen steps are part of."""
    told = tuple(chosen)
    steps = [each for each in told if each.kind is Kind.STEP]
    named = _entries(tx, dict.fromkeys(ref for step in steps for ref in linked(step, Rel.PART_OF)), Kind.PLAN)
    own = [each for each in told if each.kind is Kind.PLAN]
    plans = {each.ref: each for each in (*own, *named)}
    found = {each.ref: each for plan in own for each in _steps_of(tx, plan.ref)}
    return Road(plans=tuple(plans.values()), steps=tuple(found.values()))


def _held_before(tx: Tx, engagement: Entry, moment: datetime) -> list[Entry]:
    """Return the sessions of an engagement that were held before a moment, newest first."""
    wanted = Filter(kinds=(Kind.SESSION,), states=(State.HELD,), until=moment, linked_to=engagement.ref)
    lines = entries.newest(tx, wanted, _MOST_SESSIONS)
    return [each for each in entries.readable(tx, [line.ref for line in lines]) if each.happened_at < moment]


def _ahead_of(tx: Tx, engagement: Entry, session: Entry) -> tuple[int, ...]:
    """Return the numbers of the sessions of an engagement that lie ahead of one that lies ahead too."""
    wanted = Filter(kinds=(Kind.SESSION,), states=AHEAD, until=session.happened_at, linked_to=engagement.ref)
    lines = [line for line in entries.newest(tx, wanted, _MOST_SESSIONS) if line.ref != session.ref]
    numbers = (each.details_as(SessionDetails).number for each in entries.readable(tx, [line.ref for line in lines]))
    return tuple(sorted(number for number in numbers if number < session.details_as(SessionDetails).number))


def _took(tx: Tx, previous: Entry, until: datetime) -> tuple[Entry, ...]:
    """Return the learnings and steps that came of a session, or of a case told in it, oldest first."""
    links = entries.backlinks(tx, previous.ref)
    cases = [line.ref for rel, line in links if rel is Rel.PART_OF and line.kind is Kind.CASE]
    cases += [each.ref for each in _entries(tx, linked(previous, Rel.BRINGS), Kind.CASE)]
    for case in dict.fromkeys(cases):
        links += entries.backlinks(tx, case)
    since = previous.happened_at - _EARLY
    lines = {
        line.ref: line
        for rel, line in links
        if rel is Rel.SOURCE and line.kind in (Kind.LEARNING, Kind.STEP) and since <= line.happened_at < until
    }
    ordered = sorted(lines.values(), key=lambda line: (line.happened_at, line.ref))
    found = entries.readable(tx, [line.ref for line in ordered])
    return tuple(entry for entry in found if not _echoes(entry))


def _echoes(entry: Entry) -> bool:
    """Whether an entry is an echo of a peer's case: it leaves when it is chosen, never along with a session."""
    return isinstance(entry.details, LearningDetails) and entry.details.sort is LearningSort.ECHO


def _plans_and_steps(
    tx: Tx, start: datetime | None, last: date, brought: tuple[Ref, ...]
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Return the plans concerned and their steps: those brought, and those with a step that moved or comes back."""
    moved = [each.line.ref for each in due_steps.steps(tx, start) if _moved(each, start, last)] if start else []
    chosen = [each for each in _entries(tx, brought) if each.kind in (Kind.PLAN, Kind.STEP)]
    single = {each.ref: each for each in chosen if each.kind is Kind.STEP}
    single |= {each.ref: each for each in _entries(tx, moved, Kind.STEP)}
    plans = {each.ref: each for each in chosen if each.kind is Kind.PLAN}
    parts = dict.fromkeys(ref for step in single.values() for ref in linked(step, Rel.PART_OF))
    plans |= {each.ref: each for each in _entries(tx, parts, Kind.PLAN)}
    steps = {step.ref: step for plan in plans for step in _steps_of(tx, plan)}
    loose = sorted(ref for ref in single if ref not in steps)
    return tuple(plans.values()), (*steps.values(), *(single[ref] for ref in loose))


def _moved(step: ComingStep, start: datetime, last: date) -> bool:
    """Whether a step was written or looked at since, or comes back by a day."""
    if step.line.happened_at >= start or (step.looked_at is not None and step.looked_at >= start.date()):
        return True
    return step.line.state is State.OPEN and step.review_on is not None and step.review_on <= last


def _steps_of(tx: Tx, plan: Ref) -> list[Entry]:
    lines = [line for rel, line in entries.backlinks(tx, plan) if rel is Rel.PART_OF and line.kind is Kind.STEP]
    return sorted(entries.readable(tx, [line.ref for line in lines]), key=lambda step: step.ref)


def _objectives(tx: Tx, engagement: Entry) -> tuple[Entry, ...]:
    """Return the shared objectives of an engagement that are open, in the order in which they were agreed."""
    wanted = Filter(kinds=(Kind.OBJECTIVE,), states=(State.OPEN,), linked_to=engagement.ref)
    lines = entries.newest(tx, wanted, _MOST_SESSIONS)
    return tuple(sorted(entries.readable(tx, [line.ref for line in lines]), key=lambda each: each.ref))


def _evidence(tx: Tx, objective: Ref) -> tuple[Entry, ...]:
    lines = [line for rel, line in entries.backlinks(tx, objective) if rel is Rel.EVIDENCE and _may_be_told(line)]
    return tuple(entries.readable(tx, [line.ref for line in lines]))


def _may_be_told(line: EntryLine) -> bool:
    return not spec_of(line.kind).private and line.state is not State.SEALED


def _entries(tx: Tx, refs: Iterable[Ref], kind: Kind | None = None) -> list[Entry]:
    """Return the entries that may be told of: neither gone nor in the trash, sealed or private."""
    lines = [line for ref in refs if (line := entries.line_of(tx, ref)) is not None and _may_be_told(line)]
    return entries.readable(tx, [line.ref for line in lines if kind is None or line.kind is kind])


__all__ = ["AHEAD", "Road", "linked", "of_case", "of_plans", "since_session", "to_session"]
