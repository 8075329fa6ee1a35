"""Questions asked before something leaves: entries meant for fewer, words not checked, no question brought."""

from collections.abc import Callable, Sequence
from itertools import groupby

from journal.language import _, ngettext
from journal.model.audience import Audience
from journal.model.entry import Ref
from journal.sharing.consent import MeantForFewer
from journal.sharing.previewing import Preview
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.page import Page
from screens.vocabulary.audiences import audience_words

_NAMED = 8  # as many titles as leave room for the answers in a small window


class BeforeLeaving:
    """Asks one question after the other, and goes on once each was said yes to."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._agreed: set[tuple[Ref, Audience]] = set()

    def ask(self, preview: Preview, unchecked: int, go_on: Callable[[], None]) -> None:
        """Ask what is to be asked of a preview, then go on."""
        self._ask_about_readers(preview, lambda: self._ask_about_words(preview, unchecked, go_on))

    def _ask_about_words(self, preview: Preview, unchecked: int, go_on: Callable[[], None]) -> None:
        """Ask about words left unchecked: a yes is chosen, since the key that said it to the readers says it unread."""
        self._ask(
            _unchecked(unchecked),
            _("share all the same"),
            lambda: self._ask_about_question(preview, go_on),
            no=_("check them first"),
            by_letter=False,
        )

    def _ask_about_readers(self, preview: Preview, go_on: Callable[[], None]) -> None:
        """Ask about all that was meant for fewer than those who will read it; a yes holds for these and this reader."""
        audience = preview.selection.audience
        asked = [each for each in preview.for_fewer if (each.ref, audience) not in self._agreed]

        def agree() -> None:
            self._agreed |= {(each.ref, audience) for each in asked}
            go_on()

        self._ask(_widening(asked, audience), _("share"), agree, no=_("share nothing"))

    def _ask_about_question(self, preview: Preview, go_on: Callable[[], None]) -> None:
        """Ask whether it is to leave without a question."""
        asked = _("This document leaves without a question. Go on?") if preview.without_question else ""
        self._ask(asked, _("go on"), go_on)

    def _ask(self, question: str, yes: str, go_on: Callable[[], None], *, no: str = "", by_letter: bool = True) -> None:
        if question:
            dialog = ConfirmDialog(question, yes, no, by_letter=by_letter)
            self._page.app.push_screen(dialog, lambda agreed: go_on() if agreed else None)
        else:
            go_on()


def _widening(asked: Sequence[MeantForFewer], audience: Audience) -> str:
    """Return the question that names what was meant for fewer; nothing where nothing was."""
    if not asked:
        return ""
    lines = []
    for meant_for, each in groupby(sorted(asked[:_NAMED], key=_order), lambda each: each.audience):
        lines += ["", _("Until now {audience}:").format(audience=audience_words(meant_for))]
        lines += [f"  {entry.title or f'#{entry.ref}'}" for entry in each]
    more = len(asked) - _NAMED
    lines += [ngettext("… and {count} more", "… and {count} more", more).format(count=more)] if more > 0 else []
    question = ngettext(
        "Reader: {reader}. Share it, this time?",
        "Reader: {reader}. Share them, this time?",
        len(asked),
    ).format(reader=audience_words(audience))
    return "\n".join([*lines[1:], "", question])


def _order(entry: MeantForFewer) -> int:
    return tuple(Audience).index(entry.audience)


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
