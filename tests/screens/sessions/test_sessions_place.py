"""Framing, planning, moving and preparing sessions, with keys."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from journal import language
from journal.dates.wording import day_and_month
from journal.model.checkin import CheckInDetails
from journal.model.engagement import EngagementDetails
from journal.model.entry import Entry, NewEntry
from journal.model.kind import Kind, State
from journal.model.session import OF_THREE, SessionDetails, SessionKind
from journal.practice import capturing, fictitious_year, framing, reading, scheduling, withdrawing
from journal.practice.bringing import brought
from journal.practice.notebook import Notebook
from journal.vault import presence
from screens.engagement.place import EngagementScreen
from screens.sessions.place import SessionsScreen
from screens.sessions.session import SessionScreen
from screens.widgets.rows import Rows


def with_sessions(notebook: Notebook, days: Iterable[int]) -> list[int]:
    """Frame an engagement with sessions so many days from now; those behind were held."""
    engagement = framing.begin(notebook, "Poste").ref
    refs = []
    for number, day in enumerate(days, 1):
        at = notebook.clock() + timedelta(days=day)
        session = scheduling.plan_one(notebook, engagement, at, SessionDetails(number=number))
        refs.append(session.ref)
        if day < 0:
            scheduling.hold(notebook, session)
    return refs


def archives(folder: Path, ending: str = "jsonl") -> list[Path]:
    return list(folder.glob(f"PERSONAL*.{ending}"))


def situation(notebook: Notebook, title: str) -> Entry:
    at = notebook.clock() - timedelta(days=1)
    return capturing.write(notebook, NewEntry(kind=Kind.SITUATION, title=title, body="…", happened_at=at))


def prepared(vaulted: Any, fill: Any) -> Any:
    notebook = vaulted.notebook()
    result = fill(notebook)
    notebook.close()
    return result


async def test_an_engagement_is_framed_and_its_sessions_planned_in_one_step(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4", "b", *"Prendre le poste", "escape")
        await vaulted.settle(pilot)
        await pilot.press("g", *"3 December 2pm", "enter")
        await pilot.pause()
        assert "✓ Session 1 · Thursday 3 December" in vaulted.shown(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        notebook = vaulted.app(pilot).journal.notebook
        (engagement,) = framing.engagements(notebook)
        row = scheduling.sessions(notebook, engagement.ref)
        assert engagement.title == "Prendre le poste"
        assert [each.happened_at.strftime("%d/%m %H:%M") for each in row[:3]] == [
            "03/12 14:00",
            "24/12 14:00",
            "14/01 14:00",
        ]
        assert len(row) == 10
        of_three = {each.details_as(SessionDetails).number: each.details_as(SessionDetails).meeting for each in row}
        assert {number: meeting for number, meeting in of_three.items() if meeting in OF_THREE} == {
            1: SessionKind.FRAMING,
            5: SessionKind.INTERIM,
            10: SessionKind.CLOSING,
        }
        assert "halfway" in vaulted.shown(pilot)
        assert "0 sessions held out of 10 · 0 h of 20 h" in vaulted.shown(pilot)


@pytest.mark.parametrize(("answer", "days"), [("y", [14, 14, 14]), ("enter", [14, 0, 0]), ("escape", [0, 0, 0])])
async def test_moving_a_session_says_what_each_answer_does(vaulted: Any, answer: str, days: list[int]) -> None:
    refs = prepared(vaulted, lambda notebook: with_sessions(notebook, (2, 23, 44)))
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        before = [reading.entry(notebook, ref).happened_at for ref in refs]
        await pilot.press("4", "r", *"9 December 18:42", "enter")
        await pilot.pause()
        shown = vaulted.shown(pilot)
        assert "Session 1 moves 14 days later. 2 sessions come after it." in shown
        last = reading.entry(notebook, refs[-1]).happened_at.date() + timedelta(days=14)
        assert f"the last to {day_and_month(last)}" in shown
        await pilot.press("x", answer)  # a key that is no answer moves nothing and leaves the question standing
        await vaulted.settle(pilot)
        after = [reading.entry(notebook, ref).happened_at for ref in refs]
        assert [(new - old).days for new, old in zip(after, before, strict=True)] == days
        assert (reading.entry(notebook, refs[0]).state is State.MOVED) == bool(days[0])


@pytest.mark.parametrize("answer", ["22 November 18:42", ""])
async def test_a_session_whose_day_is_over_says_so_and_may_keep_its_day(vaulted: Any, answer: str) -> None:
    def fill(notebook: Notebook) -> list[int]:
        first, *_later = with_sessions(notebook, (-1, 20))
        scheduling.not_held(notebook, reading.entry(notebook, first))
        return [first]

    (ref,) = prepared(vaulted, fill)
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        before = reading.entry(notebook, ref).happened_at
        await pilot.press("4", "r", *answer, "enter")
        await vaulted.settle(pilot)
        assert "planned for yesterday" in vaulted.shown(pilot)
        assert pilot.app.screen.name_in_table == "sessions"
        assert reading.entry(notebook, ref).happened_at == before


async def test_another_hour_of_the_same_day_asks_nothing_of_the_others(vaulted: Any) -> None:
    refs = prepared(vaulted, lambda notebook: with_sessions(notebook, (2, 23)))
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        day = reading.entry(notebook, refs[0]).happened_at.date()
        await pilot.press("4", "r", *f"{day_and_month(day)} 9:15", "enter")
        await vaulted.settle(pilot)
        moved = reading.entry(notebook, refs[0]).happened_at
        assert (moved.date(), moved.strftime("%H:%M")) == (day, "09:15")


async def test_planning_all_names_the_engagement_and_how_many_until_none_is_left(vaulted: Any) -> None:
    def fill(notebook: Notebook) -> None:
        with_sessions(notebook, (2, 23))

    prepared(vaulted, fill)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4", "g")
        await pilot.pause()
        assert "8 sessions of “Poste” are still to plan, one every 21 days." in " ".join(vaulted.shown(pilot).split())
        await pilot.press(*"3 January 2pm", "enter", "enter")
        await vaulted.settle(pilot)
        await pilot.press("g")
        await pilot.pause()
        assert "every session is planned · a adds one" in vaulted.shown(pilot)


async def test_a_session_that_was_held_and_one_that_is_cancelled_are_told(vaulted: Any) -> None:
    refs = prepared(vaulted, lambda notebook: with_sessions(notebook, (1, 22)))
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        await pilot.press("4", "d", "enter")
        await vaulted.settle(pilot)
        await pilot.press("up", "z")
        await vaulted.settle(pilot)
        assert {reading.entry(notebook, ref).state for ref in refs} == {State.HELD, State.CANCELLED}


async def test_a_session_to_come_is_held_only_when_asked_and_the_same_key_takes_it_back(vaulted: Any) -> None:
    (ref,) = prepared(vaulted, lambda notebook: with_sessions(notebook, (1,)))
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        for keys, state, hours in (
            (("d", "escape"), State.PLANNED, "0 h"),
            (("d", "enter"), State.HELD, "2 h"),
            (("d",), State.PLANNED, "0 h"),
        ):
            await pilot.press("4", *keys)
            await vaulted.settle(pilot)
            assert reading.entry(notebook, ref).state is state
            assert f"held out of 10 · {hours} of" in vaulted.shown(pilot)


async def test_a_preparation_survives_leaving_and_keeps_its_order(vaulted: Any) -> None:
    def fill(notebook: Notebook) -> list[int]:
        with_sessions(notebook, (-19, 2))
        return [situation(notebook, title).ref for title in ("A", "B")]

    a, b = prepared(vaulted, fill)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("s", *"Comment ?", "tab", "tab", "space", "down", "space", "shift+up", "escape")
        await vaulted.settle(pilot)
        notebook = vaulted.app(pilot).journal.notebook
        session = scheduling.next_session(notebook)
        assert session is not None
        assert session.state is State.PREPARED
        assert session.details_as(SessionDetails).question == "Comment ?"
        assert set(brought(session)) == {a, b}
        assert capturing.drafts(notebook) == []
        await pilot.press("s")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, SessionScreen)
        assert pilot.app.screen.values()["question"] == "Comment ?"


async def test_locking_keeps_a_half_written_question(vaulted: Any) -> None:
    prepared(vaulted, lambda notebook: with_sessions(notebook, (2,)))
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("s", *"Comment")
        pilot.app.screen.flush()
        await vaulted.settle(pilot)
        (draft,) = capturing.drafts(vaulted.app(pilot).journal.notebook)
        assert draft.fields["question"] == "Comment"


async def test_parties_clauses_and_figures_are_kept_in_any_order(vaulted: Any) -> None:
    prepared(vaulted, lambda notebook: framing.begin(notebook, "Poste").ref)
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        await pilot.press("4", "e")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, EngagementScreen)
        rows = pilot.app.screen.query_one(Rows)
        rows.highlighted = rows.get_option_index("party:new")
        await pilot.press("enter", *"Bruno Delmas", "tab", "tab", "tab", *"Que ça tienne", "escape")
        await vaulted.settle(pilot)
        rows.highlighted = rows.get_option_index("clause:4")
        await pilot.press("enter", "tab", *"Claire", "escape")
        await vaulted.settle(pilot)
        rows.highlighted = rows.get_option_index("figures:")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one("#field-planned_sessions", Input).value = "6"
        await pilot.press("escape")
        await vaulted.settle(pilot)
        frame = framing.engagements(notebook)[0].details_as(EngagementDetails)
        assert [(party.name, party.role.value, party.expectations) for party in frame.parties] == [
            ("Bruno Delmas", "sponsor", ("Que ça tienne",))
        ]
        assert [consent.by for clause in frame.clauses for consent in clause.consents] == ["Claire"]
        assert frame.planned_sessions == 6


@pytest.mark.parametrize("spoken", language.languages())
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_fictitious_year_is_told_in_both_languages(
    vaulted: Any, spoken: language.Language, size: tuple[int, int]
) -> None:
    language.choose(spoken)
    prepared(vaulted, lambda notebook: fictitious_year.live(notebook, spoken))
    async with vaulted.unlocked_app(size) as pilot:
        await pilot.press("4")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, SessionsScreen)
        shown = vaulted.shown(pilot)
        assert (
            "6 sessions held out of 10 · 11 h 30 min of 20 h"
            if spoken == "en"
            else "6 séances tenues sur 10 · 11\u00a0h\u00a030 sur 20\u00a0h"
        ) in shown
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert ("The question I’m bringing" if spoken == "en" else "La question que j’apporte") in vaulted.shown(pilot)


async def test_a_session_is_added_arranged_and_timed_only_when_asked(vaulted: Any) -> None:
    refs = prepared(vaulted, lambda notebook: with_sessions(notebook, (-19, 2, 23)))
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        await pilot.press("4", "a", *"9 December 14:00", "enter")
        await vaulted.settle(pilot)
        await pilot.press("right", "right", "escape")
        await vaulted.settle(pilot)
        engagement = framing.engagements(notebook)[0].ref
        added = scheduling.sessions(notebook, engagement)[2]
        details = added.details_as(SessionDetails)
        assert added.ref not in refs
        assert (added.title, details.meeting, details.minutes) == ("Session 3", SessionKind.INTERIM, 120)
        assert pilot.app.screen.query_one(Rows).chosen == f"session:{added.ref}"
        await pilot.press("enter")
        await vaulted.settle(pilot)
        await pilot.press("i")  # half-way one meets as three, and the session's own page is one key further
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, SessionScreen)
        assert pilot.app.screen.status() == ""
        for _minute in range(5):
            vaulted.hands.monotonic += 62
            await pilot.press("f12")  # somebody is there: on a slow machine nothing is veiled before the key that asks
        await pilot.press("f8")
        assert pilot.app.screen.status() == "5 min"
        await pilot.press("f8")
        assert pilot.app.screen.status() == ""


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
        session = scheduling.next_session(vaulted.app(pilot).journal.notebook)
        assert session is not None
        assert brought(session) == ()
        assert "● for me alone: not shared from here" in vaulted.shown(pilot)


async def test_a_group_has_its_own_usual_figures_as_long_as_nobody_changed_them(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4", "b", *"Pairs", "tab", "right")
        await pilot.pause()
        assert pilot.app.screen.values()["rhythm_days"] == "35"
        await pilot.press("left")
        await pilot.pause()
        assert pilot.app.screen.values()["rhythm_days"] == "21"
        pilot.app.screen.query_one("#field-rhythm_days", Input).value = "10"
        await pilot.press("right")
        await pilot.pause()
        assert pilot.app.screen.values()["rhythm_days"] == "10"


async def test_an_engagement_that_ended_stays_within_reach(vaulted: Any) -> None:
    def fill(notebook: Notebook) -> int:
        with_sessions(notebook, (2,))
        return withdrawing.withdraw(notebook, framing.begin(notebook, "Avant").ref).ref

    prepared(vaulted, fill)
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4", "end", "enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, EngagementScreen)
        assert pilot.app.screen.page_title() == "Avant"


async def test_one_comes_back_to_the_engagement_that_was_begun_so_that_its_sessions_are_planned(vaulted: Any) -> None:
    prepared(vaulted, lambda notebook: with_sessions(notebook, (2, 23)))
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4", "b", *"Groupe", "escape")
        await vaulted.settle(pilot)
        await pilot.press("g")
        await pilot.pause()
        assert "10 sessions of “Groupe” are still to plan" in " ".join(vaulted.shown(pilot).split())


@pytest.mark.parametrize(("way", "state"), [("keep", State.WITHDRAWN), ("destroy", None)])
async def test_one_leaves_after_being_asked_twice_on_a_page_of_its_own(
    vaulted: Any, way: str, state: State | None
) -> None:
    prepared(vaulted, lambda notebook: with_sessions(notebook, (2, 23)))
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        await pilot.press("4", "e", "w")
        await vaulted.settle(pilot)
        app.screen.query_one(Rows).choose(way)
        await pilot.press("enter", "enter")  # where one stands first, one stays
        await vaulted.settle(pilot)
        app.screen.query_one(Rows).choose(way)
        await pilot.press("enter", "down", "enter", "escape")
        await vaulted.settle(pilot)
        assert framing.engagements(app.journal.notebook)  # asked a second time, one may still stay
        app.screen.query_one(Rows).choose(way)
        await pilot.press("enter", "down", "enter")
        await vaulted.settle(pilot)
        await pilot.press("down", "enter")
        await vaulted.settle(pilot)
        if state is not None:
            (engagement,) = framing.engagements(app.journal.notebook, ended=True)
            assert engagement.state is state
            assert isinstance(app.screen, EngagementScreen)
    if state is None:
        assert app.return_code == 0
        assert not presence.exists(vaulted.environment.folder)


async def test_everything_is_taken_along_without_check_ins_until_they_are_ticked(vaulted: Any) -> None:
    def fill(notebook: Notebook) -> None:
        with_sessions(notebook, (2,))
        situation(notebook, "Une scène")
        at = notebook.clock()
        capturing.write(
            notebook, NewEntry(kind=Kind.CHECKIN, happened_at=at, details=CheckInDetails(load=7, word="serrée"))
        )

    prepared(vaulted, fill)
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        await pilot.press("4", "e", "x", "p")
        await vaulted.settle(pilot)
        document = app.screen.preview.document
        assert "Une scène" in [item.title for item in document.items]
        assert Kind.CHECKIN not in {item.kind for item in document.items}
        assert framing.engagements(app.journal.notebook)  # to take along ends nothing
        await pilot.press("escape")
        await vaulted.settle(pilot)
        app.screen.query_one(Rows).choose("checkins")
        await pilot.press("enter", "p")
        await vaulted.settle(pilot)
        assert Kind.CHECKIN in {item.kind for item in app.screen.preview.document.items}


async def test_a_file_that_reads_back_is_closed_unless_one_asks_for_an_open_one(
    vaulted: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    prepared(vaulted, lambda notebook: with_sessions(notebook, (2, 23)))
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4", "e", "w", "f")
        await vaulted.settle(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "This opens the file." in vaulted.shown(pilot)
    assert archives(tmp_path) == []
    [closed] = archives(tmp_path, "jsonl.age")
    assert closed.read_bytes().startswith(b"age-encryption.org/")


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


@pytest.mark.parametrize("key", ["u", "ctrl+z"])
async def test_sessions_planned_all_at_once_are_taken_back_with_one_key(vaulted: Any, key: str) -> None:
    prepared(vaulted, lambda notebook: framing.begin(notebook, "Poste"))
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        (engagement,) = framing.engagements(notebook)
        await pilot.press("4", "g", *"3 December 2pm", "enter", "enter")
        await vaulted.settle(pilot)
        assert "10 sessions planned · u takes them back" in vaulted.shown(pilot)
        await pilot.press(key)
        await vaulted.settle(pilot)
        assert vaulted.app(pilot).is_open
        assert scheduling.sessions(notebook, engagement.ref) == []
        assert "take back" not in vaulted.shown(pilot)


async def test_the_keys_told_are_those_of_the_row_and_what_was_stands_apart(vaulted: Any) -> None:
    prepared(vaulted, lambda notebook: with_sessions(notebook, (-9, 12)))
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4")
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        assert shown.index("in 12 days") < shown.index("─── so far") < shown.index(" held   ")
        assert "r move" in shown
        await pilot.press("up", "home")
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        assert "r move" not in shown
        assert "e frame" in shown


async def test_an_empty_place_offers_to_begin_first(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4")
        await vaulted.settle(pilot)
        assert vaulted.shown(pilot).splitlines()[-1].strip().startswith("b begin")


async def test_the_keys_that_choose_and_order_are_told_at_the_rows(vaulted: Any) -> None:
    def fill(notebook: Notebook) -> None:
        with_sessions(notebook, (-19, 2))
        situation(notebook, "A")

    prepared(vaulted, fill)
    async with vaulted.unlocked_app(size=(120, 40)) as pilot:
        await pilot.press("s")
        await vaulted.settle(pilot)
        assert "shift+↑ earlier" not in vaulted.shown(pilot)
        pilot.app.screen.query_one(Rows).focus()
        await pilot.pause()
        footer = vaulted.shown(pilot).splitlines()[-1]
        assert "space choose" in footer
        assert "shift+↑ earlier" in footer


async def test_one_dialog_takes_the_day_and_the_real_length_of_a_session_that_was_held(vaulted: Any) -> None:
    (ref,) = prepared(vaulted, lambda notebook: with_sessions(notebook, (1,)))
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        await pilot.press("4", "d")
        await pilot.pause()
        assert "planned for Tuesday 24 November" in " ".join(vaulted.shown(pilot).split())
        await pilot.press(*"25 November 2026", "enter")  # what was typed replaces what stood there
        await pilot.pause()
        assert "This day is still to come." in vaulted.shown(pilot)
        await pilot.press("end", *["backspace"] * 16, *"yesterday 2pm", "tab", *"too long", "enter")
        await pilot.pause()
        assert "A length is needed here" in vaulted.shown(pilot)
        await pilot.press(*["backspace"] * 8, *"1h30", "enter")
        await vaulted.settle(pilot)
        held = reading.entry(notebook, ref)
        assert held.state is State.HELD
        assert held.happened_at.strftime("%d/%m %H:%M") == "22/11 14:00"
        assert held.details_as(SessionDetails).minutes == 90
        assert "held · d takes it back" in vaulted.shown(pilot)
        assert "1 session held out of 10 · 1 h 30 min of" in vaulted.shown(pilot)


async def test_a_meeting_of_three_that_is_unticked_is_planned_as_any_other(vaulted: Any) -> None:
    prepared(vaulted, lambda notebook: framing.begin(notebook, "Poste"))
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4", "g", *"3 December 2pm", "enter", "space", "down")
        await pilot.click(Rows, offset=(2, 2))
        await pilot.press("enter")
        await vaulted.settle(pilot)
        notebook = vaulted.app(pilot).journal.notebook
        row = scheduling.sessions(notebook, framing.engagements(notebook)[0].ref)
        kinds = [each.details_as(SessionDetails).meeting for each in row]
        assert kinds[4] is SessionKind.INTERIM
        assert {*kinds[:4], *kinds[5:]} == {SessionKind.INDIVIDUAL}


async def test_leaving_the_proposal_plans_nothing(vaulted: Any) -> None:
    prepared(vaulted, lambda notebook: framing.begin(notebook, "Poste"))
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("4", "g", *"3 December 2pm", "enter", "escape")
        await vaulted.settle(pilot)
        notebook = vaulted.app(pilot).journal.notebook
        assert scheduling.sessions(notebook, framing.engagements(notebook)[0].ref) == []
