"""Status: where a progress statement stands, in a few words."""

from journal.dates.wording import day_and_month
from journal.language import _
from journal.model.entry import Entry
from journal.model.statement import StatementDetails
from journal.sharing import statements
from journal.sharing.statements import Standing


def standing_words(entry: Entry, *, by_whom: bool = True) -> str:
    """Return where a statement stands, in a few words; fewer in a list."""
    standing = statements.standing(entry)
    validation = entry.details_as(StatementDetails).validation
    if standing is Standing.VALIDATED and validation is not None:
        day = day_and_month(validation.at.date())
        if not by_whom:
            return _("validated on {day}").format(day=day)
        return _("validated on {day} by {name}").format(day=day, name=validation.by)
    return _("draft") if standing is Standing.DRAFT else _("draft: its validation does not hold")
