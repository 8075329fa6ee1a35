"""The formats that can be imported, by the names of the command line, and what a person may say about one."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Format(StrEnum):
    """What can be imported."""

    RECUL = "recul"
    JRNL_JSON = "jrnl-json"
    JRNL_TEXT = "jrnl-text"
    DAY_ONE = "dayone"
    MARKDOWN = "markdown"
    JOPLIN = "joplin"
    REDNOTEBOOK = "rednotebook"
    QUESTIONS = "questions"


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How a source is read, where it does not say so itself."""

    at: datetime
    """When what has no day of its own happened."""
    chosen: Format | None = None
    date_format: str | None = None
    """The dates of a jrnl, as jrnl's own `timeformat` writes them."""
    loose: bool = False
    """Whether a dated line begins an entry of a jrnl without a blank line before it."""
    skip_bad: bool = False
    """Whether entries that cannot be read are left out, however many they are."""
    text_tags: bool = True
    """Whether tags in the text become tags."""
