"""The red thread by keys: rows that read without colour, passages, two periods, words put together, ticks, places."""

from datetime import timedelta

import pytest

from journal import language
from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.model.person import Person
from journal.practice import capturing, known_people, red_thread, thread_choices
from screens.looking_back.passages import PassagesScreen, TwoPeriodsScreen
from screens.looking_back.red_thread import RedThreadScreen
from screens.looking_back.thread_words import GroupScreen, LeftOutScreen
from screens.reading.entry import EntryScreen
from screens.widgets.rows import Rows
from tests.screens.conftest import EVENING, AppHarness


def _lived(house: AppHarness) -> None:
    held = house.notebook()
    known_people.keep_person(held, Person(name="Karim", alias="Collègue 1"))
    for months_ago, body in (
        (6, "Trancher seul, trancher vite. Une réunion, puis trancher en réunion. Karim attend, Karim repart."),
        (1, "Réunion du matin, réunions du soir. Demander avant, demander encore, demander toujours."),
        (0, "Demander à Karim, sans trancher. Une réunion, une réunion encore."),
    ):
        at = EVENING - timedelta(days=30 * months_ago)
        capturing.write(held, NewEntry(kind=Kind.SITUATION, title="Scène", body=body, happened_at=at))
    held.close()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize(
    ("spoken", "words"),
    [("fr", ("Le fil rouge", "Mots", "mai 2026 → novembre 2026", "Karim")), ("en", ("The red thread", "Words"))],
)
async def test_rows_read_without_colour_and_within_the_page(
    vaulted: AppHarness, spoken: language.Language, words: tuple[str, ...], size: tuple[int, int]
) -> None:
    _lived(vaulted)
    language.choose(spoken)
    async with vaulted.unlocked_app(size) as pilot:
        await pilot.press("6", "r")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, RedThreadScreen)
        shown = vaulted.shown(pilot)
        assert [each for each in words if each not in shown] == []
        assert "Collègue 1" not in shown  # an alias is for what leaves
        assert "%" not in shown
        row = next(line for line in shown.splitlines() if "trancher" in line)
        assert row.split()[1:] == ["█", "▃", "4"]


async def test_a_row_opens_its_passages_and_a_passage_its_entry(vaulted: AppHarness) -> None:
    _lived(vaulted)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("6", "r")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose("word:trancher")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, PassagesScreen)
        shown = vaulted.shown(pilot)
        assert "4 passages" in shown
        column = {
            line.lower().index("trancher")
            for line in shown.splitlines()[2:]
            if "avant" not in line and "trancher" in line.lower()
        }
        assert len(column) <= 2  # the title’s first, the passages’ one
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, EntryScreen)


async def test_passages_are_read_as_one_goes_on_and_to_the_last_with_one_key(vaulted: AppHarness) -> None:
    held = vaulted.notebook()
    for number in range(130):
        new = NewEntry(kind=Kind.SITUATION, title="Scène", body=f"Girafe {number}.", happened_at=EVENING)
        capturing.write(held, new)
    held.close()
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("6", "r")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose("word:girafe")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        rows = pilot.app.screen.query_one(Rows)
        assert "130 passages" in vaulted.shown(pilot)
        assert rows.option_count == 40
        await pilot.press("pagedown", "pagedown")
        await vaulted.settle(pilot)
        assert 40 < rows.option_count < 130
        at = rows.chosen
        await pilot.press("end")
        await vaulted.settle(pilot)
        assert (rows.option_count, rows.chosen) == (130, "129")
        assert at != "129"
        assert "Girafe 129" in vaulted.shown(pilot)


async def test_who_moved_nowhere_is_at_the_first_row_when_all_is_counted(vaulted: AppHarness) -> None:
    held = vaulted.notebook()
    for number in range(60):  # the newest, which show at once, hold another word most often than all of them do
        body = "Licorne, licorne." if number < 21 else "Girafe, girafe, girafe."
        at = EVENING - timedelta(minutes=number if number < 21 else 90_000 + number)
        capturing.write(held, NewEntry(kind=Kind.SITUATION, title="t", body=body, happened_at=at))
    held.close()
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("6", "r")
        await vaulted.settle(pilot)
        rows = pilot.app.screen.query_one(Rows)
        assert rows.chosen == "word:girafe"
        await pilot.press("down")
        pilot.app.screen.refresh_content()
        await vaulted.settle(pilot)
        assert rows.chosen == "word:licorne"


async def test_words_are_put_together_marked_as_a_place_and_ticked_by_keys(vaulted: AppHarness) -> None:
    _lived(vaulted)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("6", "r")
        await vaulted.settle(pilot)
        notebook = vaulted.app(pilot).journal.notebook
        rows = pilot.app.screen.query_one(Rows)
        rows.choose("word:reunion")
        await pilot.press("g")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, GroupScreen)
        await pilot.press(*"reunions", "escape")
        await vaulted.settle(pilot)
        assert thread_choices.grouped(notebook, "reunion") == ("reunions",)
        rows.choose("word:reunion")
        await pilot.press("space")
        await vaulted.settle(pilot)
        [(_key, line)] = red_thread.ticked_lines(notebook)
        assert line.startswith("réunion: 6 times")
        assert "✓ réunion" in vaulted.shown(pilot)
        rows.choose("word:reunion")
        await pilot.press("l")
        await vaulted.settle(pilot)
        assert "Places" in vaulted.shown(pilot)


async def test_a_word_is_left_out_by_a_key_and_brought_back_from_the_last_line(vaulted: AppHarness) -> None:
    _lived(vaulted)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("6", "r")
        await vaulted.settle(pilot)
        rows = pilot.app.screen.query_one(Rows)
        rows.choose("word:trancher")
        await pilot.press("o")
        await vaulted.settle(pilot)
        assert rows.chosen != "word:trancher"
        assert "word:trancher" not in {
            each.key for each in red_thread.red_thread(vaulted.app(pilot).journal.notebook).threads
        }
        rows.choose("left out")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, LeftOutScreen)
        assert "trancher" in vaulted.shown(pilot)
        await pilot.press("end", *["backspace"] * (1 + len("trancher")), "escape")
        await vaulted.settle(pilot)
        assert thread_choices.left_out(vaulted.app(pilot).journal.notebook) == ()
        rows.choose("word:trancher")
        assert rows.chosen == "word:trancher"


async def test_two_periods_stand_side_by_side(vaulted: AppHarness) -> None:
    _lived(vaulted)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("6", "r")
        await vaulted.settle(pilot)
        await pilot.press("c")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, TwoPeriodsScreen)
        shown = vaulted.shown(pilot)
        came = next(line for line in shown.splitlines() if "demander" in line)
        assert came.split() == ["demander", "·", "4"]
        assert [each.id for each in pilot.app.screen.commands() if each.where == "two_periods"] == [
            "two_periods.passages"
        ]


async def test_keys_that_do_nothing_are_not_offered(vaulted: AppHarness) -> None:
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(RedThreadScreen())
        await vaulted.settle(pilot)
        assert [each.id for each in pilot.app.screen.commands() if each.where == "red_thread"] == []
        assert "press n" in vaulted.shown(pilot)
