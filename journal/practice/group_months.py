"""Over the months: what a group changed, gathered from one's own words as they stand; nothing is counted or judged."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from journal.language import N_, _
from journal.model.actor_map import ActorMapDetails
from journal.model.case import CaseDetails, OfferKind
from journal.model.engagement import EngagementDetails
from journal.model.entry import Entry, Ref, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.learning import LearningSort
from journal.model.plan import StepDetails
from journal.model.reflection import ReflectionDetails
from journal.practice import casework, known_people, learning, planning, reading, scheduling
from journal.practice.evenings import evening_of, promises
from journal.practice.notebook import Notebook
from journal.practice.people_by_role import is_boss
from journal.practice.states_in_words import state_word
from journal.practice.tellings import tellings, told_twice

_MOST = 400
_CONSTRAINTS = (("zoom-out", "system"),)  # answers that name them
_OF_MY_BOSS = (("posture", "their-stakes"), ("zoom-out", "stakes"), ("my-role", "they-expect"))
_MEANS = (OfferKind.TRY, OfferKind.ECHO)

HEADINGS = {
    "lines": N_("Before a session, and after"),
    "load": N_("Loads put down"),
    "certainties": N_("Certainties that moved"),
    "echoes": N_("What others’ cases taught me"),
    "means": N_("Means of action received"),
    "constraints": N_("Constraints I named"),
    "boss": N_("What I understood of those above me"),
    "tellings": N_("One scene, told twice"),
    "team": N_("Taken to my team, and what came of it"),
    "together": N_("Promised to one another, and kept"),
    "colleagues": N_("Colleagues I can call"),
}


@dataclass(frozen=True, slots=True, repr=False)
class Word:
    """One line of one's own, the day it is from, and the entry it stands in."""

    text: str
    on: date | None = None
    ref: Ref | None = None
    then: str = ""  # the later of two lines that stand side by side


def over_the_months(notebook: Notebook, group: Entry) -> dict[str, list[Word]]:
    """Return what was gathered under the headings that have anything, oldest first."""
    frame = group.details_as(EngagementDetails)
    begin = frame.starts_on
    sessions = scheduling.sessions(notebook, group.ref)
    reflections = [each for each in _whole(notebook, Kind.REFLECTION) if _since(each, begin)]
    learnt = [each for each in _whole(notebook, Kind.LEARNING) if _since(each, begin)]
    found = {
        "lines": [*_lines(sessions)],
        "load": [_word(each) for each in reflections if _protocol(each) == "let-go" and each.state is not State.SEALED],
        "certainties": [_word(each) for each in learnt if learning.sort_of(each) is LearningSort.CERTAINTY],
        "echoes": [_word(each) for each in learnt if learning.sort_of(each) is LearningSort.ECHO],
        "means": [*_means(notebook, {session.ref for session in sessions})],
        "constraints": [*_answers(reflections, _CONSTRAINTS)],
        "boss": [*_answers(reflections, _OF_MY_BOSS), *_on_the_map(notebook, begin)],
        "tellings": [*_tellings(learnt), *_told_twice(notebook, reflections)],
        "team": [*_taken_to_the_team(notebook, reflections)],
        "together": [*_kept(sessions)],
        "colleagues": [Word(f"{party.name} · {party.call_for}") for party in frame.others if party.call_for],
    }
    return {name: words for name, words in found.items() if words}


def _whole(notebook: Notebook, kind: Kind) -> list[Entry]:
    return reading.whole(notebook, Filter(kinds=(kind,)), _MOST)[::-1]


def _since(entry: Entry, begin: date | None) -> bool:
    return begin is None or entry.happened_at.date() >= begin


def _word(entry: Entry) -> Word:
    text = entry.title
    if isinstance(entry.details, ReflectionDetails):
        text = next((each.words for each in entry.details.asked[::-1] if each.words.strip()), entry.title)
    return Word(text.splitlines()[0] if text else entry.title, entry.happened_at.date(), entry.ref)


def _protocol(entry: Entry) -> str:
    return entry.details.protocol if isinstance(entry.details, ReflectionDetails) else ""


def _lines(sessions: list[Entry]) -> Iterator[Word]:
    for session in sessions:
        evening = evening_of(session)
        if evening.before or evening.after:
            yield Word(evening.before, session.happened_at.date(), session.ref, evening.after)


def _means(notebook: Notebook, sessions: set[Ref]) -> Iterator[Word]:
    for case in casework.cases(notebook)[::-1]:
        for offer in case.details_as(CaseDetails).offers:
            if offer.kind in _MEANS and offer.session in sessions:
                yield Word(offer.text, case.happened_at.date(), case.ref)


def _answers(reflections: list[Entry], asked_in: tuple[tuple[str, str], ...]) -> Iterator[Word]:
    for entry in reflections:
        details = entry.details_as(ReflectionDetails)
        for asked in details.asked:
            if (details.protocol, asked.prompt) in asked_in and asked.words.strip():
                yield Word(asked.words.splitlines()[0], entry.happened_at.date(), entry.ref)


def _tellings(learnt: list[Entry]) -> Iterator[Word]:
    """Find certainties told again since: the first telling, and the last answer when it came back."""
    for entry in learnt:
        again = learning.met_again(entry)
        if again:
            yield Word(entry.title, entry.happened_at.date(), entry.ref, again[-1][1].splitlines()[0])


def _on_the_map(notebook: Notebook, begin: date | None) -> Iterator[Word]:
    """Find what one's boss expects, on the maps of people: whoever is named or aliased by the term, each line once."""
    people, said = known_people.people(notebook), set[str]()
    for entry in _whole(notebook, Kind.ACTOR_MAP):
        for actor in entry.details_as(ActorMapDetails).actors:
            called = {actor.name, *(each.alias for each in people if each.name == actor.name)}
            if actor.expects and actor.expects not in said and _since(entry, begin) and any(map(is_boss, called)):
                said.add(actor.expects)
                yield Word(actor.expects, entry.happened_at.date(), entry.ref)


def _told_twice(notebook: Notebook, reflections: list[Entry]) -> Iterator[Word]:
    """Find scenes that were questioned more than once or told again: the scene, and the last words about it."""
    for ref in dict.fromkeys(link.ref for each in reflections for link in each.links if link.rel is Rel.ABOUT):
        line = reading.line(notebook, ref)
        if line is not None and line.kind is Kind.SITUATION and told_twice(notebook, ref):
            yield Word(line.title, line.happened_at.date(), ref, tellings(notebook, ref)[-1].last)


def _kept(sessions: list[Entry]) -> Iterator[Word]:
    """Find what members promised one another and did, oldest first."""
    for each in promises(sessions, still_open=False)[::-1]:
        if each.promise.kept:
            by, words = each.promise.by, each.promise.text
            told = _("{name}: {words}").format(name=by, words=words) if by else _("I: {words}").format(words=words)
            yield Word(told, each.session.happened_at.date(), each.session.ref)


def _taken_to_the_team(notebook: Notebook, reflections: list[Entry]) -> Iterator[Word]:
    """Find what was taken to the team: the steps that came of it, with what they became when they came back."""
    for reflection in reflections:
        if _protocol(reflection) != "team" or reflection.state is State.SEALED:
            continue
        steps = planning.steps_of(notebook, reflection.ref)
        for step in steps:
            yield Word(step.title, reflection.happened_at.date(), step.ref, _became(step))
        if not steps:
            yield _word(reflection)


def _became(step: Entry) -> str:
    outcomes = step.details_as(StepDetails).outcomes
    if not outcomes:
        return ""
    helped = outcomes[-1].helped.strip().splitlines()[:1]
    return " · ".join([state_word(Kind.STEP, outcomes[-1].became), *helped])
