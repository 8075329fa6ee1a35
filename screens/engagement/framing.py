"""The parts of a frame: a party, an objective, a clause. Each is a page of fields of its own."""

from contextlib import suppress
from datetime import datetime

from textual.app import ComposeResult

from journal.dates.parsing import parse_past
from journal.dates.wording import dated, day_and_month
from journal.errors import CannotBeRead, UnknownMoment
from journal.language import _
from journal.model.engagement import Clause, ClauseCode, Consent, EngagementDetails, Party, Role
from journal.model.entry import Entry
from journal.model.objective import ObjectiveDetails, Rating
from journal.practice import framing, reading
from journal.practice.notebook import Notebook
from journal.practice.pages import CLAUSES, role_word
from screens.frame.events import EntrySaved, Happened, JournalChanged
from screens.frame.form_page import FormPage
from screens.frame.form_values import no_day
from screens.frame.save_queue import Job
from screens.planning import routes as planning_routes
from screens.widgets.field import Field
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows
from screens.widgets.scale import Scale

_BARS = "▁▁▂▂▃▄▄▅▆▇█"  # one per level from 0 to 10
_COLUMN = 3
_COLUMNS = 12  # ratings shown; earlier ones stay kept


class PartyScreen(FormPage):
    """Who takes part, and what they expect."""

    def __init__(self, engagement: int, number: int | None = None) -> None:
        super().__init__()
        self._of = engagement
        self._number = number

    @property
    def _frame(self) -> EngagementDetails:
        return reading.entry(self.journal.notebook, self._of).details_as(EngagementDetails)

    def identity(self) -> tuple[object, ...]:
        """Return which party of which engagement."""
        return (self._of, self._number)

    def page_title(self) -> str:
        """Return what this is."""
        return _("Party")

    def fields(self) -> list[Field]:
        """Return role, name and expectations."""
        return [
            Field("name", _("Name"), many=False),
            Field("role", _("Role"), many=False, options=tuple((role.value, role_word(role)) for role in Role)),
            Field("expectations", _("What they expect, one line each")),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return the party as it is known."""
        if self._number is None:
            return {"name": "", "role": Role.SPONSOR.value, "expectations": ""}
        party = self._frame.parties[self._number]
        return {"name": party.name, "role": party.role.value, "expectations": "\n".join(party.expectations)}

    def unreadable(self, values: dict[str, str]) -> dict[str, str]:
        """Say that nobody is there yet without a name."""
        nobody = self._number is None and not values["name"].strip()
        return {"name": _("A name is needed.")} if nobody else {}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the party; a known one without a name is taken out."""
        of = self._of
        if self._number is None and not values["name"].strip():
            raise CannotBeRead

        def job(notebook: Notebook) -> Happened:
            number = self._number
            engagement = reading.entry(notebook, of)
            frame = engagement.details_as(EngagementDetails)
            parties = list(frame.parties)
            changed = (
                [Party(name=values["name"], role=Role(values["role"]), expectations=_lines(values["expectations"]))]
                if values["name"].strip()
                else []
            )
            place = len(parties) if number is None else number
            parties[place : place + 1] = changed
            framing.reframe(notebook, engagement, frame.with_(parties=tuple(parties)))
            self._number = place if changed else None
            return JournalChanged()

        return job


class ClauseScreen(FormPage):
    """One clause of the agreement, and who agreed to it when."""

    def __init__(self, engagement: int, code: str) -> None:
        super().__init__()
        self._of = engagement
        self._code = ClauseCode(code)

    @property
    def _clause(self) -> Clause:
        frame = reading.entry(self.journal.notebook, self._of).details_as(EngagementDetails)
        return next(clause for clause in frame.clauses if clause.code is self._code)

    def identity(self) -> tuple[object, ...]:
        """Return which clause of which engagement."""
        return (self._of, self._code)

    def page_title(self) -> str:
        """Return which clause."""
        return _(CLAUSES[self._code])

    def fields(self) -> list[Field]:
        """Return the wording, and a place for those who agree."""
        return [
            Field("text", _("What was agreed")),
            Field("by", _("Agreed by, one name per line, then the day if it was not today"), _("Claire, 3 November")),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return the wording."""
        agreed = [_("{name}, {day}").format(name=each.by, day=dated(each.on)) for each in self._clause.consents]
        return {"text": self._clause.text, "by": "\n".join(agreed)}

    def unreadable(self, values: dict[str, str]) -> dict[str, str]:
        """Say that the day of a consent cannot be read."""
        now = self.host.environment.clock()
        for line in _lines(values["by"]):
            day = line.rpartition(",")[2] if "," in line else ""
            if any(map(str.isdigit, day)) and (told := no_day(day, now)):
                return {"by": told}
        return {}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps wording and consents."""
        of, code = self._of, self._code
        now = self.host.environment.clock()
        consents = tuple(_consent(line, now) for line in _lines(values["by"]))

        def job(notebook: Notebook) -> Happened:
            engagement = reading.entry(notebook, of)
            frame = engagement.details_as(EngagementDetails)
            clauses = tuple(
                clause.with_(text=values["text"], consents=consents) if clause.code is code else clause
                for clause in frame.clauses
            )
            framing.reframe(notebook, engagement, frame.with_(clauses=clauses))
            return JournalChanged()

        return job


class ObjectiveScreen(FormPage):
    """A shared objective: signs of progress, own ratings over time, and the entries that bear witness."""

    name_in_table = "objective"

    def __init__(self, engagement: int | None = None, ref: int | None = None) -> None:
        super().__init__()
        self._of = engagement
        self.ref = ref

    @property
    def _objective(self) -> Entry | None:
        return reading.entry(self.journal.notebook, self.ref) if self.ref is not None else None

    def identity(self) -> tuple[object, ...]:
        """Return which objective, or of which engagement it will be."""
        return (self.ref,) if self.ref is not None else ("new", self._of)

    def page_title(self) -> str:
        """Return what this is."""
        return _("Shared objective")

    def fields(self) -> list[Field]:
        """Return the objective and its signs."""
        return [
            Field("title", _("The objective"), many=False),
            Field("signs", _("The signs by which progress will be seen, one per line")),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return the objective as it is kept."""
        objective = self._objective
        if objective is None:
            return {"title": "", "signs": ""}
        return {"title": objective.title, "signs": "\n".join(objective.details_as(ObjectiveDetails).signs)}

    def compose_below(self) -> ComposeResult:
        """Yield the scale, the course so far, the evidence."""
        yield PlainText(_("Where you see yourself today, 0 to 10, if you wish"), classes="heading")
        yield Scale()
        yield PlainText("", id="course", classes="gap-above")
        yield PlainText(_("Evidence"), classes="heading")
        yield Rows(id="rows")
        yield PlainText(
            _("Nothing yet. Open an entry and press {key} to link it to this objective.").format(
                key=self.key_of("entry.objective")
            ),
            id="empty",
            classes="quiet",
        )

    def refresh_content(self) -> None:
        """Show ratings and evidence."""
        objective = self._objective
        ratings = objective.details_as(ObjectiveDetails).ratings if objective else ()
        self.query_one("#course", PlainText).update(_course(ratings))
        lines = framing.evidence(self.journal.notebook, objective.ref) if objective else []
        self.query_one(Rows).show(
            [
                Row(str(each.ref), f"{each.ref:>4}  {each.title}", day_and_month(each.happened_at.date()))
                for each in lines
            ]
        )
        self.query_one("#empty").display = not lines

    def unreadable(self, values: dict[str, str]) -> dict[str, str]:
        """Say that signs need an objective."""
        signs_alone = self.ref is None and not values["title"].strip()
        return {"title": _("The objective is not named yet.")} if signs_alone else {}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the objective."""
        of = self._of
        if self.ref is None and (of is None or not values["title"].strip()):
            raise CannotBeRead

        def job(notebook: Notebook) -> Happened:
            signs = _lines(values["signs"])
            if self.ref is None and of is not None:
                kept = framing.agree_objective(notebook, of, values["title"], signs)
            elif self.ref is None:
                return JournalChanged()
            else:
                kept = framing.change_objective(notebook, reading.entry(notebook, self.ref), values["title"], signs)
            self.ref = kept.ref
            return EntrySaved.of(kept)

        return job

    def on_scale_confirmed(self, confirmed: Scale.Confirmed) -> None:
        """Keep today's rating."""
        value = confirmed.scale.value
        if value is None:
            return
        self.action_keep()

        def job(notebook: Notebook) -> Happened:
            if self.ref is None:
                return JournalChanged()
            framing.rate(notebook, reading.entry(notebook, self.ref), value)
            return JournalChanged()

        self.host.save(job)

    def on_journal_changed(self) -> None:
        """Show the new rating."""
        self.mark_stale()

    def action_plan(self) -> None:
        """Draw up a plan towards it, once it is kept."""
        self.action_keep()
        self.after_saved(self._open_plan)

    def _open_plan(self) -> None:
        if self.ref is not None:
            self.app.push_screen(planning_routes.plan(about=self.ref))

    def on_option_list_option_selected(self) -> None:
        """Open what bears witness."""
        chosen = self.query_one(Rows).chosen
        if chosen:
            self.host.navigation.open_entry(int(chosen))


def _consent(line: str, now: datetime) -> Consent:
    """Return who agreed, and when: today where the line names no day."""
    name, comma, day = line.rpartition(",")
    if comma and name.strip():
        with suppress(UnknownMoment):
            return Consent(by=name.strip(), on=parse_past(day, now).date())
    return Consent(by=line, on=now.date())


def _course(ratings: tuple[Rating, ...]) -> str:
    """Return one's own ratings as a plain curve: a bar and a number each, the first and the last day below."""
    shown = ratings[-_COLUMNS:]
    if not shown:
        return ""
    bars = "".join(f"{_BARS[each.value]:>{_COLUMN}}" for each in shown)
    values = "".join(f"{each.value:>{_COLUMN}}" for each in shown)
    first, last = day_and_month(shown[0].on), day_and_month(shown[-1].on)
    days = first if len(shown) == 1 else _("{first} to {last}").format(first=first, last=last)
    return f"{bars}\n{values}   {days}"


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip(" -•·\t") for line in text.splitlines() if line.strip(" -•·\t"))
