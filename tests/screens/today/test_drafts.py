"""What is half-written: found again at once, all of it, under its entry, and thrown away only after a yes."""

from datetime import timedelta
from typing import Any

import pytest

from journal import language
from journal.model.draft import Draft
from journal.model.entry import Entry, NewEntry
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.practice import capturing, half_written, left_runs, questioning, reading
from journal.protocols.library import shipped
from screens.frame.page_header import PageHeader
from screens.today.drafts import DraftsScreen
from screens.today.place import TodayScreen
from screens.widgets.answer_area import AnswerArea
from screens.widgets.rows import Rows
from screens.writing.situation import SituationScreen
from tests.screens.conftest import EVENING


def put(vaulted: Any, *drafts: Draft) -> Entry:
    held = vaulted.notebook()
    entry = capturing.write(held, NewEntry(kind=Kind.SITUATION, title="Le CODIR", happened_at=EVENING))
    for draft in drafts:
        capturing.autosave(held, draft)
    held.close()
    return entry


def several(many: int) -> list[Draft]:
    return [
        Draft(key=f"new:situation:{n}", text=f"Brouillon {n}", saved_at=EVENING - timedelta(hours=n + 1))
        for n in range(many)
    ]


async def test_what_is_left_with_escape_stands_on_today_at_once(vaulted: Any) -> None:
    put(vaulted, *several(2))
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", *"Prime Amelie", "escape")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, TodayScreen)
        lines = vaulted.shown(pilot).split("\n")
        heading = next(number for number, line in enumerate(lines) if "Recently" in line)
        assert "Prime Amelie" in lines[heading + 1]
        await pilot.press("n", *"Deux", "escape")
        await vaulted.settle(pilot)
        newest, *_older = reading.newest(vaulted.app(pilot).journal.notebook, Filter(), 9)
        assert pilot.app.screen.query_one(Rows).chosen == f"situation:{newest.ref}"  # the next key is meant for it


async def test_today_says_how_many_more_there_are_and_leads_to_all_of_them(vaulted: Any) -> None:
    put(vaulted, *several(5))
    language.choose("fr")
    async with vaulted.unlocked_app() as pilot:
        await vaulted.settle(pilot)
        assert "et 3 autres" in vaulted.shown(pilot)
        assert "Brouillon 4" not in vaulted.shown(pilot)
        pilot.app.screen.query_one(Rows).choose("drafts:")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, DraftsScreen)
        assert "Brouillon 4" in vaulted.shown(pilot)
        await pilot.press("end", "enter")
        await vaulted.settle(pilot)
        assert pilot.app.screen.query_one(AnswerArea).text == "Brouillon 4"


async def test_a_draft_is_thrown_away_after_a_yes_and_not_before(vaulted: Any) -> None:
    put(vaulted, *several(2))
    async with vaulted.unlocked_app() as pilot:
        await vaulted.settle(pilot)
        held = vaulted.app(pilot).journal.notebook
        pilot.app.screen.query_one(Rows).choose("draft:")
        await pilot.press("d", "escape")
        await vaulted.settle(pilot)
        assert len(capturing.drafts(held)) == 2
        await pilot.press("d", "y")
        await vaulted.settle(pilot)
        assert [draft.text for draft in capturing.drafts(held)] == ["Brouillon 1"]
        assert "Brouillon 0" not in vaulted.shown(pilot)
        await pilot.press("b", "d", "y")
        await vaulted.settle(pilot)
        assert capturing.drafts(held) == []
        assert "Nothing is left half-written" in vaulted.shown(pilot)


async def test_what_changes_an_entry_is_thrown_away_where_one_writes_and_the_entry_stays(vaulted: Any) -> None:
    entry = put(vaulted)
    async with vaulted.unlocked_app() as pilot:
        held = vaulted.app(pilot).journal.notebook
        vaulted.app(pilot).navigation.edit_entry(entry.ref)
        await vaulted.settle(pilot)
        await pilot.press(*" autrement")
        pilot.app.screen.flush()
        await vaulted.settle(pilot)
        assert len(capturing.drafts(held)) == 1
        await pilot.press("f8")
        assert "Entry 1 stays as it was kept." in vaulted.shown(pilot).replace("\n", "")
        await pilot.press("y")
        await vaulted.settle(pilot)
        assert capturing.drafts(held) == []
        assert reading.entry(held, entry.ref) == entry
        assert isinstance(pilot.app.screen, TodayScreen)


async def test_what_is_undone_before_one_leaves_no_longer_stands_on_today(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", "a")
        pilot.app.screen.flush()
        await vaulted.settle(pilot)
        assert len(capturing.drafts(vaulted.app(pilot).journal.notebook)) == 1
        await pilot.press("backspace", "escape")
        await vaulted.settle(pilot)
        assert "Not finished" not in vaulted.shown(pilot)


async def test_a_draft_written_on_after_it_was_kept_knows_its_entry(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        held = vaulted.app(pilot).journal.notebook
        await pilot.press("n", *"Une", "ctrl+s", *" fois")
        pilot.app.screen.flush()
        pilot.app.screen.dismiss()
        await vaulted.settle(pilot)
        (draft,) = capturing.drafts(held)
        assert (draft.key, draft.ref, draft.base_revision) == ("entry:1", 1, 1)
        pilot.app.screen.query_one(Rows).choose("draft:")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert pilot.app.screen.query_one(PageHeader).heading == "Situation 1"
        await pilot.press("ctrl+s")
        await vaulted.settle(pilot)
        assert [line.title for line in reading.newest(held, Filter(), 9)] == ["Une fois"]
        assert capturing.drafts(held) == []


async def test_a_draft_of_before_that_only_names_its_entry_inside_finds_it(vaulted: Any) -> None:
    entry = put(vaulted, Draft(key="new:situation:x", text="Le CODIR, encore", ref=1, saved_at=EVENING))
    async with vaulted.unlocked_app() as pilot:
        vaulted.app(pilot).navigation.resume_draft("new:situation:x")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, SituationScreen)
        assert pilot.app.screen.ref == entry.ref
        assert pilot.app.screen.query_one(PageHeader).heading == "Situation 1"


def test_answers_that_were_kept_go_to_the_trash_with_their_draft(vaulted: Any) -> None:
    held = vaulted.notebook()
    run = questioning.start(held, shipped().get("heat"))
    run = questioning.keep(held, questioning.answer(run, 5))
    assert run.ref is not None
    half_written.throw_away(held, run.key)
    assert capturing.drafts(held) == []
    assert left_runs.open_reflections(held) == []
    assert [line.ref for line in reading.newest(held, Filter(trashed=True), 9)] == [run.ref]
    held.close()


@pytest.mark.parametrize("key", ["new:situation:gone", "entry:77"])
def test_what_is_gone_already_is_thrown_away_without_a_word(vaulted: Any, key: str) -> None:
    held = vaulted.notebook()
    half_written.throw_away(held, key)
    assert capturing.drafts(held) == []
    held.close()
