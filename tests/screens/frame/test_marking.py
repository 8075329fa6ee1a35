"""Entries are marked wherever they are listed, leave together, and tell afterwards where they went."""

from pathlib import Path

from textual.pilot import Pilot

from journal.model.audience import Audience
from journal.model.disclosure import FileFormat
from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.model.plan import PlanDetails
from journal.model.session import SessionDetails
from journal.practice import capturing, framing, planning, scheduling
from journal.practice.notebook import Notebook
from journal.sharing import repository as keeping
from journal.sharing.delivering import Delivery, deliver
from journal.sharing.selecting import Selection
from screens.sharing.preview import PreviewScreen
from screens.sharing.register import DepartureScreen


def begun(notebook: Notebook) -> tuple[int, int, int]:
    """Return the numbers of a situation, a plan and a session."""
    new = NewEntry(kind=Kind.SITUATION, title="An otter", body="What was said.", happened_at=notebook.clock())
    situation = capturing.write(notebook, new).ref
    plan = planning.draw_up(notebook, "A plan", PlanDetails(), ()).ref
    engagement = framing.begin(notebook, "A new post").ref
    session = scheduling.plan_one(notebook, engagement, notebook.clock(), SessionDetails(number=1)).ref
    return situation, plan, session


def at_preview(pilot: Pilot) -> tuple[int, ...]:
    page = pilot.app.screen
    assert isinstance(page, PreviewScreen)
    return page.refs


async def test_plans_sessions_and_results_are_marked_and_leave_together(vaulted):
    notebook = vaulted.notebook()
    situation, plan, session = begun(notebook)
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("3", "space")
        await vaulted.settle(pilot)
        assert "1 marked" in vaulted.shown(pilot)
        assert "✓ A plan" in vaulted.shown(pilot)
        await pilot.press("4", "space")
        await vaulted.settle(pilot)
        assert "2 marked" in vaulted.shown(pilot)
        await pilot.press("slash", *"otter")
        await vaulted.settle(pilot)
        await pilot.press("down", "space")
        await vaulted.settle(pilot)
        assert "3 marked" in vaulted.shown(pilot)
        await pilot.press("x")
        await vaulted.settle(pilot)
        assert at_preview(pilot) == (plan, session, situation)


async def test_without_a_mark_the_row_one_is_on_is_shared(vaulted):
    notebook = vaulted.notebook()
    _situation, plan, _session = begun(notebook)
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("3", "x")
        await vaulted.settle(pilot)
        assert at_preview(pilot) == (plan,)


async def test_an_entry_of_every_page_tells_where_it_went(vaulted, tmp_path: Path):
    notebook = vaulted.notebook()
    refs = begun(notebook)
    preview = keeping.prepare(notebook, Selection(refs=refs, audience=Audience.PRACTITIONER))
    to = Delivery(tmp_path / "a.md", FileFormat.MARKDOWN, recipient="Mme Lenoir", plaintext=True)
    deliver(notebook, preview, to)
    notebook.close()
    async with vaulted.unlocked_app(size=(120, 40)) as pilot:
        for ref, kind in zip(refs, ("situation", "plan", "session"), strict=True):
            vaulted.app(pilot).navigation.open_entry(ref, kind)
            await vaulted.settle(pilot)
            assert "Where it went" in vaulted.shown(pilot), kind
            assert "◆ coach · Mme Lenoir" in vaulted.shown(pilot)
            if kind == "situation":
                await pilot.press("tab", "enter")
                await vaulted.settle(pilot)
                assert isinstance(pilot.app.screen, DepartureScreen)
                await pilot.press("escape")
            await pilot.press("escape")
