"""Choosing keys: what to do stays in sight, every page follows the new key at once."""

import pytest

from journal import language
from screens.keys import TABLE
from screens.widgets.plain import PlainText
from screens.widgets.rows import Rows
from tests.screens.conftest import AppHarness


@pytest.mark.parametrize("spoken", ["fr", "en"])
async def test_what_to_do_and_what_a_command_does_stay_in_sight(vaulted: AppHarness, spoken: language.Language) -> None:
    language.choose(spoken)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("comma")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose("keys")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        await pilot.press("end")
        await pilot.pause()
        shown = vaulted.shown(pilot).split("\n")
        told = str(pilot.app.screen.query_one("#does", PlainText).render())
        assert shown[3].strip() == str(pilot.app.screen.query_one("#ask", PlainText).render())
        assert any(told[:40] in line for line in shown)
        assert "…" not in "".join(shown)


async def test_a_new_key_is_told_wherever_the_old_one_stood(vaulted: AppHarness) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("comma")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose("keys")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose("write")
        await pilot.press("enter", "8")
        await vaulted.settle(pilot)
        await pilot.press("escape", "escape")
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        assert "8  write" in shown
        assert "8 write" in shown.split("\n")[-1]
        await pilot.press("8", "x")
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == "text"


async def test_the_palette_says_in_a_sentence_what_the_chosen_command_does(vaulted: AppHarness) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("colon", *"check-in")
        await vaulted.settle(pilot)
        assert "Half a minute on the load and the mood" in vaulted.shown(pilot)


def test_every_command_stands_under_one_heading() -> None:
    titles = [section.title for section in TABLE.sections]
    assert len(set(titles)) == len(titles)
    assert [row for section in TABLE.sections for row in section.commands] == list(TABLE.rows)


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("command", "key", "meant"),
    [
        ("heat", "q", "question this"),  # a command of every place, a letter of one page
        ("heat", "v", "set it down"),
        ("heat", "question_mark", "help"),  # a key that no list of keys offers
        ("journal.plan", "n", "write"),
        ("journal.plan", "x", "share"),
    ],
)
async def test_a_key_that_already_means_something_on_the_same_page_is_refused(
    vaulted: AppHarness, command: str, key: str, meant: str
) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("comma")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose("keys")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose(command)
        await pilot.press("enter", key)
        await vaulted.settle(pilot)
        assert f"this key already means: {meant}" in vaulted.shown(pilot)
        assert vaulted.app(pilot).settings.keymap == {}
