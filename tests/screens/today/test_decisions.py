"""A decision whose day has come stands on Today; one key goes back to it, with what was written then in reach."""

from datetime import timedelta
from typing import Any

from journal import language
from journal.practice import questioning
from journal.practice.run import at_prompt
from journal.protocols.library import shipped


async def test_a_decision_waits_on_today_from_its_day_on_and_leads_back(vaulted: Any) -> None:
    language.choose("en")
    notebook = vaulted.notebook()
    run = questioning.start(notebook, shipped().get("alone"))
    run = questioning.answer(at_prompt(run, "stands"), "taken")
    decision = questioning.finish(notebook, questioning.answer(at_prompt(run, "look-again"), "in three weeks"))
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        assert "You took a decision" not in vaulted.shown(pilot)
    vaulted.hands.at += timedelta(days=21)
    async with vaulted.unlocked_app() as pilot:
        assert "You took a decision" in vaulted.shown(pilot)
        pilot.app.screen.query_one("#rows").choose("decision:")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert pilot.app.screen.name_in_table == "questioning"
        assert pilot.app.screen.run.protocol.code == "decision-back"
        assert pilot.app.screen.run.about == decision.ref
