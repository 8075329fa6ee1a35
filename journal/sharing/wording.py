"""The words around what leaves: kinds, audiences with their signs, dates; all in the reader's language."""

from datetime import date, datetime, timedelta

from journal.language import N_, _
from journal.model.audience import Audience

AUDIENCE_WORDS = {
    Audience.ME: N_("for myself"),
    Audience.PRACTITIONER: N_("for the coach"),
    Audience.GROUP: N_("for the peer group"),
    Audience.SPONSOR: N_("for the sponsor"),
}
AUDIENCE_SIGNS = {Audience.ME: "●", Audience.PRACTITIONER: "◆", Audience.GROUP: "▲", Audience.SPONSOR: "■"}
_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


def day(moment: date) -> str:
    """Return a day in words: "12 November 2026"."""
    first = _("1") if moment.day == 1 else str(moment.day)
    return _("{day} {month} {year}").format(day=first, month=_(_MONTHS[moment.month - 1]), year=moment.year)


def day_and_hour(moment: datetime) -> str:
    """Return a moment in words: "12 November 2026, 18:42"."""
    return _("{day}, {hour}:{minute}").format(day=day(moment), hour=moment.hour, minute=f"{moment.minute:02}")


def week(moment: datetime) -> str:
    """Return the week of a moment in words: "week of 9 November 2026"."""
    return _("week of {day}").format(day=day(moment - timedelta(days=moment.weekday())))
