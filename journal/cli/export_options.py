"""The last steps before something leaves: shown, confirmed, closed, written and registered."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from journal.cli.before_leaving import ask_about_question, ask_about_readers
from journal.cli.passphrases import asked_for, from_file
from journal.cli.printing import document, say, say_text, tell
from journal.cli.translated_click import Option
from journal.errors import EndingDiffers, UnknownEnding, UnknownRecipientKey
from journal.errors.refusals import NotConfirmed, PlaintextNotConfirmed, WrongAudience
from journal.hygiene import one_line
from journal.language import N_, _, ngettext
from journal.model.disclosure import Disclosure, FileFormat, Protection

if TYPE_CHECKING:
    from journal.model.recipient import Recipient
    from journal.practice.notebook import Notebook
    from journal.sharing.previewing import Preview
    from journal.sharing.remainders import Remainder

_AGE_KEY = "age1"


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what `export` and `report` share: where to, for whom, closed how."""
    for option in (
        click.option("--force", cls=Option, is_flag=True, help=N_("Overwrite the file when it is there.")),
        click.option(
            "--plaintext", cls=Option, is_flag=True, help=N_("Confirm that anybody who has the file can read it.")
        ),
        click.option(
            "--export-passphrase-file",
            cls=Option,
            metavar=N_("FILE"),
            help=N_("Read the passphrase of the exported file from the first line of FILE."),
        ),
        click.option(
            "--recipient",
            cls=Option,
            metavar=N_("NAME-OR-AGE-KEY"),
            help=N_("To whom it goes: a recipient kept in the vault, or an age public key."),
        ),
        click.option(
            "--protect",
            cls=Option,
            type=click.Choice([each.value for each in Protection]),
            help=N_("How the file is closed; none means that anybody who has it can read it."),
        ),
        click.option("--to", cls=Option, metavar=N_("PATH"), help=N_("The file to write.")),
    ):
        command = option(command)
    return command


def tell_of(preview: "Preview") -> None:
    """Tell what of the selection stays, and what names may have been missed."""
    from journal.sharing.folding import fold
    from journal.sharing.readers import told

    if _names_leave(preview):
        tell(_("Real names leave: nobody stands under an alias."))
    if preview.readers:
        tell(told(preview.readers))
    if preview.left_out:
        refs = ", ".join(f"#{ref}" for ref in preview.left_out)
        tell(_("Private and left out unless you name them with --include-private: {refs}").format(refs=refs))
    if preview.at_home:
        tell(
            ngettext(
                "{count} line gathered around it stays here: steps, learnings, objectives. "
                "The app takes some along, line by line.",
                "{count} lines gathered around it stay here: steps, learnings, objectives. "
                "The app takes some along, line by line.",
                preview.at_home,
            ).format(count=preview.at_home)
        )
    if preview.for_fewer:
        refs = ", ".join(f"#{each.ref}" for each in preview.for_fewer)
        tell(_("Meant for fewer readers until now: {refs}").format(refs=refs))
    words: dict[str, str] = {}
    for each in preview.remainders:
        words.setdefault(fold(one_line(each.words)).strip(), one_line(each.words))
    if words:
        tell(_("Names or traces that may have been missed: {words}").format(words=", ".join(words.values())))
        tell(_("To settle them: recul people add, replace or keep."))


def tell_unshown(preview: "Preview", form: FileFormat) -> None:
    """Tell which signs the form would show as empty boxes, before it is written."""
    from journal.sharing.rendering.formats import renderer
    from journal.sharing.wording import unshown_told

    if signs := renderer(form).unshown(preview.document):
        tell(one_line(unshown_told(signs)))


def _names_leave(preview: "Preview") -> bool:
    return preview.selection.audience.outside and not preview.selection.aliased


def show(preview: "Preview", form: FileFormat, *, as_json: bool) -> None:
    """Write exactly what would leave to standard output."""
    from journal.sharing.rendering import render
    from journal.sharing.rendering.formats import renderer

    if as_json:
        content = preview.document.model_dump(mode="json")
        told = {"document": content, "refs": preview.refs, "left_out": preview.left_out, "digest": preview.digest}
        document(told | {"readers": preview.readers, "remainders": [_remainder(each) for each in preview.remainders]})
        return
    shown = form if renderer(form).is_text else FileFormat.MARKDOWN
    say_text(render(preview.document, shown).decode().rstrip("\n"))


def _remainder(found: "Remainder") -> dict[str, Any]:
    """Return words that may have been missed, where they stand, and why they are pointed out."""
    told = {"words": found.words, "sort": found.sort.value, "ref": found.ref, "place": found.place}
    return told | {"context": found.context}


def form_of(given: dict[str, Any], recipient: "Recipient | None" = None) -> FileFormat:
    """Return the form asked for: by name, by the ending of the path, by the recipient's habit; Markdown when shown.

    Raise EndingDiffers when the path tells another form than the one named, UnknownEnding when nothing tells one.
    """
    from journal.sharing.rendering.formats import names

    ending = Path(Path(given["to"] or "").name.removesuffix(".age")).suffix.lower()
    told = FileFormat(ending[1:]) if ending[1:] in names() else None
    if given["form"]:
        if told and told != given["form"]:
            raise EndingDiffers
        return FileFormat(given["form"])
    if told is None and given["to"] and (ending or recipient is None):
        raise UnknownEnding(endings=", ".join(f".{name}" for name in names()))
    return told or (recipient.format if recipient else FileFormat.MARKDOWN)


@dataclass(frozen=True, slots=True)
class Left:
    """What left, the passphrase that was made for it, when none was given, and what to write above it in a mail."""

    disclosure: Disclosure
    generated: str = field(default="", repr=False)
    mail: str = ""


def leave(notebook: "Notebook", preview: "Preview", given: dict[str, Any]) -> Left:
    """Confirm with the person, then write and register.

    Raise ProtectionUnfit, PlaintextNotConfirmed, NotConfirmed, TargetExists and its neighbours; nothing left then.
    """
    from journal.sharing import writing
    from journal.sharing.delivering import Delivery, deliver
    from journal.sharing.protecting import Encryption
    from journal.sharing.protecting.passphrases import generate
    from journal.sharing.receiving import mail_lines

    recipient, age_key = _recipient(notebook, given["recipient"])
    if recipient is not None and recipient.audience is not preview.selection.audience:
        raise WrongAudience
    target = Path(given["to"]).expanduser()
    writing.checked(target, force=given["force"])
    form = form_of(given, recipient)
    protection = _protection(given, form, recipient, age_key)
    keyed = protection is Protection.AGE and age_key
    file = given["export_passphrase_file"]
    generated = "" if protection is Protection.NONE or keyed or file else generate(preview.document.language)
    encryption = Encryption(protection, passphrase=from_file(file) if file else generated, age_key=age_key)
    encryption.check(form)
    tell_unshown(preview, form)
    ask_about_readers(preview)
    ask_about_question(preview)
    _confirm(preview, form, protection, plaintext=given["plaintext"])
    delivery = Delivery(
        target=target,
        format=form,
        encryption=encryption,
        recipient=recipient.name if recipient else age_key,
        plaintext=protection is Protection.NONE,
        force=given["force"],
    )
    left, document = deliver(notebook, preview, delivery), preview.document
    outside = document.audience.outside
    mail = mail_lines(form, protection, document.audience, document.language) if outside else ""
    return Left(left, generated, mail)


def signature(notebook: "Notebook", asked: str | None) -> str:
    """Return with what the manager signs towards a recipient."""
    from journal.sharing import repository as keeping

    known = keeping.recipient(notebook, asked) if asked else None
    return known.signature if known else ""


def ask_about_asides() -> None:
    """Ask whether what was jotted about others' cases goes along, where somebody can answer."""
    if not sys.stdin.isatty():
        return
    question = _("What you jotted about others’ cases goes along. Type “{yes}” to go on").format(yes=_("y"))
    if asked_for(question, default="", show_default=False).strip().casefold() != _("y"):
        raise NotConfirmed


def tell_left(left: Left, *, as_json: bool) -> None:
    """Tell the file with its digest, and its passphrase this once when one was made."""
    told = record(left.disclosure)
    if as_json:
        document(told | ({"passphrase": left.generated} if left.generated else {}))
        return
    say(f"{told['file']}  {told['sha256']}")
    if left.generated:
        say(left.generated)
        tell(_("The file’s passphrase is above; it is shown only now. Pass it on separately from the file."))
    if left.mail:
        tell(_("For the mail: {words}").format(words=left.mail))


def _recipient(notebook: "Notebook", asked: str | None) -> "tuple[Recipient | None, str]":
    """Return the recipient of that name with their age key, or the age key that was given."""
    from journal.sharing import repository as keeping

    if not asked:
        return None, ""
    known = keeping.recipient(notebook, asked)
    if known is not None:
        return known, known.age_key or ""
    if not asked.startswith(_AGE_KEY):
        raise UnknownRecipientKey
    return None, asked


def _protection(given: dict[str, Any], form: FileFormat, recipient: "Recipient | None", age_key: str) -> Protection:
    """Return how it is closed: as asked, else as the recipient prefers; an open habit opens nothing by itself."""
    from journal.sharing.habits import closed

    if given["protect"]:
        return Protection(given["protect"])
    preferred = recipient.protection if recipient else Protection.AGE if age_key else Protection.NONE
    if given["plaintext"] or not (recipient or given["export_passphrase_file"]):
        return preferred
    if preferred is Protection.NONE:
        tell(_("The file is protected; --plaintext lets it leave open."))
    return closed(form, preferred)


def _confirm(preview: "Preview", form: FileFormat, protection: Protection, *, plaintext: bool) -> None:
    """Show what leaves and ask for the word, where somebody can answer; a script says --plaintext."""
    if plaintext and protection is Protection.NONE and not (_names_leave(preview) and sys.stdin.isatty()):
        return
    if not sys.stdin.isatty():
        if protection is Protection.NONE:
            raise PlaintextNotConfirmed
        return
    show(preview, form, as_json=False)
    word = _("share")
    if _names_leave(preview):
        tell(_("Real names leave: nobody stands under an alias."))
    if protection is Protection.NONE:
        tell(_("Anybody who has the file will be able to read this."))
    if asked_for(_("Type “{word}” to let it leave").format(word=word), default="", show_default=False) != word:
        raise NotConfirmed


def record(disclosure: Disclosure) -> dict[str, Any]:
    """Return a line of the register in its public form."""
    return {
        "at": disclosure.at.isoformat(),
        "audience": disclosure.audience.value,
        "recipient": disclosure.recipient,
        "refs": list(disclosure.refs),
        "titles": list(disclosure.titles),
        "format": disclosure.format.value,
        "protection": disclosure.protection.value,
        "file": disclosure.file_name,
        "sha256": disclosure.sha256,
        "preview": disclosure.preview_digest,
    }
