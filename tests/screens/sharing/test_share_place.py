"""The place of sharing: what left, who knows what, recipients, people, words."""

from pathlib import Path

import pytest
from textual.widgets import Input

from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.model.person import Person
from journal.model.recipient import Recipient
from journal.practice import capturing, known_people
from journal.sharing import repository as keeping
from journal.sharing.delivering import Delivery, deliver
from journal.sharing.disclosing import readers
from journal.sharing.selecting import Selection
from screens.widgets.rows import Rows


@pytest.fixture
def shared(vaulted, tmp_path: Path) -> int:
    """An entry that left to a practitioner, and one that did not."""
    notebook = vaulted.notebook()
    refs = [
        capturing.write(
            notebook,
            NewEntry.model_validate({"kind": Kind.SITUATION, "title": title, "happened_at": notebook.clock()}),
        ).ref
        for title in ("The board waited", "Kept to myself")
    ]
    preview = keeping.prepare(notebook, Selection(refs=(refs[0],)))
    deliver(
        notebook, preview, Delivery(tmp_path / "out.md", FileFormat.MARKDOWN, recipient="Mme Lenoir", plaintext=True)
    )
    notebook.close()
    return refs[0]


async def test_the_place_lists_what_left_and_to_whom(vaulted, shared):
    async with vaulted.unlocked_app(size=(120, 40)) as pilot:
        await pilot.press("5")
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        assert "The board waited" in shown
        assert "Mme Lenoir" in shown
        assert "Kept to myself" not in shown


async def test_the_register_is_narrowed_by_words(vaulted, shared):
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("5", "f")
        await vaulted.settle(pilot)
        await pilot.press(*"nobody of that name")
        await vaulted.settle(pilot)
        assert "The board waited" not in vaulted.shown(pilot)
        pilot.app.screen.query_one("#filter", Input).value = "lenoir"
        await vaulted.settle(pilot)
        assert "The board waited" in vaulted.shown(pilot)
        await pilot.press("enter", "escape")
        await vaulted.settle(pilot)
        assert "Recipients" in vaulted.shown(pilot)


async def test_what_somebody_knows_is_told_entry_by_entry(vaulted, shared):
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("5", "k")
        await vaulted.settle(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        assert "What Mme Lenoir knows" in shown
        assert "The board waited" in shown


async def test_whoever_received_something_without_a_name_is_listed_by_audience(vaulted, shared, tmp_path):
    notebook = vaulted.notebook()
    for audience in (Audience.GROUP, Audience.PRACTITIONER, Audience.ME):
        preview = keeping.prepare(notebook, Selection(refs=(shared,), audience=audience))
        target = tmp_path / f"{audience.value}.md"
        deliver(notebook, preview, Delivery(target, FileFormat.MARKDOWN, plaintext=True))
    assert [(each.audience, each.name) for each in readers(notebook)] == [
        (Audience.ME, "Mme Lenoir"),
        (Audience.PRACTITIONER, ""),
        (Audience.GROUP, ""),
    ]
    notebook.close()
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("5", "k")
        await vaulted.settle(pilot)
        assert "coach · unnamed" in vaulted.shown(pilot)
        await pilot.press("down", "down", "enter")
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        assert "group · unnamed" in shown
        assert "The board waited" in shown


async def test_a_departure_tells_its_file_and_fingerprints(vaulted, shared, tmp_path):
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("5")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one(Rows).choose("left:")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        assert "out.md" in shown
        assert "The board waited" in shown


async def test_a_recipient_is_kept_with_form_and_protection(vaulted, shared):
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("5", "r")
        await vaulted.settle(pilot)
        assert "forget" not in vaulted.shown(pilot)
        await pilot.press("a")
        await vaulted.settle(pilot)
        assert "◆ coach" in vaulted.shown(pilot).splitlines()[0]
        await pilot.press(*"Mme Lenoir", "ctrl+s")
        await vaulted.settle(pilot)
        assert "◆ coach · saved " in vaulted.shown(pilot)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        kept = keeping.recipients(vaulted.app(pilot).journal.notebook)
        assert kept == (Recipient(name="Mme Lenoir", format=FileFormat.PDF, protection=Protection.PDF),)
        assert "forget" in vaulted.shown(pilot)
        assert "Mme Lenoir" in vaulted.shown(pilot)


async def test_a_key_that_is_none_is_told_and_waits_while_the_rest_is_kept(vaulted, shared):
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("5", "r")
        await vaulted.settle(pilot)
        await pilot.press("a")
        await vaulted.settle(pilot)
        await pilot.press(*"Mme Lenoir")
        pilot.app.screen.query_one("#field-age_key", Input).value = "age1short"
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert "not saved: “" in vaulted.shown(pilot)
        (kept,) = keeping.recipients(vaulted.app(pilot).journal.notebook)
        assert (kept.name, kept.age_key) == ("Mme Lenoir", None)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        field = pilot.app.screen.query_one("#field-age_key", Input)
        assert field.value == "age1short"
        field.value = ""
        await pilot.press("escape", "enter")
        await vaulted.settle(pilot)
        assert not pilot.app.screen.query_one("#field-age_key", Input).value


async def test_a_person_needs_an_alias_and_is_kept_with_it(vaulted, shared):
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("5", "p")
        await vaulted.settle(pilot)
        await pilot.press("a")
        await vaulted.settle(pilot)
        await pilot.press(*"Nadia Benali", "escape")
        await vaulted.settle(pilot)
        assert "not saved: “" in vaulted.shown(pilot)
        assert not known_people.people(vaulted.app(pilot).journal.notebook)
        await pilot.press("a")
        await vaulted.settle(pilot)
        assert pilot.app.screen.query_one("#field-name", Input).value == "Nadia Benali"
        await pilot.press("tab", *"N-1 A", "escape")
        await vaulted.settle(pilot)
        assert [(each.name, each.alias) for each in known_people.people(vaulted.app(pilot).journal.notebook)] == [
            ("Nadia Benali", "N-1 A")
        ]


async def test_listed_words_are_kept_one_a_line(vaulted, shared):
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("5", "w")
        await vaulted.settle(pilot)
        await pilot.press(*"Acme", "enter", *"Orion", "escape")
        await vaulted.settle(pilot)
        assert keeping.listed_words(vaulted.app(pilot).journal.notebook) == ("Acme", "Orion")


async def test_an_alias_of_somebody_else_is_refused_under_its_field(vaulted, shared):
    async with vaulted.unlocked_app() as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        known_people.keep_person(notebook, Person(name="Paul Durand", alias="N-1 A", forms=("Paulo",)))
        await pilot.press("5", "p")
        await vaulted.settle(pilot)
        await pilot.press("a")
        await vaulted.settle(pilot)
        await pilot.press(*"Zoe", "tab", *"N-1 A", "ctrl+s")
        await vaulted.settle(pilot)
        assert "somebody else’s already" in vaulted.shown(pilot)
        pilot.app.screen.query_one("#field-alias", Input).value = "Zoe"
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert "not saved: “" in vaulted.shown(pilot)
        assert [each.name for each in known_people.people(notebook)] == ["Paul Durand"]
