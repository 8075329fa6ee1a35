"""The page of a group's evening: whole at each size, its clock, its keys, whose case it is."""

from datetime import timedelta
from typing import Any

import pytest
from textual.widgets import Input

from journal.language import choose, speaking
from journal.model.case import OfferKind
from journal.model.person import Person
from journal.practice import casework, known_people, reading
from screens.casework.evening import EveningScreen
from screens.frame.page_footer import PageFooter
from tests.screens.casework.conftest import prepared, settled


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", ("récit 10", "hypothèses, angles 30", "tour 10")), ("en", ("telling 10", "round 10"))],
)
async def test_the_evening_is_whole_at_each_size_in_each_language(
    vaulted: Any, language: str, words: tuple[str, ...]
) -> None:
    session, _case = prepared(vaulted)
    async with vaulted.unlocked_app() as pilot:
        with speaking(language):
            for size in ((80, 24), (120, 40)):
                await pilot.resize_terminal(*size)
                pilot.app.push_screen(EveningScreen(session))
                await settled(vaulted, pilot)
                assert all(each in vaulted.shown(pilot) for each in words)


async def test_the_clock_goes_on_while_its_page_is_closed_and_the_journal_too(vaulted: Any) -> None:
    session, _case = prepared(vaulted)
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(EveningScreen(session))
        await settled(vaulted, pilot)
        await pilot.press("f7", "f7")
        await settled(vaulted, pilot)
    vaulted.hands.at += timedelta(minutes=4)
    async with vaulted.unlocked_app() as pilot:
        page = EveningScreen(session)
        pilot.app.push_screen(page)
        await settled(vaulted, pilot)
        assert page.status() == "11:00"
        vaulted.hands.at += timedelta(days=1)
        again = EveningScreen(session)
        pilot.app.push_screen(again)
        await settled(vaulted, pilot)
        assert not again.status()


def footer(pilot: Any) -> set[str]:
    """Return the keys that stand below the page."""
    return {command.id for line in pilot.app.screen.query_one(PageFooter)._fitting()[0] for *_words, command in line}


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_every_key_of_the_evening_stands_in_its_footer_at_80_columns_and_none_that_does_nothing(
    vaulted: Any, language: str
) -> None:
    session, case = prepared(vaulted)
    notebook = vaulted.notebook()
    casework.offered(notebook, reading.entry(notebook, case), OfferKind.ANGLE, "et si", session, "Olivier Sand")
    notebook.close()
    of_the_evening = {f"evening.{each}" for each in ("take_away", "who", "phase", "turn", "round", "method", "back")}
    of_a_line = {f"evening.{each}" for each in ("correct", "throw", "earlier", "later")}
    async with vaulted.unlocked_app() as pilot:
        choose(language)
        pilot.app.push_screen(EveningScreen(session))
        await settled(vaulted, pilot)
        assert {each for each in footer(pilot) if each.startswith("evening")} == of_the_evening | {"evening.kind"}
        await pilot.press("tab")
        await settled(vaulted, pilot)
        assert footer(pilot) >= of_the_evening | {"evening.kind"} | of_a_line
        assert "P2" in vaulted.shown(pilot)  # who gave the line one is on, by alias
        await pilot.press("f6", "down", "down", "enter")
        await settled(vaulted, pilot)
        assert {each for each in footer(pilot) if each.startswith("evening")} == of_the_evening


@pytest.mark.parametrize(("language", "words"), [("fr", "Le cas de mon pair"), ("en", "The case of mon pair")])
async def test_whose_case_is_told_by_alias_as_the_language_bends_it(vaulted: Any, language: str, words: str) -> None:
    session, _case = prepared(vaulted)
    notebook = vaulted.notebook()
    known_people.keep_person(notebook, Person(name="Olivier Sand", alias="un pair"))
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        choose(language)
        pilot.app.push_screen(EveningScreen(session))
        await settled(vaulted, pilot)
        await pilot.press("f6")
        await settled(vaulted, pilot)
        row = next(line for line in vaulted.shown(pilot).splitlines() if words in line)
        assert row.rstrip().endswith("Olivier Sand")  # who chooses has to know whom
        await pilot.press("down", "down", "down", "enter")
        await settled(vaulted, pilot)
        assert words in vaulted.shown(pilot)
        assert "Olivier" not in vaulted.shown(pilot)


async def test_the_clock_reads_nothing_from_a_journal_that_may_be_closing(
    vaulted: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, _case = prepared(vaulted)
    async with vaulted.unlocked_app() as pilot:
        page = EveningScreen(session)
        pilot.app.push_screen(page)
        await settled(vaulted, pilot)
        await pilot.press("f7")
        await settled(vaulted, pilot)
        vaulted.hands.at += timedelta(minutes=1)
        with monkeypatch.context() as closed:
            closed.setattr(reading, "entry", None)
            page._tick()
        assert "9:00" in vaulted.shown(pilot)


async def test_when_another_tells_nothing_of_ones_own_case_stays_on_the_page_and_one_can_write_on(vaulted: Any) -> None:
    session, case = prepared(vaulted)
    notebook = vaulted.notebook()
    casework.offered(notebook, reading.entry(notebook, case), OfferKind.ANGLE, "longue " * 20, session, "")
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(EveningScreen(session))
        await settled(vaulted, pilot)
        await pilot.press("tab")
        await settled(vaulted, pilot)
        assert "longue longue" in vaulted.shown(pilot)
        await pilot.press("f6", "down", "down", "enter")
        await settled(vaulted, pilot)
        assert "longue" not in vaulted.shown(pilot)
        assert isinstance(pilot.app.screen.focused, Input)
