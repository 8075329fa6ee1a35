"""A plan as it leaves: its options as a small table, what it counts on, its steps; a step alone names its plan."""

from collections.abc import Iterator

from journal.language import _
from journal.model.entry import Entry
from journal.model.plan import PlanDetails
from journal.sharing.composing.page import Sections
from journal.sharing.composing.road import Road
from journal.sharing.composing.since_last import became
from journal.sharing.composing.telling import Teller
from journal.sharing.document import Part, Row, Rows, Table
from journal.sharing.rendering.markdown import escaped


def plan_parts(teller: Teller, plan: Entry) -> Iterator[Part]:
    """Yield the options, then the rest of what was planned."""
    details = plan.details_as(PlanDetails)
    if details.options:
        yield _options(teller, plan, details)
    told = (
        (_("The obstacle I expect"), details.obstacle),
        (_("What I will do about it"), details.answer),
        (_("The support I need"), details.support),
        (_("How I will know it worked"), details.proof),
    )
    rows = tuple(Row(label=label, text=teller.say(text, plan.ref)) for label, text in told if text.strip())
    if rows:
        yield Rows(rows=rows)


def _options(teller: Teller, plan: Entry, details: PlanDetails) -> Table:
    """Return the options; a column that would be empty is left out."""
    lines = [(each.text, each.gives, each.costs, each.asks) for each in details.options]
    names = (_("option"), _("brings"), _("costs"), _("asks of others"))
    kept = [place for place in range(len(names)) if any(line[place].strip() for line in lines)]
    marks = [_("chosen") if place == details.chosen else "" for place in range(len(lines))]
    last = (_("chosen"),) if details.chosen is not None else ()
    return Table(
        columns=(*(names[place] for place in kept), *last),
        rows=tuple(
            (*(teller.say(line[place], plan.ref) for place in kept), *((f"✓ {mark}" if mark else "",) if last else ()))
            for line, mark in zip(lines, marks, strict=True)
        ),
    )


def steps_parts(sections: Sections, road: Road, step: Entry) -> Iterator[Part]:
    """Yield a step with the plan it is part of."""
    plan = road.plan_of(step)
    state = Row(label=_("state"), text=escaped(became(sections.teller, step)))
    if plan is None:
        yield Rows(rows=(state,))
        return
    aim = sections.teller.say(plan.title, plan.ref)
    sections.tell(plan.ref, aim)
    yield Rows(rows=(Row(label=_("Plan"), text=escaped(aim)), state))
