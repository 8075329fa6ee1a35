"""A moment that cannot be read, on the page to write on: said until it can be, never covered by a draft’s hour."""

from datetime import datetime
from typing import Any

import pytest

from journal import language
from journal.practice import capturing, reading
from screens.reading.entry import EntryScreen
from screens.writing.details_panel import DetailsPanel, told
from screens.writing.situation import SituationScreen
from tests.screens.writing.conftest import kept, open_entry, put

_NOW = datetime(2026, 11, 30, 14, 43).astimezone()


@pytest.mark.parametrize(
    ("spoken", "typed", "says"),
    [
        ("fr", "1406", "lundi 30 novembre 2026, 14 h 06"),
        ("fr", "lundi en huit", "lundi 14 décembre 2026, 12 h · encore à venir"),
        ("en", "yesterday 6pm", "Sunday 29 November 2026, 6 pm"),
        ("en", "in two days", "Wednesday 2 December 2026, 2:43 pm · still to come"),
        ("fr", "31 février", "Ce jour n’existe dans aucun calendrier. Essayez par exemple « 28 février »."),
        ("fr", "31 fév", "Ce jour n’existe dans aucun calendrier. Essayez par exemple « 28 février »."),
        ("fr", "dans deux se", ""),
        ("fr", "", ""),
    ],
)
def test_what_was_understood_is_said_in_full(spoken: language.Language, typed: str, says: str) -> None:
    language.choose(spoken)
    assert told(typed, _NOW).translate({0xA0: " ", 0x202F: " "}) == says


async def test_a_refused_moment_is_said_until_it_can_be_read_and_no_word_is_lost(vaulted: Any) -> None:
    entry = put(vaulted)
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        await open_entry(vaulted, pilot, entry.ref)
        await pilot.press("e", *" Puis oui.")
        await vaulted.settle(pilot)
        page = pilot.app.screen
        assert isinstance(page, SituationScreen)
        page.show_details(on="when")
        page.query_one("#field-when").value = ""
        await pilot.press(*"31 Feb", "ctrl+s")
        await vaulted.settle(pilot)
        page.autosave.typed()
        page.autosave.due()  # what the timer does a moment after the last letter
        await vaulted.settle(pilot)
        assert "No calendar has this day" in page.status()
        assert "No calendar has this day" in str(page.query_one("#told-when").render())
        assert reading.entry(notebook, entry.ref).body == "Il a dit non. Puis oui."
        assert reading.entry(notebook, entry.ref).happened_at == entry.happened_at
        await pilot.press("escape", "escape")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, EntryScreen)
        assert "not saved: “When”" in vaulted.app(pilot).said
        assert "newer draft waits" in vaulted.shown(pilot)
        await pilot.press("e")
        await vaulted.settle(pilot)
        assert pilot.app.screen.query_one(DetailsPanel).typed()["when"] == "31 Feb"
        assert "No calendar has this day" in pilot.app.screen.status()
        pilot.app.screen.query_one("#field-when").value = "29 November 2pm"
        await pilot.pause()
        assert "No calendar has this day" not in pilot.app.screen.status()
        await pilot.press("ctrl+s", "escape", "escape")
        await vaulted.settle(pilot)
        assert "newer draft" not in vaulted.shown(pilot)
        assert not capturing.drafts(notebook)


async def test_a_new_text_is_kept_beside_a_moment_that_cannot_be_read(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", *"Refus", "ctrl+s")
        pilot.app.screen.show_details(on="when")
        await pilot.press(*"31 Feb", "ctrl+s", "ctrl+s")
        await vaulted.settle(pilot)
        notebook = vaulted.app(pilot).journal.notebook
        assert [each.title for each in kept(notebook)] == ["Refus"]
        assert [draft.fields["when"] for draft in capturing.drafts(notebook)] == ["31 Feb"]
