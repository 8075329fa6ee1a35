"""A practitioner's questions coming back: one a line, or a small JSON object, closed with age on the way or not."""

import re
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from journal import plain_files
from journal.errors import FileMissing
from journal.errors.imports import DamagedImportField, ImportTooLarge, NoQuestion, UnrecognisedImport
from journal.errors.refusals import UnsafeTarget
from journal.faults import named
from journal.hygiene import one_line
from journal.importing import answers, json_values

LARGEST = 64 * 1024  # bytes
MOST = 100  # questions
_LONGEST = 2000  # characters of one
_AGE = b"age-encryption.org/v1\n"
_JSON = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\{\s*"(?:questions|from)"\s*:')
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,3}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Questions:
    """What somebody asks back, and who asks when the file says so."""

    asked: tuple[str, ...] = field(repr=False)
    sender: str = field(default="", repr=False)


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
    except FileNotFoundError:
        raise FileMissing(path=source) from None
    except OSError as error:
        raise named(error) from None
    if not told and not is_answer(source) and not content.startswith(_AGE) and not _JSON.match(content):
        return None
    if len(content) > largest:
        raise ImportTooLarge
    return content


def is_answer(source: str) -> bool:
    """Whether a file is a mail or a Word document, by its name."""
    return Path(source).suffix.lower() in answers.ENDINGS


def read_answer(content: bytes, source: str) -> Questions:
    """Return the questions in a mail or a Word document: the lines that ask. Raise NoQuestion and its neighbours."""
    asked = [line for line in answers.lines_of(content, Path(source).suffix.lower()) if line.rstrip().endswith("?")]
    if not asked:
        raise NoQuestion
    return _checked(asked, "")


def read(content: bytes, opened: Callable[[bytes], bytes]) -> Questions:
    """Return the questions; `opened` gives what an age file holds. Raise DamagedImport and its kinds."""
    if content.startswith(_AGE):
        content = opened(content)
        if len(content) > LARGEST:
            raise ImportTooLarge
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnrecognisedImport from None
    return _from_json(text) if _JSON.match(content) else _checked(text.splitlines(), "")


def _from_json(text: str) -> Questions:
    value, _repeated = json_values.parse(text, 1)
    asked, sender = (value.get("questions"), value.get("from", "")) if isinstance(value, dict) else (None, "")
    if not isinstance(asked, list) or not all(isinstance(each, str) for each in asked):
        raise DamagedImportField(line=1, field="questions")
    if not isinstance(sender, str):
        raise DamagedImportField(line=1, field="from")
    return _checked(asked, sender)


def _checked(lines: list[str], sender: str) -> Questions:
    asked = tuple(line for each in lines if (line := one_line(_BULLET.sub("", each))))
    if not asked:
        raise DamagedImportField(line=1, field="questions")
    if len(asked) > MOST or any(len(each) > _LONGEST for each in asked):
        raise ImportTooLarge
    return Questions(asked, one_line(sender)[:200])
