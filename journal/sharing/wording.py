"""The words around what leaves: kinds, audiences with their signs, dates; all in the reader's language."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta

from journal.dates.wording import clock_time, dated
from journal.language import N_, _, ngettext, pgettext
from journal.model.audience import Audience
from journal.model.entry import Entry, NewEntry
from journal.model.kind import Kind, State
from journal.model.kind_spec import spec_of
from journal.model.person import Gender, Person
from journal.terms import bears_feminine_title

AUDIENCE_WORDS = {
    Audience.ME: N_("for myself"),
    Audience.PRACTITIONER: N_("for the coach"),
    Audience.GROUP: N_("for the peer group"),
    Audience.SPONSOR: N_("for the sponsor"),
}
AUDIENCE_SIGNS = {Audience.ME: "●", Audience.PRACTITIONER: "◆", Audience.GROUP: "▲", Audience.SPONSOR: "■"}


def audience_told(audience: Audience, *, feminine: bool = False) -> str:
    """Return for whom something is, agreeing with a practitioner who is a woman."""
    if audience is Audience.PRACTITIONER and feminine:
        return pgettext("feminine", "for the coach")
    return _(AUDIENCE_WORDS[audience])


def is_feminine(name: str, people: Sequence[Person]) -> bool:
    """Whether somebody is a woman by the gender kept with their alias, or by the title before their name."""
    kept = next((person.gender for person in people if name in (person.name, *person.forms)), Gender.UNKNOWN)
    return kept is Gender.FEMININE or (kept is Gender.UNKNOWN and bears_feminine_title(name))


def day(moment: date) -> str:
    """Return a day in words: "12 November 2026"."""
    return dated(moment)


def told_where(entry: Entry) -> str:
    """Return an entry as a person recognises it: "Session 4, 20 November 2026"."""
    return ", ".join(filter(None, (entry.title, day(entry.happened_at))))


def day_and_hour(moment: datetime) -> str:
    """Return a moment in words, by the person's own clock: "12 November 2026, 6:42 pm"."""
    return _("{day}, {time}").format(day=day(moment), time=clock_time(moment))


def week(moment: date) -> str:
    """Return the week of a moment in words: "week of 9 November 2026"."""
    return _("week of {day}").format(day=day(moment - timedelta(days=moment.weekday())))


def unshown_told(signs: Iterable[str]) -> str:
    """Return what a form would not show, and which forms do, before anything is written."""
    return _("A PDF would show these signs as empty boxes: {signs} A web page or a Word file shows them.").format(
        signs=" ".join(signs)
    )


_KINDS_TOLD = {
    Kind.SITUATION: N_("a situation"),
    Kind.REFLECTION: N_("a reflection"),
    Kind.LEARNING: N_("a learning"),
    Kind.CASE: N_("a case"),
    Kind.PLAN: N_("an action plan"),
    Kind.STEP: N_("a step"),
    Kind.OBJECTIVE: N_("a shared objective"),
    Kind.SESSION: N_("a session"),
}


def kind_told(entry: NewEntry) -> str:
    """Return what an entry is in a reader's words: "a situation"."""
    told = _KINDS_TOLD.get(entry.kind)
    return _(told) if told else _(spec_of(entry.kind).word)


def counted(entries: Iterable[NewEntry]) -> str:
    """Return how many of each kind there are: "3 situations, 1 reflection"."""
    counts = Counter(entry.kind for entry in entries)
    told = [words(count) for kind, words in _COUNTS.items() if (count := counts.pop(kind, 0))]
    rest = counts.total()
    others = [_other(rest, alone=not told)] if rest else []
    return _(", ").join([*told, *others])


def _other(count: int, *, alone: bool) -> str:
    if alone:
        return ngettext("{count} entry", "{count} entries", count).format(count=count)
    return ngettext("{count} other", "{count} others", count).format(count=count)


_COUNTS: dict[Kind, Callable[[int], str]] = {
    Kind.SITUATION: lambda n: ngettext("{count} situation", "{count} situations", n).format(count=n),
    Kind.REFLECTION: lambda n: ngettext("{count} reflection", "{count} reflections", n).format(count=n),
    Kind.LEARNING: lambda n: ngettext("{count} learning", "{count} learnings", n).format(count=n),
    Kind.CASE: lambda n: ngettext("{count} case", "{count} cases", n).format(count=n),
    Kind.PLAN: lambda n: ngettext("{count} plan", "{count} plans", n).format(count=n),
    Kind.STEP: lambda n: ngettext("{count} step", "{count} steps", n).format(count=n),
}


def step_word(state: State) -> str:
    """Return the state of a step in words."""
    return {
        State.DONE: pgettext("step", "done"),
        State.ADAPTED: pgettext("step", "adapted"),
        State.POSTPONED: pgettext("step", "postponed"),
        State.DROPPED: pgettext("step", "let go"),
    }.get(state, pgettext("step", "open"))
