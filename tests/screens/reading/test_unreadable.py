"""Entries that cannot be read, at the screen: one row on every page, their raw text, the trash and nothing else."""

from typing import Any

import pytest

from journal.language import choose
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.practice import reading
from screens.pages import PLACES
from screens.reading.search import SearchScreen
from screens.reading.trash import TrashScreen
from screens.reading.unreadable import UnreadableScreen

SPOILT = [
    ("kind", "question"),
    ("state", "opened"),
    ("happened_at", 2**62),
    ("happened_offset", 1439),
    ("details", "{"),
]


def spoil(house: Any, column: str, value: Any) -> dict[str, int]:
    """Spoil the newest entry of every kind of a fictitious year; return one ref for each."""
    notebook = house.notebook()
    spoilt = {}
    for kind in Kind.all():
        for line in reading.newest(notebook, Filter(kinds=(kind,)), 1):
            spoilt[kind.value] = line.ref
            with notebook.store.writing() as tx:
                tx.update("entry", {column: value}, "ref", line.ref)
    notebook.close()
    return spoilt


@pytest.mark.parametrize(("column", "value"), SPOILT, ids=lambda value: repr(value)[:16])
@pytest.mark.slow_proof
async def test_every_place_shows_the_rest_and_each_row_opens(lived, column, value):
    spoilt = spoil(lived, column, value)
    async with lived.unlocked_app() as pilot:
        app = lived.app(pilot)
        for place in PLACES:
            await app.navigation.go(place)
            await lived.settle(pilot)
            assert app.current_mode == place
        for kind, ref in spoilt.items():
            app.navigation.open_entry(ref, kind)
            await lived.settle(pilot)
            assert isinstance(app.screen, UnreadableScreen), kind
            assert "cannot be read: " in lived.shown(pilot)
            await pilot.press("escape")
            await lived.settle(pilot)
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert not app.is_open


async def test_the_journal_and_search_show_such_a_row_plainly_and_its_text(vaulted, monkeypatch):
    from journal.model.entry import NewEntry
    from journal.practice import capturing

    notebook = vaulted.notebook()
    new = NewEntry(kind=Kind.SITUATION, title="Zygomorphe", body="lourd", happened_at=notebook.clock())
    ref = capturing.write(notebook, new).ref
    capturing.write(notebook, new.with_(title="Entier"))
    with notebook.store.writing() as tx:
        tx.update("entry", {"audience": "everybody"}, "ref", ref)
    notebook.close()
    async with vaulted.unlocked_app((120, 40)) as pilot:
        app = vaulted.app(pilot)
        await pilot.press("2")
        await vaulted.settle(pilot)
        assert "cannot be read · Zygomorphe" in vaulted.shown(pilot)
        assert "Entier" in vaulted.shown(pilot)
        app.navigation.open_entry(ref)
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        assert "cannot be read: audience" in shown
        assert "audience: everybody" in shown
        assert "lourd" in shown
        await pilot.press("t")
        await vaulted.settle(pilot)
        assert "in the trash" in vaulted.shown(pilot)
        assert [line.ref for line in reading.newest(app.journal.notebook, Filter(trashed=True), 9)] == [ref]
        await pilot.press("u")
        await vaulted.settle(pilot)
        assert reading.newest(app.journal.notebook, Filter(trashed=True), 9) == []
        await pilot.press("t", "escape")
        await vaulted.settle(pilot)
        await app.push_screen(TrashScreen())
        await vaulted.settle(pilot)
        assert "cannot be read · Zygomorphe" in vaulted.shown(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        await app.push_screen(SearchScreen())
        await pilot.press(*"zygo")
        await vaulted.settle(pilot)
        assert "cannot be read · Zygomorphe" in vaulted.shown(pilot)


async def test_it_is_said_in_french_and_nothing_of_it_can_be_changed(vaulted):
    from journal.model.entry import NewEntry
    from journal.practice import capturing

    choose("fr")
    notebook = vaulted.notebook()
    new = NewEntry(kind=Kind.SITUATION, title="Zygomorphe", body="lourd", happened_at=notebook.clock())
    ref = capturing.write(notebook, new).ref
    with notebook.store.writing() as tx:
        tx.update("entry", {"details": "{"}, "ref", ref)
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        app.navigation.edit_entry(ref)
        await vaulted.settle(pilot)
        assert isinstance(app.screen, UnreadableScreen)
        assert "illisible\u00a0: details" in vaulted.shown(pilot)
        ids = {command.id for command in app.screen.commands()}
        assert {each for each in ids if each.startswith("unreadable.")} == {
            "unreadable.trash", "unreadable.undo",
        }  # fmt: skip
        assert reading.newest(app.journal.notebook, Filter(), 9)[0].state is State.KEPT
