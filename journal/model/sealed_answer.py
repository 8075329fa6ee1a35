"""An answer as it travels: sealed bytes in a block of text that survives mails, quotation signs and narrow lines."""

from dataclasses import dataclass, field
from typing import Self

from journal.model.sealed_block import LARGEST, BlockForm, decoded
from journal.p256 import KEY, TAG

_FORM = BlockForm("ANSWER")
BEGIN = _FORM.begin
END = _FORM.end
DEPARTURE = 16
"""Bytes by which a departure is told from others; random, so that they tell nothing of it."""
PURPOSE = b"recul answer 1"

__all__ = ["BEGIN", "DEPARTURE", "END", "LARGEST", "PURPOSE", "SealedAnswer", "cut", "info", "insides", "marked"]


@dataclass(frozen=True, slots=True)
class SealedAnswer:
    """What one answer is, closed: the departure that it answers, and the bytes that only its key opens."""

    departure: bytes
    sealed: bytes = field(repr=False)

    @classmethod
    def of(cls, block: str) -> Self | None:
        """Return what the inside of a block holds; None when it is cut, or altered beyond reading."""
        content = decoded(block, DEPARTURE + KEY + TAG)
        return None if content is None else cls(content[:DEPARTURE], content[DEPARTURE:])


def marked(text: str) -> bool:
    """Whether an answer begins somewhere in a text."""
    return _FORM.marked(text)


def insides(text: str) -> list[str]:
    """Return what stands in each whole block of a text, each once: replies carry along what they answer."""
    return list(dict.fromkeys(_FORM.insides(text)))


def cut(text: str) -> bool:
    """Whether a block begins in a text and does not end there."""
    return _FORM.begins(text) > len(_FORM.insides(text))


def info(departure: bytes) -> bytes:
    """Return what an answer is bound to: an answer to one departure opens under no other."""
    return PURPOSE + departure
