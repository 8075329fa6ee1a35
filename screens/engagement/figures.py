"""The figures of an engagement: form, members of a group, how much and how often."""

from datetime import date
from typing import Any

from textual import on

from journal.dates.wording import dated
from journal.language import N_, _
from journal.model.engagement import EngagementDetails, Form, Format
from journal.model.entry import Entry
from journal.model.reason import Reason
from journal.practice import framing, members, reading
from journal.practice.notebook import Notebook
from screens.frame.changes import saving
from screens.frame.form_page import FormPage
from screens.frame.form_values import day_ahead, day_near, figure, no_day, no_figure
from screens.frame.save_queue import Job
from screens.widgets.choice import ChoiceField
from screens.widgets.field import Field, FieldLabel, Holds

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


class FiguresScreen(FormPage):
    """The figures of an engagement, new or known."""

    def __init__(self, ref: int | None = None) -> None:
        super().__init__()
        self.ref = ref
        self._begun_here = ref is None
        self.keeps_while_typing = not self._begun_here  # half a name would be a member, and the form is not chosen yet

    @property
    def _engagement(self) -> Entry | None:
        return reading.entry(self.journal.notebook, self.ref) if self.ref is not None else None

    def page_title(self) -> str:
        """Return what this is."""
        return _("A new engagement") if self.ref is None else _("Aim, dates and rhythm")

    def page_name(self) -> str:
        """Return which page this is, whatever its title."""
        return _("Aim, dates and rhythm")

    def fields(self) -> list[Field]:
        """Return the figures."""
        members_field = Field("members", _("Members, one a line"), _("name, service, company"), holds=Holds.LINES)
        return [
            Field("title", _("What it is for, in your words"), many=False),
            Field("form", _("Form"), many=False, options=FORMS),
            Field("reasons", _("What brings you here"), options=REASONS),
            Field("starts_on", _("Start"), _("1 September, or leave blank"), many=False, day=True),
            Field("ends_on", _("End"), _("30 June, or leave blank"), many=False, day=True),
            Field("planned_sessions", _("Sessions planned"), many=False, holds=Holds.VALUE),
            Field("hours", _("Hours planned"), many=False, holds=Holds.VALUE),
            Field("rhythm_days", _("Days between two sessions"), many=False, holds=Holds.VALUE),
            Field("format", _("How you meet"), many=False, options=FORMATS),
            *([members_field] if self._begun_here else []),
        ]

    def on_mount(self) -> None:
        """Ask for members only where there is a group."""
        super().on_mount()
        self._ask_members()

    def _ask_members(self) -> None:
        for place in self.query("#field-members"):
            label = self.query(FieldLabel).last()
            place.display = label.display = self.values()["form"] == Form.GROUP.value

    @on(ChoiceField.Changed)
    def _usual(self) -> None:
        """Show the usual figures of the form chosen, as long as nobody has changed those of the other one."""
        if not self._begun_here:
            return
        self._ask_members()
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

    def day_told(self, name: str, text: str) -> date | None:
        """Return the day of a start, which may be past, or of an end."""
        return _DAYS[name](text, self.host.environment.clock())

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
        figures = {
            "reasons": tuple(map(Reason, values["reasons"].split())),
            "starts_on": starts_on,
            "ends_on": ends_on,
            "planned_sessions": round(sessions),
            "planned_minutes": round(60 * hours),
            "rhythm_days": max(1, round(rhythm)),
            "format": Format(values["format"]),
        }
        return saving(self._write, values["title"], Form(values["form"]), values.get("members", ""), figures)

    def _write(self, notebook: Notebook, title: str, form: Form, entered: str, figures: dict[str, Any]) -> Entry:
        """Keep the frame of the engagement, which is begun with it or was by the save before."""
        known = reading.entry(notebook, self.ref) if self.ref is not None else None
        engagement = known or framing.begin(notebook, title or _("Engagement"), form)
        kept = members.set_up(notebook, engagement, title, form, entered, **figures)
        self.ref = kept.ref
        return kept


def _usual_figures(form: Form) -> dict[str, str]:
    frame = EngagementDetails(**(framing.USUAL_GROUP if form is Form.GROUP else {}))
    return {
        "planned_sessions": str(frame.planned_sessions),
        "hours": f"{frame.planned_minutes / 60:g}",
        "rhythm_days": str(frame.rhythm_days),
    }
