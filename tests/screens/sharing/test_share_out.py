"""What leaves through the screens: exactly what was shown, to whom it was meant, and nothing else."""

import pytest
from textual.widgets import Input

from journal import language
from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.model.kind import Kind
from journal.model.recipient import Recipient
from journal.practice import capturing, reading
from journal.sharing import repository as keeping
from journal.sharing.disclosing import register
from journal.sharing.habits import Habit, remember
from screens.keys import TABLE
from screens.sharing.delivery import DeliveryScreen
from screens.sharing.export_receipt import keys_once_left
from screens.sharing.preview import PreviewScreen
from screens.widgets.choice import ChoiceField
from tests.screens.sharing.leaving import CANARIES, choose_open, look, write


async def test_two_of_five_entries_leave_and_the_other_three_are_nowhere_in_the_file(vaulted, five, tmp_path):
    async with vaulted.unlocked_app() as pilot:
        await look(vaulted, pilot, (five.refs[1], five.refs[3]), Audience.PRACTITIONER)
        shown = vaulted.shown(pilot)
        assert "otter twelve" in shown
        assert "N-1 A" in shown
        assert "Nadia" not in shown
        page = await choose_open(vaulted, pilot)
        page.query_one("#field-word", Input).value = "share"
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert page.left is not None
        left = page.left
        assert page.left.sha256 in "".join(vaulted.shown(pilot).split())
    written = (tmp_path / left.file_name).read_text()
    assert "otter twelve" in written
    assert "magpie nine" in written
    for stays in (CANARIES[0], CANARIES[2], CANARIES[4], "Nadia", "Benali"):
        assert stays not in written
    assert [path.name for path in tmp_path.glob("PERSONAL*")] == [left.file_name]


async def test_signs_that_a_pdf_cannot_show_are_named_before_it_leaves(vaulted, five, tmp_path):
    notebook = vaulted.notebook()
    ref = write(notebook, Kind.SITUATION, "Fin 😀", "漢字")
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        await look(vaulted, pilot, (ref,), Audience.ME)
        page = await choose_open(vaulted, pilot, FileFormat.PDF)
        page.query_one("#field-word", Input).value = "share"
        await pilot.press("enter")
        await vaulted.settle(pilot)
        asked = vaulted.shown(pilot)
        assert "😀" in asked
        assert "漢" in asked
        assert list(tmp_path.glob("PERSONAL*")) == []
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert page.left is None
        await pilot.press("enter")
        await vaulted.settle(pilot)
        await pilot.press("y")
        await vaulted.settle(pilot)
        assert page.left is not None
    assert len(list(tmp_path.glob("PERSONAL*.pdf"))) == 1


async def test_after_a_departure_one_is_back_where_one_was_and_nothing_is_marked(vaulted, five):
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        before = app.screen
        app.journal.selection.replace(five.refs[:1])
        await look(vaulted, pilot, five.refs[:1], Audience.ME)
        page = await choose_open(vaulted, pilot)
        page.query_one("#field-word", Input).value = "share"
        await pilot.press("enter")
        await vaulted.settle(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert app.screen is before
        assert not len(app.journal.selection)


@pytest.mark.parametrize(("spoken", "told"), [("en", "Done: leave this page"), ("fr", "Terminer : quitter cette page")])
def test_once_the_file_is_written_the_help_says_that_enter_is_done(spoken, told):
    language.choose(spoken)
    once_left = {each.keys: each for each in keys_once_left(TABLE.of("delivery"))}
    assert language._(once_left["enter"].help).replace("\u00a0", " ").replace("\u202f", " ").startswith(told)


async def test_a_file_without_protection_needs_the_word(vaulted, five, tmp_path):
    async with vaulted.unlocked_app() as pilot:
        await look(vaulted, pilot, five.refs[:1], Audience.PRACTITIONER)
        page = await choose_open(vaulted, pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert page.left is None
        assert "type “share” first" in vaulted.shown(pilot)
        assert not register(vaulted.app(pilot).journal.notebook)
    assert not list(tmp_path.glob("PERSONAL*"))


async def test_an_entry_changed_since_the_preview_stops_the_departure(vaulted, five, tmp_path):
    async with vaulted.unlocked_app() as pilot:
        await look(vaulted, pilot, five.refs[:1], Audience.PRACTITIONER)
        page = await choose_open(vaulted, pilot)
        notebook = vaulted.app(pilot).journal.notebook
        entry = reading.entry(notebook, five.refs[0])
        capturing.rewrite(notebook, entry.with_(body="Something else."))
        page.query_one("#field-word", Input).value = "share"
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert page.left is None
        assert "changed since the preview" in vaulted.shown(pilot)
        assert not register(notebook)
    assert not list(tmp_path.glob("PERSONAL*"))


async def test_the_only_recipient_of_an_audience_needs_enter_and_enter(vaulted, five, tmp_path):
    notebook = vaulted.notebook()
    recipient = Recipient(name="Mme Lenoir", format=FileFormat.HTML, protection=Protection.HTML)
    keeping.keep_recipient(notebook, recipient)
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        await look(vaulted, pilot, five.refs[:1], Audience.PRACTITIONER)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        page = pilot.app.screen
        assert isinstance(page, DeliveryScreen)
        assert page.left is not None
        assert page.left.recipient == "Mme Lenoir"
        assert page.left.protection is Protection.HTML
        written = (tmp_path / page.left.file_name).read_text()
    assert "heron" not in written


async def test_an_existing_file_is_left_as_it_is_and_the_page_says_so(vaulted, five, tmp_path):
    there = tmp_path / "there.md"
    there.write_text("mine")
    async with vaulted.unlocked_app() as pilot:
        await look(vaulted, pilot, five.refs[:1], Audience.ME)
        page = await choose_open(vaulted, pilot)
        page.query_one("#field-path", Input).value = str(there)
        page.query_one("#field-word", Input).value = "share"
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert page.left is None
        assert "there already" in vaulted.shown(pilot)
    assert there.read_text() == "mine"


async def test_a_passphrase_shown_once_does_not_go_with_a_stray_key(vaulted, five, tmp_path):
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        before = app.screen
        await look(vaulted, pilot, five.refs[:1], Audience.PRACTITIONER)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        page = app.screen
        assert isinstance(page, DeliveryScreen)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert page.left is not None
        first = vaulted.shown(pilot)
        assert "up to you to pass it on" in first
        assert first.index("Passphrase of the file") < first.index("SHA-256")
        footer = first.splitlines()[-1]
        assert "enter done" in footer
        assert "share" not in footer
        assert not [words for words in ("add somebody", "choose", "ctrl+s") if words in footer]
        page.query_one("#left-mail").scroll_visible(animate=False)
        await vaulted.settle(pilot)
        assert "Please save the file first" in " ".join(vaulted.shown(pilot).split())
        await pilot.press("r")
        await vaulted.settle(pilot)
        (beside,) = tmp_path.glob("*-how-to-read.txt")
        told = beside.read_text("utf-8")
        assert "six words" in told
        assert not [words for words in (*CANARIES, "Situation", "Nadia", "N-1 A") if words in told]
        for stray in ("ctrl+l", "1", "n"):  # neither another place nor another page hides it to show it again
            await pilot.press(stray)
            await vaulted.settle(pilot)
            assert app.screen is page
            assert "Have you written it down? enter leaves this page" in vaulted.shown(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert app.screen is before


async def test_two_closed_forms_come_first_and_the_others_with_a_line_on_whom_each_suits(vaulted, five):
    async with vaulted.unlocked_app() as pilot:
        await look(vaulted, pilot, five.refs[:1], Audience.PRACTITIONER)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        page = pilot.app.screen
        field = page.query_one("#field-choice", ChoiceField)
        assert [value for value, _words in field.options] == ["html", "pdf", "other"]
        told = vaulted.shown(pilot)
        assert "web page, protected" in told
        assert "Markdown" not in told
        assert "anyone" not in told
        await pilot.press("right")
        await vaulted.settle(pilot)
        told = " ".join(vaulted.shown(pilot).split())
        for whom in ("Word: for someone", "Markdown: for someone", "JSON lines: for programs", "age: for someone"):
            assert whom in told
        assert "web page without a passphrase: for what anybody may read" in told
        assert page.query_one("#field-protection", ChoiceField).text == Protection.PDF.value, (
            "closed until one opens it"
        )
        await pilot.press("left", "left")
        await vaulted.settle(pilot)
        assert page.query_one("#field-format", ChoiceField).text == FileFormat.HTML.value
        assert page.query_one("#field-protection", ChoiceField).text == Protection.HTML.value
        assert page.query_one("#field-path", Input).value.endswith(".html")
        assert not page.query_one("#field-format").display


async def test_a_form_asked_for_beforehand_changes_neither_the_reader_nor_that_it_is_closed(vaulted, five, tmp_path):
    notebook = vaulted.notebook()
    odile = Recipient(name="Odile", format=FileFormat.MARKDOWN, protection=Protection.NONE)
    keeping.keep_recipient(notebook, odile)
    remember(notebook, Audience.PRACTITIONER, Habit(recipient="Odile", folder=str(tmp_path)))
    notebook.close()
    for form, shown in ((FileFormat.JSON_LINES, FileFormat.JSON_LINES), (None, FileFormat.PDF)):
        async with vaulted.unlocked_app() as pilot:
            page = PreviewScreen(five.refs[:1], Audience.PRACTITIONER, form=form)
            await pilot.app.push_screen(page)
            await vaulted.settle(pilot)
            await pilot.press("enter")
            await vaulted.settle(pilot)
            leaving = pilot.app.screen
            assert isinstance(leaving, DeliveryScreen)
            assert "Odile" in vaulted.shown(pilot).splitlines()[0]
            assert leaving.values()["format"] == shown.value
            assert leaving.values()["protection"] == (Protection.AGE if form else Protection.PDF).value
            offered = [words for _value, words in leaving.query_one("#field-recipient", ChoiceField).options]
            assert offered.index("Odile")
            leaving.query_one("#field-recipient").focus()
            await pilot.press(*["left"] * 3)
            await vaulted.settle(pilot)
            assert leaving.values()["protection"] != Protection.NONE.value
