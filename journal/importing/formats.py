"""The formats that can be imported, by the names of the command line."""

from enum import StrEnum


class Format(StrEnum):
    """What can be imported."""

    RECUL = "recul"
    JRNL_JSON = "jrnl-json"
    JRNL_TEXT = "jrnl-text"
    DAY_ONE = "dayone"
    MARKDOWN = "markdown"
    QUESTIONS = "questions"
