"""States as words that agree with their kind: in French a session is "tenue", a plan "terminé"."""

from journal.language import pgettext
from journal.model.kind import Kind, State


def state_word(kind: Kind, state: State) -> str:
    """Return a state in words that agree with its kind: in French a session is "tenue", a step "faite"."""
    if kind is Kind.SESSION:
        return {
            State.PLANNED: pgettext("session", "planned"),
            State.PREPARED: pgettext("session", "prepared"),
            State.HELD: pgettext("session", "held"),
            State.MOVED: pgettext("session", "moved"),
            State.CANCELLED: pgettext("session", "cancelled"),
        }[state]
    if kind is Kind.STEP:
        return {
            State.OPEN: pgettext("step", "open"),
            State.DONE: pgettext("step", "done"),
            State.ADAPTED: pgettext("step", "adapted"),
            State.POSTPONED: pgettext("step", "postponed"),
            State.DROPPED: pgettext("step", "let go"),
        }[state]
    if kind is Kind.QUESTION:
        return {
            State.WAITING: pgettext("question", "waiting"),
            State.OPENED: pgettext("question", "opened"),
            State.LAID_ASIDE: pgettext("question", "laid aside"),
        }[state]
    return {
        State.KEPT: pgettext("state", "kept"),
        State.CAPTURED: pgettext("state", "from outside the app"),
        State.SEALED: pgettext("state", "sealed"),
        State.OPEN: pgettext("state", "open"),
        State.WAITING: pgettext("state", "waiting"),
        State.DONE: pgettext("state", "done"),
        State.DROPPED: pgettext("state", "let go"),
        State.PREPARED: pgettext("state", "prepared"),
        State.HELD: pgettext("state", "told"),
        State.FRAMING: pgettext("state", "framing"),
        State.DEVELOPMENT: pgettext("state", "development"),
        State.CLOSING: pgettext("state", "closing"),
        State.CLOSED: pgettext("state", "closed"),
        State.WITHDRAWN: pgettext("state", "withdrawn"),
        State.DRAFT: pgettext("state", "draft"),
        State.VALIDATED: pgettext("state", "validated"),
    }[state]
