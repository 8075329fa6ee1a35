"""Parts of a group's session: what was promised, what was set aside, the aide-mémoire that stays."""

from collections.abc import Sequence

from journal.dates.wording import day_and_month
from journal.language import _
from journal.model.entry import Entry
from journal.practice import evenings
from journal.practice.notebook import Notebook
from screens.frame.changes import changing, of
from screens.frame.page import Page
from screens.widgets.rows import Row

ASIDE = "aside"
OF_AN_EVENING = ("session.evening", "session.round")


def promise_rows(notebook: Notebook, session: Entry) -> list[Row]:
    """Return what was promised before and is open: the session begins with it."""
    found = evenings.promised_before(notebook, session)
    rows = [
        Row(
            f"promise:{each.session.ref}:{each.number}",
            _told(each),
            day_and_month(each.session.happened_at.date()),
        )
        for each in found
    ]
    return [Row("", _("What was promised · space: it was kept")), *rows, Row("", "")] if rows else []


def _told(each: evenings.Promised) -> str:
    by, words = each.promise.by, each.promise.text
    return _("{name}: {words}").format(name=by, words=words) if by else _("I: {words}").format(words=words)


def aside_rows(rows: Sequence[Row]) -> list[Row]:
    """Return what was set aside for the group, with its heading."""
    return [Row("", _("Perhaps for the group")), *rows, Row("", ""), Row("", _("Since then"))] if rows else []


def kept_or_not(page: Page, row: str) -> None:
    """Note that the promise of a row was kept, or take that back; any other row is left alone."""
    what, _colon, where = row.partition(":")
    if what != "promise":
        return
    session, _colon, number = where.partition(":")
    page.host.save(changing(of(int(session), evenings.kept_or_not), int(number)))
