"""The labelled sentences of care: who wrote them; each has `lang`, `offer` (it calls for care) and `text`."""

import json
from pathlib import Path
from typing import NamedTuple

from journal.language import Language

LABELLED = Path(__file__).parent / "labelled"
WRITERS = {
    "first": "whoever wrote the turns and kinds, partly after reading what was missed of `b`: sentences and traps",
    "second": "the same, after reading what was missed of `a` and `b`: what these say in other words",
    "a": "a stranger who saw a page on what calls for care, and none of our turns: managers in France and Britain",
    "b": "another such stranger: older and younger, from Québec, Ireland and the United States too",
}
STRANGERS = ("a", "b")
UNTOUCHED = "untouched"
"""A third stranger, whose sentences nothing was trained on and nobody who wrote turns or kinds had read."""


class Said(NamedTuple):
    """A labelled sentence."""

    text: str
    offer: bool


def said(language: Language, *writers: str) -> list[Said]:
    """Return the sentences of some writers in a language."""
    rows = [
        json.loads(line)
        for writer in writers
        for line in (LABELLED / "care" / f"{writer}.jsonl").read_text("utf-8").splitlines()
    ]
    return [Said(row["text"], row["offer"]) for row in rows if row["lang"] == language]


def ordinary(language: Language) -> list[str]:
    """Return the sentences of follow-ups, none of which was written to call for care."""
    files = sorted((LABELLED / "follow_ups").glob(f"*.{language}.jsonl"))
    return [json.loads(line)["text"] for file in files for line in file.read_text("utf-8").splitlines()]
