"""Today: the one thing to do next stands first, and the rest fits the page."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from journal.model.audience import Audience
from journal.model.draft import Draft
from journal.model.entry import EntryLine, Link, NewEntry, Rel
from journal.model.kind import Kind, State
from journal.model.pattern import Pattern
from journal.model.plan import StepDetails
from journal.model.session import SessionDetails
from journal.model.situation import SituationDetails
from journal.practice import capturing, framing, planning, questioning, scheduling
from journal.practice.notebook import Notebook
from journal.practice.protocols_at_hand import at_hand
from journal.vault import inbox
from screens.frame.events import JournalChanged
from screens.planning.plans import PlansScreen
from screens.questioning.choose_protocol import ChooseProtocolScreen
from screens.sharing.preview import PreviewScreen
from screens.today.rows import recent_rows
from screens.widgets.plain import PlainText
from screens.widgets.rows import Rows
from tests.screens.conftest import EVENING, AppHarness


def _much(notebook: Notebook, at: Any) -> None:
    """A day with everything: a session, notes, drafts, and more entries than any page shows."""
    chosen = [
        capturing.write(
            notebook, NewEntry(kind=Kind.SITUATION, title=f"Scène {number}", happened_at=at - timedelta(days=number))
        ).ref
        for number in range(50)
    ]
    capturing.write(
        notebook,
        NewEntry(
            kind=Kind.SESSION,
            happened_at=at + timedelta(days=3),
            details=SessionDetails(number=7, video=True),
            links=tuple(Link(rel=Rel.BRINGS, ref=ref) for ref in chosen[:2]),
        ),
    )
    for number in range(6):
        key = f"new:situation:{number}"
        capturing.autosave(notebook, Draft(key=key, text=f"Brouillon {number}", saved_at=at))


def _note(house: AppHarness, text: str) -> None:
    payload = f'{{"v":1,"text":"{text}","title":"","tags":[],"at":null,"written_at":"2026-11-23T10:00:00+01:00"}}'
    inbox.seal(house.environment.folder, payload.encode())


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_today_opens_at_its_question_and_fits_the_page(vaulted: AppHarness, size: tuple[int, int]) -> None:
    held = vaulted.notebook()
    _much(held, EVENING)
    held.close()
    for number in range(6):
        _note(vaulted, f"Note {number}")
    async with vaulted.unlocked_app(size) as pilot:
        await vaulted.settle(pilot)
        lines = vaulted.shown(pilot).split("\n")
        asked = str(pilot.app.screen.query_one("#question", PlainText).render())
        assert lines[3].strip()
        assert asked.startswith(lines[3].strip())
        rows = pilot.app.screen.query_one(Rows)
        assert rows.max_scroll_y == 0
        assert rows.scroll_y == 0
        assert any("Session 7" in line and "by video" in line for line in lines)
        assert any("2 entries chosen, no question yet" in line and "s  prepare" in line for line in lines)
        assert any("i  look over" in line for line in lines)
        await pilot.press("i")
        await vaulted.settle(pilot)
        assert "noted outside the app" in vaulted.shown(pilot)


def _line(ref: int, *patterns: Pattern, title: str = "Une réunion") -> EntryLine:
    return EntryLine(ref, Kind.SITUATION, title, EVENING, State.KEPT, Audience.ME, patterns)


@pytest.mark.parametrize(("width", "words"), [(72, "holding back +1"), (98, "holding back · alone")])
def test_patterns_are_told_whole_where_there_is_room_and_never_cut(width: int, words: str) -> None:
    lines = [_line(9), _line(147, Pattern.POSTURE, Pattern.SOLITUDE), _line(12, Pattern.OPERATIONS)]
    _heading, *rows = recent_rows(lines, EVENING, width)
    assert [str(row.right).strip() for row in rows][1].endswith(words)
    assert len({len(str(row.right)) for row in rows}) == 1
    assert [row.left[:5] for row in rows] == ["  9  ", "147  ", " 12  "]


async def test_only_keys_that_have_something_to_act_on_stand_below(vaulted: AppHarness) -> None:
    async with vaulted.unlocked_app() as pilot:
        assert "prepare" not in vaulted.shown(pilot)
        assert "question this" not in vaulted.shown(pilot)
        held = vaulted.app(pilot).journal.notebook
        capturing.write(held, NewEntry(kind=Kind.SESSION, happened_at=EVENING + timedelta(days=1)))
        capturing.write(held, NewEntry(kind=Kind.SITUATION, title="Une scène", happened_at=EVENING))
        await pilot.press("2", "1")
        await vaulted.app(pilot).save(lambda _notebook: JournalChanged())
        await vaulted.settle(pilot)
        assert "s prepare" in vaulted.shown(pilot).split("\n")[-1]
        rows = pilot.app.screen.query_one(Rows)
        assert rows.chosen.startswith("session:")
        await pilot.press("q")
        assert rows.chosen == "situation:2"
        await pilot.press("q")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, ChooseProtocolScreen)


async def test_a_session_names_its_engagement_where_another_goes_on_and_x_shares_what_can_be_shared(
    vaulted: AppHarness,
) -> None:
    held = vaulted.notebook()
    first, second = (framing.begin(held, title) for title in ("Prendre le poste", "Huit autour d’une table"))
    soon = SessionDetails(number=1)
    scheduling.plan_one(held, second.ref, EVENING + timedelta(days=1), soon)
    held.close()
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        assert "Huit autour d’une table · Not prepared yet" in vaulted.shown(pilot)
        await pilot.press("x")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, PreviewScreen)
        await pilot.press("escape")
        framing.enter_stage(notebook, first, State.CLOSED)
        capturing.autosave(notebook, Draft(key="new:situation:1", text="Début", saved_at=EVENING))
        await vaulted.app(pilot).save(lambda _notebook: JournalChanged())
        await vaulted.settle(pilot)
        assert "autour d’une table" not in vaulted.shown(pilot)
        pilot.app.screen.query_one(Rows).choose("draft:")
        await pilot.press("x")
        assert "nothing to share" in vaulted.shown(pilot)


async def test_a_prepared_question_stands_under_its_session(vaulted: AppHarness) -> None:
    held = vaulted.notebook()
    details = SessionDetails(number=2, question="Comment garder ma place ?")
    capturing.write(held, NewEntry(kind=Kind.SESSION, happened_at=EVENING + timedelta(days=1), details=details))
    capturing.write(
        held, NewEntry(kind=Kind.SITUATION, title="x", happened_at=EVENING, details=SituationDetails(intensity=4))
    )
    held.close()
    async with vaulted.unlocked_app() as pilot:
        await vaulted.settle(pilot)
        assert "“Comment garder ma place ?”" in vaulted.shown(pilot)


async def test_steps_that_find_no_room_are_counted_and_lead_to_all_of_them(vaulted: AppHarness) -> None:
    held = vaulted.notebook()
    for number in range(5):
        step = StepDetails(when=f"Karim me demande {number}", then="je demande d’abord", review_on=EVENING.date())
        planning.add_step(held, step)
    held.close()
    async with vaulted.unlocked_app() as pilot:
        await vaulted.settle(pilot)
        assert vaulted.shown(pilot).count("Karim me demande") == 2
        assert "and 3 more" in vaulted.shown(pilot)
        pilot.app.screen.query_one(Rows).choose("steps:")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, PlansScreen)
        assert vaulted.shown(pilot).count("Karim me demande") == 5


async def test_the_first_keys_can_be_clicked(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await vaulted.settle(pilot)
        await pilot.click("#keys", offset=(2, 0))
        await vaulted.settle(pilot)
        assert pilot.app.screen.name_in_table == "situation"


async def test_a_questioning_left_for_later_names_its_situation(vaulted: Any) -> None:
    notebook = vaulted.notebook()
    new = NewEntry(kind=Kind.SITUATION, title="The budget", body="…", happened_at=notebook.clock())
    ref = capturing.write(notebook, new).ref
    questioning.keep(notebook, replace(questioning.start(notebook, at_hand().get("three-times"), ref), typed="He"))
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        await vaulted.settle(pilot)
        assert "” · The budget" in vaulted.shown(pilot)
