"""The road of an accompaniment: its milestones in parts of a few minutes, and which of them is offered now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from journal.language import N_, languages
from journal.model.engagement import EngagementDetails
from journal.model.entry import Entry, Ref
from journal.model.kind import AHEAD, State
from journal.model.milestone import Milestone
from journal.model.objective import ObjectiveDetails
from journal.model.protocol import Protocol
from journal.model.review import ReviewDetails
from journal.model.session import SessionDetails, SessionKind
from journal.practice import framing, left_runs, reading, reviewing, scheduling
from journal.practice.left_runs import OpenReflection
from journal.practice.notebook import Notebook
from journal.protocols.library import Library
from journal.store import preferences

MILESTONE_WORDS = {
    Milestone.BASELINE: N_("Where I start from"),
    Milestone.HALFWAY: N_("Part of the way along"),
    Milestone.CLOSING: N_("The closing synthesis"),
    Milestone.LATER: N_("Three months later"),
}
OF_MEETING = {
    SessionKind.FRAMING: Milestone.BASELINE,
    SessionKind.INTERIM: Milestone.HALFWAY,
    SessionKind.CLOSING: Milestone.CLOSING,
}
_FIRST_WEEKS = timedelta(days=42)
_BEFORE_A_MEETING = timedelta(days=14)
_QUARTER = timedelta(days=91)
_AFTER = timedelta(days=85)  # three months, and the week before
_ASIDE = "road.aside"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a milestone: the questions, what they are about, the runs that are done, and one left for later."""

    protocol: Protocol
    about: Ref
    done: tuple[Entry, ...] = ()
    left: str = ""

    @property
    def last(self) -> Entry | None:
        """The run that was done last."""
        return self.done[-1] if self.done else None


@dataclass(frozen=True, slots=True)
class Offer:
    """A milestone that suits now: of which engagement, and whether anything of it was begun."""

    engagement: Entry
    which: Milestone
    quarter: int = 0  # of the engagement, where it comes back each quarter

    @property
    def name(self) -> str:
        """What is kept where it is laid aside: for good, or for this quarter."""
        return f"{self.engagement.ref} {self.which.value}" + (f" {self.quarter}" if self.quarter else "")


def parts(notebook: Notebook, library: Library, engagement: Ref, which: Milestone) -> list[Part]:
    """Return the parts of a milestone that are about the accompaniment as a whole."""
    protocols = [one for one in library.protocols if one.review is which and one.about is None]
    return _parts(notebook, protocols, engagement, which)


def objective_parts(notebook: Notebook, library: Library, objective: Ref, which: Milestone) -> list[Part]:
    """Return the questions that a milestone asks of one objective."""
    protocols = [one for one in library.protocols if one.review is which and one.about is not None]
    return _parts(notebook, protocols, objective, which)


def _parts(notebook: Notebook, protocols: list[Protocol], about: Ref, which: Milestone) -> list[Part]:
    with notebook.store.reading() as tx:
        found = reviewing.reviews(tx, about, which)
    left = [one for one in left_runs.open_reflections(notebook) if one.about == about]
    return [_part(protocol, about, found, left) for protocol in protocols]


def _part(protocol: Protocol, about: Ref, found: list[Entry], left: list[OpenReflection]) -> Part:
    own = [each for each in found if each.details_as(ReviewDetails).protocol == protocol.code]
    unfinished = {each.ref for each in own if each.state is State.OPEN}
    titles = {protocol.title.in_(language) for language in languages()}
    keys = [one.key for one in left if one.ref in unfinished or (one.ref is None and one.title in titles)]
    done = tuple(each for each in own if each.state is not State.OPEN)
    return Part(protocol, about, done, keys[0] if keys else "")


@dataclass(frozen=True, slots=True, repr=False)
class Rated:
    """Where one saw oneself with an objective on a day, what the number meant, and in which look at the road."""

    on: date
    value: int
    words: str = ""
    which: Milestone | None = None


def ratings(notebook: Notebook, objective: Ref) -> list[Rated]:
    """Return one's own ratings of an objective, oldest first, each with its words where a review gave it any."""
    with notebook.store.reading() as tx:
        found = [each for which in Milestone for each in reviewing.reviews(tx, objective, which)]
    told = {
        each.happened_at.date(): Rated(
            each.happened_at.date(), rating.value, rating.words, each.details_as(ReviewDetails).which
        )
        for each in sorted(found, key=lambda each: each.happened_at)
        if each.state is State.DONE
        for rating in each.details_as(ReviewDetails).ratings
    }
    details = reading.entry(notebook, objective).details_as(ObjectiveDetails)
    plain = {each.on: Rated(each.on, each.value) for each in details.ratings}
    kept = {day: told[day] if day in told and told[day].value == one.value else one for day, one in plain.items()}
    return [each for _day, each in sorted((told | kept).items())]


# --- what is offered


def offer(notebook: Notebook) -> Offer | None:
    """Return the milestone that suits now and was neither begun nor laid aside; None when there is none."""
    aside = _laid_aside(notebook)
    for each in _suiting(notebook):
        for_good = f"{each.engagement.ref} {each.which.value}"
        if aside.isdisjoint({each.name, for_good}) and not _begun(notebook, each.engagement, each.which):
            return each
    return None


def lay_aside(notebook: Notebook, offered: Offer) -> None:
    """Offer this no more, or no more this quarter; it stays where it is, on the page of the engagement."""
    with notebook.store.writing() as tx:
        known = preferences.get(tx, _ASIDE)
        names = [str(each) for each in known] if isinstance(known, list) else []
        preferences.put(tx, _ASIDE, [*names, offered.name])


def _laid_aside(notebook: Notebook) -> set[str]:
    with notebook.store.reading() as tx:
        known = preferences.get(tx, _ASIDE)
    return {str(each) for each in known} if isinstance(known, list) else set()


def _suiting(notebook: Notebook) -> Iterator[Offer]:
    today = notebook.clock().date()
    for engagement in framing.engagements(notebook, ended=True):
        frame = engagement.details_as(EngagementDetails)
        began = frame.starts_on or engagement.happened_at.date()
        if engagement.state is State.CLOSED and _three_months_on(frame, engagement, today):
            yield Offer(engagement, Milestone.LATER)
        elif engagement.state is State.CLOSING:
            yield Offer(engagement, Milestone.CLOSING)
        elif engagement.state in (State.FRAMING, State.DEVELOPMENT):
            quarter, into = divmod(today - began, _QUARTER)
            if -_BEFORE_A_MEETING <= today - began <= _FIRST_WEEKS:
                yield Offer(engagement, Milestone.BASELINE)
            elif _meeting_near(notebook, engagement.ref, SessionKind.INTERIM, today) or (
                quarter > 0 and into <= _FIRST_WEEKS and framing.objectives(notebook, engagement.ref)
            ):
                yield Offer(engagement, Milestone.HALFWAY, quarter)


def _three_months_on(frame: EngagementDetails, engagement: Entry, today: date) -> bool:
    ended = frame.ended_on or frame.ends_on or engagement.updated_at.date()
    return _AFTER <= today - ended <= _AFTER + _QUARTER


def _meeting_near(notebook: Notebook, engagement: Ref, meeting: SessionKind, today: date) -> bool:
    return any(
        each.state in AHEAD
        and each.details_as(SessionDetails).meeting is meeting
        and timedelta() <= each.happened_at.date() - today <= _BEFORE_A_MEETING
        for each in scheduling.sessions(notebook, engagement)
    )


def _begun(notebook: Notebook, engagement: Entry, which: Milestone) -> bool:
    """Whether a part of the milestone was begun, in the last quarter where it comes back each quarter."""
    abouts = [engagement.ref, *(each.ref for each in framing.objectives(notebook, engagement.ref))]
    with notebook.store.reading() as tx:
        found = [each for about in abouts for each in reviewing.reviews(tx, about, which)]
    since = notebook.clock() - _QUARTER
    return any(which is not Milestone.HALFWAY or each.happened_at >= since for each in found)


def engagement_of_objective(notebook: Notebook, objective: Ref) -> Ref | None:
    """Return the engagement of an objective."""
    return scheduling.engagement_of(reading.entry(notebook, objective))


def meeting_of(notebook: Notebook, engagement: Ref, which: Milestone) -> Entry | None:
    """Return the meeting of three of a milestone: the next one, else the last one; None for none."""
    kinds = {kind for kind, milestone in OF_MEETING.items() if milestone is which}
    row = [
        each
        for each in scheduling.sessions(notebook, engagement)
        if each.details_as(SessionDetails).meeting in kinds and each.state is not State.CANCELLED
    ]
    ahead = [each for each in row if each.state in AHEAD]
    return ahead[0] if ahead else row[-1] if row else None
