"""Looking back: the months side by side, learnings, the trash; what is chosen opens."""

from datetime import timedelta

import pytest

from journal import language
from journal.model.checkin import CheckInDetails
from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.model.pattern import Pattern
from journal.model.situation import SituationDetails
from journal.practice import capturing, learning, reading
from screens.reading.entry_list import EntryList
from screens.widgets.rows import Rows
from tests.screens.conftest import EVENING, AppHarness


def _lived(house: AppHarness) -> None:
    held = house.notebook()
    for number in range(12):
        new = NewEntry(
            kind=Kind.SITUATION,
            title=f"Scène {number}",
            happened_at=EVENING - timedelta(days=30 * number),
            patterns=(Pattern.POSTURE,) if number % 2 else (Pattern.OPERATIONS, Pattern.POSTURE),
            details=SituationDetails(intensity=10 if number == 3 else 2),
        )
        capturing.write(held, new)
    capturing.write(
        held, NewEntry(kind=Kind.CHECKIN, title="Météo", happened_at=EVENING, details=CheckInDetails(load=4))
    )
    learning.keep_learning(held, "Attendre dix secondes.")
    thrown = capturing.write(held, NewEntry(kind=Kind.SITUATION, title="De trop", happened_at=EVENING))
    reading.trash(held, thrown.ref)
    held.close()


@pytest.mark.parametrize(
    ("spoken", "words"),
    [
        ("fr", ("Mois par mois", "d   j   f   m", "intensité maximale", "météo", "Apprentissages", "Corbeille")),
        ("en", ("Month by month", "D   J   F   M", "intensity, highest", "check-ins", "Learnings", "Trash")),
    ],
)
async def test_a_year_fits_the_width_of_a_page_in_plain_numbers(
    vaulted: AppHarness, spoken: language.Language, words: tuple[str, ...]
) -> None:
    _lived(vaulted)
    language.choose(spoken)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("6")
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        assert [each for each in words if each not in shown] == []
        assert "…" not in shown
        assert "%" not in shown
        rows = pilot.app.screen.query_one(Rows)
        heads = next(line for line in shown.splitlines() if words[0] in line).rstrip()
        assert len(heads) == rows.region.right - rows.styles.scrollbar_size_vertical - 1  # a cell before the scrollbar


async def test_a_pattern_leads_to_its_situations(vaulted: AppHarness) -> None:
    _lived(vaulted)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("6")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose("pattern:operations")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert pilot.app.current_mode == "journal"
        assert "Only: situation · day-to-day" in vaulted.shown(pilot)
        assert pilot.app.screen.query_one(EntryList).entries == 6
