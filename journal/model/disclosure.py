"""A disclosure: one thing that left, with all that is needed to know later what somebody knows."""

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from journal.model.audience import Audience
from journal.model.entry import Ref
from journal.model.frozen import Frozen, Line, Moment


class FileFormat(StrEnum):
    """In which form something leaves; the value is also the ending of the file's name."""

    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    JSON_LINES = "jsonl"


class Protection(StrEnum):
    """How a file is closed to those who find it on the way."""

    AGE = "age"
    HTML = "html"
    PDF = "pdf"
    NONE = "none"


Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Disclosure(Frozen):
    """What left, when, to whom, in which form; `titles` are the words that left, aliases included.

    `sha256` is the file's as it was written, protection included; `preview_digest` that of the document shown before.
    """

    id: int | None = None
    at: Moment
    audience: Audience
    recipient: Line = ""
    refs: tuple[Ref, ...]
    titles: tuple[Line, ...]
    format: FileFormat
    protection: Protection
    file_name: Line
    sha256: Sha256
    preview_digest: Sha256
