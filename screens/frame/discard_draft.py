"""The one quiet question before a draft is thrown away, and what is done on a yes."""

from journal.language import _
from journal.model.draft import Draft
from journal.model.entry import Ref
from journal.practice import half_written
from journal.practice.questioning import DRAFT_PREFIX
from screens.frame.changes import changing
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.page import Page


def throwing(ref: Ref | None) -> ConfirmDialog:
    """Return the question; a draft that changes an entry leaves the entry as it was kept."""
    if ref is None:
        return ConfirmDialog(_("Throw this draft away? It does not come back."), _("throw it away"))
    question = _("Throw these changes away? Entry {ref} stays as it was kept.").format(ref=ref)
    return ConfirmDialog(question, _("throw them away"))


def throw_away(page: Page, draft: Draft) -> None:
    """Ask, then throw a draft away."""

    def answered(sure: bool | None) -> None:  # noqa: FBT001 -- Textual calls it so
        if sure:
            page.host.save(changing(half_written.throw_away, draft.key), key=draft.key)

    page.app.push_screen(_asked(draft), answered)


def _asked(draft: Draft) -> ConfirmDialog:
    head, _colon, number = draft.key.partition(":")
    if head == "new":
        return throwing(draft.ref)
    if draft.key.startswith(DRAFT_PREFIX):
        kept = _("Throw this questioning away? The answers that were kept go to the trash.")
        return ConfirmDialog(kept, _("throw it away")) if draft.ref is not None else throwing(None)
    return throwing(int(number) if number.isdecimal() else None)
