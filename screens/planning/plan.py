"""A plan: the aim in one's own words, the options weighed, the obstacle and the answer to it, the steps."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import OptionList

from journal.dates.wording import day_and_month
from journal.language import _
from journal.model.entry import Entry, Ref
from journal.model.kind import Kind, State
from journal.model.plan import PlanDetails, StepDetails
from journal.practice import planning, reading
from journal.practice.notebook import Notebook
from journal.practice.states_in_words import state_word
from screens.frame.changes import changing, of, saving
from screens.frame.events import EntrySaved, JournalChanged
from screens.frame.form_page import FormPage
from screens.frame.just_done import RemovingPage
from screens.frame.save_queue import Job
from screens.planning import routes as planning_routes
from screens.planning.marked import marked
from screens.widgets.field import Field
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_ROOM = 3  # options worth finding before one is chosen


class PlanScreen(RemovingPage, FormPage):
    """Draws up a plan; `about` is the entry it is for: an objective it goes towards, any other it is about."""

    name_in_table = "plan"

    def __init__(self, ref: int | None = None, about: int | None = None) -> None:
        super().__init__()
        self.ref = ref
        self._about = about

    @property
    def _plan(self) -> Entry | None:
        return reading.entry(self.journal.notebook, self.ref) if self.ref is not None else None

    def page_title(self) -> str:
        """Return what this is, and where it stands."""
        plan = self._plan
        return _("Plan · {state}").format(state=state_word(Kind.PLAN, plan.state)) if plan else _("Plan")

    def fields(self) -> list[Field]:
        """Return the aim and what surrounds it."""
        return [
            Field("aim", _("What I want to reach, in my own words"), many=False),
            Field("obstacle", _("The obstacle I expect")),
            Field("answer", _("What I will do about it")),
            Field("support", _("The support I need")),
            Field("proof", _("How I will know it worked")),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return the plan as it is kept."""
        plan = self._plan
        if plan is None:
            return {}
        details = plan.details_as(PlanDetails)
        rest = {name: getattr(details, name) for name in ("obstacle", "answer", "support", "proof")}
        return {"aim": plan.title, **rest}

    def emptied(self) -> Ref | None:
        """Return the plan once no word, no option and no step of it is left."""
        plan = self._plan
        if plan is None or any(text.strip() for text in self.values().values()):
            return None
        filled = plan.details_as(PlanDetails).options or planning.steps_of(self.journal.notebook, plan.ref)
        return None if filled else self.ref

    def compose_below(self) -> ComposeResult:
        """Yield options and steps."""
        yield PlainText(_("Options and steps"), classes="heading")
        yield PlainText(
            _("Tab brings you down here. Listing three options before you choose can widen your view; it’s up to you."),
            id="empty",
            classes="quiet",
        )
        yield Rows(id="rows")

    def refresh_content(self) -> None:
        """Show options and steps."""
        plan = self._plan
        rows: list[Row] = []
        if plan is not None:
            details = plan.details_as(PlanDetails)
            rows = [
                Row(
                    f"option:{number}",
                    f"{'●' if number == details.chosen else '○'} {option.text}",
                    _("chosen") if number == details.chosen else "",
                )
                for number, option in enumerate(details.options)
            ]
            rows += [
                Row(f"step:{step.ref}", f"→ {step.title}", step_aside(step))
                for step in planning.steps_of(self.journal.notebook, plan.ref)
            ]
        self.query_one(Rows).show(rows)
        self.query_one("#empty").display = sum(row.id.startswith("option") for row in rows) < _ROOM

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the plan."""
        rest = {name: values[name] for name in ("obstacle", "answer", "support", "proof")}
        return saving(self._write, values["aim"], rest)

    def _write(self, notebook: Notebook, aim: str, rest: dict[str, str]) -> Entry:
        """Keep it in the journal, where it may be since the save before."""
        if self.ref is None:
            kept = planning.draw_up_for(notebook, aim, PlanDetails(**rest), self._about)
        else:
            plan = reading.entry(notebook, self.ref)
            kept = planning.revise(notebook, plan, plan.details_as(PlanDetails).with_(**rest), aim)
        self.ref = kept.ref
        return kept

    @on(EntrySaved)
    @on(JournalChanged)
    def _news(self) -> None:
        self.mark_stale()
        self.refresh_header()

    # --- options and steps

    def _with_plan(self, route: Callable[[Ref], Screen[None]]) -> None:
        """Open a page that belongs to this plan, which is kept first."""
        if self.ref is None:
            self.keep_now()
        else:
            self.action_keep()
        self.after_saved(lambda: self.app.push_screen(route(self.ref)) if self.ref is not None else None)

    def action_option(self) -> None:
        """Add an option."""
        self._with_plan(planning_routes.option)

    def action_step(self) -> None:
        """Add a step."""
        self._with_plan(lambda plan: planning_routes.step(plan=plan))

    def action_choose(self) -> None:
        """Choose the option one is on, or no longer."""
        what, _sep, which = self.query_one(Rows).chosen.partition(":")
        if what != "option" or self.ref is None:
            return
        self.action_keep()
        self.host.save(changing(of(self.ref, planning.choose), int(which)))

    def action_put(self, state: str) -> None:
        """Let the plan wait, or be open again."""
        self.action_keep()
        self.host.save(changing(self._put, State(state)))

    @property
    def _step_here(self) -> Entry | None:
        """The step whose row one is on."""
        what, _sep, which = self.query_one("#rows", Rows).chosen.partition(":")
        return reading.entry(self.journal.notebook, int(which)) if what == "step" else None

    def action_done(self) -> None:
        """Mark the step one is on as done, otherwise the plan."""
        self.action_keep()
        meant = self._step_here or self._plan
        if meant is not None:
            self.host.save(changing(planning.done, [meant.ref]))
            steps = planning.steps_of(self.journal.notebook, meant.ref) if meant.kind is Kind.PLAN else []
            self.keep_last(marked([meant], State.DONE, sum(each.state is State.OPEN for each in steps)))

    def action_went(self) -> None:
        """Say how the step one is on went, whatever its day."""
        step = self._step_here
        if step is None:
            self.refuse(
                _("how it went is said of a step; {key} marks a plan as done").format(key=self.key_of("plan.done"))
            )
            return
        self.action_keep()
        self.app.push_screen(planning_routes.step(step.ref, went=True))

    def action_trash(self) -> None:
        """Throw the step one is on away, or take the option out."""
        what, _sep, which = self.query_one("#rows", Rows).chosen.partition(":")
        if what == "step":
            self.throw_away(int(which))
        elif what == "option" and (plan := self._plan) is not None:
            self.action_keep()
            option = plan.details_as(PlanDetails).options[int(which)]
            chosen = plan.details_as(PlanDetails).chosen
            self.take_out(
                changing(of(plan.ref, planning.take_out_option), int(which)),
                changing(of(plan.ref, planning.put_option_back), int(which), option, chosen=chosen == int(which)),
            )

    def _put(self, notebook: Notebook, state: State) -> None:
        if self.ref is not None:  # kept just before
            planning.put(notebook, reading.entry(notebook, self.ref), state)

    def action_share(self) -> None:
        """Share it: what leaves is shown first."""
        self.action_keep()
        self.after_saved(lambda: self.host.share((self.ref,)) if self.ref is not None else None)

    @on(OptionList.OptionSelected)
    def _open(self) -> None:
        what, _sep, which = self.query_one(Rows).chosen.partition(":")
        if what == "option":
            self._with_plan(lambda plan: planning_routes.option(plan, int(which)))
        elif what == "step":
            self.action_keep()
            self.host.navigation.open_entry(int(which), "step")


def step_aside(step: Entry) -> str:
    """Return the day to look again of an open step, with what was said of it last; else what became of it."""
    if step.state is not State.OPEN:
        return state_word(Kind.STEP, step.state)
    details = step.details_as(StepDetails)
    last = details.outcomes[-1].became if details.outcomes else State.OPEN
    said = state_word(Kind.STEP, last) if last in (State.ADAPTED, State.POSTPONED) else ""
    return " · ".join(filter(None, [said, day_and_month(details.review_on) if details.review_on else ""]))
