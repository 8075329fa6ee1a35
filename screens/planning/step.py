"""A step: its wording; on its day, or when one wants to say so, it asks what happened, what helped, what comes next."""

from datetime import date
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates.wording import dated, full_day
from journal.language import N_, _
from journal.model.entry import Entry, Ref
from journal.model.kind import Kind, State
from journal.model.plan import StepDetails
from journal.practice import capturing, planning, reading
from journal.practice.notebook import Notebook
from journal.practice.states_in_words import state_word
from screens.frame.changes import changing, of, saving
from screens.frame.coming_back import again_field, proposed_day
from screens.frame.command import Command
from screens.frame.events import JournalChanged
from screens.frame.form_page import FormPage
from screens.frame.form_saves import nothing
from screens.frame.form_values import day_ahead, no_day
from screens.frame.just_done import UndoingPage
from screens.frame.save_queue import Job
from screens.planning import routes as planning_routes
from screens.planning.marked import answered, noted
from screens.widgets.field import Field
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

BECAME = (
    (State.DONE, N_("It happened: done")),
    (State.ADAPTED, N_("It went differently: adapted")),
    (State.POSTPONED, N_("Not yet: postponed")),
    (State.DROPPED, N_("No longer needed: dropped")),
)


class StepScreen(FormPage):
    """One step of a plan or one that stands alone; `plan` is the plan a new step belongs to.

    With `went` it asks how it went whatever the day, as it does by itself on the day to come back to it.
    """

    name_in_table = "step"

    def __init__(self, ref: int | None = None, plan: int | None = None, *, went: bool = False) -> None:
        super().__init__()
        self.ref = ref
        self._plan = plan
        self._went = went

    @property
    def _step(self) -> Entry | None:
        return reading.entry(self.journal.notebook, self.ref) if self.ref is not None else None

    @property
    def _asking(self) -> bool:
        step = self._step
        if step is None:
            return False
        if self._went or capturing.draft(self.journal.notebook, planning.draft_key(step.ref)) is not None:
            return True
        if step.state is not State.OPEN:
            return False
        return (step.details_as(StepDetails).review_on or date.max) <= self.host.environment.clock().date()

    def emptied(self) -> Ref | None:
        """Return the step once neither half of it is left."""
        texts = self.values()
        return self.ref if not self.draft_key and not (texts["when"].strip() or texts["then"].strip()) else None

    def identity(self) -> tuple[object, ...]:
        """Return which step, or of which plan it will be."""
        return (self.ref,) if self.ref is not None else ("new", self._plan)

    def page_title(self) -> str:
        """Return what this is, and what became of it."""
        step = self._step
        if step is None or step.state is State.OPEN:
            return _("Step")
        return _("Step · {state}").format(state=state_word(Kind.STEP, step.state))

    def page_name(self) -> str:
        """Return which page this is, whatever its title."""
        return _("Step")

    def commands(self) -> list[Command]:
        """Return the keys; what it became can be told of a step that is kept, by a letter where no field takes it."""
        asked = self.draft_key or self.ref is None
        away = {"step.went", "step.went_writing"} if asked else {"step.went_writing" if self.reading else "step.went"}
        step = self._step
        if step is None or step.state is State.OPEN or not self.reading:
            away.add("step.open")
        return [each for each in super().commands() if each.id not in away]

    def action_went(self) -> None:
        """Keep the wording, then ask how it went, whatever the day."""
        if self.draft_key:
            return
        self.action_keep()
        self.after_saved(self._ask_how_it_went)

    def _ask_how_it_went(self) -> None:
        if self.ref is not None and self.is_current and not self.host.is_leaving:
            self.app.push_screen(planning_routes.step(self.ref, went=True), self._came_back)

    def _came_back(self, _nothing: None) -> None:
        """Show what was told of it: what it became, and the day to come back to it."""
        self.host.save(nothing).add_done_callback(lambda _done: self._show_told())

    def _show_told(self) -> None:
        if self.host.is_leaving or not self.is_attached:
            return
        self._stored = self.stored_values()
        self.set_values(self._stored)
        self.mark_stale()
        self.refresh_header()

    def action_open_again(self) -> None:
        """Open it again: what was told of it stays."""
        step = self._step
        if step is not None and step.state is not State.OPEN:
            self.host.save(changing(of(step.ref, planning.open_again)))

    @on(JournalChanged)
    def _changed(self) -> None:
        self.mark_stale()
        self.refresh_header()

    def on_mount(self) -> None:
        """Keep a draft of a step that exists: of its wording, or of what became of it."""
        if self.ref is not None and self._asking:
            self.draft_key = planning.draft_key(self.ref)
        super().on_mount()

    def fields(self) -> list[Field]:
        """Return the wording, or the questions of the day."""
        if self._asking:
            return [
                Field("helped", _("What helped?"), many=False),
                Field("following", _("What comes next?"), many=False),
                again_field(),
            ]
        return [
            Field("when", _("If…"), _("Something you could see or hear happen."), many=False),
            Field("then", _("then…"), _("Something small I can do straight away."), many=False),
            again_field(),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return the wording as it is kept."""
        step = self._step
        if step is None:
            return {"again": proposed_day(self.host.environment.clock().date())}
        if self._asking:
            return {"again": self._day_ahead(step)}
        details = step.details_as(StepDetails)
        again = dated(details.review_on) if details.review_on else ""
        return {"when": details.when, "then": details.then, "again": again}

    def _day_ahead(self, step: Entry) -> str:
        """Return the day on which it comes back, where that lies ahead: it stays unless another is told."""
        again = step.details_as(StepDetails).review_on
        return dated(again) if again and again > self.host.environment.clock().date() else ""

    def compose_page(self) -> ComposeResult:
        """Yield the sentence when its day has come, then the fields."""
        step = self._step
        if step is not None and self._asking:
            yield PlainText(step.title)
        yield from self.compose_fields()
        yield PlainText("", id="told", classes="quiet gap-above")

    def compose_below(self) -> ComposeResult:
        """Yield the four answers, all equal."""
        if self._asking:
            yield PlainText(_("What happened? (tab to choose, enter to answer)"), classes="heading")
            yield Rows(id="rows")

    def refresh_content(self) -> None:
        """Show the four answers, or what became of it before."""
        if self.query("#rows"):
            self.query_one("#rows", Rows).show([Row(state.value, _(words)) for state, words in BECAME])
        step = self._step
        outcomes = step.details_as(StepDetails).outcomes if step else ()
        words = {state: _(told) for state, told in BECAME}
        lines = [" · ".join(filter(None, [full_day(o.on), words[o.became], o.helped, o.following])) for o in outcomes]
        self.query_one("#told", PlainText).update("\n".join(lines))

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the wording."""
        again = day_ahead(values["again"], self.host.environment.clock())
        return saving(self._write, when=values["when"], then=values["then"], review_on=again)

    def _write(self, notebook: Notebook, /, **worded: Any) -> Entry:
        """Keep it in the journal, where it may be since the save before."""
        if self.ref is None:
            kept = planning.add_step(notebook, StepDetails(**worded), plan=self._plan)
        else:
            step = reading.entry(notebook, self.ref)
            kept = planning.reword_step(notebook, step, step.details_as(StepDetails).with_(**worded))
        self.ref = kept.ref
        return kept

    def unreadable(self, values: dict[str, str]) -> dict[str, str]:
        """Say that a day cannot be read."""
        told = no_day(values["again"], self.host.environment.clock())
        return {"again": told} if told else {}

    def keep_now(self) -> None:
        """Keep the wording; without its "if" a new step is none yet, and waits here as it is."""
        values = self.values()
        loose = self.ref is not None and not self._stored.get("when", "").strip()  # one that came without its "if"
        if values["when"].strip() or (loose and values["then"].strip()):
            super().keep_now()
            return
        self.unread = {"when": _("A step begins with its “if”: what may happen?")} if values["then"].strip() else {}
        self._keep_draft()
        self._tell(self.reason)

    def action_back(self) -> None:
        """Go back; of answers to which none of the four was chosen it is said that they wait."""
        super().action_back()
        if self.draft_key and self._drafted:
            self.host.said = _("kept as a draft: one of the four answers is still to be chosen")

    def focus_first(self) -> None:
        """Begin in a field and on no answer, where one only came to read: Enter would give it."""
        self.found = self.found and not self._asking
        super().focus_first()

    def action_keep(self) -> None:
        """Keep the wording; what answers the day's questions stays a draft until one of the four is chosen."""
        if self.draft_key:
            super().flush()
        else:
            super().action_keep()

    def action_save(self) -> None:
        """Save the wording; on its day lead to the four answers, of which one keeps what is written above them."""
        if not self.draft_key:
            super().action_save()
            return
        self.action_keep()
        self.query_one("#rows").focus()
        self.host.said = _("one of these four is still to be chosen: enter keeps it with your words")
        self.refresh_header()

    @on(OptionList.OptionSelected)
    def _became(self) -> None:
        if self.ref is None:
            return
        self.unread = self.unreadable(self.values())
        if self.unread:  # the day must not be lost in silence with the page
            self._tell(self.reason)
            self.query_one("#field-again").focus()
            return
        became = State(self.query_one("#rows", Rows).chosen)
        texts = self.values()
        typed = day_ahead(texts["again"], self.host.environment.clock())
        again = typed if became in (State.ADAPTED, State.POSTPONED) else None
        self._tell_below(became, again)
        looked_at = saving(
            of(self.ref, planning.look_at),
            became,
            helped=texts["helped"],
            following=texts["following"],
            again=again,
        )
        self._stored = {**self._stored, **texts}  # nothing is half-written any more
        self.autosave.stop()
        self.host.save(looked_at)
        self.dismiss()

    def _tell_below(self, became: State, again: date | None) -> None:
        """Say on the page below what was noted of the step; where that takes things back, by which key this is."""
        below, step = self.app.screen_stack[-2], self._step
        if isinstance(below, UndoingPage) and step is not None:
            below.keep_last(answered(step, became, again, self._draft()))
        else:
            self.host.said = noted(became, again)
