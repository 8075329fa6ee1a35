"""Looking back: the months side by side, learnings, the trash; what is chosen opens."""

from datetime import timedelta

import pytest

from journal import language
from journal.model.checkin import CheckInDetails
from journal.model.entry import NewEntry
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.model.pattern import Pattern
from journal.model.situation import SituationDetails
from journal.practice import capturing, learning, reading
from screens.reading.entry import EntryScreen
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
        held, NewEntry(kind=Kind.CHECKIN, title="Météo", happened_at=EVENING, details=CheckInDetails(load=4, mood=6))
    )
    learning.keep_learning(held, "Attendre dix secondes.")
    thrown = capturing.write(held, NewEntry(kind=Kind.SITUATION, title="De trop", happened_at=EVENING))
    reading.trash(held, thrown.ref)
    held.close()


@pytest.mark.parametrize(
    ("spoken", "words"),
    [
        (
            "fr",
            (
                "Mois par mois",
                "d  j  f  m",
                "posture",
                "intensité, au plus haut",
                "charge, au plus haut",
            ),
        ),
        ("en", ("Month by month", "D  J  F  M", "holding back", "intensity, highest", "load, highest", "mood, lowest")),
    ],
)
@pytest.mark.parametrize("size", [(80, 40), (120, 40)])
async def test_a_year_fits_the_width_of_a_page(
    vaulted: AppHarness, spoken: language.Language, words: tuple[str, ...], size: tuple[int, int]
) -> None:
    _lived(vaulted)
    language.choose(spoken)
    async with vaulted.unlocked_app(size) as pilot:
        await pilot.press("6")
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        assert [each for each in words if each not in shown] == []
        assert "…" not in shown
        assert "%" not in shown
        rows = pilot.app.screen.query_one(Rows)
        heads = next(line for line in shown.splitlines() if words[0] in line).rstrip()
        widest = rows.region.right - rows.styles.scrollbar_size_vertical - 1  # a cell before the scrollbar
        assert len(heads) == min(widest, rows.region.x + 72)  # no further from its words than a line is long


async def test_a_month_tells_its_first_and_last_words_what_was_learnt_and_opens_them(vaulted: AppHarness) -> None:
    held = vaulted.notebook()
    for day, title in ((3, "Le CODIR repousse"), (12, "Au milieu"), (20, "Je demande ma place")):
        at = EVENING.replace(day=day)
        capturing.write(held, NewEntry(kind=Kind.SITUATION, title=title, body="Une scène.", happened_at=at))
    learning.keep_learning(held, "Attendre dix secondes.")
    held.close()
    language.choose("fr")
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("6")
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        for words in (
            "Votre premier mois",
            "Novembre 2026",
            "premiers mots  Le CODIR repousse",
            "derniers mots  Je demande ma place",
            "appris  Attendre dix secondes.",
        ):
            assert words in shown
        assert "Au milieu" not in shown
        pilot.app.screen.query_one(Rows).choose("entry:situation:")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, EntryScreen)


async def test_an_empty_journal_says_what_this_is_for_and_offers_no_idle_key(vaulted: AppHarness) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("6")
        await vaulted.settle(pilot)
        assert "press n" in vaulted.shown(pilot)
        assert [each.id for each in pilot.app.screen.commands() if each.where == "look_back"] == []


async def test_the_keys_of_the_trash_are_offered_on_what_lies_there(vaulted: AppHarness) -> None:
    _lived(vaulted)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("6")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose("trash:")
        await vaulted.settle(pilot)
        offered = {each.id for each in pilot.app.screen.commands() if each.where == "look_back"}
        assert offered >= {"look_back.put_back", "look_back.destroy"}
        assert "look_back.open" not in offered
        await pilot.press("enter")
        await vaulted.settle(pilot)
        held = vaulted.app(pilot).journal.notebook
        assert reading.newest(held, Filter(trashed=True), 5) == []


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
