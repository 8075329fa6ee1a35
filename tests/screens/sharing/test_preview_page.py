"""The preview of what leaves: what is pointed out before, and what one changes there."""

from pathlib import Path

from textual.widgets import Input

from journal.model.audience import Audience
from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.model.person import Person
from journal.model.recipient import Recipient
from journal.practice import capturing, known_people
from journal.sharing import naming
from journal.sharing import repository as keeping
from screens.sharing.preview import PreviewScreen
from screens.widgets.rows import Rows
from tests.screens.sharing.leaving import choose_open, look, write


async def test_the_sponsor_is_refused_anything_but_validated_statements(vaulted, five):
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, five.refs[:2], Audience.SPONSOR)
        assert page.preview is None
        assert "only progress statements that you have validated" in " ".join(vaulted.shown(pilot).split())
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert pilot.app.screen is page


async def test_nobody_stands_chosen_until_one_says_who_reads_nor_when_one_is_back(vaulted, five):
    async with vaulted.unlocked_app() as pilot:
        page = PreviewScreen(five.refs[:1])
        await pilot.app.push_screen(page)
        await vaulted.settle(pilot)
        assert "Nobody is chosen beforehand" in vaulted.shown(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert page.audience is None
        assert "Say first who will read it." in vaulted.shown(pilot)
        await pilot.press("down", "down", "down", "enter")
        await vaulted.settle(pilot)
        assert page.audience is Audience.GROUP
        assert page.preview is not None
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert not page.query_one("#audiences", Rows).chosen


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
            each.alias for each in known_people.people(page.journal.notebook)
        }


async def test_a_kept_word_is_not_pointed_out_again_to_the_same_readers_and_is_to_others(vaulted, five):
    notebook = vaulted.notebook()
    ref = write(notebook, Kind.SITUATION, "A lunch", "I had lunch with Karim and said nothing.")
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        await look(vaulted, pilot, (ref,), Audience.PRACTITIONER)
        await pilot.press("g")
        await vaulted.settle(pilot)
        assert "to check" not in vaulted.shown(pilot)
        assert "finds many names, not all" in vaulted.shown(pilot)
        await look(vaulted, pilot, (ref,), Audience.GROUP)
        assert "to check (1)" in vaulted.shown(pilot)


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


async def test_a_name_that_nobody_pointed_out_is_typed_and_made_anew_by_one_key(vaulted, five):
    notebook = vaulted.notebook()
    ref = write(notebook, Kind.SITUATION, "A lunch", "I had lunch with tunde and jo, jo had hope.")
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, (ref,), Audience.PRACTITIONER)
        assert page.preview is not None
        assert not page.preview.remainders
        assert "n add a name" in vaulted.shown(pilot)
        await pilot.press("n", *"Nadia", "enter")
        await vaulted.settle(pilot)
        assert "“Nadia” already goes out as “N-1 A”." in vaulted.shown(pilot)
        await pilot.press("ctrl+u", *"Zorba", "enter")
        await vaulted.settle(pilot)
        assert "“Zorba” is not in this document." in vaulted.shown(pilot)
        await pilot.press("ctrl+u", *"Tunde Bello", "enter")
        await vaulted.settle(pilot)
        assert "The alias of “Tunde Bello”" in vaulted.shown(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "lunch with P2 and" in page.preview.document.items[0].body
        await pilot.press("n", *"jo, had", "enter")
        await vaulted.settle(pilot)
        assert "without a comma" in vaulted.shown(pilot)
        await pilot.press("ctrl+u", *"jo", "enter", *"X1", "enter")
        await vaulted.settle(pilot)
        assert "and X1, X1 had hope" in page.preview.document.items[0].body
        await pilot.press("n", *"hope", "enter")
        await vaulted.settle(pilot)
        assert "“hope” stands once; hide it?" in vaulted.shown(pilot)
        await pilot.press("y", *"X2", "enter")
        await vaulted.settle(pilot)
        assert "had X2" in page.preview.document.items[0].body
        assert "Tunde Bello" in {each.name for each in known_people.people(page.journal.notebook)}


async def test_a_first_name_and_the_whole_name_are_given_one_alias(vaulted, five):
    notebook = vaulted.notebook()
    ref = write(notebook, Kind.SITUATION, "A lunch", "Then Diane spoke. I told Diane Roux. Roux said no.")
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, (ref,), Audience.PRACTITIONER)
        assert "to check (1)" in vaulted.shown(pilot)
        await pilot.press("p")
        await vaulted.settle(pilot)
        assert "The alias of “Diane Roux”" in vaulted.shown(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert page.preview is not None
        assert page.preview.document.items[0].body == "Then P2 spoke. I told P2. P2 said no."


async def test_a_surname_beside_an_alias_is_proposed_as_the_same_person(vaulted, five):
    notebook = vaulted.notebook()
    ref = write(notebook, Kind.SITUATION, "A lunch", "Then Nadia O’Brien spoke, O’Brien only.")
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, (ref,), Audience.PRACTITIONER)
        await pilot.press("p", "enter")
        await vaulted.settle(pilot)
        assert page.preview is not None
        assert page.preview.document.items[0].body == "Then N-1 A spoke, N-1 A only."
        assert [each.alias for each in known_people.people(page.journal.notebook)] == ["N-1 A"]


async def test_a_name_that_two_share_is_settled_by_the_one_of_whom_the_entry_tells(vaulted, five):
    notebook = vaulted.notebook()
    for name, alias in (("Rose Martin", "P3"), ("Rose Le Tissier", "P4")):
        naming.keep_person(notebook, Person(name=name, alias=alias))
    ref = write(notebook, Kind.SITUATION, "A lunch", "I met Rose Martin. Rose from HR said no.")
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, (ref,), Audience.PRACTITIONER)
        assert "P4 / P3 from HR said no" in vaulted.shown(pilot)
        assert "which of them?" in vaulted.shown(pilot)
        await pilot.press("u")
        await vaulted.settle(pilot)
        assert "Who is “Rose” in this entry?" in vaulted.shown(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert page.preview is not None
        assert page.preview.document.items[0].body == "I met P3. P3 from HR said no."
        assert not page.preview.remainders


async def test_many_checks_stand_folded_below_the_text_and_enter_looks_at_them_before_it_goes_on(vaulted, five):
    notebook = vaulted.notebook()
    told = "Then Tibo, Wassim, Zoltan and Bela spoke. Write to zoltan@acme.example, or call Yannick."
    ref = write(notebook, Kind.SITUATION, "A lunch", "\n".join([told, *(f"Line {at}." for at in range(30))]))
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        page = await look(vaulted, pilot, (ref,), Audience.PRACTITIONER)
        assert len(page.preview.remainders) == 6
        assert "to check (6) · “zoltan@acme.example”, an e-mail address · c see them" in vaulted.shown(pilot)
        assert page.query_one("#leaving").size.height >= 12
        assert "enter check" in vaulted.shown(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert pilot.app.screen is page
        assert page.query_one("#suspects", Rows).display
        assert "g leave as it is" in vaulted.shown(pilot)
        await pilot.press("c", "g")  # no row is seen that the key would mean: it shows them first
        await vaulted.settle(pilot)
        assert page.query_one("#suspects", Rows).display
        assert not keeping.decisions(page.journal.notebook)
        await pilot.press("c", "enter")
        await vaulted.settle(pilot)
        assert "6 words are not checked yet" in vaulted.shown(pilot)
        await pilot.press("y")  # as to the question before: this one takes a choice
        assert "6 words are not checked yet" in vaulted.shown(pilot)
        await pilot.press("enter")
        await pilot.click("#to-check")
        await vaulted.settle(pilot)
        assert page.query_one("#suspects", Rows).display
