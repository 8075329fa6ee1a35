"""Words of what a list is narrowed to: kinds, a tag, somebody, a pattern, a period."""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from journal.language import N_, _
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.kind_spec import spec_of
from journal.model.pattern import Pattern
from journal.practice import known_people, people_by_role, reading
from journal.practice.notebook import Notebook
from screens.vocabulary.patterns import listed


class Period(StrEnum):
    """A stretch of time as one says it."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SESSION = "session"


PERIOD_WORDS = {
    Period.WEEK: N_("this week"),
    Period.MONTH: N_("this month"),
    Period.QUARTER: N_("the last three months"),
    Period.SESSION: N_("since the last session"),
}
_QUARTER = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions that all hold; None and "" narrow nothing."""

    kind: Kind | None = None
    tag: str = ""
    person: str = ""
    pattern: Pattern | None = None
    period: Period | None = None

    def words(self) -> list[str]:
        """Return each condition as a person reads it."""
        return [
            word
            for word in (
                _(spec_of(self.kind).word) if self.kind else "",
                f"#{self.tag}" if self.tag else "",
                self.person,
                listed(self.pattern) if self.pattern else "",
                _(PERIOD_WORDS[self.period]) if self.period else "",
            )
            if word
        ]

    def without_last(self) -> "Filters":
        """Return the same with one condition less, the last that is told."""
        told = [field.name for field in fields(self) if getattr(self, field.name)]
        blank = Filters()
        return replace(self, **{told[-1]: getattr(blank, told[-1])}) if told else self

    def conditions(self, notebook: Notebook) -> Filter:
        """Return what the journal is asked for; reads the last session when the period starts there."""
        return Filter(
            kinds=(self.kind,) if self.kind else (),
            tag=self.tag or None,
            people=people_by_role.names_meant(notebook, self.person) if self.person else (),
            pattern=self.pattern,
            first_day=_first_day(self.period, notebook.clock().date()) if self.period else None,
            since=_last_session(notebook) if self.period is Period.SESSION else None,
        )


def _first_day(period: Period, today: date) -> date | None:
    match period:
        case Period.WEEK:
            return today - timedelta(days=today.weekday())
        case Period.MONTH:
            return today.replace(day=1)
        case Period.QUARTER:
            return today - _QUARTER
        case Period.SESSION:
            return None


def _last_session(notebook: Notebook) -> datetime | None:
    tomorrow = notebook.clock() + timedelta(days=1)
    held = reading.newest(notebook, Filter(kinds=(Kind.SESSION,), states=(State.HELD,), until=tomorrow), limit=1)
    return held[0].happened_at if held else None


def known_names(notebook: Notebook) -> tuple[list[str], list[str]]:
    """Return the tags, and the people and roles, that fields complete."""
    people = [person.name for person in known_people.people(notebook)]
    return [name for name, _count in reading.tags(notebook)], [*people, *people_by_role.by_role(notebook)]


def unknown_words(name: str) -> str:
    """Return that a name which was typed narrows nothing, "" for no name."""
    return _("“{words}” narrows nothing: no name like it stands in the journal.").format(words=name) if name else ""
