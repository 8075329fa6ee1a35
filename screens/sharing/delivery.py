"""The last page before something leaves: to whom, in which form, closed how, into which file."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from journal.errors import ReculError
from journal.language import _
from journal.model.disclosure import Disclosure, FileFormat, Protection
from journal.model.recipient import Recipient
from journal.practice.notebook import Notebook
from journal.sharing import repository as keeping
from journal.sharing import writing
from journal.sharing.delivering import Delivery, deliver, signed
from journal.sharing.habits import closed, closed_as, habit, remember
from journal.sharing.previewing import Preview
from journal.sharing.protecting import Encryption, ending
from journal.sharing.receiving import mail_lines, write_beside
from journal.sharing.rendering.formats import renderer
from journal.sharing.wording import unshown_told
from screens.frame.changes import changing
from screens.frame.command import Command
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.events import JournalChanged
from screens.frame.form_fields import placed
from screens.frame.form_page import FormPage
from screens.frame.page import Page
from screens.frame.save_queue import Job
from screens.sharing.export_choices import habit_of, protections, reason, suits
from screens.sharing.export_receipt import ExportReceipt
from screens.sharing.sharing_page import OTHER, choice_of, first_choices, form_choices, tell_audience
from screens.widgets.choice import ChoiceField
from screens.widgets.field import Field, FieldLabel, LineField
from screens.widgets.plain import PlainText
from screens.widgets.working import Working

_NOBODY = "nobody"
_MOST_NAMES = 99  # tries for a file name that is free


class DeliveryScreen(FormPage):
    """Few keys: what was chosen the last time stands already, and Enter lets it leave."""

    name_in_table = "delivery"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "deliver", show=False, priority=True)]

    def __init__(self, preview: Preview, form: FileFormat | None = None) -> None:
        super().__init__()
        self._form = form  # asked for beforehand, whatever was chosen the last time; it is closed all the same
        self._preview = preview
        self._audience = preview.selection.audience
        self._recipients: tuple[Recipient, ...] = ()
        self._path_of_ours = ""
        self._writing = False
        self.left: Disclosure | None = None
        self._target = Path()

    def page_title(self) -> str:
        """Return what this is."""
        return _("Share · how to send it") if self.left is None else _("Share · done")

    def refresh_header(self) -> None:
        """Tell for whom, beside the keys of the page."""
        super().refresh_header()
        recipient = self._recipient() if self.left is None else None
        name = self.left.recipient if self.left else (recipient.name if recipient else "")
        tell_audience(self, self._audience, name)

    def commands(self) -> list[Command]:
        """Return the page's own keys: nothing is kept here before it leaves, and nothing leaves twice."""
        own = Page.commands(self)
        if self.left is None:
            return [one for one in own if one.id != "delivery.receiving"]
        done = [replace(one, title=_("done")) if one.id == "delivery.deliver" else one for one in own]
        return [one for one in done if one.id not in ("delivery.add", "delivery.back")]

    # --- the fields

    def fields(self) -> list[Field]:
        """Return recipient, form, file, the word that a file without protection needs; other forms when asked for."""
        return [
            Field("recipient", _("To"), many=False, options=self._offered()),
            Field("choice", _("Form"), many=False, options=first_choices()),
            Field("format", _("Other forms"), many=False, options=form_choices()),
            Field("protection", _("Protection"), many=False, options=protections(None, FileFormat.PDF)),
            Field("path", _("File"), many=False),
            Field("word", _("Anybody who has this file can read it. To share it so, type “{word}”").format(
                word=_("share")), many=False),
        ]  # fmt: skip

    def stored_values(self) -> dict[str, str]:
        """Return what was chosen the last time for this audience."""
        chosen = habit(self.journal.notebook, self._audience)
        names = [each.name for each in self._recipients]
        place = names.index(chosen.recipient) if chosen.recipient in names else None
        if len(names) == 1 and not (chosen.recipient or chosen.folder):
            place = 0
        form, protection = chosen.format, chosen.protection
        if place is not None:
            form, protection = closed_as(self.journal.notebook, self._recipients[place])
        if self._form is not None:
            form, protection = self._form, closed(self._form)
        path = self._free_path(Path(chosen.folder) if chosen.folder else Path.home(), form.value, protection.value)
        self._path_of_ours = str(path)
        return {
            "recipient": _NOBODY if place is None else str(place),
            "choice": choice_of(form, protection),
            "format": form.value,
            "protection": protection.value,
            "path": str(path),
            "word": "",
        }

    def compose_page(self) -> ComposeResult:
        """Yield the fields, what became of them, and afterwards what has left."""
        with Vertical(id="fields-of-it"):
            for field in self.fields():
                yield FieldLabel(field)
                yield placed(field)
                if field.name == "choice":
                    yield PlainText("", id="suits", classes="quiet")
        yield PlainText("", id="told", classes="caution")
        yield PlainText("", id="signed", classes="quiet")
        yield Working(id="working", classes="quiet")
        yield ExportReceipt()

    def on_mount(self) -> None:
        """Put in what was chosen the last time."""
        super().on_mount()
        self.query_one("#fields-of-it").styles.height = "auto"
        self._fit()
        self.call_after_refresh(self._fit)  # once it is known which recipient is chosen

    def focus_first(self) -> None:
        """Begin with whom; with the form where nobody is kept who could be chosen."""
        self.query_one("#field-recipient" if self._recipients else "#field-choice").focus()

    def save_job(self, values: dict[str, str]) -> Job:  # noqa: ARG002 -- every page of fields has it
        """Return a job that keeps nothing: what is chosen here is kept once something has left."""
        return lambda _notebook: JournalChanged()

    def flush(self) -> None:
        """Leave nothing half-written: there is nothing here that could be lost."""

    def action_keep(self) -> None:
        """Keep nothing: going back writes nothing."""

    # --- to whom

    def action_add(self) -> None:
        """Keep somebody as a recipient, then come back to share with them."""
        from screens.sharing.recipients import RecipientScreen

        if self.left is None:
            self.app.push_screen(RecipientScreen(audience=self._audience))

    def on_journal_changed(self) -> None:
        """Offer who was added meanwhile, and choose them."""
        if self.left is not None or self._writing:
            return
        field = self.query_one("#field-recipient", ChoiceField)
        before = [each.name for each in self._recipients]
        chosen = self._recipient()
        field.options = self._offered()
        names = [each.name for each in self._recipients]
        added = [name for name in names if name not in before]
        told = added[-1] if added else (chosen.name if chosen else "")
        field.text = str(names.index(told)) if told in names else _NOBODY
        field.refresh(layout=True)
        if added:
            self._take_over(self._recipients[names.index(told)])
        self._fit()

    def _offered(self) -> tuple[tuple[str, str], ...]:
        kept = keeping.recipients(self.journal.notebook)
        self._recipients = tuple(each for each in kept if each.audience is self._audience)
        return (
            (_NOBODY, _("no one in particular")),
            *((str(place), each.name) for place, each in enumerate(self._recipients)),
        )

    def _take_over(self, recipient: Recipient) -> None:
        """Take the form and the protection that a recipient prefers."""
        form, protection = closed_as(self.journal.notebook, recipient)
        self.query_one("#field-choice", ChoiceField).text = choice_of(form, protection)
        self.query_one("#field-format", ChoiceField).text = form.value
        self.query_one("#field-protection", ChoiceField).text = protection.value

    # --- what fits what

    def _recipient(self) -> Recipient | None:
        if not self.is_mounted:
            return None
        chosen = self.query_one("#field-recipient", ChoiceField).text
        return self._recipients[int(chosen)] if chosen.isdecimal() else None

    def _signature(self) -> str:
        """Return what is signed with: as agreed with whom it goes to."""
        recipient = self._recipient()
        return recipient.signature if recipient else ""

    @on(ChoiceField.Changed)
    def _chosen(self) -> None:
        recipient = self._recipient()
        if self.focused is not None and self.focused.id == "field-recipient" and recipient is not None:
            self._take_over(recipient)
        self._fit()

    def _fit(self) -> None:
        """Offer the protections that fit the form, name the file by both, ask for the word when it stays open."""
        choice = self.query_one("#field-choice", ChoiceField).text
        if choice != OTHER:
            self.query_one("#field-format", ChoiceField).text = choice
            self.query_one("#field-protection", ChoiceField).text = closed(FileFormat(choice)).value
        form = FileFormat(self.query_one("#field-format", ChoiceField).text)
        closing = self.query_one("#field-protection", ChoiceField)
        closing.options = protections(self._recipient(), form)
        if closing.text not in [value for value, _words in closing.options]:
            closing.text = closing.options[0][0]
        closing.refresh(layout=True)
        path = self.query_one("#field-path", LineField)
        if path.value == self._path_of_ours:
            path.value = self._path_of_ours = str(self._free_path(Path(path.value).parent, form.value, closing.text))
        self.query_one("#suits", PlainText).update(suits(choice))
        signature = self._signature() if self._preview.document.head else ""
        self.query_one("#signed", PlainText).update(_("Signed: {words}").format(words=signature) if signature else "")
        asked = {"word": closing.text == Protection.NONE.value} | dict.fromkeys(
            ("format", "protection"), choice == OTHER
        )
        for label in self.query(FieldLabel):
            label.display = self.query_one(f"#field-{label.field.name}").display = asked.get(label.field.name, True)
        self.refresh_header()

    def _free_path(self, folder: Path, form: str, protection: str) -> Path:
        """Return a file name that says it is personal and is not taken yet."""
        today = self.journal.notebook.clock().date()
        language = self._preview.document.language
        how = Protection(protection)
        told = self._preview.file_words or (self._preview.file_title if how is Protection.NONE else "")
        name = writing.default_name(self._audience, language, today, ending(FileFormat(form), how), told)
        stem, dot, rest = name.partition(".")
        names = [name, *(f"{stem}-{number}{dot}{rest}" for number in range(2, _MOST_NAMES))]
        return next((folder / each for each in names if not (folder / each).exists()), folder / name)

    # --- leaving

    @on(Input.Changed)
    def _typing_again(self) -> None:
        self._tell_error("")

    def _tell_error(self, words: str) -> None:
        told = self.query_one("#told", PlainText)
        told.update(words)
        if words:
            self.call_after_refresh(told.scroll_visible, animate=False)

    def action_deliver(self) -> None:
        """Let it leave; once it has, go back."""
        if self.left is not None:
            self.action_back()
        elif not self._writing:
            self._check_signs(FileFormat(self.values()["format"]))

    @work(exclusive=True, group="signs")
    async def _check_signs(self, form: FileFormat) -> None:
        """Name what the form would show as empty boxes, and go on when that is all right."""
        signs = await asyncio.to_thread(renderer(form).unshown, self._preview.document)
        if not signs:
            self._begin()
            return
        question = ConfirmDialog(unshown_told(signs), _("share all the same"))
        self.app.push_screen(question, lambda yes: self._begin() if yes else None)

    def _begin(self) -> None:
        texts = self.values()
        protection = Protection(texts["protection"])
        open_to_all = protection is Protection.NONE
        if open_to_all and texts["word"].strip().casefold() != _("share").casefold():
            self.query_one("#field-word").focus()
            self._tell_error(_("Nothing has left: type “{word}” first.").format(word=_("share")))
            return
        recipient = self._recipient()
        age_key = (recipient.age_key or "") if recipient and protection is Protection.AGE else ""
        passphrase = ""
        if not open_to_all and not age_key:
            from journal.sharing.protecting.passphrases import generate

            passphrase = generate(self._preview.document.language)
        delivery = Delivery(
            target=Path(texts["path"].strip()).expanduser(),
            format=FileFormat(texts["format"]),
            encryption=Encryption(protection, passphrase=passphrase, age_key=age_key),
            recipient=recipient.name if recipient else "",
            plaintext=open_to_all,
        )
        self._write(delivery)

    def _write(self, delivery: Delivery) -> None:
        """Write in the save queue, so that a lock waits until it is done or undone."""
        self._writing = True
        self._tell_error("")
        self.query_one(Working).begin(_("Writing"))
        preview, failed, left = self._preview, list[ReculError](), list[Disclosure]()
        signature = self._signature()

        def change(notebook: Notebook) -> None:
            try:
                left.append(deliver(notebook, signed(notebook, preview, signature), delivery))
                remember(notebook, preview.selection.audience, habit_of(delivery, preview))
            except ReculError as error:  # told here and not as a text that could not be kept
                failed.append(error)

        def told(_happened: object) -> None:
            self._writing = False
            if not self.is_mounted:
                return
            self.query_one(Working).end()
            if left:
                self._has_left(left[0], delivery)
            elif failed:
                self._tell_error(reason(failed[0]))

        self.host.save(changing(change)).add_done_callback(told)

    def _has_left(self, disclosure: Disclosure, delivery: Delivery) -> None:
        self.left = disclosure
        for gone in ("#fields-of-it", "#signed", "#told", "#working"):
            self.query_one(gone).display = False
        self.query_one("#left").display = True
        self.set_focus(None)
        self._target = delivery.target
        self.query_one(ExportReceipt).tell(
            disclosure, delivery.target, delivery.encryption.passphrase, self._mail(disclosure)
        )
        self.refresh_header()

    def _mail(self, disclosure: Disclosure) -> str:
        language = self._preview.document.language
        outside = disclosure.audience.outside
        return mail_lines(disclosure.format, disclosure.protection, disclosure.audience, language) if outside else ""

    def action_receiving(self) -> None:
        """Write a second file that says how to read the first; it holds nothing of the journal."""
        if self.left is None or not self.left.audience.outside:
            return
        language = self._preview.document.language
        try:
            path = write_beside(self._target, self._mail(self.left), language)
        except ReculError as error:
            self.query_one(ExportReceipt).tell_beside(error.message())
        else:
            self.query_one(ExportReceipt).tell_beside(_("Beside it: {name}").format(name=path.name))

    def action_back(self) -> None:
        """Go back; nothing leaves that has not left."""
        if not self._writing and (self.left is None or self.query_one(ExportReceipt).may_go()):
            self.dismiss()
