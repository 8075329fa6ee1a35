"""What came back, in the app: pasted, chosen line by line, waiting on Today, answered in one key, or laid aside."""

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from journal.errors import WrongPassphrase
from journal.model.audience import Audience
from journal.model.disclosure import Disclosure, FileFormat, Protection
from journal.model.entry import NewEntry, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.session import SessionDetails
from journal.practice import capturing, framing, reading, scheduling
from journal.sharing import way_back
from journal.sharing.delivering import Delivery, deliver
from journal.sharing.protecting import Encryption
from journal.sharing.protecting.html_page import Answering
from journal.sharing.repository import prepare
from journal.sharing.selecting import Selection
from screens.sharing import pasting
from screens.sharing.pasting import PastedArea
from screens.sharing.register import DepartureScreen
from screens.widgets.secret import Secret
from tests.screens.conftest import AppHarness
from tests.sharing.sealing import block, sealed


@pytest.fixture
def left(vaulted: AppHarness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Disclosure, Answering]:
    """Return a departure of one situation in a locked page, and what its page answers with."""
    made: list[way_back.WayBack] = []
    make = way_back.made
    monkeypatch.setattr(way_back, "made", lambda *given: made.append(make(*given)) or made[-1])
    notebook = vaulted.notebook()
    engagement = framing.begin(notebook, "Poste").ref
    scheduling.plan_one(notebook, engagement, notebook.clock().replace(year=2027), SessionDetails(number=7))
    scene = capturing.write(
        notebook, NewEntry(kind=Kind.SITUATION, title="Le CODIR", body="Repoussé.", happened_at=notebook.clock())
    )
    preview = prepare(notebook, Selection(refs=(scene.ref,), audience=Audience.PRACTITIONER, language="fr"))
    closing = Encryption(Protection.HTML, "six-mots")
    departure = deliver(notebook, preview, Delivery(tmp_path / "a.html", FileFormat.HTML, closing, "Mme Lenoir"))
    notebook.close()
    return departure, made[0].answering


def plain(house: AppHarness, pilot: Any) -> str:
    return " ".join(house.shown(pilot).replace("\u00a0", " ").replace("\u202f", " ").split())


async def paste(house: AppHarness, pilot: Any, text: str) -> None:
    await pilot.press("5", "c")
    await house.settle(pilot)
    pilot.app.screen.query_one(PastedArea).insert(text)
    await house.settle(pilot)


def kept(pilot: Any) -> list[Any]:
    notebook = pilot.app.journal.notebook
    return reading.whole(notebook, Filter(kinds=(Kind.QUESTION,)), 20)


async def test_a_block_is_pasted_chosen_kept_and_answered_in_one_key(
    vaulted: AppHarness, left: tuple[Disclosure, Answering]
) -> None:
    departure, page = left
    answer = block(sealed(page, [(page.marks[0], "À quel moment avez-vous su ?"), ("", "Et ce silence ?\nÀ mardi")]))
    async with vaulted.unlocked_app() as pilot:
        await paste(vaulted, pilot, answer)
        told = plain(vaulted, pilot)
        assert "from Mme Lenoir · 3 lines" in told
        assert "✓ À quel moment avez-vous su ?" in told
        assert "on “Le CODIR”" in told
        assert "for “Session 7”" in told
        assert "✓ À mardi" not in told
        await pilot.press("enter")
        await vaulted.settle(pilot)
        second, first = kept(pilot)
        assert (first.title, first.state, second.title) == (
            "À quel moment avez-vous su ?", State.WAITING, "Et ce silence ?"
        )  # fmt: skip
        assert [link.rel for link in first.links] == [Rel.ABOUT, Rel.PART_OF]
        assert first.links[0].ref == departure.refs[0]
        await pilot.press("1")
        await vaulted.settle(pilot)
        assert "A question from Mme Lenoir, on “Le CODIR”" in plain(vaulted, pilot)
        await pilot.press("s")
        await vaulted.settle(pilot)
        assert "question in return · À quel" in plain(vaulted, pilot)
        await pilot.press("escape")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one("#rows").choose(f"question:{first.ref}")
        await pilot.press("o")
        await vaulted.settle(pilot)
        assert pilot.app.screen.name_in_table == "questioning"
        assert "À quel moment avez-vous su ?" in plain(vaulted, pilot)
        await pilot.press(*"Debout", "ctrl+n")
        await vaulted.settle(pilot)
        assert {each.title: each.state for each in kept(pilot)} == {
            "À quel moment avez-vous su ?": State.OPENED, "Et ce silence ?": State.WAITING
        }  # fmt: skip
        await pilot.press("escape")
        await vaulted.settle(pilot)
        assert "on “Le CODIR”" not in plain(vaulted, pilot)
        await paste(vaulted, pilot, answer)
        assert "All of this came in before." in plain(vaulted, pilot)


async def test_a_line_is_taken_tied_elsewhere_and_laid_aside(
    vaulted: AppHarness, left: tuple[Disclosure, Answering]
) -> None:
    departure, _page = left
    async with vaulted.unlocked_app() as pilot:
        await paste(vaulted, pilot, "Bonjour,\nParlez-moi de la montre.\nMerci")
        await pilot.press("ctrl+n")
        await vaulted.settle(pilot)
        await pilot.press("enter")
        assert "Nothing is ticked" in plain(vaulted, pilot)
        await pilot.press("down", "l")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one("Rows").choose(str(departure.refs[0]))
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "✓ Parlez-moi de la montre." in plain(vaulted, pilot)
        assert "on “Le CODIR”" in plain(vaulted, pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        (question,) = kept(pilot)
        assert (question.links[0].rel, question.links[0].ref) == (Rel.ABOUT, departure.refs[0])
        await pilot.press("1")
        await vaulted.settle(pilot)
        pilot.app.screen.query_one("#rows").choose("question:")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "Parlez-moi de la montre." in plain(vaulted, pilot)
        assert "Nothing proves who wrote it" in plain(vaulted, pilot)
        await pilot.press("d")
        await vaulted.settle(pilot)
        assert kept(pilot)[0].state is State.LAID_ASIDE
        assert "laid aside" in plain(vaulted, pilot)
        await pilot.press("d")
        await vaulted.settle(pilot)
        assert kept(pilot)[0].state is State.WAITING


@pytest.mark.sweep
@pytest.mark.parametrize("name", ["a.eml", "a.txt", "a.docx"])
async def test_a_file_is_named_and_its_lines_are_offered(vaulted: AppHarness, tmp_path: Path, name: str) -> None:
    from tests.importing.test_answers import mail, word

    content = {
        "a.eml": mail("Bonjour,\nQu’avez-vous vu ?\n\nLe 12 nov. 2026 à 10:00, moi a écrit :\nComment tenir ?\n"),
        "a.txt": "Bonjour,\nQu’avez-vous vu ?\n".encode(),
        "a.docx": word("Bonjour,", "Qu’avez-vous vu ?"),
    }[name]
    (tmp_path / name).write_bytes(content)
    async with vaulted.unlocked_app() as pilot:
        await paste(vaulted, pilot, "")
        await pilot.press("tab", *str(tmp_path / "none.txt"), "enter")
        await vaulted.settle(pilot)
        assert "none.txt" in vaulted.shown(pilot)
        assert pilot.app.screen.name_in_table == "returned"
        pilot.app.screen.query_one("#file").value = str(tmp_path / name)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "✓ Qu’avez-vous vu ?" in plain(vaulted, pilot)
        assert "✓ Comment tenir ?" not in plain(vaulted, pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert [each.title for each in kept(pilot)] == ["Qu’avez-vous vu ?"]


async def test_answers_are_ended_on_the_line_of_the_register(
    vaulted: AppHarness, left: tuple[Disclosure, Answering]
) -> None:
    departure, page = left
    async with vaulted.unlocked_app() as pilot:
        await pilot.app.push_screen(DepartureScreen(departure))
        await vaulted.settle(pilot)
        assert "can send questions back" in plain(vaulted, pilot)
        await pilot.press("e", "y")
        await vaulted.settle(pilot)
        assert not way_back.is_open(pilot.app.journal.notebook, departure)
        assert "can send questions back" not in plain(vaulted, pilot)
        await pilot.press("escape")
        await paste(vaulted, pilot, block(sealed(page, [("", "Une ?")])))
        assert "You ended the answers" in plain(vaulted, pilot)
        assert kept(pilot) == []


async def test_every_block_of_what_is_pasted_is_offered_and_one_that_is_cut_is_told(
    vaulted: AppHarness, left: tuple[Disclosure, Answering], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    departure, first = left
    made: list[way_back.WayBack] = []
    make = way_back.made
    monkeypatch.setattr(way_back, "made", lambda *given: made.append(make(*given)) or made[-1])
    notebook = vaulted.notebook()
    preview = prepare(notebook, Selection(refs=departure.refs, audience=Audience.GROUP))
    closing = Encryption(Protection.HTML, "six-mots")
    deliver(notebook, preview, Delivery(tmp_path / "b.html", FileFormat.HTML, closing, "Rose"))
    notebook.close()
    blocks = [
        block(sealed(page, [("", f"{words} ?")]))
        for page, words in ((first, "Un"), (made[-1].answering, "Deux"), (first, "Trois"))
    ]
    text = "\n".join(
        ["Bonjour,", blocks[0], blocks[0], blocks[1], "> " + blocks[2].replace("\n", "\n> "), blocks[0][:400]]
    )
    async with vaulted.unlocked_app() as pilot:
        await paste(vaulted, pilot, text)
        await pilot.press("ctrl+n")
        await vaulted.settle(pilot)
        told = plain(vaulted, pilot)
        assert "from Mme Lenoir · 2 lines" in told
        assert {"Un", "Trois"} <= set(told.split())
        assert "The end of this answer is missing" in told
        await pilot.press("enter")
        await vaulted.settle(pilot)
        await vaulted.settle(pilot)
        told = plain(vaulted, pilot)
        assert "2 questions wait for you" in told
        assert "Deux" in told.split()
        await pilot.press("enter")
        await vaulted.settle(pilot)
        await vaulted.settle(pilot)
        assert sorted(each.title for each in kept(pilot)) == ["Deux ?", "Trois ?", "Un ?"]
        assert pilot.app.screen.name_in_table == "share"


async def test_a_file_that_is_closed_with_age_asks_for_its_passphrase(
    vaulted: AppHarness, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(closed: bytes, passphrase: str) -> bytes:  # the real one takes its time for each try
        if passphrase != "six mots":
            raise WrongPassphrase
        return closed.partition(b"\n")[2]

    monkeypatch.setattr(pasting, "opened_with_passphrase", opened)
    file = tmp_path / "back.age"
    file.write_bytes("age-encryption.org/v1\nEt si c’était Karim ?\n".encode())
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("5", "c")
        await vaulted.settle(pilot)
        page = pilot.app.screen
        assert not page.query_one(Secret).display
        page.query_one("#file", Input).value = str(file)
        await pilot.press("ctrl+n")
        await vaulted.settle(pilot)
        assert "closed with age: type its passphrase" in plain(vaulted, pilot)
        assert pilot.app.focused is page.query_one(Secret)
        await pilot.press(*"sept mots", "enter")
        await vaulted.settle(pilot)
        assert "passphrase" in plain(vaulted, pilot)
        assert pilot.app.screen is page
        page.query_one(Secret).value = "six mots"
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "Et si c’était Karim ?" in plain(vaulted, pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert [each.title for each in kept(pilot)] == ["Et si c’était Karim ?"]
