"""An if-then step: what may happen, what I then do, and the day to look again."""

from journal.language import _
from journal.model.entry import Entry
from journal.model.plan import StepDetails
from journal.practice import planning
from journal.practice.notebook import Notebook
from screens.frame.changes import saving
from screens.frame.coming_back import again_field, proposed_day
from screens.frame.form_fields import tell_beside
from screens.frame.form_values import day_ahead, no_day
from screens.frame.save_queue import Job
from screens.questioning.offered_page import OfferedPage
from screens.widgets.field import Field


class IfThenScreen(OfferedPage):
    """One step in two halves, and the day it comes back: in two weeks, unless another is told."""

    name_in_table = "if_then"
    needed = ("when", "then")

    def __init__(self, source: int | None = None, text: str = "") -> None:
        super().__init__()
        self._source = source
        self._entry: Entry | None = None
        self._offered = dict(zip(("when", "then"), planning.offered(text), strict=True))

    def identity(self) -> tuple[object, ...]:
        """Return from what the step comes."""
        return (self._source,)

    def page_title(self) -> str:
        """Return what this is."""
        return _("If…, then…")

    def fields(self) -> list[Field]:
        """Return the two halves and the day."""
        return [
            Field("when", _("If…"), _("Something you could see or hear happen."), many=False),
            Field("then", _("then…"), _("Something small I can do straight away."), many=False),
            again_field(),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return nothing kept yet."""
        return {}

    def on_mount(self) -> None:
        """Begin with the line on which the questioning ended."""
        super().on_mount()
        self._offered["again"] = proposed_day(self.host.environment.clock().date())
        if not self._drafted:
            self.set_values(self._offered)

    @property
    def something_new(self) -> bool:
        """Whether something stands here to keep, or a day alone that waits for its step."""
        return super().something_new or self.values()["again"] != self._offered["again"]

    def action_keep(self) -> None:
        """Keep it, or the day alone that was typed, which waits for its step."""
        if self.values()["again"] != self._offered["again"]:
            self.keep_now()
            for name in list(self.unread)[:1]:
                self.query_one(f"#field-{name}").focus()
        else:
            super().action_keep()

    def keep_now(self) -> None:
        """Keep the step once it says when and its day can be read; until then it waits here, and is no step yet."""
        values = self.values()
        unread = self.unreadable(values)
        if not values["when"].strip():
            unread = {"when": _("A step begins with its “if”: what may happen?"), **unread}
        if unread and self._entry is None:
            self.unread = unread
            self._keep_draft()
            self._tell(self.reason)
            tell_beside(self, self.unread)
        else:
            super().keep_now()

    def unreadable(self, values: dict[str, str]) -> dict[str, str]:
        """Say that a day cannot be read."""
        told = no_day(values["again"], self.host.environment.clock())
        return {"again": told} if told else {}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the step."""
        again = day_ahead(values["again"], self.host.environment.clock())
        details = StepDetails(when=values["when"], then=values["then"], review_on=again)
        return saving(self._write, details)

    def _write(self, notebook: Notebook, details: StepDetails) -> Entry:
        """Keep it in the journal, where it may be since the save before."""
        if self._entry is None:
            self._entry = planning.add_step(notebook, details, source=self._source)
        else:
            self._entry = planning.reword_step(notebook, self._entry, details)
        return self._entry
