"""The ways in which something can leave: what fits a form, what is remembered of it, what went wrong in plain words."""

from journal.errors import ReculError
from journal.errors.refusals import PlaintextNotConfirmed, TargetExists
from journal.language import N_, _, current
from journal.model.disclosure import FileFormat, Protection
from journal.model.recipient import Recipient
from journal.sharing.delivering import Delivery
from journal.sharing.habits import Habit
from journal.sharing.previewing import Preview
from journal.sharing.rendering.formats import renderer
from screens.sharing.sharing_page import FIRST, OTHER, PROTECTION_WORDS


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
