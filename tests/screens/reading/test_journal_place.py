"""The journal place: a long list by month, read in stretches, narrowed, marked, thrown away, veiled."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from textual.geometry import Offset
from textual.widgets import Input

from journal.dates.wording import full_day
from journal.language import choose
from journal.model.entry import Link, NewEntry, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.pattern import Pattern
from journal.model.person import Person
from journal.model.session import SessionDetails
from journal.model.situation import SituationDetails
from journal.practice import capturing, framing, questioning, reading, scheduling
from journal.practice.notebook import Notebook
from journal.practice.protocols_at_hand import at_hand
from journal.practice.reading import Month
from screens.frame.events import EntrySaved, Happened
from screens.questioning.choose_protocol import ChooseProtocolScreen
from screens.reading.entry_list import EntryList
from screens.reading.filter_bar import FilterBar, FilterChoice
from screens.reading.month_layout import MonthLayout, Spot
from screens.vocabulary.filters import Filters, Period
from screens.widgets.plain import PlainText

HOSTILE = "[/red] [@click=app.quit]x[/] \x1b]52;c;QUJD\x07 \u202eabc\u202c 漢字"


def situation(title: str, at: datetime, **more: Any) -> NewEntry:
    return NewEntry(kind=Kind.SITUATION, title=title, body=more.pop("body", "…"), happened_at=at, **more)


def written(house: Any, *several: NewEntry) -> list[int]:
    held = house.notebook()
    refs = [capturing.write(held, each).ref for each in several]
    held.close()
    return refs


def journal_of(pilot: Any) -> EntryList:
    return pilot.app.screen.query_one(EntryList)


async def gone_to_journal(house: Any, pilot: Any) -> EntryList:
    await pilot.press("2")
    await house.settle(pilot)
    return journal_of(pilot)


def test_lines_and_entries_find_each_other_whatever_the_months() -> None:
    layout = MonthLayout([Month(2026, 11, 3), Month(2026, 10, 1), Month(2026, 8, 250)])
    assert (layout.entries, layout.lines) == (254, 3 + 1 + 250 + 1 + 2 + 2)
    for nth in range(layout.entries):
        spot = layout.spot(layout.line_of(nth))
        assert spot is not None
        assert layout.number(spot) == nth
        assert layout.place(nth) == spot
    assert layout.spot(0) == Spot(0, -1)
    assert layout.spot(layout.lines) is None


async def test_ten_thousand_entries_are_one_list_with_a_first_and_a_last(vaulted: Any) -> None:
    held = vaulted.notebook()
    at = vaulted.hands.at
    many = [situation(f"Entry {number}", at - timedelta(hours=number)) for number in range(10_000)]
    capturing.write_all(held, many)
    held.close()
    async with vaulted.unlocked_app() as pilot:
        shown = await gone_to_journal(vaulted, pilot)
        assert shown.entries == 10_000
        assert "November 2026 · 547" in vaulted.shown(pilot)
        assert shown.current.title == "Entry 0"
        await pilot.press("pagedown")
        await vaulted.settle(pilot)
        assert shown.current.title == f"Entry {shown.size.height - 2}"
        assert shown.current.title in vaulted.shown(pilot)
        await pilot.press("end")
        await vaulted.settle(pilot)
        assert shown.current.title == "Entry 9999"
        assert "Entry 9999" in vaulted.shown(pilot)
        assert "Entry 9998" in vaulted.shown(pilot)
        await pilot.press("up", "up", "down")
        await vaulted.settle(pilot)
        assert shown.current.title == "Entry 9998"
        await pilot.press("home")
        await vaulted.settle(pilot)
        assert "Entry 0 " in vaulted.shown(pilot)


async def test_one_begins_at_what_has_happened_below_what_another_app_dated_ahead(vaulted: Any) -> None:
    at = vaulted.hands.at
    later = situation("Later", at + timedelta(days=40))
    earlier = [situation(f"Earlier {number}", at - timedelta(days=2 + number)) for number in range(20)]
    written(vaulted, later, situation("Yesterday", at - timedelta(days=1)), *earlier)
    async with vaulted.unlocked_app() as pilot:
        shown = await gone_to_journal(vaulted, pilot)
        assert shown.current.title == "Yesterday"
        assert vaulted.shown(pilot).split("\n")[3].strip() == "November 2026 · 21"
        await pilot.press("up")
        await vaulted.settle(pilot)
        assert "January 2027 · 1" in vaulted.shown(pilot)


async def test_what_has_no_title_is_called_by_its_first_words(vaulted: Any) -> None:
    words = "I now ask before I decide."
    later = [situation(f"Later {number}", vaulted.hands.at + timedelta(hours=1 + number)) for number in range(9)]
    written(vaulted, NewEntry(kind=Kind.STATEMENT, body=f"\n## {words}\nMore.", happened_at=vaulted.hands.at), *later)
    async with vaulted.unlocked_app() as pilot:
        shown = await gone_to_journal(vaulted, pilot)
        assert shown.current.opening == words
        row = next(line for line in vaulted.shown(pilot).split("\n") if words in line)
        assert "statement" in row.removeprefix(words)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ("November 2026 · 3", "outside the app", "my place", "● me", "Monday 23", "check-in")),
     ("fr", ("novembre 2026 · 3", "hors de l’application", "posture", "● moi", "lundi 23", "météo"))],
)  # fmt: skip
async def test_rows_say_in_words_what_they_are(vaulted: Any, language: Any, words: tuple[str, ...]) -> None:
    at = vaulted.hands.at
    written(
        vaulted,
        situation("Le CODIR", at, patterns=(Pattern.POSTURE,)),
        situation("Noted in the corridor", at, state=State.CAPTURED),
        NewEntry(kind=Kind.CHECKIN, happened_at=at),
    )
    async with vaulted.unlocked_app() as pilot:
        choose(language)
        await gone_to_journal(vaulted, pilot)
        for each in words:
            assert each in vaulted.shown(pilot), each


async def test_a_reflection_stands_indented_under_an_arrow(vaulted: Any) -> None:
    at = vaulted.hands.at
    (about,) = written(vaulted, situation("The board", at))
    written(
        vaulted,
        NewEntry(kind=Kind.REFLECTION, title="Zoom out", happened_at=at, links=(Link(rel=Rel.ABOUT, ref=about),)),
    )
    async with vaulted.unlocked_app() as pilot:
        await gone_to_journal(vaulted, pilot)
        assert "↳ Zoom out" in vaulted.shown(pilot)
        assert "↳ The board" not in vaulted.shown(pilot)


@pytest.mark.parametrize(("size", "times"), [((80, 24), 2), ((120, 40), 3)])  # row and text; beside it also the title
async def test_hostile_titles_and_texts_are_shown_and_never_obeyed(
    vaulted: Any, size: tuple[int, int], times: int
) -> None:
    written(vaulted, situation(HOSTILE, vaulted.hands.at, body=HOSTILE))
    async with vaulted.unlocked_app(size) as pilot:
        await gone_to_journal(vaulted, pilot)
        text = vaulted.shown(pilot)
        assert text.count("[/red] [@click=app.quit]x[/]") == times
        assert not set("\x1b\x07\u202e\u202c") & set(text)
        assert all(len(line) <= size[0] for line in text.split("\n"))


async def test_the_current_entry_is_told_beside_the_list_or_below_it(vaulted: Any) -> None:
    written(vaulted, situation("Title", vaulted.hands.at, body="## What was said\n\nThe body of it."))
    async with vaulted.unlocked_app((80, 24)) as pilot:
        shown = await gone_to_journal(vaulted, pilot)
        assert "The body of it." in vaulted.shown(pilot)
        assert shown.size.width > 70
        await pilot.resize_terminal(120, 40)
        await vaulted.settle(pilot)
        assert "The body of it." in vaulted.shown(pilot)
        assert "##" not in vaulted.shown(pilot)
        assert shown.size.width < 80


async def test_marks_stay_while_one_is_elsewhere(vaulted: Any) -> None:
    at = vaulted.hands.at
    refs = written(vaulted, *(situation(f"Entry {n}", at - timedelta(hours=n)) for n in range(5)))
    async with vaulted.unlocked_app() as pilot:
        await gone_to_journal(vaulted, pilot)
        await pilot.press("space", "down", "space")
        await vaulted.settle(pilot)
        assert list(vaulted.app(pilot).journal.selection) == [refs[0], refs[2]]
        assert "2 marked" in vaulted.shown(pilot).split("\n")[0]
        await pilot.press("1", "2")
        await vaulted.settle(pilot)
        assert vaulted.shown(pilot).count("✓") == 2
        await pilot.press("home", "space")
        await vaulted.settle(pilot)
        assert list(vaulted.app(pilot).journal.selection) == [refs[2]]


async def test_what_was_thrown_away_comes_back_with_one_key(vaulted: Any) -> None:
    at = vaulted.hands.at
    written(vaulted, situation("Kept", at), situation("Thrown", at - timedelta(hours=1)))
    async with vaulted.unlocked_app() as pilot:
        shown = await gone_to_journal(vaulted, pilot)
        await pilot.press("down", "t")
        await vaulted.settle(pilot)
        assert shown.entries == 1
        assert "Thrown" not in vaulted.shown(pilot)
        assert "u brings it back" in vaulted.shown(pilot).split("\n")[0]
        await pilot.press("u")
        await vaulted.settle(pilot)
        assert shown.entries == 2
        assert "Thrown" in vaulted.shown(pilot)
        assert not reading.newest(vaulted.app(pilot).journal.notebook, Filter(trashed=True), 5)


async def test_a_saved_entry_changes_its_row_and_nothing_else(vaulted: Any) -> None:
    at = vaulted.hands.at
    refs = written(vaulted, *(situation(f"Entry {n}", at - timedelta(hours=n)) for n in range(300)))
    async with vaulted.unlocked_app() as pilot:
        shown = await gone_to_journal(vaulted, pilot)
        await pilot.press("pagedown", "pagedown")
        await vaulted.settle(pilot)
        place, scrolled = shown.current.ref, shown.scroll_offset

        def reword(notebook: Notebook) -> Happened:
            entry = capturing.rewrite(notebook, reading.entry(notebook, place).with_(title="Otherwise"))
            return EntrySaved(entry.ref, entry.revision, at)

        def reword_far(notebook: Notebook) -> Happened:
            entry = capturing.rewrite(notebook, reading.entry(notebook, refs[-1]).with_(title="Far away"))
            return EntrySaved(entry.ref, entry.revision, at)

        await vaulted.app(pilot).save(reword)
        await vaulted.settle(pilot)
        assert "Otherwise" in vaulted.shown(pilot)
        assert (shown.current.ref, shown.scroll_offset) == (place, scrolled)
        await vaulted.app(pilot).save(reword_far)
        await vaulted.settle(pilot)
        assert shown.current.ref == place
        await pilot.press("end")
        await vaulted.settle(pilot)
        assert "Far away" in vaulted.shown(pilot)


async def test_a_new_entry_above_does_not_move_one_from_ones_row(vaulted: Any) -> None:
    at = vaulted.hands.at
    written(vaulted, *(situation(f"Entry {n}", at - timedelta(hours=n)) for n in range(300)))
    async with vaulted.unlocked_app() as pilot:
        shown = await gone_to_journal(vaulted, pilot)
        await pilot.press("pagedown", "pagedown", "pagedown")
        await vaulted.settle(pilot)
        place = shown.current.ref

        def add(notebook: Notebook) -> Happened:
            entry = capturing.write(notebook, situation("New", at))
            return EntrySaved(entry.ref, entry.revision, at)

        await vaulted.app(pilot).save(add)
        await vaulted.settle(pilot)
        assert shown.entries == 301
        assert shown.current.ref == place
        assert shown.current.title in vaulted.shown(pilot)


async def test_the_list_is_narrowed_and_opened_again_step_by_step(vaulted: Any) -> None:
    at = vaulted.hands.at
    written(
        vaulted,
        situation("Tagged", at, tags=("réunion",), people=("Karim Benali",)),
        situation("Plain", at - timedelta(hours=1)),
        situation("Old and tagged", at - timedelta(days=200), tags=("réunion",)),
        NewEntry(kind=Kind.LEARNING, title="A learning", happened_at=at - timedelta(hours=2)),
    )
    async with vaulted.unlocked_app() as pilot:
        shown = await gone_to_journal(vaulted, pilot)
        await pilot.press("f")
        await vaulted.settle(pilot)
        await pilot.press("right")
        await vaulted.settle(pilot)
        assert shown.entries == 3
        assert "Only: situation" in vaulted.shown(pilot)
        await pilot.press("down")
        assert isinstance(pilot.app.screen.focused, Input)
        await pilot.press(*"réu", "right")
        await vaulted.settle(pilot)
        assert shown.entries == 2
        await pilot.press("down", "down", "down", "right")
        await vaulted.settle(pilot)
        assert shown.entries == 1
        assert "Only: situation · #réunion · this week" in vaulted.shown(pilot)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert not pilot.app.screen.query_one(FilterBar).display
        assert shown.has_focus
        for left in (2, 3, 4, 4):
            await pilot.press("escape")
            await vaulted.settle(pilot)
            assert shown.entries == left
        assert "Only" not in vaulted.shown(pilot)


async def test_a_role_narrows_the_list_to_whoever_has_it(vaulted: Any) -> None:
    held = vaulted.notebook()
    reading.keep_person(held, Person(name="Hélène Marchal", alias="my boss"))
    held.close()
    at = vaulted.hands.at
    written(vaulted, situation("From above", at, people=("Hélène Marchal",)), situation("Alone", at))
    async with vaulted.unlocked_app() as pilot:
        shown = await gone_to_journal(vaulted, pilot)
        await pilot.press("f", "down", "down", *"bos", "down")
        await vaulted.settle(pilot)
        assert shown.entries == 1
        assert "Only: boss" in vaulted.shown(pilot)
        assert shown.current.title == "From above"


async def test_a_list_that_nothing_fits_says_so(vaulted: Any) -> None:
    written(vaulted, situation("Alone", vaulted.hands.at))
    async with vaulted.unlocked_app() as pilot:
        await gone_to_journal(vaulted, pilot)
        await pilot.press("f")
        await vaulted.settle(pilot)
        await pilot.press("left")
        await vaulted.settle(pilot)
        assert pilot.app.screen.query_one("#filter-kind", FilterChoice).value is Kind.all()[-1]
        assert "No matches" in vaulted.shown(pilot)
        await pilot.press("escape", "escape")
        await vaulted.settle(pilot)
        assert "Alone" in vaulted.shown(pilot)


@pytest.mark.parametrize(
    ("period", "days"), [(Period.WEEK, (0,)), (Period.MONTH, (0, 10)), (Period.QUARTER, (0, 10, 60)),
                         (Period.SESSION, (0,))],
)  # fmt: skip
def test_periods_begin_where_one_says_they_do(vaulted: Any, period: Period, days: tuple[int, ...]) -> None:
    held = vaulted.notebook()
    at = vaulted.hands.at
    for back in (0, 10, 60, 200):
        capturing.write(held, situation(f"{back}", at - timedelta(days=back)))
    session = NewEntry(
        kind=Kind.SESSION, state=State.HELD, title="S", happened_at=at - timedelta(days=5), details=SessionDetails()
    )
    capturing.write(held, session)
    where = Filters(kind=Kind.SITUATION, period=period).conditions(held)
    assert [line.title for line in reading.newest(held, where, 9)] == [f"{back}" for back in days]
    held.close()


async def test_the_veil_leaves_only_the_current_title(vaulted: Any) -> None:
    at = vaulted.hands.at
    written(vaulted, situation("First", at), situation("Second", at - timedelta(hours=1), body="Body of the second"))
    async with vaulted.unlocked_app((120, 40)) as pilot:
        await gone_to_journal(vaulted, pilot)
        await pilot.press("f9", "down")
        await vaulted.settle(pilot)
        assert "Second" in vaulted.shown(pilot)
        assert "First" not in vaulted.shown(pilot)
        assert "Body of" not in vaulted.shown(pilot)
        await pilot.press("f9")
        await vaulted.settle(pilot)
        assert "First" in vaulted.shown(pilot)
        assert "Body of the second" in vaulted.shown(pilot)


async def test_enter_and_two_clicks_open_an_entry(vaulted: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    at = vaulted.hands.at
    refs = written(vaulted, situation("First", at), situation("Second", at - timedelta(hours=1)))
    async with vaulted.unlocked_app() as pilot:
        opened: list[tuple[int, str]] = []
        monkeypatch.setattr(pilot.app.navigation, "open_entry", lambda ref, kind: opened.append((ref, kind)))
        shown = await gone_to_journal(vaulted, pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        await pilot.click(EntryList, offset=Offset(10, 2))
        await vaulted.settle(pilot)
        assert shown.current.ref == refs[1]
        await pilot.double_click(EntryList, offset=Offset(10, 2))
        await vaulted.settle(pilot)
        assert opened == [(refs[0], "situation"), (refs[1], "situation")]


async def test_an_empty_journal_says_what_it_is_for(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await gone_to_journal(vaulted, pilot)
        assert "month by month. Press n to begin." in vaulted.shown(pilot)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "1 text put away until 2 December 2026"), ("fr", "1 texte mis de côté jusqu’au 2 décembre 2026")],
)
async def test_what_is_sealed_is_one_quiet_line_and_no_row(vaulted: Any, language: Any, words: str) -> None:
    at = vaulted.hands.at
    sealed = SituationDetails(sealed_until=at + timedelta(days=9))
    written(vaulted, situation("Open", at), situation("Sealed", at, state=State.SEALED, details=sealed))
    async with vaulted.unlocked_app() as pilot:
        choose(language)
        shown = await gone_to_journal(vaulted, pilot)
        assert shown.entries == 1
        assert words in vaulted.shown(pilot)
        assert "Sealed" not in vaulted.shown(pilot)


async def test_what_is_marked_is_shared_or_else_the_row_one_is_on(
    vaulted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = vaulted.hands.at
    refs = written(vaulted, *(situation(f"Entry {n}", at - timedelta(hours=n)) for n in range(3)))
    async with vaulted.unlocked_app() as pilot:
        shared: list[tuple[int, ...]] = []
        monkeypatch.setattr(pilot.app, "share", shared.append)
        await gone_to_journal(vaulted, pilot)
        await pilot.app.run_action("share", default_namespace=pilot.app.screen)
        await pilot.press("down", "space")
        await vaulted.settle(pilot)
        await pilot.app.run_action("share", default_namespace=pilot.app.screen)
        assert shared == [(refs[0],), (refs[1],)]  # looking at what would leave marks nothing


async def test_a_row_is_questioned_from_the_list(vaulted: Any) -> None:
    notebook = vaulted.notebook()
    at = notebook.clock()
    capturing.write(notebook, NewEntry(kind=Kind.SITUATION, title="One", body="…", happened_at=at))
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("2", "q")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, ChooseProtocolScreen)


async def test_the_preview_shows_what_was_said_and_not_the_scale(vaulted: Any) -> None:
    notebook = vaulted.notebook()
    about = capturing.write(notebook, situation("The board", notebook.clock() - timedelta(days=1))).ref
    run = questioning.start(notebook, at_hand().get("heat"), about)
    questioning.finish(notebook, questioning.answer(questioning.answer(run, 8), "He shut the file"))
    notebook.close()
    async with vaulted.unlocked_app(size=(120, 40)) as pilot:
        await pilot.press("2")
        await vaulted.settle(pilot)
        told = str(pilot.app.screen.query_one("#preview-text", PlainText).content)
        assert "He shut the file" in told
        assert "From 0 to 10" not in told
        assert told.startswith(f"{full_day(notebook.clock().date())}\n→ The board")


async def test_what_is_only_planned_stands_in_sessions_and_not_above_what_was_written(vaulted: Any) -> None:
    def planned(notebook: Any) -> None:
        engagement = framing.begin(notebook, "Poste")
        for number in (1, 2):
            at = notebook.clock() + timedelta(days=20 * number)
            session = scheduling.plan_one(notebook, engagement.ref, at, SessionDetails(number=number))
            if number == 1:
                scheduling.hold(notebook, session, at=notebook.clock() - timedelta(days=1))

    held = vaulted.notebook()
    planned(held)
    held.close()
    async with vaulted.unlocked_app() as pilot:
        listed = await gone_to_journal(vaulted, pilot)
        shown = vaulted.shown(pilot)
        assert listed.entries == 2
        assert "Session 1" in shown
        assert "Session 2" not in shown
        pilot.app.screen._narrowing = Filters(kind=Kind.SESSION)
        pilot.app.screen.refresh_content()
        await vaulted.settle(pilot)
        assert "Session 2" in vaulted.shown(pilot)  # who asks for sessions sees all of them
