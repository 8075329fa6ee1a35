"""Instructions on reading what leaves, for its reader: the first lines of a mail, or a second file beside the first.

They hold nothing of the journal, not even a title: a mail is read by whoever carries it.
"""

from pathlib import Path

from journal.language import Language, _, speaking
from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.sharing import way_back, writing


def mail_lines(form: FileFormat, protection: Protection, audience: Audience, language: Language) -> str:
    """Return what to write above the file that is attached."""
    with speaking(language):
        told = [_("Here is the document I told you about. Please save the file first, then open it.")]
        told += [_opened_with(form, protection)]
        if protection is not Protection.NONE:
            told.append(_("What opens it reaches you by another way than this mail."))
        if audience in way_back.ANSWERING:
            told.append(_answered(form, protection))
    return " ".join(filter(None, told))


def write_beside(target: Path, words: str, language: Language) -> Path:
    """Write a small text file beside what left; return its path. Raises TargetExists and what `writing` raises."""
    with speaking(language):
        name = _("{stem}-how-to-read.txt").format(stem=target.name.split(".")[0])
    path = target.with_name(name)
    writing.write(f"{words}\n".encode(), path)
    return path


def _opened_with(form: FileFormat, protection: Protection) -> str:
    if protection is Protection.HTML:
        return _(
            "A current Firefox, Chrome, Edge or Safari opens it, without a network; the preview of a mail does not. "
            "It asks for six words joined by hyphens."
        )
    if protection is Protection.PDF:
        return _("Any current PDF reader opens it and asks for six words joined by hyphens.")
    if protection is Protection.AGE:
        return _("The free program age opens it: age -d -o text.{form} the-file.").format(form=form.value)
    return ""


def _answered(form: FileFormat, protection: Protection) -> str:
    if form == FileFormat.HTML and protection is Protection.HTML:
        return _("You can write a question back in the page itself, or in a plain mail, one a line.")
    return _("You can send a question back in a plain mail, one a line.")
