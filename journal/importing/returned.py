"""Reader of what came back: a sealed block or file, a mail, a Word document, a text that was pasted or written."""

from email.message import EmailMessage
from pathlib import PurePath

from journal.errors.imports import AlteredAnswer, CutAnswer, ImportTooLarge, NoQuestion
from journal.hygiene import one_line
from journal.importing import answers
from journal.importing.incoming import text_of
from journal.model import sealed_answer
from journal.model.returned import Came, Returned, ReturnedText
from journal.model.sealed_answer import SealedAnswer

LARGEST_TEXT = 1024 * 1024  # characters
_SNIFFED = 96 * 1024  # bytes in which a mark is looked for: a mail with a whole thread before it
_LONGEST_SENDER = 200
_MOST = 100  # answers of one text


def is_marked(start: bytes) -> bool:
    """Whether a file carries the mark of a sealed answer, by its beginning."""
    return sealed_answer.marked(start[:_SNIFFED].decode("utf-8", "replace"))


def is_whole(text: str) -> bool:
    """Whether every sealed answer that begins in a text also ends there."""
    return sealed_answer.marked(text) and not sealed_answer.cut(text)


def of_file(content: bytes, name: str) -> Came:
    """Return all that a file holds that came back; raise what says why it holds nothing."""
    ending = PurePath(name).suffix.lower()
    if ending == ".eml":
        return _of_mail(content)
    if ending == ".docx":
        return of_text("\n".join(answers.lines_of(content, ending)))
    if len(content) > LARGEST_TEXT:
        raise ImportTooLarge
    return of_text(text_of(content, {"path": PurePath(name).name}))


def of_text(text: str, sender: str = "") -> Came:
    """Return what a text holds: sealed answers wherever they stand in it, else the lines that its writer wrote."""
    if len(text) > LARGEST_TEXT:
        raise ImportTooLarge
    if sealed_answer.marked(text):
        return _sealed(text)
    written = "\n".join(answers.own_lines(text)).strip()
    if not written:
        raise NoQuestion
    return Came((Returned((ReturnedText(written),), sender=sender),))


def _sealed(text: str) -> Came:
    """Return every answer of a text; raise why the first stays closed when none of them can be read."""
    blocks = sealed_answer.insides(text)
    if len(blocks) > _MOST or any(len(block) > sealed_answer.LARGEST for block in blocks):
        raise ImportTooLarge
    read = [SealedAnswer.of(block) for block in blocks]
    found = tuple(dict.fromkeys(answer for answer in read if answer is not None))
    refused = AlteredAnswer() if None in read else CutAnswer() if sealed_answer.cut(text) else None
    if refused is not None and not found:
        raise refused
    return Came(found, refused)


def _of_mail(content: bytes) -> Came:
    mail = answers.mail_of(content)
    for text in answers.texts_of(mail):
        if sealed_answer.marked(text):
            return _sealed(text)
    return of_text(answers.words_of(mail), _sender(mail))


def _sender(mail: EmailMessage) -> str:
    """Return who a mail says it is from, by name when it has one; anybody can write anything there."""
    try:
        addresses = mail["From"].addresses
        told = addresses[0].display_name or addresses[0].addr_spec
    except (AttributeError, IndexError, ValueError, TypeError):
        return ""
    return one_line(str(told))[:_LONGEST_SENDER]
