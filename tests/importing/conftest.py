"""Sources as other programs write them, read without a vault."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from journal.importing.formats import ImportOptions
from journal.importing.reading import Reading, read_source

AT = datetime(2026, 11, 23, 18, 30, tzinfo=timezone(timedelta(hours=1)))
CASES = Path(__file__).parent / "cases"

Reader = Callable[..., Reading]


@pytest.fixture
def read() -> Reader:
    """Read a source, a path below the cases or any other, as somebody would who says nothing more of it."""

    def reading(source: str | Path, **options: Any) -> Reading:
        return read_source(str(CASES / source), ImportOptions(AT, **options))

    return reading


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file, in folders of its own when its name has some, and return its path."""

    def written(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


SYNTAX = {"title", "date", "tags", "created", "tag", "cssclasses"}  # keys whose values have a place of their own


def words(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[^\W\d_]{2,}", text)}


def lost(source: str, reading: Reading) -> set[str]:
    """Return the words of a source that stand in no entry."""
    told = " ".join(" ".join((each.new.title, each.new.body, *each.new.tags)) for each in (*reading.entries,))
    return words(source) - words(told) - SYNTAX
