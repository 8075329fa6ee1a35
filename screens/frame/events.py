"""Events: what happened, told in the past tense to every screen."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from textual.message import Message

from journal.errors import ReculError

if TYPE_CHECKING:
    from journal.model.entry import Entry


class Happened(Message, bubble=False):
    """Something was kept, or was not; `key` names the place where it was written (a draft's key), "" for none."""

    def __init__(self, key: str = "") -> None:
        super().__init__()
        self.key = key


class EntrySaved(Happened):
    """An entry was committed to the vault."""

    def __init__(self, ref: int, revision: int, at: datetime, key: str = "") -> None:
        super().__init__(key)
        self.ref = ref
        self.revision = revision
        self.at = at

    @classmethod
    def of(cls, entry: "Entry", key: str = "") -> Self:
        """Return what is told of an entry that was just kept."""
        return cls(entry.ref, entry.revision, entry.updated_at, key)


class DraftSaved(Happened):
    """What is half-written was committed to the vault."""

    def __init__(self, at: datetime, key: str = "") -> None:
        super().__init__(key)
        self.at = at


class DraftDropped(Happened):
    """What was half-written is forgotten: it was kept, undone or thrown away."""


class JournalChanged(Happened):
    """Lists are no longer what they were: something came in, was thrown away or was put back."""


class SaveFailed(Happened):
    """Nothing was committed; the text is still where it was typed."""

    def __init__(self, error: ReculError, key: str = "") -> None:
        super().__init__(key)
        self.error = error
