"""Plans and steps that were just marked: what is said of it, how it is taken back."""

from collections.abc import Sequence
from datetime import date

from journal.dates.wording import day_and_month
from journal.language import _, ngettext
from journal.model.draft import Draft
from journal.model.entry import Entry
from journal.model.kind import Kind, State
from journal.practice import planning
from journal.practice.states_in_words import state_word
from screens.frame.changes import changing
from screens.frame.just_done import JustDone


def marked(before: Sequence[Entry], state: State, left: int = 0) -> JustDone:
    """Return that plans and steps, here as they were before, were marked; `left` steps of theirs are still open."""
    count, kind = len(before), Kind.PLAN if all(each.kind is Kind.PLAN for each in before) else Kind.STEP
    if count == 1:
        told = _("plan: {state}") if kind is Kind.PLAN else _("step: {state}")
    elif kind is Kind.PLAN:
        told = ngettext("{count} plan: {state}", "{count} plans: {state}", count)
    else:
        told = ngettext("{count} marked as done", "{count} marked as done", count)
    words = [told.replace("{count}", str(count)).replace("{state}", state_word(kind, state))]
    if left:
        words.append(
            ngettext("{count} step still open", "{count} steps still open", left).replace("{count}", str(left))
        )
    back = _("{key} takes it back") if count == 1 else _("{key} takes them back")
    return JustDone(" · ".join([*words, back]), changing(planning.take_back, tuple(before)))


def noted(became: State, again: date | None) -> str:
    """Return what was just said of a step, and when it comes back."""
    told = _("step: {state}").format(state=state_word(Kind.STEP, became))
    return " · ".join([told, _("to look at again on {day}").format(day=day_and_month(again))] if again else [told])


def answered(before: Entry, became: State, again: date | None, words: Draft) -> JustDone:
    """Return that it was just said how a step, here as it was before, went; taken back, its words wait again."""
    told = " · ".join([noted(became, again), _("{key} takes it back")])
    return JustDone(told, changing(planning.unsay, before, words))
