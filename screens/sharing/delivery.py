"""The last page before something leaves: to whom, in which form, closed how, into which file."""

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from journal.errors import ReculError
from journal.language import _
from journal.model.disclosure import Disclosure, FileFormat, Protection
from journal.model.recipient import Recipient
from journal.sharing.delivering import Delivery
from journal.sharing.habits import closed, closed_as
from journal.sharing.previewing import Preview
from journal.sharing.rendering.formats import renderer
from journal.sharing.wording import unshown_told
from screens.frame.changes import carried_out
from screens.frame.command import Command
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.form_fields import placed
from screens.frame.form_page import FormPage
from screens.frame.form_saves import nothing
from screens.frame.page import Page
from screens.frame.save_queue import Job
from screens.sharing.export_choices import (
    NOBODY,
    chosen_before,
    deliver_as_chosen,
    delivery_fields,
    delivery_of,
    form_values,
    free_path,
    protections,
    reason,
    recipient_options,
    suits,
)
from screens.sharing.export_receipt import ExportReceipt, keys_once_left
from screens.sharing.for_whom import readers_offered
from screens.sharing.sharing_page import OTHER, tell_audience
from screens.widgets.choice import ChoiceField
from screens.widgets.field import Field, FieldLabel, LineField
from screens.widgets.plain import PlainText
from screens.widgets.working import Working


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

    def page_title(self) -> str:
        """Return what this is."""
        return _("Share · how to send it") if self.left is None else _("Share · the file is written")

    def refresh_header(self) -> None:
        """Tell for whom, beside the keys of the page."""
        super().refresh_header()
        recipient = self._recipient() if self.left is None else None
        name = self.left.recipient if self.left else (recipient.name if recipient else "")
        tell_audience(self, self._audience, name)

    def commands(self) -> list[Command]:
        """Return the page's own keys: nothing is kept here before it leaves, and nothing leaves twice."""
        if self.left is None:
            return [one for one in super().commands() if one.id not in ("delivery.receiving", "fields.keep")]
        return keys_once_left(Page.commands(self))

    @property
    def reading(self) -> bool:  # type: ignore[override]  # as every page of fields
        """Whether letters lead on: not past a passphrase, which would wait behind another page to be seen again."""
        return super().reading and not (self.left is not None and self.query_one(ExportReceipt).passphrase_shown)

    def on_key(self, event: events.Key) -> None:
        """Ask about the passphrase where a letter would lead elsewhere; the next Enter leaves it behind for good."""
        if self.left is not None:
            self.query_one(ExportReceipt).hear(event)

    # --- the fields

    def fields(self) -> list[Field]:
        """Return recipient, form, file, the word that a file without protection needs; other forms when asked for."""
        return delivery_fields(self.journal.notebook, self._preview.selection, self._offered())

    def stored_values(self) -> dict[str, str]:
        """Return what was chosen the last time for this audience."""
        place, before = chosen_before(self.journal.notebook, self._preview.selection, self._recipients, self._form)
        told = form_values(before.format, before.protection)
        folder = Path(before.folder) if before.folder else Path.home()
        today = self.host.environment.clock().date()
        path = self._path_of_ours = str(free_path(folder, self._preview, today, told["format"], told["protection"]))
        return told | {"recipient": NOBODY if place is None else str(place), "path": path, "word": ""}

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
        return nothing

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
        field.text = str(names.index(told)) if told in names else NOBODY
        field.refresh(layout=True)
        if added:
            self._take_over(self._recipients[names.index(told)])
        self._fit()

    def _offered(self) -> tuple[tuple[str, str], ...]:
        self._recipients = readers_offered(self.journal.notebook, self._preview.selection.refs, self._audience)
        return recipient_options(self._recipients)

    def _take_over(self, recipient: Recipient) -> None:
        """Take the form and the protection that a recipient prefers."""
        self.set_values(form_values(*closed_as(self.journal.notebook, recipient)))

    # --- what fits what

    def _recipient(self) -> Recipient | None:
        if not self.is_mounted:
            return None
        chosen = self.query_one("#field-recipient", ChoiceField).text
        return self._recipients[int(chosen)] if chosen.isdecimal() else None

    @property
    def _signature(self) -> str:  # as agreed with whom it goes to
        return recipient.signature if (recipient := self._recipient()) else ""

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
            folder, today = Path(path.value).parent, self.host.environment.clock().date()
            path.value = self._path_of_ours = str(free_path(folder, self._preview, today, form.value, closing.text))
        self.query_one("#suits", PlainText).update(suits(choice))
        signature = self._signature if self._preview.document.head else ""
        self.query_one("#signed", PlainText).update(_("Signed: {words}").format(words=signature) if signature else "")
        asked = {"word": closing.text == Protection.NONE.value} | dict.fromkeys(
            ("format", "protection"), choice == OTHER
        )
        for label in self.query(FieldLabel):
            label.display = self.query_one(f"#field-{label.field.name}").display = asked.get(label.field.name, True)
        self.refresh_header()

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
        open_to_all = Protection(texts["protection"]) is Protection.NONE
        if open_to_all and texts["word"].strip().casefold() != _("share").casefold():
            self.query_one("#field-word").focus()
            self._tell_error(_("Nothing has left: type “{word}” first.").format(word=_("share")))
            return
        self._write(delivery_of(texts, self._recipient(), self._preview.document.language))

    @work
    async def _write(self, delivery: Delivery) -> None:
        """Write in the save queue, so that a lock waits until it is done or undone."""
        self._writing = True
        self._tell_error("")
        self.query_one(Working).begin(_("Writing"))
        try:
            left = await carried_out(self.host, deliver_as_chosen, self._preview, self._signature, delivery)
        except ReculError as error:  # told here and not as a text that could not be kept
            self._tell_error(reason(error))
        else:
            self._has_left(left, delivery)
        finally:
            self._writing = False
            if self.is_mounted:
                self.query_one(Working).end()

    def _has_left(self, disclosure: Disclosure, delivery: Delivery) -> None:
        self.left = disclosure
        for gone in ("#fields-of-it", "#signed", "#told", "#working"):
            self.query_one(gone).display = False
        self.query_one("#left").display = True
        self.set_focus(None)
        self.query_one(ExportReceipt).tell(disclosure, delivery, self._preview.document.language)
        self.refresh_header()

    def action_receiving(self) -> None:
        """Write a second file that says how to read the first; it holds nothing of the journal."""
        if self.left is not None and self.left.audience.outside:
            self.query_one(ExportReceipt).write_beside()

    def may_lock(self) -> bool:
        """Whether a key may lock at once; a passphrase asks once first."""
        return self.left is None or self.query_one(ExportReceipt).may_go()

    def action_back(self) -> None:
        """Go back; nothing leaves that has not left."""
        if not self._writing and (self.left is None or self.query_one(ExportReceipt).may_go()):
            self.dismiss()
