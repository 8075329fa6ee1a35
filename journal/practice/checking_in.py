"""Service of check-ins: half a minute on the load and the mood of the day, the six factors of the week, the own curve.

Nothing here compares, judges or warns: numbers go in and come back as they were given (docs/ARCHITECTURE.md, rule 10).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from journal.language import N_, _
from journal.model.checkin import CheckInDetails, Factor
from journal.model.entry import Entry, NewEntry, Ref
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.practice import capturing, reading
from journal.practice import contacts as whom_to_talk_to
from journal.practice.notebook import Notebook
from journal.store import entries, entry_writing, preferences

_CONTACTS = "whom-to-talk-to"
_MOST_POINTS = 800
WEEK = timedelta(days=7)

FACTOR_QUESTIONS = {
    Factor.INTENSITY: N_("How heavy were your workload and hours?"),
    Factor.EMOTION: N_("How much emotion, yours or others’, did you have to hold back?"),
    Factor.AUTONOMY: N_("How much room did you have to do things your way?"),
    Factor.RELATIONS: N_("How much support did you find around you?"),
    Factor.VALUES: N_("How much did you have to act against what matters to you?"),
    Factor.INSECURITY: N_("How uncertain did your role or its future feel?"),
}
FACTOR_NAMES = {
    Factor.INTENSITY: N_("intensity and time"),
    Factor.EMOTION: N_("emotional demands"),
    Factor.AUTONOMY: N_("autonomy"),
    Factor.RELATIONS: N_("relations and support"),
    Factor.VALUES: N_("value conflicts"),
    Factor.INSECURITY: N_("insecurity"),
}


def check_in(
    nb: Notebook,
    load: int | None = None,
    mood: int | None = None,
    word: str = "",
    factors: Mapping[Factor, int] | None = None,
) -> Entry | None:
    """Keep a check-in for the manager alone; None, and nothing kept, when everything was skipped."""
    details = CheckInDetails(load=load, mood=mood, word=word, factors=dict(factors or {}))
    if details == CheckInDetails():
        return None
    at = nb.clock()
    new = NewEntry(
        kind=Kind.CHECKIN,
        title=_("Check-in"),
        body=checkin_page(details),
        happened_at=at,
        state=State.KEPT,
        details=details,
    )
    with nb.store.writing() as tx:
        return entry_writing.add(tx, new, at)


def correct(nb: Notebook, ref: Ref, details: CheckInDetails) -> Entry:
    """Keep what was noted otherwise in a check-in that was just kept."""
    entry = reading.entry(nb, ref)
    return capturing.rewrite(nb, entry.with_(body=checkin_page(details), details=details))


def checkin_page(details: CheckInDetails) -> str:
    """Return a check-in as it reads: what was noted, one line each."""
    lines = []
    if details.load is not None:
        lines.append(_("Load: {level}/10").format(level=details.load))
    if details.mood is not None:
        lines.append(_("Mood: {level}/10").format(level=details.mood))
    if details.word:
        lines.append(_("One word: {word}").format(word=details.word))
    for factor, level in details.factors.items():
        lines.append(_("{factor}: {level}/10").format(factor=_(FACTOR_NAMES[factor]), level=level))
    return "\n".join(lines)


@dataclass(frozen=True, slots=True, repr=False)
class Point:
    """One check-in on the curve."""

    at: datetime
    details: CheckInDetails


def curve(nb: Notebook, days: int = 90) -> list[Point]:
    """Return the check-ins of the last days, oldest first."""
    where = Filter(kinds=(Kind.CHECKIN,), since=nb.clock() - timedelta(days=days))
    with nb.store.reading() as tx:
        refs = [line.ref for line in entries.newest(tx, where, _MOST_POINTS)]
        kept = entries.readable(tx, refs)
    points = [Point(entry.happened_at, entry.details) for entry in kept if isinstance(entry.details, CheckInDetails)]
    return sorted(points, key=lambda point: point.at)


def week_is_open(nb: Notebook) -> bool:
    """Tell whether no factor was noted in the last seven days, so that the weekly page may be offered."""
    return not any(point.details.factors for point in curve(nb, WEEK.days))


def contacts(nb: Notebook, *, elsewhere: bool = False) -> str:
    """Return the page "whom to talk to": the person's own wording, else the one for their country.

    With `elsewhere`, the numbers of other countries stand below those of a country that was only guessed.
    """
    return own_contacts(nb) or whom_to_talk_to.page(nb.settings.country, elsewhere=elsewhere)


def own_contacts(nb: Notebook) -> str:
    """Return the person's own wording of the page; "" where they wrote none."""
    with nb.store.reading() as tx:
        own = preferences.get(tx, _CONTACTS)
    return own if isinstance(own, str) and own.strip() else ""


def keep_contacts(nb: Notebook, text: str) -> None:
    """Keep the person's own wording of the page; an empty one brings the first wording back."""
    with nb.store.writing() as tx:
        preferences.put(tx, _CONTACTS, text)
