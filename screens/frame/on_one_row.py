"""A key that can act on one entry alone, in a list where others are marked: it asks whether the row is meant."""

from collections.abc import Callable

from journal.language import _, ngettext
from journal.quoting import bare
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.page import Page


def on_one_row(page: Page, ref: int, title: str, act: Callable[[], object]) -> None:
    """Act on the row of an entry; where something else is marked, only after a yes."""
    marked = len(page.journal.selection)
    if not marked or (marked == 1 and ref in page.journal.selection):
        act()
        return
    question = ngettext(
        "{count} entry is marked, but this key acts on one row alone: “{title}”. Is it the one?",
        "{count} entries are marked, but this key acts on one row alone: “{title}”. Is it the one?",
        marked,
    ).format(count=marked, title=bare(title) or f"#{ref}")

    def answered(agreed: bool | None) -> None:  # noqa: FBT001 -- Textual's callback
        if agreed:
            act()

    page.app.push_screen(ConfirmDialog(question, _("go on")), answered)
