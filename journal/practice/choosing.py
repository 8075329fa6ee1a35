"""Choice of protocols: three protocols for a situation, each with its reason, and the question of the day."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from journal.language import N_, _, facts, languages
from journal.model.entry import Entry, Ref, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.model.milestone import Milestone
from journal.model.pattern import Pattern
from journal.model.protocol import Prompt, Protocol, Theme
from journal.model.reflection import ReflectionDetails
from journal.model.situation import SituationDetails
from journal.practice import framing
from journal.practice.notebook import Notebook
from journal.practice.patterns_in_words import PATTERN_WORDS
from journal.practice.seasons import in_season
from journal.protocols.library import Library
from journal.store import entries, preferences

PROPOSED = 3
BURNING = 7  # from this intensity on, `heat` comes first: a choice of order, said in its reason, nothing else
NEVER_WITHIN = timedelta(days=14)
_HISTORY = "questions-of-the-day"
_RECENT = 30
_ON_AN_EMPTY_PAGE = "three-times/what"  # presupposes nothing of somebody who has written nothing yet

# The protocol that a pattern leads to first; the others that suit it follow in the order of the library.
_FIRST = {
    Pattern.OPERATIONS: "zoom-out",
    Pattern.POSTURE: "posture",
    Pattern.RELATIONS: "managers",
    Pattern.SOLITUDE: "alone",
}

THEME_WORDS = {
    Theme.DAY: N_("Day by day"),
    Theme.SCENE: N_("Going back to a scene"),
    Theme.OTHERS: N_("My place, and other people"),
    Theme.CHOICE: N_("Deciding, and looking further ahead"),
    Theme.ROAD: N_("Along the road"),
    None: N_("Your own"),
}

_ANY = (
    ("zoom-out", N_("To see what surrounds the scene.")),
    ("slow-motion", N_("To look at one precise moment.")),
    ("three-times", N_("To go through it in five minutes.")),
    ("certainty", N_("To look at what you take for certain in it.")),
    ("resources", N_("To find what you can lean on.")),
    ("loop", N_("To look at what comes back.")),
)


_OF_NO_SCENE = frozenset({"week"})


@dataclass(frozen=True, slots=True)
class Proposal:
    """A protocol that could suit, and the reason in words; none is imposed."""

    protocol: Protocol
    reason: str


def proposals(nb: Notebook, ref: Ref, library: Library) -> tuple[Proposal, ...]:
    """Return three proposals for an entry: what it calls for, and at most one that the season calls for.

    Protocols it has already been through come last, and a reflection is never offered its own protocol.
    """
    with nb.store.reading() as tx:
        entry = entries.get(tx, ref)
        earlier = [line.ref for rel, line in entries.backlinks(tx, ref) if rel is Rel.ABOUT]
        reflections = entries.readable(tx, earlier)
    done = {one.details.protocol for one in reflections if isinstance(one.details, ReflectionDetails)}
    own = entry.details.protocol if isinstance(entry.details, ReflectionDetails) else ""
    called_for = _apart(_reasons(entry, library), {own}, library)
    fresh = [proposal for proposal in called_for if proposal.protocol.code not in done]
    known = [proposal for proposal in called_for if proposal.protocol.code in done]
    season = _apart(in_season(nb), {own, *done}, library)[:1]
    taken = {proposal.protocol.code for proposal in season}
    rest = [proposal for proposal in (*fresh, *known) if proposal.protocol.code not in taken]
    return (*rest[: PROPOSED - len(season)], *season)


def _apart(reasons: Iterable[tuple[str, str]], without: set[str], library: Library) -> list[Proposal]:
    """Return a proposal for each code once, in order, but for some."""
    found: dict[str, Proposal] = {}
    for code, reason in reasons:
        if code not in without:
            found.setdefault(code, Proposal(library.get(code), reason))
    return list(found.values())


def _reasons(entry: Entry, library: Library) -> Iterator[tuple[str, str]]:
    details = entry.details
    strong = details.intensity if isinstance(details, SituationDetails) else None
    if strong is not None and strong >= BURNING:
        yield "heat", _("You noted an intensity of {level}.").format(level=strong)
    for pattern in entry.patterns:
        reason = _("You marked: {pattern}.").format(pattern=_(PATTERN_WORDS[pattern]))
        suiting = [protocol.code for protocol in of_scenes(library) if pattern in protocol.patterns]
        suiting.sort(key=lambda code: code != _FIRST[pattern])
        most = PROPOSED if len(entry.patterns) == 1 else 1
        yield from ((code, reason) for code in suiting[:most])
    text = f"{entry.title}\n{entry.body}"
    for code, words in _calls().items():
        if cue := re.search(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE):
            yield code, _("You wrote: “{words}”.").format(words=cue.group())
    yield from ((code, _(reason)) for code, reason in _ANY)


@cache
def _calls() -> dict[str, str]:
    """Return the words that recall a protocol, of all languages: nobody has to write in the one they read."""
    told = [facts(language).get("calls", {}) for language in languages()]
    codes = dict.fromkeys(code for calls in told for code in calls)
    return {code: "|".join(calls[code] for calls in told if code in calls) for code in codes}


def by_theme(library: Library) -> dict[Theme | None, tuple[Protocol, ...]]:
    """Return every protocol under its heading, in the order of the library; a person's own without one come last."""
    themes = (*Theme, None)
    found = {theme: tuple(one for one in of_scenes(library) if one.theme is theme) for theme in themes}
    return {theme: protocols for theme, protocols in found.items() if protocols}


def of_scenes(library: Library) -> Iterator[Protocol]:
    """Yield the protocols that an entry can be questioned with; reviews look at the road, and begin there."""
    return (one for one in library.protocols if one.review is None)


def looks_at_no_scene(code: str) -> bool:
    """Whether a protocol looks at a stretch of time, so that what it asks belongs to no one situation."""
    return code in _OF_NO_SCENE


def matching(library: Library, words: str) -> tuple[Protocol, ...]:
    """Return the protocols whose title, purpose or questions hold every word, without case and accents."""
    wanted = _bare(words).split()
    return tuple(one for one in of_scenes(library) if all(word in _bare(_all_words(one)) for word in wanted))


def _all_words(protocol: Protocol) -> str:
    return " ".join([protocol.title.here, protocol.purpose.here, *(each.question.here for each in protocol.prompts)])


def _bare(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(sign))


@dataclass(frozen=True, slots=True)
class DayQuestion:
    """The question of a day and the protocol it comes from."""

    protocol: Protocol
    prompt: Prompt

    @property
    def text(self) -> str:
        """The question in the language spoken now."""
        return (self.prompt.daily or self.prompt.question).here


def question_of_the_day(nb: Notebook, library: Library) -> DayQuestion | None:
    """Return today's question, none of the last two weeks; None when it is turned off.

    `note_question` keeps it for the day once it was shown.
    """
    if not nb.settings.question_of_the_day:
        return None
    today = nb.clock().date()
    with nb.store.reading() as tx:
        history = _read_history(preferences.get(tx, _HISTORY), today)
        recent = entries.newest(tx, Filter(kinds=(Kind.SITUATION,)), _RECENT)
    known = _found(library, history.get(today.isoformat(), ""))
    if known is not None:
        return known
    if not recent and (first := _found(library, _ON_AN_EMPTY_PAGE)) and _ON_AN_EMPTY_PAGE not in history.values():
        return first
    patterns = {pattern for line in recent for pattern in line.patterns}
    return _choose(asked_now(nb, library), patterns, set(history.values()), today)


def note_question(nb: Notebook, question: DayQuestion) -> None:
    """Remember that a question was shown today, so that it stays the day's and does not return for two weeks."""
    today = nb.clock().date()
    with nb.store.writing() as tx:
        history = _read_history(preferences.get(tx, _HISTORY), today)
        if history.get(today.isoformat()) != _name(question):
            preferences.put(tx, _HISTORY, history | {today.isoformat(): _name(question)})


def another_question(nb: Notebook, library: Library) -> DayQuestion | None:
    """Put today's question aside for two weeks and return another one."""
    today = nb.clock().date()
    shown = question_of_the_day(nb, library)
    if shown is not None:
        with nb.store.writing() as tx:
            history = _read_history(preferences.get(tx, _HISTORY), today)
            history.pop(today.isoformat(), None)
            aside = f"{today.isoformat()} {len(history)}"  # beside the day's own name, as old as the day
            preferences.put(tx, _HISTORY, history | {aside: _name(shown)})
    return question_of_the_day(nb, library)


# Questions that suppose a practitioner, a group or a session: not asked once every engagement has ended.
_OF_AN_ENGAGEMENT = frozenset({"after-session", "consultant", "peer-case", "hundred-days", "my-role"})


def asked_now(nb: Notebook, library: Library) -> tuple[Protocol, ...]:
    """Return whose questions suit the time: after the end those of one's own journal, and what held since."""
    known = framing.engagements(nb, ended=True)
    alone = bool(known) and all(each.state in framing.ENDED for each in known)
    if not alone:
        return tuple(one for one in library.protocols if one.review is None)
    return tuple(
        one
        for one in library.protocols
        if (one.review is None and one.code not in _OF_AN_ENGAGEMENT) or one.review is Milestone.LATER
    )


def _choose(protocols: Sequence[Protocol], patterns: set[Pattern], asked: set[str], today: date) -> DayQuestion | None:
    everything = [DayQuestion(protocol, prompt) for protocol in protocols for prompt in protocol.prompts]
    able = [one for one in everything if one.prompt.daily is not None and _name(one) not in asked]
    suiting = [one for one in able if patterns.intersection(one.protocol.patterns)]
    pool = suiting or able
    return pool[today.toordinal() % len(pool)] if pool else None


def _name(question: DayQuestion) -> str:
    return f"{question.protocol.code}/{question.prompt.id}"


def _found(library: Library, name: str) -> DayQuestion | None:
    code, _slash, prompt_id = name.partition("/")
    for protocol in library.protocols:
        if protocol.code == code and (prompt := protocol.prompt(prompt_id)):
            return DayQuestion(protocol, prompt)
    return None


def _read_history(stored: object, today: date) -> dict[str, str]:
    """Return what was asked in the last two weeks, by day; a clock set back does not bring old ones back."""
    if not isinstance(stored, dict):
        return {}
    return {day: str(name) for day, name in stored.items() if abs(today - date.fromisoformat(day[:10])) <= NEVER_WITHIN}
