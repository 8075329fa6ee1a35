"""The page to write on, as it is seen: its keys, its details below or beside, its quiet cursor."""

import pytest

from journal import language
from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.practice import capturing, reading
from screens.frame.page_footer import PageFooter
from screens.widgets.choice import ChoiceField
from screens.writing.details_panel import DetailsPanel
from tests.screens.conftest import EVENING, AppHarness


@pytest.mark.parametrize("spoken", ["fr", "en"])
async def test_at_80_columns_every_key_and_every_detail_of_the_page_is_in_sight(
    vaulted: AppHarness, spoken: language.Language
) -> None:
    language.choose(spoken)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", "x", "tab")
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        keys = {"fr": ("ctrl+s", "tab", "ctrl+g", "f9", "échap"), "en": ("ctrl+s", "tab", "ctrl+g", "f9", "esc")}
        assert [key for key in keys[spoken] if key not in shown.split("\n")[-1]] == []
        assert {"fr": "échap au texte", "en": "esc to the text"}[spoken] in shown.split("\n")[-1]
        panel = pilot.app.screen.query_one(DetailsPanel)
        assert panel.max_scroll_y == 0
        assert " 10 " in shown
        assert {"fr": "Pour qui", "en": "Meant for"}[spoken] in shown


async def test_beside_the_text_the_scale_keeps_its_ten_and_options_below_each_other_are_walked_downwards(
    vaulted: AppHarness,
) -> None:
    async with vaulted.unlocked_app((120, 40)) as pilot:
        await pilot.press("n", "tab", "tab", "tab", "tab", "tab")
        await vaulted.settle(pilot)
        assert " 10 " in vaulted.shown(pilot)
        patterns = pilot.app.screen.query_one("#field-patterns", ChoiceField)
        assert pilot.app.focused is patterns
        await pilot.press("down", "space")
        assert patterns.text == "posture"
        await pilot.press("down", "down", "down")
        assert pilot.app.focused is not patterns


async def test_no_cursor_blinks(vaulted: AppHarness) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", "tab")
        await pilot.pause()
        assert pilot.app.focused is pilot.app.screen.query_one("#field-title")
        assert pilot.app.focused.cursor_blink is False  # type: ignore[union-attr]  # an input
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.focused.cursor_blink is False  # type: ignore[union-attr]  # a text area


async def test_a_click_on_several_places_of_the_footer_lets_one_choose(vaulted: AppHarness) -> None:
    async with vaulted.unlocked_app((120, 40)) as pilot:
        line = vaulted.shown(pilot).split("\n")[-1]
        await pilot.click(PageFooter, offset=(line.index("1-6"), 1))
        await vaulted.settle(pilot)
        assert pilot.app.screen.query("#palette")


@pytest.mark.slow_proof
async def test_of_a_long_text_only_what_surrounds_a_change_is_shown(vaulted: AppHarness) -> None:
    notebook = vaulted.notebook()
    long = " ".join(f"mot{number}" for number in range(900))
    new = NewEntry(kind=Kind.SITUATION, title="Long", body=f"{long} début. Fin. {long}", happened_at=EVENING)
    entry = capturing.write(notebook, new)
    capturing.rewrite(notebook, entry.with_(body=entry.body.replace("Fin.", "Suite.")))
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        vaulted.app(pilot).navigation.open_entry(entry.ref)
        await vaulted.settle(pilot)
        await pilot.press("r")
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        assert "[-Fin-][+Suite+]" in shown
        assert shown.count("the same as before") == 2
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "saved 6:42" in vaulted.shown(pilot).split("\n")[0]
        assert reading.entry(vaulted.app(pilot).journal.notebook, entry.ref).body == entry.body
        assert len(reading.revisions(vaulted.app(pilot).journal.notebook, entry.ref)) == 2
