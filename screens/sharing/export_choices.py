"""The ways in which something can leave: what fits a form, what is remembered of it, what went wrong in plain words."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from journal.errors import ReculError
from journal.errors.refusals import PlaintextNotConfirmed, TargetExists
from journal.language import N_, Language, _, current
from journal.model.disclosure import Disclosure, FileFormat, Protection
from journal.model.recipient import Recipient
from journal.practice.notebook import Notebook
from journal.sharing import writing
from journal.sharing.delivering import Delivery, deliver, signed
from journal.sharing.habits import Habit, closed, closed_as, habit, remember
from journal.sharing.previewing import Preview
from journal.sharing.protecting import Encryption, ending
from journal.sharing.rendering.formats import renderer
from journal.sharing.selecting import Selection
from screens.sharing.for_whom import proposed_recipient, proposed_words
from screens.sharing.sharing_page import FIRST, OTHER, PROTECTION_WORDS, choice_of, first_choices, form_choices
from screens.widgets.field import Field, Holds

NOBODY = "nobody"


def recipient_options(known: Sequence[Recipient]) -> tuple[tuple[str, str], ...]:
    """Return to whom something can go: nobody named, or one of those kept, by their place."""
    return ((NOBODY, _("no one in particular")), *((str(place), each.name) for place, each in enumerate(known)))


def protections(recipient: Recipient | None, form: FileFormat) -> tuple[tuple[str, str], ...]:
    """Return the ways to close a file of this form, the best first."""
    keyed = recipient is not None and recipient.age_key
    age = _("{name}’s age key").format(name=recipient.name) if recipient and keyed else _("passphrase (age file)")
    words = {each: _(told) for each, told in PROTECTION_WORDS.items()} | {Protection.AGE: age}
    return tuple((each.value, words[each]) for each in words if renderer(form).allows(each))


_SUITS = {
    FileFormat.HTML: N_("Opens in any browser, on a phone too; answers can come back."),
    FileFormat.PDF: N_("Reads and prints as it is, with room in the margin for notes."),
    FileFormat.DOCX: N_("Word: for someone who comments in a word processor."),
    FileFormat.MARKDOWN: N_("Markdown: for someone who keeps notes as plain text."),
    FileFormat.JSON_LINES: N_("JSON lines: for programs, one entry a line."),
}


def suits(choice: str) -> str:
    """Return whom a form suits that is offered first, in one line; of the others, a line each."""
    if choice != OTHER:
        return _(_SUITS[FileFormat(choice)])
    others = (_(words) for form, words in _SUITS.items() if form not in FIRST)
    opened = _("PDF or web page without a passphrase: for what anybody may read.")
    return "\n".join((*others, opened, _("Closed with age: for someone who has that program.")))


def delivery_fields(notebook: Notebook, selection: Selection, recipients: tuple[tuple[str, str], ...]) -> list[Field]:
    """Return recipient, form, file, the word that a file without protection needs; other forms when asked for."""
    word = _("Anybody who has this file can read it. To share it so, type “{word}”").format(word=_("share"))
    return [
        Field(
            "recipient", proposed_words(notebook, selection.refs, selection.audience), many=False, options=recipients
        ),
        Field("choice", _("Form"), many=False, options=first_choices()),
        Field("format", _("Other forms"), many=False, options=form_choices()),
        Field("protection", _("Protection"), many=False, options=protections(None, FileFormat.PDF)),
        Field("path", _("File"), many=False, holds=Holds.WHOLE),
        Field("word", word, many=False, holds=Holds.VALUE),
    ]


def chosen_before(
    notebook: Notebook, selection: Selection, known: Sequence[Recipient], asked: FileFormat | None
) -> tuple[int | None, Habit]:
    """Return which recipient is proposed, by their place, and how something left for them the last time.

    A form that was asked for beforehand holds, whatever was chosen then; it is closed all the same.
    """
    before = habit(notebook, selection.audience)
    to = proposed_recipient(notebook, selection.refs, selection.audience)
    place = next((place for place, each in enumerate(known) if to is not None and each.name == to.name), None)
    form, protection = before.format, before.protection
    if asked is not None:
        form, protection = asked, closed(asked)
    elif place is not None:
        form, protection = closed_as(notebook, known[place])
    return place, before.with_(format=form, protection=protection)


def form_values(form: FileFormat, protection: Protection) -> dict[str, str]:
    """Return what stands in the fields of the page for a form that is closed so."""
    return {"choice": choice_of(form, protection), "format": form.value, "protection": protection.value}


def delivery_of(texts: Mapping[str, str], recipient: Recipient | None, language: Language) -> Delivery:
    """Return what was chosen on the page as it will leave; a passphrase is made where one is needed."""
    protection = Protection(texts["protection"])
    open_to_all = protection is Protection.NONE
    age_key = (recipient.age_key or "") if recipient and protection is Protection.AGE else ""
    passphrase = ""
    if not open_to_all and not age_key:
        from journal.sharing.protecting.passphrases import generate

        passphrase = generate(language)
    return Delivery(
        target=Path(texts["path"].strip()).expanduser(),
        format=FileFormat(texts["format"]),
        encryption=Encryption(protection, passphrase=passphrase, age_key=age_key),
        recipient=recipient.name if recipient else "",
        plaintext=open_to_all,
    )


def deliver_as_chosen(notebook: Notebook, preview: Preview, signature: str, delivery: Delivery) -> Disclosure:
    """Write it, and remember how it left for the next time."""
    left = deliver(notebook, signed(notebook, preview, signature), delivery)
    remember(notebook, preview.selection.audience, habit_of(delivery, preview))
    return left


def free_path(folder: Path, preview: Preview, on: date, form: str, protection: str) -> Path:
    """Return where it is written: a file name that says it is personal and is not taken yet."""
    return writing.not_taken(folder, name_for(preview, on, FileFormat(form), Protection(protection)))


def name_for(preview: Preview, on: date, form: FileFormat, protection: Protection) -> str:
    """Return the name of the file, which tells of the content only where all can read it."""
    told = preview.file_words or (preview.file_title if protection is Protection.NONE else "")
    language = preview.document.language
    return writing.default_name(preview.selection.audience, language, on, ending(form, protection), told)


def habit_of(delivery: Delivery, preview: Preview) -> Habit:
    """Return how something left, for the next time."""
    own = preview.document.language == current()
    return Habit(
        recipient=delivery.recipient,
        format=delivery.format,
        protection=delivery.encryption.protection,
        folder=str(delivery.target.parent),
        language=None if own else preview.document.language,
    )


def reason(error: ReculError) -> str:
    """Return what went wrong in words that fit a page, where nobody types an option."""
    if isinstance(error, TargetExists):
        return _("A file of this name is there already, and was left as it is. Choose another name.")
    if isinstance(error, PlaintextNotConfirmed):
        return _("Nothing has left: type “{word}” first.").format(word=_("share"))
    return error.message()
