"""Page of what has left: the file, how it is closed, and its passphrase this once, which no single key takes away."""

from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from journal.errors import ReculError
from journal.language import N_, SOURCE, Language, _
from journal.model.disclosure import Disclosure
from journal.sharing.delivering import Delivery
from journal.sharing.receiving import mail_lines, write_beside
from screens.frame.command import Command
from screens.frame.key_names import key_name
from screens.sharing.sharing_page import form_words
from screens.widgets.plain import PlainText


class ExportReceipt(Vertical):
    """Stands where the fields stood, once something has left."""

    def __init__(self) -> None:
        super().__init__(id="left")
        self._secret = False  # until it was asked about
        self.passphrase_shown = False
        self._target, self._mail, self._language = Path(), "", SOURCE

    def compose(self) -> ComposeResult:
        """Yield the file, its passphrase and room for a question, and then how it left."""
        yield PlainText("", id="left-file")
        yield PlainText("", id="left-word", classes="gap-above word")
        yield PlainText("", id="left-asked", classes="gap-above caution")
        yield PlainText("", id="left-how", classes="quiet gap-above")
        yield PlainText(_("The first lines of your mail"), id="left-mail-head", classes="heading")
        yield PlainText("", id="left-mail")
        yield PlainText("", id="left-beside", classes="quiet gap-above")

    def tell(self, disclosure: Disclosure, delivery: Delivery, language: Language) -> None:
        """Tell what has left, what opens it, and what to write to its reader in their language."""
        target, passphrase = delivery.target, delivery.encryption.passphrase
        self._target, self._language = target, language
        if disclosure.audience.outside:
            self._mail = mail_lines(disclosure.format, disclosure.protection, disclosure.audience, language)
        self.query_one("#left-mail", PlainText).update(self._mail)
        self.query_one("#left-mail-head").display = bool(self._mail)
        self._secret = self.passphrase_shown = bool(passphrase)
        self.query_one("#left-file", PlainText).update(
            _("The file is written; it is up to you to pass it on.\n{path}").format(path=target)
        )
        how = form_words(disclosure.format, disclosure.protection)
        self.query_one("#left-how", PlainText).update(
            _("{how}. Recorded under “What left”.\nSHA-256 {sha256}").format(how=how, sha256=disclosure.sha256)
        )
        if passphrase:
            self.query_one("#left-word", PlainText).update(
                _(
                    "Passphrase of the file:\n{passphrase}\n\n"
                    "This opens the file. It is shown on this page only, this once, and stored nowhere: write it "
                    "down, and pass it on separately from the file."
                ).format(passphrase=passphrase)
            )

    def write_beside(self) -> None:
        """Write a second file that says how to read the first, and tell what became of it."""
        try:
            path = write_beside(self._target, self._mail, self._language)
        except ReculError as error:
            told = error.message()
        else:
            told = _("Beside it: {name}").format(name=path.name)
        self.query_one("#left-beside", PlainText).update(told)

    def hear(self, event: events.Key) -> None:
        """Ask where a letter means nothing on this page: it would lead elsewhere from any other."""
        bound = self.screen.active_bindings.get(event.key)
        if self.passphrase_shown and event.is_printable and (bound is None or bound.node is self.app):
            self.may_go()

    def may_go(self) -> bool:
        """Whether this may disappear; a passphrase asks once first."""
        asking, self._secret = self._secret, False
        if asking:
            self.query_one("#left-asked", PlainText).update(
                _("Have you written it down? {enter} leaves this page, and then it is gone for good.").format(
                    enter=key_name("enter")
                )
            )
        return not asking


def keys_once_left(own: list[Command]) -> list[Command]:
    """Return which keys of the page stay once something has left: there are no fields any more, and no way to undo."""
    helped = N_("Done: leave this page; the file stays where it was written.")
    done = [one._replace(title=N_("done"), help=helped) if one.id == "delivery.deliver" else one for one in own]
    return [one for one in done if one.where != "fields" and one.id not in ("delivery.add", "delivery.back")]
