"""Every page of fields with every half-typed value: it rests, is left, locks; the text is there, and the app too."""

import json
import sys
from collections.abc import Callable
from typing import Any

import pytest
from textual.widgets import Input, TextArea

from journal.practice.notebook import Notebook
from journal.store.folding import words
from screens.frame.form_page import FormPage
from screens.frame.page_faults import FaultScreen
from screens.terminal.locking import Outcome
from screens.widgets.field import LineField, TextField

MUCH, MEGABYTE = 100_000, 1_000_000  # characters
HALF_TYPED = {"empty": "", "one letter": "ẞ", "a cut key": "age1qqqcut4711", "a cut date": "2026-1cut4711"}
KEEPS_NOTHING = {"delivery", "calendar"}  # what is chosen there is kept by what leaves, or not at all
KEEPS_WORDS = {"spellings", "left_out"}  # spellings of a word, each folded and by itself


def held(notebook: Notebook) -> str:
    """Return everything that the journal holds, drafts included, as one text."""
    connection = notebook.vault.connect()
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    plain = [table for table in tables if "search" not in table and not table.startswith("sqlite_")]
    rows = [row for table in plain for row in connection.execute(f'SELECT * FROM "{table}"')]  # noqa: S608 -- our tables
    connection.close()
    return "\n".join(str(value) for row in rows for value in row if value is not None)


def is_held(notebook: Notebook, text: str) -> bool:
    everything = held(notebook)
    return any(form in everything for form in (text[:20].strip(), json.dumps(text[:20].strip())[1:-1]))


def words_are_held(notebook: Notebook, text: str) -> bool:
    everything = held(notebook)
    return all(word in everything for word in words(text[:20]))


def type_in(form: FormPage, text: str, only: str = "") -> None:
    """Put a text where one types, as a hand would leave it half-way."""
    for place in form.query("LineField, TextField"):
        assert isinstance(place, LineField | TextField)
        if only in ("", place.field.name):
            if isinstance(place, Input):
                place.value = text
            else:
                assert isinstance(place, TextArea)
                place.load_text(text)


async def _rest(house: Any, pilot: Any, form: FormPage) -> None:
    await pilot.pause()
    form.autosave.due()  # what the timer does after a second's rest
    await house.settle(pilot)
    assert pilot.app.is_running
    assert not isinstance(pilot.app.screen, FaultScreen)


@pytest.mark.slow_proof
async def test_a_half_typed_value_ends_nothing_and_is_kept_as_it_was_typed(
    lived: Any, form: Callable[..., FormPage], request: pytest.FixtureRequest, proof_count: Callable[[Any, Any], Any]
) -> None:
    keeps = request.node.callspec.id not in KEEPS_NOTHING
    is_kept = words_are_held if request.node.callspec.id in KEEPS_WORDS else is_held
    async with lived.unlocked_app() as pilot:

        async def rests(text: str, only: str = "") -> FormPage:
            page = form(pilot.app.journal.notebook, lived.refs)
            await pilot.app.push_screen(page)
            await pilot.pause()
            type_in(page, text, only)
            await _rest(lived, pilot, page)
            return page

        fields = [each.name for each in form(pilot.app.journal.notebook, lived.refs).fields() if not each.options]
        much = "cut4711 " + "m" * proof_count(MUCH, MEGABYTE)
        values = [*HALF_TYPED.values(), much]
        turn = list(sys.modules["every_page"].FORMS).index(request.node.callspec.id) % len(values)
        for text in values[slice(*proof_count([turn, turn + 1], [None]))]:  # one value a form, or each in every form
            several = [*fields, ""] if text is not much else fields  # one field of that length at a time
            for only in several[-proof_count(1, len(several)) :]:
                page = await rests(text, only)
                await pilot.press("escape")
                await lived.settle(pilot)
                assert pilot.app.screen is not page
                assert is_kept(pilot.app.journal.notebook, text) or not keeps, (text[:20], only)
        await rests("cut4712")
        pilot.app.lock()
        await lived.settle(pilot)
        assert pilot.app.return_value is Outcome.LOCKED
    notebook = lived.notebook()
    assert is_kept(notebook, "cut4712") or not keeps
    notebook.close()


async def test_keeping_leaves_the_cursor_where_it_is_and_says_when(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        for name in ("party", "case", "step-new", "actor", "preparation"):
            page = sys.modules["every_page"].FORMS[name](pilot.app.journal.notebook, lived.refs)
            await pilot.app.push_screen(page)
            await lived.settle(pilot)
            place = page.query("LineField, TextField").last() if name == "case" else page.focused
            place.focus()
            await pilot.press("end", "a", "b", "left")
            at = place.cursor_position if isinstance(place, Input) else place.cursor_location
            await pilot.press("ctrl+s")
            await lived.settle(pilot)
            assert pilot.app.screen is page
            assert page.focused is place
            assert (place.cursor_position if isinstance(place, Input) else place.cursor_location) == at
            assert page.status().endswith("saved 6:42 pm · esc to leave")
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert "nothing new to save · esc to leave" in lived.shown(pilot)
            assert page.focused is place
