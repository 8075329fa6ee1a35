"""Plans and steps that were just marked: what is said of it, how it is taken back."""

from collections.abc import Sequence

from journal.language import _, ngettext
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
