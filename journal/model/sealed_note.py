"""A note as it comes from the page for the phone: sealed bytes in a block of text, in a file or in a mail."""

from dataclasses import dataclass, field
from typing import Self

from journal.model.sealed_block import LARGEST, BlockForm, decoded
from journal.p256 import KEY, TAG

_FORM = BlockForm("NOTE")
BEGIN = _FORM.begin
END = _FORM.end
PAGE = 16
"""Bytes by which a page is told from others; random, so that they tell nothing of it."""
PURPOSE = b"recul note 1"
_MOST = 1000  # blocks of one text

__all__ = ["BEGIN", "END", "LARGEST", "PAGE", "PURPOSE", "SealedNote", "info", "marked", "notes_in", "whole"]


@dataclass(frozen=True, slots=True)
class SealedNote:
    """One note, closed: the page that sealed it, and the bytes that only its key opens."""

    page: bytes
    sealed: bytes = field(repr=False)

    @classmethod
    def of(cls, block: str) -> Self | None:
        """Return what the inside of a block holds; None when it is altered beyond reading, or too large."""
        content = decoded(block, PAGE + KEY + TAG) if len(block) <= LARGEST else None
        return None if content is None else cls(content[:PAGE], content[PAGE:])


def marked(text: str) -> bool:
    """Whether a note begins somewhere in a text."""
    return _FORM.marked(text)


def whole(text: str) -> bool:
    """Whether every note that begins in a text also ends there."""
    found = _FORM.insides(text)
    return bool(found) and len(found) == _FORM.begins(text)


def notes_in(text: str) -> list[SealedNote | None]:
    """Return the notes of a text, None in the place of each that is cut or altered beyond reading."""
    found = _FORM.insides(text)[:_MOST]
    cut = _FORM.begins(text) > len(found)
    return [*map(SealedNote.of, found), *([None] if cut else [])]


def info(page: bytes) -> bytes:
    """Return what a note is bound to: one of one page opens under no other."""
    return PURPOSE + page
