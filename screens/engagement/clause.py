"""One clause of the agreement, one of the usual ones or one that was added, and who agreed to it when."""

from contextlib import suppress
from datetime import date, datetime

from journal.dates.parsing import parse_past
from journal.dates.wording import dated
from journal.errors import CannotBeRead
from journal.errors.moments import UnknownMoment
from journal.hygiene import LONGEST_NAME
from journal.language import _
from journal.model.engagement import Clause, ClauseCode, Consent, EngagementDetails
from journal.model.entry import Entry
from journal.no_name import not_described
from journal.practice import members, reading
from journal.practice.notebook import Notebook
from journal.practice.pages import clause_title
from journal.same_name import name_key
from screens.frame.changes import changing, of
from screens.frame.command import Command
from screens.frame.form_page import FormPage
from screens.frame.form_values import no_day, no_name
from screens.frame.save_queue import Job
from screens.widgets.field import Field, Holds, TextField


class ClauseScreen(FormPage):
    """One clause of the agreement, and who agreed to it when."""

    name_in_table = "clause"
    keeps_while_typing = False  # half a name would be one of the people

    def __init__(self, engagement: int, number: int | None) -> None:
        """Open the clause of this number, or with None a place for one that those concerned add."""
        super().__init__()
        self._of = engagement
        self._number = number

    @property
    def _frame(self) -> EngagementDetails:
        return reading.entry(self.journal.notebook, self._of).details_as(EngagementDetails)

    @property
    def _clause(self) -> Clause:
        return self._frame.clauses[self._number] if self._number is not None else Clause(code=ClauseCode.OWN)

    def identity(self) -> tuple[object, ...]:
        """Return which clause of which engagement."""
        return (self._of, self._number)

    def page_title(self) -> str:
        """Return which clause."""
        return clause_title(self._clause)

    def fields(self) -> list[Field]:
        """Return the wording, and a place for those who agree."""
        titled = [Field("title", _("Title"), many=False)] if self._clause.code is ClauseCode.OWN else []
        return [
            *titled,
            Field("text", _("What was agreed")),
            Field(
                "by",
                _("Agreed by, one name per line, then the day if it was not today"),
                _("Claire, 3 November"),
                holds=Holds.LINES,
            ),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return the wording."""
        agreed = [_("{name}, {day}").format(name=each.by, day=dated(each.on)) for each in self._clause.consents]
        return {"title": self._clause.title, "text": self._clause.text, "by": "\n".join(agreed)}

    def action_parties(self) -> None:
        """Put in the names of those who are not there yet: they agree today, unless a day is told."""
        field = self.query_one("#field-by", TextField)
        field.text = "\n".join(filter(None, [field.text.rstrip(), *self._missing]))
        field.focus()
        self.refresh_header()

    @property
    def _missing(self) -> list[str]:
        """The names of those who do not stand among the ones who agree."""
        there = {name_key(line.partition(",")[0]) for line in _lines(self.values().get("by", ""))}
        return [party.name for party in self._frame.agreeing if name_key(party.name) not in there]

    def commands(self) -> list[Command]:
        """Return the keys; where all agree, nobody is left to be put in."""
        return [each for each in super().commands() if each.id != "clause.parties" or self._missing]

    def unreadable(self, values: dict[str, str]) -> dict[str, str]:
        """Say that the day of a consent cannot be read, or that a line names nobody."""
        now = self.host.environment.clock()
        known = {each.by for each in self._clause.consents} | {party.name for party in self._frame.parties}
        for line in _lines(values["by"]):
            by, _day = _agreed(line, now)
            if len(by) > LONGEST_NAME or (by not in known and not_described(by)):
                return {"by": no_name(by)}
            day = line.rpartition(",")[2] if "," in line else ""
            if any(map(str.isdigit, day)) and (told := no_day(day, now)):
                return {"by": told}
        return {}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps wording and consents."""
        now = self.host.environment.clock()
        if self._number is None and not (values["title"].strip() or values["text"].strip()):
            raise CannotBeRead
        consents = tuple(_consent(line, now) for line in _lines(values["by"]))
        return changing(of(self._of, self._write), values.get("title", ""), values["text"], consents)

    def _write(
        self, notebook: Notebook, engagement: Entry, title: str, text: str, consents: tuple[Consent, ...]
    ) -> None:
        """Keep it in its place, or at the end of the agreement from now on."""
        if self._number is None:
            engagement = members.add_clause(notebook, engagement, title, text)
            self._number = len(engagement.details_as(EngagementDetails).clauses) - 1
        members.reword_clause(notebook, engagement, self._number, title=title, text=text, consents=consents)


def _consent(line: str, now: datetime) -> Consent:
    by, on = _agreed(line, now)
    return Consent(by=by, on=on)


def _agreed(line: str, now: datetime) -> tuple[str, date]:
    """Return who agreed, and when: today where the line names no day."""
    name, comma, day = line.rpartition(",")
    if comma and name.strip():
        with suppress(UnknownMoment):
            return name.strip(), parse_past(day, now).date()
    return line, now.date()


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip(" -•·\t") for line in text.splitlines() if line.strip(" -•·\t"))
