"""Preparing a session: its question, what is brought and in which order."""

from datetime import timedelta
from typing import Any

import pytest

from journal import language
from journal.model.checkin import CheckInDetails
from journal.model.entry import NewEntry
from journal.model.kind import Kind, State
from journal.model.session import SessionDetails
from journal.practice import capturing, coming_up
from journal.practice.bringing import brought
from journal.practice.notebook import Notebook
from screens.casework.case import CaseScreen
from screens.sessions.session import SessionScreen
from screens.widgets.rows import Rows
from tests.screens.sessions.conftest import prepared, situation, with_sessions


async def test_a_preparation_survives_leaving_and_keeps_its_order(vaulted: Any) -> None:
    def fill(notebook: Notebook) -> list[int]:
        with_sessions(notebook, (-19, 2))
        return [situation(notebook, title).ref for title in ("A", "B")]

    a, b = prepared(vaulted, fill)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("s", *"Comment ?", "tab", "tab", "space", "down", "space", "shift+up", "escape")
        await vaulted.settle(pilot)
        notebook = vaulted.app(pilot).journal.notebook
        session = coming_up.next_session(notebook)
        assert session is not None
        assert session.state is State.PREPARED
        assert session.details_as(SessionDetails).question == "Comment ?"
        assert set(brought(session)) == {a, b}
        assert capturing.drafts(notebook) == []
        await pilot.press("s")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, SessionScreen)
        assert pilot.app.screen.values()["question"] == "Comment ?"


async def test_a_chosen_row_goes_up_and_the_next_one_stays_below(vaulted: Any) -> None:
    def fill(notebook: Notebook) -> list[int]:
        with_sessions(notebook, (-19, 2))
        return [situation(notebook, title).ref for title in "ABCD"]

    refs = prepared(vaulted, fill)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("s", "tab", "tab")
        rows = pilot.app.screen.query_one(Rows)
        order = [row.id for row in rows._rows if row.id in map(str, refs)]
        await pilot.press("down", "space", "down", "space")
        await vaulted.settle(pilot)
        session = coming_up.next_session(vaulted.app(pilot).journal.notebook)
        assert session is not None
        assert [str(ref) for ref in brought(session)] == order[1:3]


async def test_locking_keeps_a_half_written_question(vaulted: Any) -> None:
    prepared(vaulted, lambda notebook: with_sessions(notebook, (2,)))
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("s", *"Comment")
        pilot.app.screen.flush()
        await vaulted.settle(pilot)
        (draft,) = capturing.drafts(vaulted.app(pilot).journal.notebook)
        assert draft.fields["question"] == "Comment"


async def test_what_is_for_me_alone_is_seen_and_not_brought(vaulted: Any) -> None:
    def fill(notebook: Notebook) -> None:
        with_sessions(notebook, (-19, 2))
        at = notebook.clock() - timedelta(days=1)
        capturing.write(
            notebook, NewEntry(kind=Kind.CHECKIN, happened_at=at, details=CheckInDetails(load=7, word="serrée"))
        )

    prepared(vaulted, fill)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("s", "tab", "tab")
        assert "load 7 · “serrée”" in vaulted.shown(pilot)
        await pilot.press("space")
        await vaulted.settle(pilot)
        session = coming_up.next_session(vaulted.app(pilot).journal.notebook)
        assert session is not None
        assert brought(session) == ()
        assert "● for myself: not shared from here" in vaulted.shown(pilot)
        await pilot.press("c")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, CaseScreen)
        assert pilot.app.screen._about == ()


@pytest.mark.parametrize("spoken", language.languages())
async def test_c_makes_a_case_of_the_row_one_is_on_when_nothing_is_chosen(
    vaulted: Any, spoken: language.Language
) -> None:
    def fill(notebook: Notebook) -> None:
        with_sessions(notebook, (-19, 2))
        situation(notebook, "Le couloir")

    language.choose(spoken)
    prepared(vaulted, fill)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("s", "tab", "tab", "c")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, CaseScreen)
        assert pilot.app.screen.values()["title"] == "Le couloir"


async def test_a_wide_window_shows_long_titles_whole_and_keeps_the_measure_of_what_is_written(vaulted: Any) -> None:
    title = "Le directeur commercial revient sur la décision devant toute l’équipe"

    def fill(notebook: Notebook) -> None:
        with_sessions(notebook, (2,))
        situation(notebook, title)

    prepared(vaulted, fill)
    async with vaulted.unlocked_app((120, 40)) as pilot:
        await pilot.press("s")
        await vaulted.settle(pilot)
        assert title in vaulted.shown(pilot)
        assert pilot.app.screen.query_one("#field-question").size.width <= 73


async def test_the_keys_that_choose_and_order_are_told_at_the_rows(vaulted: Any) -> None:
    def fill(notebook: Notebook) -> None:
        with_sessions(notebook, (-19, 2))
        situation(notebook, "A")

    prepared(vaulted, fill)
    async with vaulted.unlocked_app(size=(120, 40)) as pilot:
        await pilot.press("s")
        await vaulted.settle(pilot)
        assert "shift+↑↓ order" not in vaulted.shown(pilot).splitlines()[-1]
        pilot.app.screen.query_one(Rows).focus()
        await pilot.pause()
        footer = vaulted.shown(pilot).splitlines()[-1]
        assert "space choose" in footer
        assert "shift+↑↓ order" in footer


@pytest.mark.parametrize(("spoken", "told"), [("en", "x share"), ("fr", "x partager")])
async def test_a_narrow_page_tells_at_the_rows_how_to_share(vaulted: Any, spoken: language.Language, told: str) -> None:
    def fill(notebook: Notebook) -> None:
        with_sessions(notebook, (-19, 2))
        situation(notebook, "A")

    prepared(vaulted, fill)
    language.choose(spoken)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("s")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).focus()
        await pilot.pause()
        assert told in vaulted.shown(pilot).splitlines()[-1]
