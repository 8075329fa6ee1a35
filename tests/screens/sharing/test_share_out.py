"""What leaves through the screens: exactly what was shown, to whom it was meant, and nothing else."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.model.entry import NewEntry
from journal.model.frozen import Frozen
from journal.model.kind import Kind
from journal.model.person import Person
from journal.model.recipient import Recipient
from journal.practice import capturing, reading
from journal.practice.notebook import Notebook
from journal.sharing import repository as keeping
from journal.sharing.disclosing import register
from journal.sharing.habits import Habit, remember
from screens.sharing.delivery import DeliveryScreen
from screens.sharing.preview import PreviewScreen
from screens.terminal.locking import Outcome
from screens.widgets.choice import ChoiceField
from screens.widgets.rows import Rows

CANARIES = ("heron seventeen", "otter twelve", "lynx forty", "magpie nine", "badger three")


class Five(Frozen):
    """The refs of five entries, and of a check-in."""

    refs: tuple[int, ...]
    private: int


def write(notebook: Notebook, kind: Kind, title: str, body: str = "") -> int:
    """Write an entry and return its ref."""
    new = NewEntry.model_validate({"kind": kind, "title": title, "body": body, "happened_at": notebook.clock()})
    return capturing.write(notebook, new).ref


@pytest.fixture
def five(vaulted, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Five:
    """Five situations with a word of their own each, in which one person has a name, and a check-in."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    notebook = vaulted.notebook()
    reading.keep_person(notebook, Person(name="Nadia Benali", alias="N-1 A"))
    refs = tuple(
        write(notebook, Kind.SITUATION, f"Situation {number}", f"Then Nadia said {canary}.")
        for number, canary in enumerate(CANARIES, 1)
    )
    private = write(notebook, Kind.CHECKIN, "Grey day")
    notebook.close()
    return Five(refs=refs, private=private)


async def look(house, pilot: Pilot[Outcome], refs: tuple[int, ...], audience: Audience) -> PreviewScreen:
    """Open the preview and choose for whom."""
    await pilot.app.push_screen(PreviewScreen(refs))
    await house.settle(pilot)
    page = pilot.app.screen
    assert isinstance(page, PreviewScreen)
    page.query_one("#audiences", Rows).choose(audience.value)
    await pilot.press("enter")
    await house.settle(pilot)
    return page


async def choose_open(house, pilot: Pilot[Outcome], form: FileFormat = FileFormat.MARKDOWN) -> DeliveryScreen:
    """Go on to the delivery and choose a form without protection."""
    await pilot.press("enter")
    await house.settle(pilot)
    page = pilot.app.screen
    assert isinstance(page, DeliveryScreen)
    for name, value in (("choice", "other"), ("format", form.value), ("protection", Protection.NONE.value)):
        field = page.query_one(f"#field-{name}", ChoiceField)
        field.text = value
        field.post_message(ChoiceField.Changed())
        await house.settle(pilot)
    return page


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


async def test_the_sponsor_is_refused_anything_but_validated_statements(vaulted, five):
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, five.refs[:2], Audience.SPONSOR)
        assert page.preview is None
        assert "only progress statements that you have validated" in " ".join(vaulted.shown(pilot).split())
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert pilot.app.screen is page


async def test_a_check_in_leaves_only_after_a_second_question(vaulted, five):
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, (five.refs[0], five.private), Audience.PRACTITIONER)
        assert page.preview is not None
        assert page.preview.refs == five.refs[:1]
        page.query_one("#suspects", Rows).choose("private:")
        await pilot.press("i", "escape")
        await vaulted.settle(pilot)
        assert page.preview.refs == five.refs[:1]
        await pilot.press("i", "y")
        await vaulted.settle(pilot)
        assert page.preview.refs == (five.refs[0], five.private)
        page.query_one("#suspects", Rows).choose("private:")
        await pilot.press("i")
        await vaulted.settle(pilot)
        assert page.preview.refs == five.refs[:1]


async def test_a_check_in_alone_can_still_be_let_out_by_the_second_question(vaulted, five):
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, (five.private,), Audience.PRACTITIONER)
        assert page.preview is None
        await pilot.press("i", "y")
        await vaulted.settle(pilot)
        assert page.preview is not None
        assert page.preview.refs == (five.private,)


async def test_a_word_that_may_have_been_missed_becomes_a_person_with_an_alias(vaulted, five):
    notebook = vaulted.notebook()
    ref = write(notebook, Kind.SITUATION, "A lunch", "I had lunch with Karim and said nothing.")
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, (ref,), Audience.PRACTITIONER)
        assert "to check (1)" in vaulted.shown(pilot)
        await pilot.press("p")
        await vaulted.settle(pilot)
        await pilot.press(*"Nadia", "enter")
        await vaulted.settle(pilot)
        assert "This is a real name" in vaulted.shown(pilot)
        await pilot.press("ctrl+u", *"Peer", "enter")
        await vaulted.settle(pilot)
        assert page.preview is not None
        assert not page.preview.remainders
        assert "lunch with Peer and" in page.preview.document.items[0].body
        assert Person(name="Karim", alias="Peer").alias in {
            each.alias for each in reading.people(page.journal.notebook)
        }


async def test_a_kept_word_is_not_pointed_out_again(vaulted, five):
    notebook = vaulted.notebook()
    ref = write(notebook, Kind.SITUATION, "A lunch", "I had lunch with Karim and said nothing.")
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, (ref,), Audience.PRACTITIONER)
        await pilot.press("g")
        await vaulted.settle(pilot)
        assert page.preview is not None
        assert not page.preview.remainders
        assert keeping.decisions(page.journal.notebook)


async def test_dates_go_from_exact_to_week_to_none(vaulted, five):
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, five.refs[:1], Audience.PRACTITIONER)
        seen = []
        for _time in range(3):
            assert page.preview is not None
            seen.append(page.preview.document.items[0].dated)
            await pilot.press("d")
            await vaulted.settle(pilot)
        assert seen == ["23 November 2026", "week of 23 November 2026", ""]


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


async def test_the_words_around_it_are_said_in_the_readers_language_and_remembered(vaulted, five):
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, five.refs[:1], Audience.PRACTITIONER)
        await pilot.press("l")
        await vaulted.settle(pilot)
        assert page.preview is not None
        assert page.preview.document.audience_words == "pour le praticien"
        assert "in French" in vaulted.shown(pilot)
        leaving = await choose_open(vaulted, pilot)
        leaving.query_one("#field-word", Input).value = "share"
        await pilot.press("enter")
        await vaulted.settle(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        again = await look(vaulted, pilot, five.refs[:1], Audience.PRACTITIONER)
        assert again.preview is not None
        assert again.preview.document.language == "fr"


async def test_for_the_sponsor_no_key_is_offered_that_would_reword_a_line(vaulted, five):
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, five.refs[:1], Audience.PRACTITIONER)
        assert {"preview.dates", "preview.include"} <= {one.id for one in page.commands()}
        page.audience = Audience.SPONSOR
        assert not {"preview.dates", "preview.pseudonym", "preview.once"} & {one.id for one in page.commands()}


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
        footer = vaulted.shown(pilot).splitlines()[-1]
        assert "enter done" in footer
        assert "share" not in footer
        assert "add somebody" not in footer
        page.query_one("#left-mail").scroll_visible(animate=False)
        await vaulted.settle(pilot)
        assert "Please save the file first" in " ".join(vaulted.shown(pilot).split())
        await pilot.press("r")
        await vaulted.settle(pilot)
        (beside,) = tmp_path.glob("*-how-to-read.txt")
        told = beside.read_text("utf-8")
        assert "six words" in told
        assert not [words for words in (*CANARIES, "Situation", "Nadia", "N-1 A") if words in told]
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert app.screen is page
        assert "Have you written it down?" in vaulted.shown(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert app.screen is before


async def test_a_reader_who_is_named_is_told_and_a_tag_stays_at_home(vaulted, monkeypatch, tmp_path):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    notebook = vaulted.notebook()
    keeping.keep_recipient(notebook, Recipient(name="Lucie Vernet", audience=Audience.GROUP))
    keeping.list_words(notebook, ["Orion"])
    new = NewEntry(
        kind=Kind.SITUATION, title="A turn", body="Lucie spoke.", tags=("orion",), happened_at=notebook.clock()
    )
    ref = capturing.write(notebook, new).ref
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, (ref,), Audience.GROUP)
        assert "Lucie Vernet will read this and is named in it." in vaulted.shown(pilot)
        page.query_one("#suspects", Rows).choose("suspect:0")
        assert "#orion" in vaulted.shown(pilot)
        assert "a word of your list · t leave it here" in vaulted.shown(pilot)
        await pilot.press("down", "t")
        await vaulted.settle(pilot)
        assert "#orion" not in vaulted.shown(pilot)
        assert page.preview is not None
        assert page.preview.document.items[0].tags == ()
        page = await look(vaulted, pilot, (ref,), Audience.PRACTITIONER)
        assert "Lucie Vernet will read" not in vaulted.shown(pilot)


async def test_an_alias_is_proposed_that_reads_as_nothing_else(vaulted, five):
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        zoe = write(notebook, Kind.SITUATION, "With Zoltan", "Then Zoltan left.")
        await look(vaulted, pilot, (zoe,), Audience.PRACTITIONER)
        await pilot.press("p")
        await vaulted.settle(pilot)
        assert "For example: P2, Colleague A, a colleague, a peer" in vaulted.shown(pilot)


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
    for name, form, how in (
        ("Odile", FileFormat.MARKDOWN, Protection.NONE),
        ("Claire", FileFormat.HTML, Protection.HTML),
    ):
        keeping.keep_recipient(notebook, Recipient(name=name, format=form, protection=how))
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
            odile = [words for _value, words in leaving.query_one("#field-recipient", ChoiceField).options].index(
                "Odile"
            )
            leaving.query_one("#field-recipient").focus()
            await pilot.press(*["left"] * 3)
            await vaulted.settle(pilot)
            assert odile
            assert leaving.values()["protection"] != Protection.NONE.value
