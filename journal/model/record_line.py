"""A line of what was decided in a meeting, and the mark that all agreed on exactly this line."""

import hmac
import json
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Self

from pydantic import Field

from journal.model.frozen import Frozen, Line
from journal.model.person import Called


class AgreedMark(Frozen):
    """Who agreed, on which day, and the MAC of exactly that: the manager's hand sets it, one character undoes it."""

    by: tuple[Called, ...]
    on: date
    mac: str = ""

    @classmethod
    def of(cls, text: str, by: Sequence[str], on: date, secret: bytes) -> Self:
        """Return the mark of a line that these people agreed on that day."""
        mark = cls(by=tuple(by), on=on)
        return mark.with_(mac=_mac(text, mark, secret))

    def holds(self, text: str, secret: bytes) -> bool:
        """Whether this is the mark of exactly this line, by these people, on this day, set in this journal."""
        return hmac.compare_digest(self.mac.encode(), _mac(text, self, secret).encode())


def _mac(text: str, mark: AgreedMark, secret: bytes) -> str:
    """Return an HMAC-SHA256, in hexadecimal, that no validation of a statement can be mistaken for."""
    told = json.dumps(["agreed", text, list(mark.by), mark.on.isoformat()], ensure_ascii=True)
    return hmac.digest(secret, told.encode(), "sha256").hex()


class RecordLine(Frozen):
    """One thing that was decided, in one line."""

    text: Annotated[Line, Field(min_length=1, max_length=2000)]
    agreed: AgreedMark | None = None
