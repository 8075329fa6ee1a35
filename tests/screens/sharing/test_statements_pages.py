"""Progress statements at the screen: validated in writing, drafts again by one character, and nothing else leaves."""

import pytest
from textual.widgets import Input

from journal.model.person import Person
from journal.model.statement import may_leave
from journal.practice import framing, known_people, reading
from journal.sharing import statements
from journal.store import preferences
from screens.sharing.preview import PreviewScreen
from screens.sharing.statements.place import StatementsScreen
from screens.sharing.statements.report import ReportScreen
from screens.sharing.statements.statement import StatementScreen
from screens.sharing.statements.validation import ValidationScreen


@pytest.fixture
def line(vaulted) -> int:
    """A statement towards an objective of an engagement, still a draft."""
    notebook = vaulted.notebook()
    frame = framing.begin(notebook, "Individual accompaniment")
    objective = framing.agree_objective(notebook, frame.ref, "To delegate what others can do")
    ref = statements.write(notebook, "I leave the planning to the team.", objective.ref).ref
    notebook.close()
    return ref


async def validate(house, pilot, ref: int, name: str = "Claire Aubert") -> None:
    """Open the line alone and type a name under it."""
    await pilot.app.push_screen(ValidationScreen(ref))
    await house.settle(pilot)
    pilot.app.screen.query_one(Input).value = name
    await pilot.press("enter")
    await house.settle(pilot)


async def test_a_line_is_validated_by_a_typed_name(vaulted, line):
    async with vaulted.unlocked_app() as pilot:
        await pilot.app.push_screen(StatementsScreen())
        await vaulted.settle(pilot)
        assert "To delegate what others can do" in vaulted.shown(pilot)
        await pilot.press("s")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, ValidationScreen)
        await pilot.press(*"Claire", "enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, StatementsScreen)
        assert may_leave(reading.entry(vaulted.app(pilot).journal.notebook, line))
        assert "validated on" in vaulted.shown(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "by Claire" in vaulted.shown(pilot)


async def test_validations_of_an_earlier_version_are_told_once_by_name(vaulted, line):
    notebook = vaulted.notebook()
    statements.validate(notebook, line, "Claire Aubert", "Claire Aubert")
    with notebook.store.writing() as tx:
        preferences.put(tx, "statements.taken_over", [line])
    notebook.close()
    told = "1 validation by Claire Aubert was taken over from an earlier version"
    async with vaulted.unlocked_app() as pilot:
        await pilot.app.push_screen(StatementsScreen())
        await vaulted.settle(pilot)
        assert told in vaulted.shown(pilot)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        await pilot.app.push_screen(StatementsScreen())
        await vaulted.settle(pilot)
        assert told not in vaulted.shown(pilot)


async def test_a_line_whose_validation_does_not_hold_is_shown_as_a_draft(vaulted, line):
    notebook = vaulted.notebook()
    statements.validate(notebook, line, "Claire Aubert", "Claire Aubert")
    with notebook.store.writing() as tx:
        tx.run("UPDATE entry SET title = 'Forged' WHERE ref = ?", (line,))
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        await pilot.app.push_screen(StatementsScreen())
        await vaulted.settle(pilot)
        assert "draft: its validation does not hold" in vaulted.shown(pilot)
        await pilot.app.push_screen(ReportScreen())
        await vaulted.settle(pilot)
        assert "Forged" not in vaulted.shown(pilot)


async def test_without_a_name_nothing_is_validated(vaulted, line):
    async with vaulted.unlocked_app() as pilot:
        await validate(vaulted, pilot, line, "  ")
        assert "Without a name" in vaulted.shown(pilot)
        assert not may_leave(reading.entry(vaulted.app(pilot).journal.notebook, line))


async def test_one_character_makes_a_validated_line_a_draft_again_and_the_page_says_so(vaulted, line):
    async with vaulted.unlocked_app() as pilot:
        await validate(vaulted, pilot, line)
        await pilot.app.push_screen(StatementScreen(line))
        await vaulted.settle(pilot)
        assert "Validated" in vaulted.shown(pilot)
        await pilot.press("ctrl+end", "!")
        await vaulted.settle(pilot)
        assert "has to be validated again" in vaulted.shown(pilot)
        await pilot.press("f6")
        await vaulted.settle(pilot)
        assert "■ sponsor" in vaulted.shown(pilot)
        await pilot.press(*"Claire", "enter")
        await vaulted.settle(pilot)
        assert "Changing one character" in vaulted.shown(pilot)
        await pilot.press("ctrl+end", "?", "escape")
        await vaulted.settle(pilot)
        assert not may_leave(reading.entry(vaulted.app(pilot).journal.notebook, line))


async def test_a_line_that_names_somebody_is_refused(vaulted, line):
    notebook = vaulted.notebook()
    known_people.keep_person(notebook, Person(name="Nadia Benali", alias="N-1 A"))
    ref = statements.write(notebook, "Nadia runs the planning.").ref
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        await validate(vaulted, pilot, ref)
        assert isinstance(pilot.app.screen, ValidationScreen)
        assert "names somebody" in vaulted.shown(pilot)
        assert not may_leave(reading.entry(vaulted.app(pilot).journal.notebook, ref))


async def test_the_report_shows_validated_lines_only_and_leaves_through_the_preview(vaulted, line):
    notebook = vaulted.notebook()
    statements.write(notebook, "Still unsure of this one.")
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        await validate(vaulted, pilot, line)
        await pilot.app.push_screen(ReportScreen())
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        assert "I leave the planning to the team." in shown
        assert "To delegate what others can do" in shown
        assert "validated in writing by Claire Aubert" in shown
        assert "Still unsure" not in shown
        await pilot.press("enter")
        await vaulted.settle(pilot)
        page = pilot.app.screen
        assert isinstance(page, PreviewScreen)
        assert page.preview is not None
        assert page.preview.refs == (line,)
        assert "■ sponsor" in vaulted.shown(pilot)


async def test_without_a_validated_line_there_is_no_report_to_share(vaulted, line):
    async with vaulted.unlocked_app() as pilot:
        await pilot.app.push_screen(ReportScreen())
        await vaulted.settle(pilot)
        assert "No line is validated yet" in vaulted.shown(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, ReportScreen)


async def test_a_new_line_is_kept_as_a_draft_towards_the_chosen_objective(vaulted, line):
    async with vaulted.unlocked_app() as pilot:
        await pilot.app.push_screen(StatementsScreen())
        await vaulted.settle(pilot)
        await pilot.press("a")
        await vaulted.settle(pilot)
        await pilot.press(*"Less urgent", "escape")
        await vaulted.settle(pilot)
        assert "Less urgent" in vaulted.shown(pilot)
        assert "Towards no objective" not in vaulted.shown(pilot)
