"""Recipients: to whom something leaves, and the form in which they like it."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.language import _
from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.model.recipient import Recipient, is_age_key
from journal.practice.notebook import Notebook
from journal.same_name import name_key
from journal.sharing import repository as keeping
from journal.sharing.rendering.formats import renderer
from screens.frame.changes import changing
from screens.frame.command import OPENS, Command
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.form_page import FormPage
from screens.frame.page import Page
from screens.frame.save_queue import Job
from screens.sharing.sharing_page import PROTECTION_WORDS, form_choices, form_words, tell_audience
from screens.vocabulary.audiences import audience_words
from screens.widgets.choice import ChoiceField
from screens.widgets.field import Field, Holds
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_CLOSED = tuple(each for each in PROTECTION_WORDS if each is not Protection.NONE)  # nobody prefers an open form


class RecipientsScreen(Page):
    """All recipients by name."""

    name_in_table = "recipients"
    on_a_row = OPENS
    follows_journal = True
    AUTO_FOCUS = "Rows"
    _kept: tuple[Recipient, ...] = ()

    def page_title(self) -> str:
        """Return what this is."""
        return _("Recipients")

    def commands(self) -> list[Command]:
        """Return the keys; where nobody is kept there is nobody to forget."""
        return [each for each in super().commands() if self._kept or each.id != "recipients.forget"]

    def compose_page(self) -> ComposeResult:
        """Yield the names."""
        yield PlainText("", id="empty", classes="quiet")
        yield Rows()

    def refresh_content(self) -> None:
        """Show the recipients as they are kept."""
        self._kept = keeping.recipients(self.journal.notebook)
        self.query_one(Rows).show(
            [
                Row(str(number), audience_words(each.audience, each.name), form_words(each.format, each.protection))
                for number, each in enumerate(self._kept)
            ]
        )
        empty = self.query_one("#empty", PlainText)
        empty.display = not self._kept
        words = _(
            "Add someone once, with the format and protection they prefer; afterwards you only choose the name ({key})."
        )
        empty.update(self.sentence(words, key="recipients.add"))
        self.refresh_header()

    def action_add(self) -> None:
        """Add somebody."""
        self.app.push_screen(RecipientScreen())

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Change somebody."""
        chosen = self.query_one(Rows).chosen
        if chosen:
            self.app.push_screen(RecipientScreen(self._kept[int(chosen)]))

    def action_forget(self) -> None:
        """Forget somebody; what they received stays in the register."""
        chosen = self.query_one(Rows).chosen
        if not chosen:
            return
        name = self._kept[int(chosen)].name

        question = _("Forget {name}? What they received stays in the register.").format(name=name)

        def answered(yes: bool | None) -> None:  # noqa: FBT001 -- Textual calls it so
            if yes:
                self.host.save(changing(keeping.forget_recipient, name))

        self.app.push_screen(ConfirmDialog(question, _("forget")), answered)


class RecipientScreen(FormPage):
    """One recipient: name, for which audience they read, their age key, the form they prefer."""

    name_in_table = "recipient"

    def __init__(self, recipient: Recipient | None = None, audience: Audience = Audience.PRACTITIONER) -> None:
        super().__init__()
        self._was = recipient
        self._audience = recipient.audience if recipient else audience
        if not self._audience.outside:
            self._audience = Audience.PRACTITIONER

    def identity(self) -> tuple[object, ...]:
        """Return which recipient."""
        return (self._was.name if self._was else None,)

    def page_title(self) -> str:
        """Return what this is."""
        return _("Recipient")

    def refresh_header(self) -> None:
        """Tell as whom they read, here as on every page on the way out."""
        super().refresh_header()
        chosen = [field.text for field in self.query("#field-audience").results(ChoiceField) if field.text]
        state = "" if self.unread else self.status()  # what is refused is said below the fields
        tell_audience(self, Audience(chosen[0]) if chosen else self._audience, state=state)

    def fields(self) -> list[Field]:
        """Return the fields from top to bottom."""
        outside = [each for each in Audience if each.outside]
        return [
            Field("name", _("Name"), many=False, holds=Holds.WHOLE),
            Field("audience", _("Role"), options=tuple((each.value, audience_words(each)) for each in outside)),
            Field("format", _("Preferred form"), options=form_choices()),
            Field(
                "protection",
                _("Preferred protection"),
                options=tuple((each.value, _(PROTECTION_WORDS[each])) for each in _CLOSED),
            ),
            Field(
                "signature",
                _("What I sign with towards them"),
                hint=_("a name, initials, a code"),
                many=False,
                holds=Holds.VALUE,
            ),
            Field("age_key", _("age public key, if they have one"), hint="age1…", many=False, holds=Holds.VALUE),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return the recipient as they are kept."""
        kept = self._was or Recipient.model_construct(
            name="",
            audience=self._audience,
            age_key=None,
            format=FileFormat.PDF,
            protection=Protection.PDF,
            signature="",
        )
        return {
            "name": kept.name,
            "audience": kept.audience.value,
            "format": kept.format.value,
            "protection": kept.protection.value,
            "signature": kept.signature,
            "age_key": kept.age_key or "",
        }

    def compose_page(self) -> ComposeResult:
        """Yield the fields and what does not fit yet."""
        yield from self.compose_fields()
        yield PlainText("", id="told", classes="gap-above caution")

    @on(ChoiceField.Changed)
    def _fit(self) -> None:
        form = FileFormat(self.query_one("#field-format", ChoiceField).text)
        field = self.query_one("#field-protection", ChoiceField)
        fitting = tuple(each for each in _CLOSED if renderer(form).allows(each))
        field.options = tuple((each.value, _(PROTECTION_WORDS[each])) for each in fitting)
        if field.text not in [each.value for each in fitting]:
            field.text = fitting[0].value
        field.refresh(layout=True)
        self.refresh_header()

    def on_mount(self) -> None:
        """Put in what is kept, and offer what fits it."""
        super().on_mount()
        self._fit()

    def unreadable(self, values: dict[str, str]) -> dict[str, str]:
        """Say what is no age key, and that a name is missing."""
        told = {}
        if not values["name"].strip():
            told["name"] = _("A recipient needs a name.")
        if not is_age_key(values["age_key"].strip() or None):
            told["age_key"] = _("This is no age public key: it begins with age1 and is one long word.")
        return told

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps this recipient, in place of the former name."""
        recipient = Recipient.model_validate({**values, "age_key": values["age_key"].strip() or None})
        return changing(self._write, recipient)

    def _write(self, notebook: Notebook, recipient: Recipient) -> None:
        """Keep them in place of who they were before, also by the save before."""
        if self._was is not None and name_key(self._was.name) != name_key(recipient.name):
            keeping.forget_recipient(notebook, self._was.name)
        keeping.keep_recipient(notebook, recipient)
        self._was = recipient

    def keep_now(self) -> None:
        """Keep what can be kept, and say under the fields what cannot: the corner tells as whom they read."""
        super().keep_now()
        self.query_one("#told", PlainText).update(self.reason)

    def action_back(self) -> None:
        """Keep and go back; an empty page leaves nothing behind."""
        values = self.values()
        if values["name"].strip() or values["age_key"].strip():
            super().action_back()
        else:
            self.dismiss()
