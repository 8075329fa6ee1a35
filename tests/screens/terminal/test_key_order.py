"""Keys queued behind an Enter go where the Enter leads; a paste of several lines loses none of them."""

from typing import Any

import pytest
from textual import events
from textual.widgets import Input

from journal.model.case import CaseDetails
from journal.model.filter import Filter
from journal.practice import capturing, framing, reading
from journal.practice.notebook import Notebook
from screens.casework import routes as casework
from screens.engagement import routes as engagement
from screens.planning.step import StepScreen
from screens.terminal.locking import Outcome
from screens.widgets.answer_area import AnswerArea

ENTER = "\r"


def at_once(app: Any, *keys: str) -> None:
    """Send keys as a slow line does: all of them before the app answers the first."""
    for key in keys:
        name = "enter" if key == ENTER else "tab" if key == "\t" else "escape" if key == "\x1b" else key
        app.post_message(events.Key(name, None if name == "escape" else key))


async def settled(house: Any, pilot: Any) -> None:
    for _ in range(40):
        await pilot.pause()
    await house.settle(pilot)


async def test_lines_typed_faster_than_they_are_kept_stay_apart_and_in_order(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        pilot.app.push_screen(casework.feedback(lived.refs["case-1"]))
        await settled(lived, pilot)
        before = _offers(lived, pilot)
        at_once(pilot.app, *"one", ENTER, *"two", ENTER, *"three", ENTER, *"four")
        await settled(lived, pilot)
        assert _offers(lived, pilot)[len(before) :] == ["one", "two", "three"]
        assert pilot.app.screen.query_one("#line", Input).value == "four"


async def test_a_paste_of_three_lines_is_three_offers(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        pilot.app.push_screen(casework.feedback(lived.refs["case-1"]))
        await settled(lived, pilot)
        before = _offers(lived, pilot)
        pilot.app.post_message(events.Paste("one\ntwo\n\nthree"))
        at_once(pilot.app, *" more", ENTER)
        await settled(lived, pilot)
        assert _offers(lived, pilot)[len(before) :] == ["one", "two", "three more"]


def _offers(house: Any, pilot: Any) -> list[str]:
    case = reading.entry(pilot.app.journal.notebook, house.refs["case-1"])
    return [offer.text for offer in case.details_as(CaseDetails).offers]


async def test_what_is_typed_behind_an_enter_goes_into_the_next_field(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(StepScreen())
        await settled(vaulted, pilot)
        at_once(pilot.app, *"when", ENTER, *"then", "\t", *"friday")
        await settled(vaulted, pilot)
        assert pilot.app.screen.values() == {"when": "when", "then": "then", "again": "friday"}


async def test_what_is_typed_behind_the_key_that_opens_a_page_is_written_there(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        at_once(pilot.app, "n", *"Le CODIR")
        await settled(vaulted, pilot)
        assert pilot.app.screen.query_one(AnswerArea).text == "Le CODIR"


async def test_the_key_that_locks_waits_for_no_other(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        at_once(pilot.app, "n", *"Le CODIR")
        pilot.app.post_message(events.Key("ctrl+l", None))
        for _ in range(400):
            await pilot.pause()
            if pilot.app._exit:
                break
        assert not vaulted.app(pilot).is_open


@pytest.mark.parametrize(("name", "kept"), [("name", "Claire Martin DRH"), ("expectations", "Claire\nMartin\nDRH")])
async def test_a_paste_into_a_field_keeps_every_line(lived: Any, name: str, kept: str) -> None:
    async with lived.unlocked_app() as pilot:
        page = engagement.party(lived.refs["engagement"])
        pilot.app.push_screen(page)
        await settled(lived, pilot)
        page.query_one(f"#field-{name}").focus()
        await pilot.pause()
        pilot.app.post_message(events.Paste("Claire\nMartin\nDRH"))
        await settled(lived, pilot)
        assert page.values()[name] == kept  # type: ignore[attr-defined]
        assert framing.engagements(pilot.app.journal.notebook)


async def test_a_key_to_a_page_without_a_field_holds_back_nothing(
    vaulted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with vaulted.unlocked_app() as pilot:
        monkeypatch.setattr("screens.terminal.key_order._LONGEST", 1_000.0)
        for place in ("share", "today"):
            await pilot.app.action_go(place)
            pilot.app.screen.set_focus(None)
            at_once(pilot.app, "comma", "\x1b", "n", *"Le CODIR")
            await settled(vaulted, pilot)
            assert pilot.app.screen.query_one(AnswerArea).text == "Le CODIR"
            await pilot.press("escape")
            await settled(vaulted, pilot)


async def test_what_is_typed_in_one_burst_with_the_lock_is_not_lost(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        at_once(pilot.app, "n", *"Rafale")
        pilot.app.post_message(events.Key("ctrl+l", None))
        await settled(vaulted, pilot)
        assert pilot.app.return_value is Outcome.LOCKED
    notebook = vaulted.notebook()
    capturing.take_over_captures(notebook)
    told = [line.title for line in reading.newest(notebook, Filter(), 5)] + [str(each) for each in _drafted(notebook)]
    assert any("Rafale" in each for each in told)
    notebook.close()


def _drafted(notebook: Notebook) -> list[object]:
    return [text for draft in capturing.drafts(notebook) for text in draft.fields.values()]
