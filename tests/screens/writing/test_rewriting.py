"""A situation read again: another wording beside the earlier one, thrown away and back, bearing witness."""

from typing import Any

import pytest

from journal.model.kind import State
from journal.practice import capturing, framing, reading
from screens.frame.page_header import PageHeader
from screens.reading.entry import EntryScreen
from screens.reading.history import HistoryScreen
from screens.widgets.answer_area import AnswerArea
from screens.writing.situation import SituationScreen
from tests.screens.writing.conftest import kept, open_entry, put


async def test_editing_keeps_the_earlier_wording_and_it_can_come_back(vaulted: Any) -> None:
    entry = put(vaulted)
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        await open_entry(vaulted, pilot, entry.ref)
        await pilot.press("e", *" Puis oui.", "ctrl+s", "escape")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, EntryScreen)
        changed = reading.entry(notebook, entry.ref)
        assert (changed.title, changed.body) == ("Le CODIR", "Il a dit non. Puis oui.")
        assert changed.happened_at == entry.happened_at
        await pilot.press("r")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, HistoryScreen)
        assert "[+ Puis oui.+]" in vaulted.shown(pilot).replace("\n", "")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert reading.entry(notebook, entry.ref).body == "Il a dit non."


async def test_a_change_made_elsewhere_meanwhile_is_not_overwritten(vaulted: Any) -> None:
    entry = put(vaulted)
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        vaulted.app(pilot).navigation.edit_entry(entry.ref)
        await vaulted.settle(pilot)
        capturing.rewrite(notebook, entry.with_(body="Ailleurs."))
        await pilot.press(*" Ici.", "ctrl+s")
        await vaulted.settle(pilot)
        assert reading.entry(notebook, entry.ref).body == "Ailleurs."
        assert pilot.app.screen.query_one(PageHeader).caution
        assert "Ici." in pilot.app.screen.query_one(AnswerArea).text
        assert [draft.text for draft in capturing.drafts(notebook)] == ["Le CODIR\n\nIl a dit non. Ici."]
        assert await vaulted.app(pilot).journal.saves.settled() is None  # a draft is enough to lock


async def test_a_note_from_the_shell_is_told_as_such_until_it_is_kept(vaulted: Any) -> None:
    entry = put(vaulted, state=State.CAPTURED)
    async with vaulted.unlocked_app() as pilot:
        await open_entry(vaulted, pilot, entry.ref, "captured")
        assert "outside the app" in pilot.app.screen.query_one(PageHeader).heading
        await pilot.press("ctrl+s")
        await vaulted.settle(pilot)
        assert reading.entry(vaulted.app(pilot).journal.notebook, entry.ref).state is State.KEPT


async def test_an_entry_goes_to_the_trash_and_comes_back(vaulted: Any) -> None:
    entry = put(vaulted)
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        await open_entry(vaulted, pilot, entry.ref)
        await pilot.press("t")
        await vaulted.settle(pilot)
        assert kept(notebook) == []
        await pilot.press("u")
        await vaulted.settle(pilot)
        assert [each.ref for each in kept(notebook)] == [entry.ref]


async def test_an_entry_bears_witness_to_an_objective(vaulted: Any) -> None:
    notebook = vaulted.notebook()
    objective = framing.agree_objective(notebook, framing.begin(notebook, "Poste").ref, "Déléguer")
    notebook.close()
    entry = put(vaulted)
    async with vaulted.unlocked_app() as pilot:
        await open_entry(vaulted, pilot, entry.ref)
        await pilot.press("o", "enter")
        await vaulted.settle(pilot)
        found = framing.evidence(vaulted.app(pilot).journal.notebook, objective.ref)
        assert [line.ref for line in found] == [entry.ref]


@pytest.mark.parametrize("known", [False, True])
async def test_after_a_questioning_one_is_back_where_one_reads(vaulted: Any, known: bool) -> None:
    entry = put(vaulted) if known else None
    async with vaulted.unlocked_app() as pilot:
        if entry is None:
            await pilot.press("n", *"Refus", "ctrl+g")
        else:
            await open_entry(vaulted, pilot, entry.ref)
            await pilot.press("e")
            await vaulted.settle(pilot)
            await pilot.press("ctrl+g")
        await vaulted.settle(pilot)
        depth = len(pilot.app.screen_stack)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, SituationScreen)  # nothing was begun: one goes on writing
        await pilot.press("ctrl+g")
        await vaulted.settle(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert pilot.app.screen.name_in_table == "questioning"
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, EntryScreen)
        assert len(pilot.app.screen_stack) == depth - (2 if known else 1)
        assert pilot.app.screen.reading
