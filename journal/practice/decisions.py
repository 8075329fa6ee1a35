"""Decisions that wait to be looked at again: on the day typed with them, else a month after they were taken."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from journal.dates.parsing import parse_future
from journal.errors.moments import UnknownMoment
from journal.model.entry import Entry
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.reflection import ReflectionDetails
from journal.practice import reading
from journal.practice.notebook import Notebook

DECIDING, GOING_BACK = "alone", "decision-back"
_RIPE = timedelta(days=30)
_MOST_LOOKED_AT = 60
_LONGEST_DAY = 5  # words, as "jeudi 3 décembre 2026"
_LATEST_START = 3
_LEADING = re.compile(r"^(?:le|on|the|dès le|au|à partir du)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, repr=False)
class Awaited:
    """A decision whose day has come, and the protocol to look at it with: one that is still open is decided further."""

    decision: Entry
    protocol: str
    since: date


def awaited(notebook: Notebook) -> Awaited | None:
    """Return the decision whose day has come, the latest one first; None when none waits."""
    today = notebook.clock().date()
    looked_at: dict[str, datetime] = {}
    for reflection in reading.whole(notebook, Filter(kinds=(Kind.REFLECTION,), states=(State.DONE,)), _MOST_LOOKED_AT):
        details = reflection.details_as(ReflectionDetails)
        if details.protocol == DECIDING and (found := _due(reflection, details)) is not None:
            last = looked_at.get(found.protocol)
            if found.since <= today and (last is None or last.date() < found.since):
                return found
        looked_at.setdefault(details.protocol, reflection.happened_at)
    return None


def _due(reflection: Entry, details: ReflectionDetails) -> Awaited | None:
    taken = details.answers.get("stands") == "taken"
    day = day_told(str(details.answers.get("look-again", "")), reflection.happened_at)
    if day is None and taken:
        day = (reflection.happened_at + _RIPE).date()
    return None if day is None else Awaited(reflection, GOING_BACK if taken else DECIDING, day)


def day_told(text: str, at: datetime) -> date | None:
    """Return the day that a sentence begins with, or tells in its first words: "Le 3 mars, alors je regarde …"."""
    words = re.split(r"[\s,;:.]+", text.strip())
    for start in range(min(_LATEST_START, len(words))):
        for end in range(min(start + _LONGEST_DAY, len(words)), start, -1):
            said = _LEADING.sub("", " ".join(words[start:end]))
            try:
                day = parse_future(said, at).date()
            except UnknownMoment:
                continue
            if day > at.date():
                return day
    return None
