"""Files in which questions come back: one a line, a small JSON object, a mail, a Word document, a sealed answer."""

import re
import stat
from collections.abc import Callable
from pathlib import Path

from journal import plain_files
from journal.errors import FileMissing
from journal.errors.imports import DamagedImportField, ImportTooLarge, UnrecognisedImport
from journal.errors.refusals import UnsafeTarget
from journal.faults import named
from journal.hygiene import one_line
from journal.importing import answers, json_values, returned
from journal.model.returned import Came, Returned, ReturnedText

LARGEST = 64 * 1024  # bytes
MOST = 100  # questions
_LONGEST = 2000  # characters of one
_AGE = b"age-encryption.org/v1\n"
_JSON = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\{\s*"(?:questions|from)"\s*:')


def content_of(source: str, *, told: bool) -> bytes | None:
    """Return the file's content when it holds questions: told to, or recognised; None for any other import.

    Raise FileMissing, UnsafeTarget or ImportTooLarge when the file was told to hold questions and cannot.
    """
    path = Path(source)
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            if told:
                raise UnsafeTarget(path=source)
            return None
        largest = answers.LARGEST if is_answer(source) else LARGEST
        with plain_files.opened(path) as file:
            content = file.read(largest + 1)
            if returned.is_marked(content):
                largest = max(largest, returned.LARGEST_TEXT)
                content += file.read(largest + 1 - len(content))
    except FileNotFoundError:
        raise FileMissing(path=source) from None
    except OSError as error:
        raise named(error) from None
    if not told and not _recognised(content, source):
        return None
    if len(content) > largest:
        raise ImportTooLarge
    return content


def _recognised(content: bytes, source: str) -> bool:
    """Whether a file says itself that it came back."""
    by_itself = content.startswith(_AGE) or _JSON.match(content) is not None or returned.is_marked(content)
    return by_itself or is_answer(source)


def is_answer(source: str) -> bool:
    """Whether a file is a mail or a Word document, by its name."""
    return Path(source).suffix.lower() in answers.ENDINGS


def read(content: bytes, source: str, opened: Callable[[bytes], bytes], *, every: bool = True) -> Came:
    """Return all that came back; `opened` gives what an age file holds. Raise DamagedImport, NoQuestion, their kinds.

    With `every`, each line of a text is a question, as who names the file so says.
    """
    if content.startswith(_AGE):
        content = opened(content)
        if len(content) > LARGEST:
            raise ImportTooLarge
        source = ""
    if is_answer(source) or returned.is_marked(content):
        return returned.of_file(content, source)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnrecognisedImport from None
    if _JSON.match(content):
        return _from_json(text)
    return _checked(text.splitlines(), "") if every else returned.of_text(text)


def _from_json(text: str) -> Came:
    value, _repeated = json_values.parse(text, 1)
    asked, sender = (value.get("questions"), value.get("from", "")) if isinstance(value, dict) else (None, "")
    if not isinstance(asked, list) or not all(isinstance(each, str) for each in asked):
        raise DamagedImportField(line=1, field="questions")
    if not isinstance(sender, str):
        raise DamagedImportField(line=1, field="from")
    return _checked(asked, sender)


def _checked(lines: list[str], sender: str) -> Came:
    asked = tuple(line for each in lines if (line := one_line(each)))
    if not asked:
        raise DamagedImportField(line=1, field="questions")
    if len(asked) > MOST or any(len(each) > _LONGEST for each in asked):
        raise ImportTooLarge
    return Came((Returned(tuple(map(ReturnedText, asked)), sender=one_line(sender)[:200], all_ask=True),))
