"""Rows of a thread: entries that belong to each other, each with its kind and how long ago it was."""

from datetime import datetime

from journal.dates.wording import ago
from journal.language import _
from journal.model.entry import EntryLine
from journal.model.kind_spec import spec_of
from screens.frame.page import Page
from screens.widgets.entry_row import title_of
from screens.widgets.rows import Row, Rows


def thread_row(line: EntryLine, now: datetime) -> Row:
    """Return the row of an entry."""
    words = f"{line.ref:>4}  {_(spec_of(line.kind).word)} · {title_of(line)}"
    return Row(f"{line.kind.value}:{line.ref}", words, ago(line.happened_at, now))


def open_chosen(page: Page, rows: Rows) -> None:
    """Open the entry of the row that is chosen, if it is one."""
    kind, _colon, ref = rows.chosen.partition(":")
    if ref:
        page.host.navigation.open_entry(int(ref), kind, found=True)
