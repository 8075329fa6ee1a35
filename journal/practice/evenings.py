"""The evenings of a group: who was there, whose turn comes next, what was promised, and what one takes of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from journal.model.case import OfferKind
from journal.model.engagement import EngagementDetails, Form
from journal.model.entry import Entry, Link, Ref, Rel
from journal.model.evening import Evening, Phase, Promise, Task
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.learning import LearningSort
from journal.model.session import SessionDetails
from journal.practice import bringing, capturing, casework, learning, preparing, reading, scheduling
from journal.practice.bringing import brought, keep_session
from journal.practice.notebook import Notebook
from journal.same_name import name_key

_MOST = 500
_LONGEST = timedelta(hours=6)  # afterwards a clock was only left running


@dataclass(frozen=True, slots=True, repr=False)
class Promised:
    """A promise, and where it stands: the session and its place there."""

    session: Entry
    number: int
    promise: Promise


def evening_of(session: Entry) -> Evening:
    """Return the evening of a session."""
    return session.details_as(SessionDetails).evening


def group_of(notebook: Notebook, session: Entry) -> Entry | None:
    """Return the group a session belongs to; None for a session of an individual accompaniment."""
    of = scheduling.engagement_of(session)
    line = reading.line(notebook, of) if of is not None else None
    if line is None or line.unreadable or line.kind is not Kind.ENGAGEMENT:
        return None
    engagement = reading.entry(notebook, line.ref)
    return engagement if engagement.details_as(EngagementDetails).form is Form.GROUP else None


def names_in(notebook: Notebook, session: Entry, noted: Iterable[str]) -> list[str]:
    """Return the members of a session's group, and whoever was noted while they were."""
    group = group_of(notebook, session)
    members = group.details_as(EngagementDetails).members if group is not None else ()
    return list(dict.fromkeys([*(party.name for party in members), *noted]))


def keep_evening(notebook: Notebook, session: Entry, evening: Evening) -> Entry:
    """Keep what is known of an evening."""
    return keep_session(notebook, session, session.details_as(SessionDetails).with_(evening=evening))


def arrange(notebook: Notebook, session: Entry, minutes: tuple[int, ...], tasks: tuple[Task, ...]) -> Entry:
    """Keep how long each time of the method takes, and who looks after what."""
    return keep_evening(notebook, session, evening_of(session).with_(minutes=minutes, tasks=tasks))


def keep_round(
    notebook: Notebook, session: Entry, told: Mapping[str, Any], promised: str, people: Sequence[str]
) -> Entry:
    """Keep the round: who was there, what each brought and leaves with, whose turn comes next, what was promised."""
    evening = evening_of(session)
    promises = parse_promises(promised, people, evening.promises)
    return keep_evening(notebook, session, evening.with_(**told, promises=promises))


def take_home(
    notebook: Notebook, session: Entry, echoes_: Iterable[str], promised: str, aside: str, about: Ref | None
) -> Entry:
    """Keep what another's case leaves with one: echoes as learnings, promises and aide-mémoire with the session."""
    evening = evening_of(session)
    theirs = tuple(promise for promise in evening.promises if promise.by)
    mine = parse_promises(promised, (), evening.promises)
    kept = keep_evening(notebook, session, evening.with_(promises=(*theirs, *mine), aside=aside))
    known = {echo.title for echo in echoes(notebook, session.ref)}
    for line in echoes_:
        if line not in known:
            keep_echo(notebook, session.ref, line, about)
    return kept


def keep_aside(notebook: Notebook, session: Entry, text: str) -> Entry:
    """Keep the aide-mémoire on others' cases as it stands now."""
    evening = evening_of(session)
    return session if evening.aside == text else keep_evening(notebook, session, evening.with_(aside=text))


def keep_session_page(
    notebook: Notebook,
    session: Entry,
    *,
    question: str,
    expectation: str,
    brings: tuple[int, ...],
    notes: str | None = None,
    aside: str | None = None,
) -> Entry:
    """Keep the page of a session: its preparation, and of notes and aide-mémoire what it has a place for."""
    kept = preparing.prepare(notebook, session, question=question, expectation=expectation, brings=brings)
    if aside is not None:
        kept = keep_aside(notebook, kept, aside)
    if notes is not None and notes != kept.details_as(SessionDetails).notes:
        kept = keep_session(notebook, kept, kept.details_as(SessionDetails).with_(notes=notes))
    return kept


def offered(notebook: Notebook, session: Entry, kind: OfferKind, text: str, who: str, title: str) -> Entry:
    """Capture one line that somebody offered on one's own case, which is begun under a title where none was."""
    case = case_told(notebook, session) or begin_case(notebook, session, title)
    return casework.offered(notebook, case, kind, text, session.ref, who)


def tell_turn(notebook: Notebook, session: Entry, name: str) -> Entry:
    """Note which member's case it is, "" for one's own."""
    return keep_evening(notebook, session, evening_of(session).with_(turn=name))


def going_on(evening: Evening, now: datetime) -> tuple[Phase, datetime] | None:
    """Return the time of the method that goes on, and since when; None before the first and long after the last."""
    if evening.phase is None or evening.phase_began is None or now - evening.phase_began > _LONGEST:
        return None
    return evening.phase, evening.phase_began


def begin_phase(notebook: Notebook, session: Entry, phase: Phase | None, at: datetime) -> Entry:
    """Keep that a time of the method has begun, or that none goes on."""
    evening = evening_of(session).with_(phase=phase, phase_began=at if phase is not None else None)
    return keep_evening(notebook, session, evening)


def last_evening(notebook: Notebook, group: Ref) -> Entry | None:
    """Return the session of a group that was held last."""
    held = [each for each in scheduling.sessions(notebook, group) if each.state is State.HELD]
    return max(held, key=lambda session: session.happened_at, default=None)


def promises(sessions: Iterable[Entry], *, still_open: bool = True) -> list[Promised]:
    """Return what was promised in these sessions, the latest evening first."""
    ordered = sorted(sessions, key=lambda session: session.happened_at, reverse=True)
    return [
        Promised(session, number, promise)
        for session in ordered
        for number, promise in enumerate(evening_of(session).promises)
        if not (still_open and promise.kept)
    ]


def promised_before(notebook: Notebook, session: Entry) -> list[Promised]:
    """Return what was promised in earlier sessions of the same group and is open."""
    of = scheduling.engagement_of(session)
    row = scheduling.sessions(notebook, of) if of is not None else []
    return promises(each for each in row if each.happened_at < session.happened_at)


def kept_or_not(notebook: Notebook, session: Entry, number: int) -> Entry:
    """Note that a promise was kept, or take that back."""
    evening = evening_of(session)
    told = list(evening.promises)
    told[number] = told[number].with_(kept=not told[number].kept)
    return keep_evening(notebook, session, evening.with_(promises=tuple(told)))


def parse_promises(text: str, people: Sequence[str], known: Iterable[Promise] = ()) -> tuple[Promise, ...]:
    """Return what a text promises, one a line, "name: what" or only what; one that was kept stays so."""
    kept = {(promise.by, promise.text) for promise in known if promise.kept}
    found = []
    for line in text.splitlines():
        by, colon, what = line.strip(" -•·\t").partition(":")
        name = _member(by, people) if colon else None
        told = what.strip() if name is not None else line.strip(" -•·\t")
        if told:
            found.append(Promise(by=name or "", text=told, kept=(name or "", told) in kept))
    return tuple(found)


def _member(words: str, people: Sequence[str]) -> str | None:
    """Return the member whom words name: whole, or by what only one name begins with."""
    asked = name_key(words)
    if not asked:
        return None
    whole = [name for name in people if name_key(name) == asked]
    begins = [name for name in people if any(part.startswith(asked) for part in (name_key(name), *_parts(name)))]
    return whole[0] if whole else begins[0] if len(begins) == 1 else None


def _parts(name: str) -> list[str]:
    return name_key(name).split()


def told_promises(evening: Evening) -> str:
    """Return promises as they are typed."""
    return "\n".join(f"{each.by}\u00a0: {each.text}" if each.by else each.text for each in evening.promises)


def case_told(notebook: Notebook, session: Entry) -> Entry | None:
    """Return the case that one brings to a session; None when there is none."""
    lines = [reading.line(notebook, ref) for ref in brought(session)]
    found = next((line for line in lines if line is not None and line.kind is Kind.CASE), None)
    if found is None:
        linked = reading.backlinks(notebook, session.ref)
        found = next((line for rel, line in linked if rel is Rel.PART_OF and line.kind is Kind.CASE), None)
    return reading.entry(notebook, found.ref) if found is not None else None


def begin_case(notebook: Notebook, session: Entry, title: str) -> Entry:
    """Begin one's own case during the evening itself, brought to it."""
    return casework.open_case(notebook, title, session=session.ref)


def jot(notebook: Notebook, session: Entry, line: str) -> Entry:
    """Add a line to the aide-mémoire on another's case, which stays here."""
    evening = evening_of(session)
    return keep_evening(notebook, session, evening.with_(aside="\n".join(filter(None, [evening.aside, line]))))


def any_aside(notebook: Notebook) -> bool:
    """Whether anything was noted of others around a group that leaves only with a yes of its own."""
    sessions = reading.whole(notebook, Filter(kinds=(Kind.SESSION,)), _MOST)
    groups = reading.whole(notebook, Filter(kinds=(Kind.ENGAGEMENT,)), _MOST)
    return any(evening.aside or evening.promises for evening in map(evening_of, sessions)) or any(
        group.details_as(EngagementDetails).voices for group in groups
    )


def keep_echo(notebook: Notebook, session: Ref, text: str, about: Ref | None = None) -> Entry:
    """Keep what another's case taught one about one's own, linked to the session and to a situation of one's own."""
    on = bringing.lived_at(notebook, reading.entry(notebook, session))
    echo = learning.keep_learning(notebook, text, LearningSort.ECHO, session, on)
    if about is None:
        return echo
    return capturing.rewrite(notebook, echo.with_(links=(*echo.links, Link(rel=Rel.ABOUT, ref=about))))


def echoes(notebook: Notebook, session: Ref) -> list[Entry]:
    """Return the echoes kept from a session."""
    lines = [line for rel, line in reading.backlinks(notebook, session) if rel is Rel.SOURCE]
    found = [reading.entry(notebook, line.ref) for line in lines if line.kind is Kind.LEARNING]
    return [entry for entry in found if learning.sort_of(entry) is LearningSort.ECHO]
