"""Parts of a page: what was taken from the last session, and every step of the plans with what became of it."""

from collections.abc import Iterator

from journal.language import _, ngettext
from journal.model.entry import Entry, Ref
from journal.model.kind import Kind, State
from journal.model.learning import LearningDetails, LearningSort
from journal.model.plan import StepDetails
from journal.model.session import SessionDetails
from journal.sharing.composing.page import Sections
from journal.sharing.composing.road import Road
from journal.sharing.composing.telling import Teller, joined
from journal.sharing.document import Prose, Row, Rows
from journal.sharing.rendering.markdown import escaped
from journal.sharing.wording import step_word


def since_last(sections: Sections, road: Road) -> None:
    """Add the section, unless nothing of it leaves."""
    rows = [*_taken(sections, road), *step_rows(sections, road)]
    if rows:
        sections.add(_heading(sections.teller, road), [*_between(sections, road), Rows(rows=tuple(rows))])


def _heading(teller: Teller, road: Road) -> str:
    if road.previous is None:
        return _("My steps")
    number = road.previous.details_as(SessionDetails).number
    return teller.on(
        road.previous.happened_at.date(),
        _("Since session {number} ({day})").format(number=number, day="{day}"),
        _("Since session {number}").format(number=number),
    )


def _between(sections: Sections, road: Road) -> Iterator[Prose]:
    """Yield that other sessions come first, when one is prepared long before its day."""
    if road.previous is None or not road.between:
        return
    told = ngettext(
        "Session {first} is still to come before this one.",
        "Sessions {first} to {last} are still to come before this one.",
        len(road.between),
    ).format(first=road.between[0], last=road.between[-1])
    if sections.leaves("between", told):
        yield Prose(text=told)


def _taken(sections: Sections, road: Road) -> Iterator[Row]:
    """Yield what was kept of the last session, and what will be tried after it, each label once."""
    labelled = ""
    listed = {step.ref for step in road.steps}
    for entry in sorted(road.took, key=_order):
        words = _offered(_("from last time: {title}"), entry.title or entry.body)
        if entry.ref in listed or not sections.leaves(f"took:{entry.ref}", words):
            continue
        title = sections.teller.say(entry.title, entry.ref)
        sections.tell(entry.ref, title)
        body = sections.teller.say(entry.body, entry.ref) if entry.kind is Kind.LEARNING else ""
        label = _label(entry)
        text = "\n\n".join(filter(None, (escaped(title), body)))
        yield Row(label="" if label == labelled else label, text=text)
        labelled = label


def _offered(words: str, title: str) -> str:
    """Return what is ticked, with what it is; nothing of what has no words."""
    return words.format(title=title) if title.strip() else ""


def _order(entry: Entry) -> int:
    return 2 if entry.kind is Kind.STEP else int(_is_certainty(entry))


def _is_certainty(entry: Entry) -> bool:
    return isinstance(entry.details, LearningDetails) and entry.details.sort is LearningSort.CERTAINTY


def _label(entry: Entry) -> str:
    if entry.kind is Kind.STEP:
        return _("What I will try")
    return _("What unsettled me") if _is_certainty(entry) else _("What I keep")


def step_rows(sections: Sections, road: Road, *, with_plans: bool = True) -> Iterator[Row]:
    """Yield the steps under the plan they are part of, each with its state, its day and what became of it."""
    plan: Entry | None = None
    label = _("Steps")
    named: dict[Ref, bool] = {}
    for step in road.steps:
        of = road.plan_of(step) if with_plans else None
        if of is not None and of.ref not in named:
            named[of.ref] = road.names(of) or sections.leaves(f"plan:{of.ref}", _offered(_("plan: {title}"), of.title))
        key = "step" if road.is_chosen(step) else "moved"
        if not sections.leaves(f"{key}:{step.ref}", _offered(_("step: {title}"), step.title)):
            continue
        of = of if of is not None and named[of.ref] else None
        if of is not None and of is not plan:
            aim = sections.teller.say(of.title, of.ref)
            sections.tell(of.ref, aim)
            yield Row(label=_("Plan"), text=escaped(aim))
            label = _("Steps")
        elif of is None and plan is not None:
            label = _("Other steps")
        plan = of
        sentence = sections.teller.say(step.title, step.ref)
        sections.tell(step.ref, sentence)
        yield Row(label=label, text=escaped(sentence), note=became(sections.teller, step))
        label = ""


def became(teller: Teller, step: Entry) -> str:
    """Return where a step stands, and what was said of it when it was looked at last."""
    details = step.details_as(StepDetails)
    last = details.outcomes[-1] if details.outcomes else None
    again = teller.on(details.review_on, _("to look at on {day}"), "") if details.review_on else ""
    if last is None:
        return joined(step_word(step.state), again if step.state is State.OPEN else "")
    looked = teller.on(last.on, _("looked at on {day}"), "")
    words = (teller.say(" ".join(text.split()), step.ref) for text in (last.helped, last.following))
    told = _(", ").join(filter(None, (step_word(last.became), looked)))
    return joined(told, *words, again if step.state is State.OPEN else "")
