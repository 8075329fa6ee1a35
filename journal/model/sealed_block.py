"""Sealed bytes as a block of text that survives mails, quotation signs and narrow lines."""

import base64
import binascii
import re
from dataclasses import dataclass
from functools import cached_property

LARGEST = 512 * 1024  # characters of a block; a page lets nobody write as much

# Writing programs turn hyphens into dashes, and replies begin lines with ">".
_DASHES = r"[-‐-―−]{1,10}\s*"
_AROUND = re.compile(r"[\s>|\u00a0\u200b\ufeff]+")


@dataclass(frozen=True)
class BlockForm:
    """One sort of block, told by a word in its first and its last line."""

    word: str

    @property
    def begin(self) -> str:
        """The first line."""
        return f"-----BEGIN RECUL {self.word}-----"

    @property
    def end(self) -> str:
        """The last line."""
        return f"-----END RECUL {self.word}-----"

    @cached_property
    def _marked(self) -> re.Pattern[str]:
        return re.compile(rf"{_DASHES}BEGIN RECUL {self.word}", re.IGNORECASE)

    @cached_property
    def _begun(self) -> re.Pattern[str]:
        return re.compile(rf"{_DASHES}BEGIN RECUL {self.word}\s*{_DASHES}", re.IGNORECASE)

    @cached_property
    def _ended(self) -> re.Pattern[str]:
        return re.compile(rf"{_DASHES}END RECUL {self.word}", re.IGNORECASE)

    def begins(self, text: str) -> int:
        """Return how many blocks begin in a text."""
        return sum(1 for _found in self._marked.finditer(text))

    def marked(self, text: str) -> bool:
        """Whether a block begins somewhere in a text."""
        return self._marked.search(text) is not None

    def insides(self, text: str) -> list[str]:
        """Return what stands in each whole block of a text, in a time that grows with its length alone."""
        found, at = [], 0
        for end in self._ended.finditer(text):
            begun = [each.end() for each in self._begun.finditer(text, at, end.start())]
            if begun:  # the last one: one before it was cut
                found.append(text[begun[-1] : end.start()])
            at = end.end()
        return found


def decoded(inside: str, shortest: int) -> bytes | None:
    """Return the bytes of a block; None when it is cut, or altered beyond reading."""
    try:
        content = base64.b64decode(_AROUND.sub("", inside), validate=True)
    except (binascii.Error, ValueError):
        return None
    return content if len(content) > shortest else None
