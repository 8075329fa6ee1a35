"""An evening noted as fast as people speak: each line apart, whose it is, where it stays."""

import random
from datetime import timedelta
from typing import Any

from textual import events
from textual.widgets import Input

from journal.model.case import OfferKind
from journal.practice import casework, evenings, reading
from screens.casework.evening import EveningScreen
from screens.casework.others_case import OthersCaseScreen
from tests.screens.casework.conftest import offers, prepared, settled, strike, typed


async def test_an_evening_at_the_speed_of_speech_keeps_every_line_apart_and_in_order(vaulted: Any) -> None:
    """Twenty offers in ten minutes, one of them three lines in two seconds, and a paste of five lines."""
    session, case = prepared(vaulted)
    chance = random.Random(17)
    async with vaulted.unlocked_app() as pilot:
        app = pilot.app
        app.push_screen(EveningScreen(session))
        await settled(vaulted, pilot)
        await pilot.press("f7")
        said: list[str] = []
        for number in range(20):
            vaulted.hands.monotonic += 600 / 20
            vaulted.hands.at += timedelta(seconds=30)
            if number == 7:
                burst = [f"rafale {each}" for each in "abc"]
                strike(app, "".join(f"{line}\n" for line in burst))
                said += burst
            elif number == 13:
                pasted = [f"collage {each}" for each in "abcde"]
                app.post_message(events.Paste("\r\n".join(pasted)))
                strike(app, "\n")
                said += pasted
            else:
                line = f"offre {number} {'mot ' * chance.randint(1, 12)}".strip()
                strike(app, f"{line}\n")
                said.append(line)
            if chance.random() < 0.5:  # the machine is busy: nothing is answered before the next is said
                await pilot.pause()
        strike(app, "encore")
        await typed(pilot, "encore")
        await vaulted.settle(pilot)
        assert [offer.text for offer in offers(app, case)] == said
        assert len(said) == 26
        assert {offer.session for offer in offers(app, case)} == {session}
        assert app.screen.query_one("#line", Input).value == "encore"
        assert "finish in peace" in app.screen.status()


async def test_who_gave_a_line_and_what_it_is_are_one_key_each(vaulted: Any) -> None:
    session, case = prepared(vaulted)
    async with vaulted.unlocked_app() as pilot:
        app = pilot.app
        app.push_screen(EveningScreen(session))
        await settled(vaulted, pilot)
        strike(app, "j: et si tu attendais\nsans nom\n")
        await typed(pilot, "")
        await settled(vaulted, pilot)
        assert [(offer.who, offer.text) for offer in offers(app, case)] == [
            ("Jean-Baptiste Morel", "et si tu attendais"),
            ("", "sans nom"),
        ]
        await pilot.press("tab", "o")
        await settled(vaulted, pilot)
        await pilot.press("f2")
        await settled(vaulted, pilot)
        last = offers(app, case)[1]
        assert (last.who, last.kind) == ("Olivier Sand", OfferKind.HYPOTHESIS)
        await pilot.press("shift+down")
        await settled(vaulted, pilot)
        assert [offer.text for offer in offers(app, case)] == ["sans nom", "et si tu attendais"]
        await pilot.press("delete")
        await settled(vaulted, pilot)
        assert len(offers(app, case)) == 1
        await pilot.press("enter")
        await settled(vaulted, pilot)
        await pilot.press("end", *" demain", "escape")
        await settled(vaulted, pilot)
        assert offers(app, case)[0].text.endswith(" demain")


async def test_anothers_case_is_jotted_as_what_stays_here(vaulted: Any) -> None:
    session, case = prepared(vaulted)
    async with vaulted.unlocked_app() as pilot:
        app = pilot.app
        app.push_screen(EveningScreen(session))
        await settled(vaulted, pilot)
        await pilot.press("f6", "down", "down", "down", "enter")
        await settled(vaulted, pilot)
        assert evenings.evening_of(reading.entry(app.journal.notebook, session)).turn == "Olivier Sand"
        assert "Olivier" not in vaulted.shown(pilot)
        assert "stays here" in vaulted.shown(pilot)
        strike(app, "il dort mal\nson chef\n")
        await typed(pilot, "")
        await settled(vaulted, pilot)
        assert offers(app, case) == []
        assert evenings.evening_of(reading.entry(app.journal.notebook, session)).aside == "il dort mal\nson chef"
        await pilot.press("f5")
        await settled(vaulted, pilot)
        assert isinstance(app.screen, OthersCaseScreen)
        await pilot.press(*"je coupe aussi", "tab", *"rappeler", "escape")
        await settled(vaulted, pilot)
        meeting = reading.entry(app.journal.notebook, session)
        assert [echo.title for echo in evenings.echoes(app.journal.notebook, session)] == ["je coupe aussi"]
        assert [promise.text for promise in evenings.evening_of(meeting).promises] == ["rappeler"]
        assert evenings.evening_of(meeting).aside == "il dort mal\nson chef"


async def test_without_a_case_nothing_that_is_typed_can_leave(vaulted: Any) -> None:
    session, _case = prepared(vaulted, case=False)
    async with vaulted.unlocked_app() as pilot:
        app = pilot.app
        app.push_screen(EveningScreen(session))
        await settled(vaulted, pilot)
        strike(app, "on commence\n")
        await typed(pilot, "")
        await settled(vaulted, pilot)
        assert evenings.evening_of(reading.entry(app.journal.notebook, session)).aside == "on commence"
        await pilot.press("f6", "enter")
        await settled(vaulted, pilot)
        strike(app, "une offre\n")
        await typed(pilot, "")
        await settled(vaulted, pilot)
        [case] = casework.cases(app.journal.notebook)
        assert [offer.text for offer in offers(app, case.ref)] == ["une offre"]


async def test_f3_on_a_line_that_was_caught_changes_who_gave_it(vaulted: Any) -> None:
    session, case = prepared(vaulted)
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(EveningScreen(session))
        await settled(vaulted, pilot)
        strike(pilot.app, "et si\n")
        await typed(pilot, "")
        await settled(vaulted, pilot)
        await pilot.press("tab", "f3")
        await settled(vaulted, pilot)
        assert offers(pilot.app, case)[0].who == "Jean-Baptiste Morel"
