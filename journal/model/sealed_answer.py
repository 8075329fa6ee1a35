"""An answer as it travels: sealed bytes in a block of text that survives mails, quotation signs and narrow lines."""

import base64
import binascii
import re
from dataclasses import dataclass, field
from typing import Self

BEGIN = "-----BEGIN RECUL ANSWER-----"
END = "-----END RECUL ANSWER-----"
LARGEST = 512 * 1024  # characters of a block; a page lets nobody write as much
DEPARTURE = 16
"""Bytes by which a departure is told from others; random, so that they tell nothing of it."""
PURPOSE = b"recul answer 1"
_KEY = 65  # the encapsulated key, an uncompressed point of P-256
_TAG = 16

# Writing programs turn hyphens into dashes, and replies begin lines with ">".
_DASHES = r"[-‐-―−]{1,10}\s*"
_MARKED = re.compile(rf"{_DASHES}BEGIN RECUL ANSWER", re.IGNORECASE)
_BLOCK = re.compile(
    rf"{_DASHES}BEGIN RECUL ANSWER\s*{_DASHES}(.*?){_DASHES}END RECUL ANSWER", re.DOTALL | re.IGNORECASE
)
_AROUND = re.compile(r"[\s>|\u00a0\u200b\ufeff]+")


@dataclass(frozen=True, slots=True)
class SealedAnswer:
    """What one answer is, closed: the departure that it answers, and the bytes that only its key opens."""

    departure: bytes
    sealed: bytes = field(repr=False)

    @classmethod
    def of(cls, block: str) -> Self | None:
        """Return what the inside of a block holds; None when it is cut, or altered beyond reading."""
        try:
            content = base64.b64decode(_AROUND.sub("", block), validate=True)
        except (binascii.Error, ValueError):
            return None
        if len(content) <= DEPARTURE + _KEY + _TAG:
            return None
        return cls(content[:DEPARTURE], content[DEPARTURE:])


def marked(text: str) -> bool:
    """Whether an answer begins somewhere in a text."""
    return _MARKED.search(text) is not None


def inside(text: str) -> str | None:
    """Return what stands in the first block of a text; None when it does not end."""
    found = _BLOCK.search(text)
    return found.group(1) if found else None


def info(departure: bytes) -> bytes:
    """Return what an answer is bound to: an answer to one departure opens under no other."""
    return PURPOSE + departure
