"""A disclosure: one thing that left, with all that is needed to know later what somebody knows."""

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import GetCoreSchemaHandler, StringConstraints
from pydantic_core.core_schema import CoreSchema, no_info_after_validator_function, str_schema

from journal.model.audience import Audience
from journal.model.entry import Ref
from journal.model.frozen import Frozen, Line, Moment


class FileFormat(str):
    """The name of a form in which something leaves: the ending of the file's name, such as "pdf".

    Which forms can be written is told by the table of renderers; a name of a newer version is still a name.
    """

    __slots__ = ()
    MARKDOWN: ClassVar[Self]
    HTML: ClassVar[Self]
    PDF: ClassVar[Self]
    DOCX: ClassVar[Self]
    JSON_LINES: ClassVar[Self]

    @property
    def value(self) -> str:
        """The name as plain text."""
        return str(self)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Take any name that can end a file's name."""
        return no_info_after_validator_function(cls, str_schema(pattern=r"^[a-z0-9]{1,12}$"))


FileFormat.MARKDOWN = FileFormat("md")
FileFormat.HTML = FileFormat("html")
FileFormat.PDF = FileFormat("pdf")
FileFormat.DOCX = FileFormat("docx")
FileFormat.JSON_LINES = FileFormat("jsonl")


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
