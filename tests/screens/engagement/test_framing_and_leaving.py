"""The page of an engagement: framed in any order, left after being asked twice, taken along."""

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from journal import language
from journal.model.checkin import CheckInDetails
from journal.model.engagement import EngagementDetails, Party, Role
from journal.model.entry import NewEntry
from journal.model.kind import Kind, State
from journal.practice import capturing, framing, known_people, reading
from journal.practice.notebook import Notebook
from journal.vault import presence
from screens.engagement.objective import ObjectiveScreen
from screens.engagement.place import EngagementScreen
from screens.widgets.rows import Rows
from screens.widgets.scale import Scale
from tests.screens.sessions.conftest import prepared, situation, with_sessions


def archives(folder: Path, ending: str = "jsonl") -> list[Path]:
    return list(folder.glob(f"PERSONAL*.{ending}"))


@pytest.mark.parametrize(
    ("spoken", "told"),
    [("en", "a number from 0 to 10"), ("fr", "un nombre de 0 à 10")],
)
async def test_a_word_typed_on_the_scale_of_an_objective_runs_no_command(
    vaulted: Any, spoken: language.Language, told: str
) -> None:
    language.choose(spoken)
    of = prepared(vaulted, lambda notebook: framing.begin(notebook, "Poste").ref)
    async with vaulted.unlocked_app() as pilot:
        page = ObjectiveScreen(of)
        pilot.app.push_screen(page)
        await vaulted.settle(pilot)
        page.query_one(Scale).focus()
        await pilot.press(*"headteacher plans?")
        await vaulted.settle(pilot)
        assert pilot.app.screen is page
        assert told in vaulted.shown(pilot)
        await pilot.press("7")
        assert page.query_one(Scale).value == 7


async def test_parties_clauses_and_figures_are_kept_in_any_order(vaulted: Any) -> None:
    prepared(vaulted, lambda notebook: framing.begin(notebook, "Poste").ref)
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        await pilot.press("4", "e")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, EngagementScreen)
        rows = pilot.app.screen.query_one(Rows)
        rows.highlighted = rows.get_option_index("party:new")
        await pilot.press("enter", *"Bruno Delmas", "ctrl+s")
        await vaulted.settle(pilot)
        assert pilot.app.screen.status() == "Choose their role."
        await pilot.press("x")
        await pilot.pause()
        assert "space chooses" in vaulted.shown(pilot)
        await pilot.press("right", "right", "tab", "tab", *"Que ça tienne", "ctrl+s")
        await vaulted.settle(pilot)
        assert pilot.app.screen.status().startswith("saved ")
        await pilot.press("escape")
        await vaulted.settle(pilot)
        rows.highlighted = rows.get_option_index("clause:4")
        await pilot.press("enter", "tab", *"Nobody leaves the room", "ctrl+s")
        await vaulted.settle(pilot)
        assert "does not read as a name" in vaulted.shown(pilot)
        assert [each.name for each in known_people.people(notebook)] == ["Bruno Delmas"]
        await pilot.press("ctrl+u", *"Claire", "f5", "ctrl+s")
        await vaulted.settle(pilot)
        assert pilot.app.screen.status().startswith("saved ")
        assert "all agree" not in vaulted.shown(pilot).splitlines()[-1]  # nobody is left to be put in
        await pilot.press("escape")
        await vaulted.settle(pilot)
        await pilot.press("a")
        await vaulted.settle(pilot)
        assert "Bruno Delmas agrees to every clause" in vaulted.shown(pilot)  # one alone, and so in the singular
        await pilot.press("enter")  # the empty line offers today
        await vaulted.settle(pilot)
        assert "all agree" not in vaulted.shown(pilot).splitlines()[-1]
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
        agreed = [" ".join(consent.by for consent in clause.consents) for clause in frame.clauses]
        assert agreed.pop(4) == "Claire Bruno Delmas"
        assert set(agreed) == {"Bruno Delmas"}
        assert frame.planned_sessions == 6


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


async def test_every_row_of_the_frame_is_thrown_away_by_one_key_and_comes_back_and_what_is_emptied_goes(vaulted):
    notebook = vaulted.notebook()
    engagement = framing.begin(notebook, "Prendre le poste")
    framing.change_frame(notebook, engagement, parties=(Party(role=Role.SPONSOR, name="Claire"),))
    objective = framing.agree_objective(notebook, engagement.ref, "Déléguer")
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        vaulted.app(pilot).navigation.open_entry(engagement.ref, "engagement")
        await vaulted.settle(pilot)
        rows = pilot.app.screen.query_one(Rows)

        def frame() -> EngagementDetails:
            return reading.entry(notebook, engagement.ref).details_as(EngagementDetails)

        whole = frame()
        for row in ("party:0", "clause:0"):
            rows.choose(row)
            await pilot.press("t")
            await vaulted.settle(pilot)
            assert "taken out · u brings it back" in vaulted.shown(pilot)
            assert frame() != whole
            await pilot.press("u")
            await vaulted.settle(pilot)
            assert frame() == whole
        rows.choose("objective:")
        await pilot.press("t")
        await vaulted.settle(pilot)
        assert framing.objectives(notebook, engagement.ref) == []
        await pilot.press("u")
        await vaulted.settle(pilot)
        rows.choose("figures:")
        await pilot.press("t")
        await vaulted.settle(pilot)
        assert "the aim and the dates stay" in vaulted.shown(pilot)
        rows.choose(f"objective:{objective.ref}")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one("#field-title", Input).value = ""
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert "emptied: in the trash" in vaulted.shown(pilot)
        assert [line.ref for line in reading.thrown_away(notebook, 9)] == [objective.ref]
        assert capturing.drafts(notebook) == []
