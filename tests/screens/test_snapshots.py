"""The places as text, over the fictitious year: what moves on a screen shows as a difference of lines.

After a change that is meant: `pytest tests/screens/test_snapshots.py --snapshot-update`, then read the difference.
"""

import re
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from journal import language
from journal.practice import fictitious_year

FRENCH = Path(language.__file__).parent / "locale" / "fr"
PLACES = {"1": "today", "2": "journal", "3": "plans", "4": "sessions", "5": "share", "6": "look back"}
SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
_PARIS_IN_WINTER = timezone(timedelta(hours=1))
_TELLING = 5  # letters from which an English text cannot be a French word by chance


class Screens(SingleFileSnapshotExtension):
    """One text file a screen, readable where the project is read."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture
def screen(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Screens)


def in_winter(moment: datetime) -> datetime:
    return moment.replace(tzinfo=_PARIS_IN_WINTER)


@cache
def english() -> frozenset[str]:
    """Return the English texts that have another one in French, and are not French themselves somewhere."""
    ids: set[str] = set()
    said: list[str] = []
    for path in FRENCH.glob("*.po"):
        with path.open("rb") as file:
            for message in read_po(file, locale="fr"):
                said += [message.string] if isinstance(message.string, str) else message.string
                ids |= {message.id} if isinstance(message.id, str) else set(message.id)
    french = " ".join(said).lower()
    return frozenset(each for each in ids if len(each) >= _TELLING and "{" not in each and each.lower() not in french)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("spoken", language.languages())
async def test_places_look_as_they_did(
    vaulted: Any, screen: SnapshotAssertion, spoken: language.Language, size: str
) -> None:
    language.choose(spoken)
    notebook = vaulted.notebook()
    fictitious_year.live(notebook, spoken, in_winter)
    notebook.close()
    async with vaulted.unlocked_app(SIZES[size]) as pilot:
        for key, place in PLACES.items():
            await pilot.press(key)
            await vaulted.settle(pilot)
            shown = "\n".join(line.rstrip() for line in vaulted.shown(pilot).splitlines())
            assert shown == screen(name=place)
            if spoken == "fr":
                found = [each for each in english() if re.search(rf"(?<!\w){re.escape(each)}(?!\w)", shown)]
                assert not found
