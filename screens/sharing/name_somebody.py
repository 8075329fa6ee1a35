"""Dialog of a name that was not pointed out: typed, or one of the words with a capital, and then its alias."""

from collections.abc import Callable

from journal.hygiene import plain_name
from journal.language import _, ngettext
from journal.sharing import naming
from journal.sharing.previewing import Preview
from journal.sharing.remainders import Sort
from journal.sharing.standing import is_everyday, is_ordinary, stands_as_typed, stands_in, words_with_capitals
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.page import Page
from screens.frame.text_dialog import TextDialog
from screens.sharing.resolve_names import Resolution, Suspect, settled


def name_somebody(page: Page, preview: Preview, then: Callable[[], object]) -> None:
    """Ask for a name that stands in what leaves and for its alias, keep both, then go on."""
    document = preview.document

    def missing(words: str) -> str:
        """Say why a name needs no alias here; nothing when it stands in what leaves."""
        name = plain_name(words)
        if "," in name:
            return _("One name at a time, without a comma: what stands before it and behind it are two.")
        if name and (stands_as_typed(document, name) or stands_in(document, name)):
            return ""
        if alias := naming.alias_of(page.journal.notebook, name):
            return _("“{name}” already goes out as “{alias}”.").format(name=name, alias=alias)
        return _("“{name}” is not in this document.").format(name=name or words)

    def answered(words: str | None) -> None:
        name = plain_name(words or "")
        told_by_capital = name[:1].isupper() and is_ordinary(name) and stands_in(document, name)
        times = 0 if told_by_capital else stands_as_typed(document, name)  # “I will” would tell who Will is
        if not times or not is_everyday(name):
            named(name, times)
            return
        question = ngettext("“{name}” stands once; hide it?", "“{name}” stands {n} times; hide each?", times)
        question = question.format(name=name, n=times)
        dialog = ConfirmDialog(question, _("give it an alias, here and everywhere"))
        page.app.push_screen(dialog, lambda agreed: named(name, times) if agreed else None)

    def named(name: str, times: int) -> None:
        if name:
            standing = times or stands_in(document, name)
            suspect = Suspect(name, Sort.NAME, None, standing, "", beside=name, by_hand=bool(times))
            settled(page, suspect, Resolution.ALIAS, then)

    question = _("Which name is to have an alias? One that this document still shows.")
    page.app.push_screen(TextDialog(question, words_with_capitals(document), missing), answered)
