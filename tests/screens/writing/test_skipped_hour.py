"""An hour that clocks skipped is said where a moment is typed, in the app as in the shell."""

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from journal import language
from journal.dates.parsing import parse_future
from journal.dates.skipping import skipped_hour
from journal.model.filter import Filter
from journal.practice import reading
from screens.writing.details_panel import DetailsPanel

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process cannot be set")


@pytest.fixture
def in_paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_paris")
def test_only_an_hour_that_no_clock_showed_is_said() -> None:
    before, after = datetime(2026, 3, 28, 12).astimezone(), datetime(2026, 3, 30, 12).astimezone()
    language.choose("en")
    assert skipped_hour("29 March 2026 2:30 am", after) == "Clocks skipped 2:30 am that day: noted as 3:30 am."
    assert skipped_hour("29 March 2026 3:30 am", after) == ""
    assert skipped_hour("2 days ago", after) == ""
    assert skipped_hour("no moment", after) == ""
    assert skipped_hour("29 March 2:30 am", before, parse_future).startswith("Clocks skipped")
    assert skipped_hour("29 March 4:30 am", before, parse_future) == ""


@pytest.mark.usefixtures("in_paris")
@pytest.mark.parametrize(
    ("spoken", "typed", "says"),
    [
        ("en", "29 March 2026 2:30 am", "Clocks skipped 2:30 am that day"),
        ("fr", "29 mars 2026 2h30", "les horloges ont sauté 2\u00a0h\u00a030"),
    ],
)
async def test_it_is_said_under_when_it_happened(
    vaulted: Any, spoken: language.Language, typed: str, says: str
) -> None:
    language.choose(spoken)
    vaulted.hands.at = datetime(2026, 3, 30, 12).astimezone()
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("n", *"Nuit")
        pilot.app.screen.show_details(on="when")
        await pilot.press(*typed)
        await vaulted.settle(pilot)
        told = pilot.app.screen.query_one(DetailsPanel).query_one("#told-when")
        assert told.display
        assert says in vaulted.shown(pilot)
        await pilot.press("ctrl+s")
        await vaulted.settle(pilot)
        (line,) = reading.newest(vaulted.app(pilot).journal.notebook, Filter(), 5)
        assert line.happened_at.isoformat() == "2026-03-29T03:30:00+02:00"
        await pilot.press("ctrl+a", *"hier 12h")
        await vaulted.settle(pilot)
        assert not told.display


@pytest.mark.usefixtures("in_paris")
async def test_it_is_said_in_the_dialog_of_a_moment(vaulted: Any) -> None:
    from screens.sessions.moment_dialog import MomentDialog

    now = datetime(2026, 3, 27, 12).astimezone()
    vaulted.hands.at = now
    async with vaulted.unlocked_app() as pilot:
        given: list[datetime | None] = []
        pilot.app.push_screen(MomentDialog("?", "", lambda: now), given.append)
        await pilot.press(*"29 March 2:30 am")
        await pilot.pause()
        told = str(pilot.app.screen.query_one("#understood").render())
        assert "Clocks skipped 2:30 am that day: noted as 3:30 am." in told
        await pilot.press("enter")
        await pilot.pause()
        assert given == [datetime.fromisoformat("2026-03-29T03:30:00+02:00")]
        assert given[0].utcoffset() == timedelta(hours=2)
