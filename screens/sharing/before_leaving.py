"""Questions asked once before something leaves: words that were not checked, a document without a question."""

from collections.abc import Callable

from journal.language import _, ngettext
from journal.sharing.previewing import Preview
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.page import Page


class BeforeLeaving:
    """Asks one question after the other, and goes on once each was said yes to."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._went_without_question = False

    def ask(self, preview: Preview, unchecked: int, go_on: Callable[[], None]) -> None:
        """Ask what is to be asked of a preview, then go on."""
        self._ask(_unchecked(unchecked), _("share"), lambda: self._ask_about_question(preview, go_on))

    def _ask_about_question(self, preview: Preview, go_on: Callable[[], None]) -> None:
        """Ask once whether it is to leave without a question."""
        asks = preview.without_question and not self._went_without_question
        self._went_without_question |= asks
        self._ask(_("This document leaves without a question. Go on?") if asks else "", _("go on"), go_on)

    def _ask(self, question: str, yes: str, go_on: Callable[[], None]) -> None:
        if question:
            self._page.app.push_screen(ConfirmDialog(question, yes), lambda agreed: go_on() if agreed else None)
        else:
            go_on()


def _unchecked(left: int) -> str:
    """Return the question about words that were left unchecked; nothing where none was."""
    if not left:
        return ""
    return ngettext(
        "{count} word is not checked yet. Share all the same?",
        "{count} words are not checked yet. Share all the same?",
        left,
    ).format(count=left)


__all__ = ["BeforeLeaving"]
