"""The page that is brought to a session, on its way out: what leaves is shown first."""

from journal.model.entry import Ref
from journal.practice import reading
from journal.practice.bringing import brought_for_me
from screens.frame.page import Page


def share_session(page: Page, ref: Ref) -> None:
    """Share a preparation; what is brought for oneself alone is asked for one by one."""
    notebook = page.journal.notebook
    private = brought_for_me(notebook, reading.entry(notebook, ref))
    page.host.share((ref, *private))
