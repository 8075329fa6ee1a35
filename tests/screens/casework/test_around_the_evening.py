"""Around a group's evening: what was set aside for it, what leaves of it, what goes on to the next."""

from datetime import timedelta
from typing import Any

from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.practice import capturing, casework, evenings, noticing, reading
from screens.casework.case import CaseScreen
from screens.casework.readers import ReadersScreen
from screens.engagement import routes as engagement
from screens.reading import routes as reading_routes
from screens.sessions.session import SessionScreen
from screens.widgets.rows import Rows
from tests.screens.casework.conftest import prepared, settled, with_evening


async def test_a_groups_session_opens_with_what_was_set_aside_and_c_makes_a_case_of_it(vaulted: Any) -> None:
    notebook = vaulted.notebook()
    session = with_evening(notebook)
    later = notebook.clock() - timedelta(days=100)
    scene = capturing.write(notebook, NewEntry(kind=Kind.SITUATION, title="Le couloir", happened_at=later))
    noticing.aside_or_not(notebook, scene.ref)
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        app = pilot.app
        page = SessionScreen(session)
        app.push_screen(page)
        await settled(vaulted, pilot)
        assert "Perhaps for the group" in vaulted.shown(pilot)
        assert page.query_one(Rows).chosen == str(scene.ref)
        assert "c case" in vaulted.shown(pilot)
        await pilot.press("space")
        await settled(vaulted, pilot)
        await pilot.press("c")
        await settled(vaulted, pilot)
        await pilot.press(*"Couper", "escape")  # over the title proposed
        await settled(vaulted, pilot)
        case = evenings.case_told(app.journal.notebook, reading.entry(app.journal.notebook, session))
        assert case is not None
        assert case.title == "Couper"
        assert f"✓ {case.ref:>4}  case · Couper" in vaulted.shown(pilot)


async def test_x_on_the_sheet_asks_the_three_questions_once_then_shows_what_leaves(vaulted: Any) -> None:
    _session, case = prepared(vaulted)
    notebook = vaulted.notebook()
    casework.fill(notebook, reading.entry(notebook, case), facts="Paul Petit a coupé, le 3 mars.")
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        app = pilot.app
        app.push_screen(CaseScreen(case))
        await settled(vaulted, pilot)
        await pilot.press("x")
        await settled(vaulted, pilot)
        assert isinstance(app.screen, ReadersScreen)
        told = vaulted.shown(pilot)
        assert "Among colleagues, a pseudonym hides nobody." in told
        assert "Paul Petit is in the text." in told
        await pilot.press("enter")
        await settled(vaulted, pilot)
        assert not isinstance(app.screen, ReadersScreen)
        await pilot.press("escape")
        await settled(vaulted, pilot)
        await pilot.press("x")
        await settled(vaulted, pilot)
        assert "Would you say this" not in vaulted.shown(pilot)


async def test_the_groups_page_begins_with_what_goes_from_one_session_to_the_next(lived: Any) -> None:
    async with lived.unlocked_app((120, 40)) as pilot:
        pilot.app.push_screen(engagement.engagement(lived.refs["group"]))
        await settled(lived, pilot)
        told = lived.shown(pilot)
        assert "Next turn: Moira Buchanan" in told
        assert "There on 4 November: Alison Hartley" in told
        assert "I promised: look at the table" in told
        assert "left on" not in told
        rows = pilot.app.screen.query_one(Rows)
        rows.choose("session:")
        await pilot.press("enter")
        await settled(lived, pilot)
        assert isinstance(pilot.app.screen, SessionScreen)
        pilot.app.push_screen(engagement.group_months(lived.refs["group"]))
        await settled(lived, pilot)
        assert "→ I know at which moment I leave." in lived.shown(pilot)


async def test_the_months_of_a_group_open_from_the_look_back_and_a_scene_told_twice_from_there(lived: Any) -> None:
    from journal.model.entry import Link, Rel
    from journal.model.kind import State
    from journal.model.prompt import PromptKind
    from journal.model.reflection import Asked, ReflectionDetails, compiled

    notebook = lived.notebook()
    scene = capturing.write(
        notebook, NewEntry(kind=Kind.SITUATION, title="Couloir", body="First words.", happened_at=notebook.clock())
    )
    for number, words in enumerate(("I stormed off.", "I left in time.")):
        asked = (Asked(prompt="one", kind=PromptKind.TEXT, question="What?", answer=words, words=words),)
        new = NewEntry(
            kind=Kind.REFLECTION, title=f"R{number}", body=compiled(asked), happened_at=notebook.clock(),
            state=State.DONE, details=ReflectionDetails(asked=asked), links=(Link(rel=Rel.ABOUT, ref=scene.ref),),
        )  # fmt: skip
        capturing.write(notebook, new)
    notebook.close()
    async with lived.unlocked_app((120, 40)) as pilot:
        await pilot.press("6")
        await settled(lived, pilot)
        rows = pilot.app.screen.query_one(Rows)
        rows.choose("group:")
        await pilot.press("enter")
        await settled(lived, pilot)
        assert "→ I left in time." in lived.shown(pilot)
        rows = pilot.app.screen.query_one(Rows)
        wanted = next(row.id for row in rows._rows if row.id.startswith("tellings:") and row.left == "Couloir")
        rows.choose(wanted)
        await pilot.press("enter")
        await settled(lived, pilot)
        one, other = pilot.app.screen.query(".telling")
        assert one.region.y == other.region.y
        assert one.region.right <= other.region.x
        assert "First words." in lived.shown(pilot)
        assert "I left in time." in lived.shown(pilot)
        await pilot.press("a")
        await settled(lived, pilot)
        assert "I stormed off." in lived.shown(pilot)
    async with lived.unlocked_app((80, 24)) as pilot:
        pilot.app.push_screen(reading_routes.entry(scene.ref))
        await settled(lived, pilot)
        await pilot.press("b")
        await settled(lived, pilot)
        one, other = pilot.app.screen.query(".telling")
        assert one.region.bottom <= other.region.y
