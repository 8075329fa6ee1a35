"""Texts that could not be kept in time, sealed to the inbox: the journal brings them back when it is opened next."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from journal.vault import inbox

_LONGEST = 500_000  # characters of one note; a longer text becomes several


def seal_texts(folder: Path, texts: Iterable[str], at: datetime) -> None:
    """Seal each text as a note; no key and no open journal is needed. Raises StorageFailed and its kinds."""
    for note in notes_of(texts, at):
        inbox.seal(folder, note)


def notes_of(texts: Iterable[str], at: datetime) -> Iterator[bytes]:
    """Yield texts as the payloads of notes."""
    for text in texts:
        for start in range(0, len(text), _LONGEST):
            note = {"v": 1, "text": text[start : start + _LONGEST], "written_at": at.isoformat()}
            yield json.dumps(note, ensure_ascii=False).encode("utf-8", "replace")
