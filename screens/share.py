"""Share: what left, to whom, and how to choose what leaves next."""

from textual.app import ComposeResult

from journal.language import _
from screens.page import Page
from screens.widgets.plain import PlainText


class ShareScreen(Page):
    """What this place is for, until something has left."""

    name_in_table = "share"

    def heading(self) -> str:
        """Return the place."""
        return _("Share")

    def compose_page(self) -> ComposeResult:
        """Invite."""
        yield PlainText(
            _(
                "Nothing has left this journal. To share, choose entries in the Journal ({key}): you will see exactly "
                "what leaves, under aliases, before anything is written."
            ).format(key=self.key_of("journal")),
            classes="quiet",
        )
