"""The frame of an engagement: done in any order, left half done, found again as it was left."""

from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates.wording import dated
from journal.language import N_, _, ngettext
from journal.model.engagement import Clause, EngagementDetails, Form, Format, Party
from journal.model.entry import Entry
from journal.model.reason import Reason
from journal.practice import framing, reading, road, stages
from journal.practice.clauses import clauses_for
from journal.practice.notebook import Notebook
from journal.practice.pages import CLAUSES, role_word
from journal.practice.states_in_words import state_word
from screens.engagement import routes as engagement_routes
from screens.frame.command import Command
from screens.frame.events import EntrySaved, Happened, JournalChanged
from screens.frame.form_page import FormPage
from screens.frame.form_values import day_ahead, day_near, figure, no_day, no_figure
from screens.frame.page import Page
from screens.frame.page_header import PageHeader
from screens.frame.save_queue import Job
from screens.road import routes as road_routes
from screens.widgets.choice import ChoiceField
from screens.widgets.field import Field
from screens.widgets.rows import Row, Rows

FORMS = ((Form.INDIVIDUAL.value, N_("one-to-one coaching")), (Form.GROUP.value, N_("peer group")))
FORMATS = (
    (Format.IN_PERSON.value, N_("in person")),
    (Format.VIDEO.value, N_("by video")),
    (Format.MIXED.value, N_("both")),
)
REASONS = (
    (Reason.NEW_POST.value, N_("settle into a new role")),
    (Reason.STRATEGIC_VIEW.value, N_("think more strategically")),
    (Reason.MANAGER_OF_MANAGERS.value, N_("manage managers")),
    (Reason.INNOVATION.value, N_("bring in new ideas")),
)
_DAYS = {"starts_on": day_near, "ends_on": day_ahead}
_LIMITS = {"planned_sessions": (0, 500), "hours": (0, 1000), "rhythm_days": (1, 366)}


class EngagementScreen(Page):
    """One engagement: its figures, its parties, its objectives, its agreement; each row opens, in any order."""

    name_in_table = "engagement"
    follows_journal = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 -- Textual declares it
    AUTO_FOCUS = "Rows"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref

    @property
    def _engagement(self) -> Entry:
        return reading.entry(self.journal.notebook, self.ref)

    def page_title(self) -> str:
        """Return what it is for."""
        return self._engagement.title

    def status(self) -> str:
        """Return the stage, and how it is taken back as long as that can be done."""
        engagement = self._engagement
        until = stages.way_back(engagement, self.host.environment.clock().date())
        words = state_word(engagement.kind, engagement.state)
        if until is None:
            return words
        return _("{stage} · {key} goes back").format(stage=words, key=self.key_of("engagement.back_a_stage"))

    def compose_page(self) -> ComposeResult:
        """Yield the rows."""
        yield Rows(id="rows")

    def refresh_content(self) -> None:
        """Show figures, parties, objectives and clauses."""
        engagement = self._engagement
        frame = engagement.details_as(EngagementDetails)
        objectives = framing.objectives(self.journal.notebook, engagement.ref)
        self.query_one(Rows).show(
            [
                Row("figures:", _("The set-up"), _figures(frame)),
                Row("", ""),
                Row("", _("The road")),
                *(Row(f"road:{which.value}", _(words)) for which, words in road.MILESTONE_WORDS.items()),
                Row("", ""),
                Row("", _("Parties and what each expects")),
                *(_party_row(number, party) for number, party in enumerate(frame.parties)),
                Row("party:new", _("add a party…"), quiet=True),
                Row("", ""),
                Row("", _("Shared objectives")),
                *(Row(f"objective:{each.ref}", each.title) for each in objectives),
                Row("objective:new", _("add an objective…"), quiet=True),
                Row("", ""),
                Row("", _("The agreement")),
                *(_clause_row(clause) for clause in frame.clauses),
            ]
        )
        self.refresh_header()

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open the row."""
        what, _colon, which = self.query_one(Rows).chosen.partition(":")
        number = int(which) if which.isdecimal() else None
        match what:
            case "figures":
                self.app.push_screen(engagement_routes.figures(self.ref))
            case "road":
                self.app.push_screen(road_routes.milestone(self.ref, which))
            case "party":
                self.app.push_screen(engagement_routes.party(self.ref, number))
            case "objective":
                self.app.push_screen(engagement_routes.objective(number, engagement=self.ref))
            case "clause":
                self.app.push_screen(engagement_routes.clause(self.ref, which))

    def action_stage(self) -> None:
        """See what the next stage proposes; at the end there is none."""
        if self._engagement.state in stages.NEXT:
            self.app.push_screen(engagement_routes.stage(self.ref))
        else:
            self._tell(_("This engagement has ended."))

    def action_back_a_stage(self) -> None:
        """Go back to the stage before, and let the sessions that were let go with it come back."""
        of = self.ref
        if stages.way_back(self._engagement, self.host.environment.clock().date()) is None:
            self._tell(_("There is no stage to go back to: it can be done for thirty days, and once."))
            return

        def job(notebook: Notebook) -> Happened:
            stages.go_back(notebook, of)
            return JournalChanged()

        self.host.save(job)

    def _tell(self, words: str) -> None:
        self.query_one(PageHeader).tell(words)

    def commands(self) -> list[Command]:
        """Return the keys that do something now: no stage after the last, none back where there is none."""
        engagement = self._engagement
        idle = set()
        if engagement.state not in stages.NEXT:
            idle |= {"engagement.stage", "engagement.withdraw"}
        if stages.way_back(engagement, self.host.environment.clock().date()) is None:
            idle.add("engagement.back_a_stage")
        return [replace(each, footer=0) if each.id in idle else each for each in super().commands()]

    def action_withdraw(self) -> None:
        """Leave: nobody asks for a reason."""
        self.app.push_screen(engagement_routes.withdraw(engagement=self.ref))

    def action_take_along(self) -> None:
        """Take the journal along, as one document or as a file."""
        self.app.push_screen(engagement_routes.withdraw(engagement=self.ref))

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


class FiguresScreen(FormPage):
    """The figures of an engagement, new or known."""

    def __init__(self, ref: int | None = None) -> None:
        super().__init__()
        self.ref = ref

    @property
    def _engagement(self) -> Entry | None:
        return reading.entry(self.journal.notebook, self.ref) if self.ref is not None else None

    def page_title(self) -> str:
        """Return what this is."""
        return _("A new engagement") if self.ref is None else _("The set-up")

    def fields(self) -> list[Field]:
        """Return the figures."""
        return [
            Field("title", _("What it is for, in your words"), many=False),
            Field("form", _("Form"), many=False, options=FORMS),
            Field("reasons", _("What brings you here"), options=REASONS),
            Field("starts_on", _("Start"), _("a date, or leave blank"), many=False),
            Field("ends_on", _("End"), _("a date, or leave blank"), many=False),
            Field("planned_sessions", _("Sessions planned"), many=False),
            Field("hours", _("Hours planned"), many=False),
            Field("rhythm_days", _("Days between two sessions"), many=False),
            Field("format", _("How you meet"), many=False, options=FORMATS),
        ]

    @on(ChoiceField.Changed)
    def _usual(self) -> None:
        """Show the usual figures of the form chosen, as long as nobody has changed those of the other one."""
        if self.ref is not None:
            return
        typed = self.values()
        form = Form(typed["form"])
        others = _usual_figures(Form.GROUP if form is Form.INDIVIDUAL else Form.INDIVIDUAL)
        if all(typed[name] == text for name, text in others.items()):
            self.set_values(_usual_figures(form))

    def stored_values(self) -> dict[str, str]:
        """Return what is kept, or the usual figures."""
        engagement = self._engagement
        frame = engagement.details_as(EngagementDetails) if engagement else EngagementDetails()
        return {
            "title": engagement.title if engagement else "",
            "form": frame.form.value,
            "reasons": " ".join(reason.value for reason in frame.reasons),
            "starts_on": dated(frame.starts_on) if frame.starts_on else "",
            "ends_on": dated(frame.ends_on) if frame.ends_on else "",
            "planned_sessions": str(frame.planned_sessions),
            "hours": f"{frame.planned_minutes / 60:g}",
            "rhythm_days": str(frame.rhythm_days),
            "format": frame.format.value,
        }

    def unreadable(self, values: dict[str, str]) -> dict[str, str]:
        """Say which days and figures cannot be read."""
        now = self.host.environment.clock()
        told = {name: no_day(values[name], now, read) for name, read in _DAYS.items()}
        told |= {name: no_figure(values[name], *limits) for name, limits in _LIMITS.items()}
        return {name: words for name, words in told.items() if words}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the frame."""
        now = self.host.environment.clock()
        starts_on, ends_on = (read(values[name], now) for name, read in _DAYS.items())
        sessions, hours, rhythm = (figure(values[name]) or 0 for name in _LIMITS)

        def job(notebook: Notebook) -> Happened:
            known = reading.entry(notebook, self.ref) if self.ref is not None else None
            engagement = known or framing.begin(notebook, values["title"] or _("Engagement"), Form(values["form"]))
            frame = engagement.details_as(EngagementDetails)
            form = Form(values["form"])
            changed = frame.with_(
                form=form,
                clauses=clauses_for(frame, form),
                reasons=tuple(map(Reason, values["reasons"].split())),
                starts_on=starts_on,
                ends_on=ends_on,
                planned_sessions=round(sessions),
                planned_minutes=round(60 * hours),
                rhythm_days=max(1, round(rhythm)),
                format=Format(values["format"]),
            )
            kept = framing.reframe(notebook, engagement, changed, values["title"])
            self.ref = kept.ref
            return EntrySaved.of(kept)

        return job


def _usual_figures(form: Form) -> dict[str, str]:
    frame = EngagementDetails(**(framing.USUAL_GROUP if form is Form.GROUP else {}))
    return {
        "planned_sessions": str(frame.planned_sessions),
        "hours": f"{frame.planned_minutes / 60:g}",
        "rhythm_days": str(frame.rhythm_days),
    }


def _figures(frame: EngagementDetails) -> tuple[str, ...]:
    """Return the figures as columns, so that the rhythm gives way where all of them are too long."""
    words = _("{sessions} sessions · {hours} h · every {days} days").format(
        sessions=frame.planned_sessions, hours=f"{frame.planned_minutes / 60:g}", days=frame.rhythm_days
    )
    first, *others = words.split(" · ")
    return first, *(f" · {each}" for each in others)


def _party_row(number: int, party: Party) -> Row:
    words = _("{name} ({role})").format(name=party.name, role=role_word(party.role))
    return Row(f"party:{number}", " · ".join([words, *party.expectations[:1]]))


def _clause_row(clause: Clause) -> Row:
    count = len(clause.consents)
    agreed = ngettext("{count} agreed", "{count} agreed", count).format(count=count) if count else _("open")
    return Row(f"clause:{clause.code.value}", _(CLAUSES[clause.code]), agreed)
