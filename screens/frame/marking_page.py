"""Pages on whose rows entries are marked to be shared; the marks are the journal's own and stay from place to place."""

from dataclasses import replace

from journal.model.entry import Ref
from screens.frame.page import Page
from screens.widgets.rows import Row, Rows

_OF_ENTRIES = ("plan", "step", "session")


class MarkingPage(Page):
    """Rows of "kind:number" that can be marked, and shared with whatever is marked elsewhere."""

    def status(self) -> str:
        """Return how many entries are marked."""
        return self.journal.selection.told()

    def on_screen_resume(self) -> None:
        """Show marks as they are now."""
        self._stale = True
        super().on_screen_resume()

    def with_marks(self, rows: list[Row]) -> list[Row]:
        """Return the rows with a sign before those that are marked, once any is."""
        if not self.journal.selection:
            return rows
        return [
            replace(row, left=f"{'✓' if _ref_of(row.id) in self.journal.selection else ' '} {row.left}")
            if row.id
            else row
            for row in rows
        ]

    def action_mark(self) -> None:
        """Mark the row one is on, or take its mark away, and go on to the next."""
        rows = self.query_one(Rows)
        ref = _ref_of(rows.chosen)
        if ref is None:
            return
        self.journal.selection.toggle(ref)
        rows.action_cursor_down()
        self.refresh_content()
        self.refresh_header()

    def action_share(self) -> None:
        """Show what would leave: what is marked, or the row one is on when nothing is."""
        self.share_marked(_ref_of(self.query_one(Rows).chosen))


def _ref_of(row: str) -> Ref | None:
    """Return the entry that a row stands for; headings and what cannot leave alone stand for none."""
    kind, _sep, ref = row.partition(":")
    return int(ref) if kind in _OF_ENTRIES else None
