"""`plan`: plans as they stand, each with its steps."""

from typing import TYPE_CHECKING, Any

import click

from journal.cli.common import Common, asked, reporting
from journal.cli.opening import opened
from journal.cli.param_types import REF
from journal.cli.printing import document, joined, say, say_text
from journal.cli.translated_click import Argument, Command
from journal.errors import EntryNotFound
from journal.language import N_, _

if TYPE_CHECKING:
    from journal.model.entry import Entry


@reporting
@click.command("plan", cls=Command)
@click.argument("ref", cls=Argument, type=REF, required=False, metavar=N_("REF"))
@asked
def plan_command(options: Common, ref: int | None) -> None:
    """Tell one plan, or all that are open, and the open steps that belong to none."""
    from journal.model.kind import Kind, State
    from journal.practice import planning, reading

    with opened(options) as notebook:
        if ref is not None:
            plan = reading.entry(notebook, ref)
            if plan.kind is not Kind.PLAN:
                raise EntryNotFound(ref=ref)
            plans, alone = [plan], []
        else:
            plans = planning.plans(notebook, (State.OPEN, State.WAITING))
            alone = [step for step in planning.open_steps(notebook) if not _belongs(step)]
        steps = {plan.ref: planning.steps_of(notebook, plan.ref) for plan in plans}
    if options.json:
        document([_form(plan, steps[plan.ref]) for plan in plans])
        return
    for plan in plans:
        _tell(plan, steps[plan.ref])
    if alone:
        say(_("Steps of no plan"))
        _tell_steps(alone)
    if not plans and not alone:
        say(_("There is no open plan and no open step."))


def _belongs(step: "Entry") -> bool:
    from journal.model.entry_line import Rel

    return any(link.rel is Rel.PART_OF for link in step.links)


def _form(plan: "Entry", steps: "list[Entry]") -> dict[str, Any]:
    from journal.cli.forms import entry_json

    return entry_json(plan, body=True) | {"steps": [entry_json(step) for step in steps]}


def _tell(plan: "Entry", steps: "list[Entry]") -> None:
    from journal.cli.labels import state_word

    say_text(joined(f"#{plan.ref}", plan.title, state_word(plan.kind, plan.state)))
    if plan.body:
        say_text(plan.body)
    if steps:
        say(_("Its steps"))
        _tell_steps(steps)
    say()


def _tell_steps(steps: "list[Entry]") -> None:
    from journal.cli.labels import state_word
    from journal.model.plan import StepDetails

    for step in steps:
        again = step.details_as(StepDetails).review_on
        when = _("look again on {day}").format(day=again.isoformat()) if again else None
        say_text(joined(f"#{step.ref}", step.title, state_word(step.kind, step.state), when, indent="  "))
