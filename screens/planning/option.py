"""An option of a plan: one way to act, and what it gives, costs and asks of others."""

from journal.language import _
from journal.model.entry import Entry
from journal.model.plan import Option, PlanDetails
from journal.practice import planning, reading
from journal.practice.notebook import Notebook
from screens.frame.changes import changing, of
from screens.frame.form_page import FormPage
from screens.frame.save_queue import Job
from screens.planning import routes as planning_routes
from screens.widgets.field import Field


class OptionScreen(FormPage):
    """One way to act: what it gives, what it costs, what it asks of others."""

    name_in_table = "option"

    def __init__(self, plan: int, number: int | None = None) -> None:
        super().__init__()
        self._of = plan
        self._number = number

    def identity(self) -> tuple[object, ...]:
        """Return which option of which plan."""
        return (self._of, self._number)

    def page_title(self) -> str:
        """Return what this is."""
        return _("Option")

    def fields(self) -> list[Field]:
        """Return the option and its three sides."""
        return [
            Field("text", _("What I could do"), many=False),
            Field("gives", _("What it gives"), many=False),
            Field("costs", _("What it costs"), many=False),
            Field("asks", _("What it asks of others"), many=False),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return the option as it is kept."""
        if self._number is None:
            return {}
        plan = reading.entry(self.journal.notebook, self._of)
        return plan.details_as(PlanDetails).options[self._number].model_dump()

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the option."""
        return changing(of(self._of, self._write), Option(**values))

    def _write(self, notebook: Notebook, plan: Entry, option: Option) -> None:
        """Keep it in its place, or at the end of the plan from now on; one without a word goes."""
        details = plan.details_as(PlanDetails)
        if not any(str(each).strip() for each in option.model_dump().values()):
            if self._number is not None:
                planning.take_out_option(notebook, plan, self._number)
            self._number = None
            return
        options = list(details.options)
        number = len(options) if self._number is None else self._number
        options[number : number + 1] = [option]
        planning.revise(notebook, plan, details.with_(options=tuple(options)))
        self._number = number

    def action_another(self) -> None:
        """Keep this option and write the next one."""
        if not self.values()["text"].strip():
            return
        self.action_keep()
        self.after_saved(lambda: None if self.host.is_leaving else self._begin_another())

    def _begin_another(self) -> None:
        self.app.switch_screen(planning_routes.option(self._of))
