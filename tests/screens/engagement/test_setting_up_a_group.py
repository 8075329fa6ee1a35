"""A group set up by hand, however slowly: its form proposes its frame, and half a name is nobody."""

from typing import Any

from journal.model.engagement import EngagementDetails, Form
from journal.model.session import SessionDetails, SessionKind
from journal.practice import evenings, framing, known_people, members, scheduling
from journal.practice.notebook import Notebook
from screens.casework.others_case import OthersCaseScreen
from screens.engagement.figures import FiguresScreen
from screens.engagement.framing import PartyScreen


def people(notebook: Notebook) -> set[str]:
    return {person.name for person in known_people.people(notebook)}


async def rested(house: Any, pilot: Any) -> None:
    """Rest for two seconds, as one does in the middle of a name."""
    await pilot.pause()
    pilot.app.screen.autosave.due()
    await house.settle(pilot)


async def test_a_form_chosen_after_a_rest_still_proposes_a_groups_frame_and_half_a_name_is_no_member(
    vaulted: Any,
) -> None:
    async with vaulted.unlocked_app((120, 60)) as pilot:
        page = FiguresScreen()
        pilot.app.push_screen(page)
        await vaulted.settle(pilot)
        await pilot.press(*"Huit")
        await rested(vaulted, pilot)
        assert framing.engagements(pilot.app.journal.notebook) == []
        await pilot.press("tab", "right")
        await vaulted.settle(pilot)
        assert page.values()["rhythm_days"] == str(framing.USUAL_GROUP["rhythm_days"])
        assert page.query_one("#field-members").display
        page.query_one("#field-members").focus()
        await pilot.press(*"Olga")
        await rested(vaulted, pilot)
        assert people(pilot.app.journal.notebook) == set()
        await pilot.press(*" Petit", "ctrl+s")
        await vaulted.settle(pilot)
        await rested(vaulted, pilot)
        [group] = framing.engagements(pilot.app.journal.notebook)
        frame = group.details_as(EngagementDetails)
        assert (frame.form, [party.name for party in frame.parties]) == (Form.GROUP, ["Olga Petit"])
        assert people(pilot.app.journal.notebook) == {"Olga Petit"}


async def test_half_the_name_of_one_more_member_is_nobody_and_waits(vaulted: Any) -> None:
    notebook = vaulted.notebook()
    group = framing.begin(notebook, "Groupe", Form.GROUP)
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(PartyScreen(group.ref))
        await vaulted.settle(pilot)
        await pilot.press(*"Jean")
        await rested(vaulted, pilot)
        assert people(pilot.app.journal.notebook) == set()
        pilot.app.pop_screen()  # as when the program ends here
        await vaulted.settle(pilot)
        pilot.app.push_screen(PartyScreen(group.ref))
        await vaulted.settle(pilot)
        await pilot.press("end", *"ne", "escape")
        await vaulted.settle(pilot)
        assert people(pilot.app.journal.notebook) == {"Jeanne"}


async def test_half_an_echo_is_no_learning(vaulted: Any) -> None:
    notebook = vaulted.notebook()
    begun = framing.begin(notebook, "Groupe", Form.GROUP)
    group = framing.reframe(
        notebook, begun, begun.details_as(EngagementDetails).with_(parties=members.members_of("Olga Petit"))
    )
    details = SessionDetails(number=1, meeting=SessionKind.GROUP)
    session = scheduling.plan_one(notebook, group.ref, notebook.clock(), details).ref
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        pilot.app.push_screen(OthersCaseScreen(session))
        await vaulted.settle(pilot)
        await pilot.press(*"je co")
        await rested(vaulted, pilot)
        assert evenings.echoes(pilot.app.journal.notebook, session) == []
        await pilot.press(*"upe", "escape")
        await vaulted.settle(pilot)
        assert [echo.title for echo in evenings.echoes(pilot.app.journal.notebook, session)] == ["je coupe"]
