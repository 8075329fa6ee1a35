"""Method of a group's evening on a page: how long each time takes, and who does what, under their aliases."""

from journal.language import N_, _
from journal.model.entry import Ref
from journal.model.evening import Duty, Evening
from journal.sharing.composing.telling import Teller
from journal.sharing.document import Row, Rows

_TIMES = (
    N_("telling, {count} min"),
    N_("questions of clarification, {count} min"),
    N_("angles and hypotheses, {count} min"),
    N_("what the teller keeps, {count} min"),
    N_("a last word each, {count} min"),
)
_DUTIES = {
    Duty.TELLER: N_("{name} tells"),
    Duty.FACILITATOR: N_("{name} facilitates"),
    Duty.TIMEKEEPER: N_("{name} keeps the time"),
    Duty.OBSERVER: N_("{name} observes"),
}


def method(evening: Evening, teller: Teller, of: Ref, *, roles: bool) -> Rows | None:
    """Return the times of an evening that take any, and the roles that somebody has; None where nothing is set."""
    taken = [(words, minutes) for words, minutes in zip(_TIMES, evening.minutes, strict=True) if minutes]
    times = " · ".join(_(words).format(count=minutes) for words, minutes in taken)
    who = " · ".join(_(_DUTIES[task.duty]).format(name=task.name) for task in evening.tasks if roles)
    told = ((_("the times"), times), (_("roles"), teller.line(who, of)))
    rows = tuple(Row(label=label, text=text) for label, text in told if text)
    return Rows(rows=rows) if rows else None
