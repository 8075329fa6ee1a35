"""One person's way through Recul, by keys, on a real encrypted vault: from nothing to a file for the practitioner."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.model.entry import NewEntry
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.practice import capturing, reading
from screens.questioning.place import QuestioningScreen
from screens.questioning.reflection_end import ReflectionEndScreen
from screens.reading.entry_list import EntryList
from screens.reading.found_list import FoundList
from screens.sharing.delivery import DeliveryScreen
from screens.sharing.preview import PreviewScreen
from screens.sharing.sharing_page import OTHER
from screens.terminal.locking import Outcome
from screens.widgets.answer_area import AnswerArea
from screens.widgets.choice import ChoiceField
from screens.widgets.rows import Rows
from screens.widgets.secret import Secret
from screens.writing.situation import SituationScreen

WORDS = ("héron-dix-sept", "loutre-numéro-douze", "lynx-et-quarante", "pie-numéro-neuf", "blaireau-et-trois")
LEAVING, STAYING = (WORDS[1], WORDS[3]), (WORDS[0], WORDS[2], WORDS[4])


async def create(house: Any, pilot: Any) -> None:
    """Choose a passphrase, type two groups of the code back, and stand on the page of the day."""
    await pilot.press("enter")
    await pilot.pause()
    for field in ("#first", "#second"):
        pilot.app.screen.query_one(field, Secret).value = house.passphrase
        await pilot.press("enter")
    await house.settle(pilot)
    code = pilot.app.screen
    await pilot.press("enter")
    for number in code._asked:
        code.query_one(f"#group-{number}", Input).value = code._groups[number]
    await pilot.press("enter")
    await house.settle(pilot)
    assert house.app(pilot).current_mode == "today"


async def write(house: Any, pilot: Any, word: str) -> None:
    await pilot.press("n", *"Réunion", "enter", "enter")
    pilot.app.screen.query_one(AnswerArea).insert(f"On a parlé du {word}, encore.")
    await pilot.press("ctrl+s", "escape")
    await house.settle(pilot)


async def lock(house: Any, pilot: Any) -> None:
    await pilot.press("ctrl+l")
    await house.settle(pilot)
    assert pilot.app.return_value is Outcome.LOCKED


async def share(house: Any, pilot: Any) -> Path:
    """Mark two rows of the journal, look at what leaves, choose a readable file, type the word; return the file."""
    await pilot.press("2")
    await house.settle(pilot)
    listed = pilot.app.screen.query_one(EntryList)
    notebook = house.app(pilot).journal.notebook
    for _ in range(listed.entries):
        entry = reading.entry(notebook, listed.current.ref)
        await pilot.press("space" if any(word in entry.title + entry.body for word in LEAVING) else "down")
        await house.settle(pilot)
    await pilot.press("x")
    await house.settle(pilot)
    assert isinstance(pilot.app.screen, PreviewScreen)
    pilot.app.screen.query_one("#audiences", Rows).choose(Audience.PRACTITIONER.value)
    await pilot.press("enter")
    await house.settle(pilot)
    shown = pilot.app.screen.preview.document.model_dump_json()
    assert all(word in shown for word in LEAVING)
    assert not any(word in shown for word in STAYING)
    await pilot.press("enter", "y")  # until now for oneself: a yes
    await house.settle(pilot)
    page = pilot.app.screen
    assert isinstance(page, DeliveryScreen)
    chosen = {"choice": OTHER, "format": FileFormat.MARKDOWN.value, "protection": Protection.NONE.value}
    for name, value in chosen.items():
        page.query_one(f"#field-{name}", ChoiceField).text = value
        page.query_one(f"#field-{name}", ChoiceField).post_message(ChoiceField.Changed())
        await house.settle(pilot)
    page.query_one("#field-word", Input).value = "share"
    page.query_one("#field-word", Input).focus()
    await pilot.press("enter")
    await house.settle(pilot)
    assert page.left is not None
    return Path.home() / page.left.file_name


async def begin(house: Any, pilot: Any) -> None:
    """Write four situations, and half of a fifth that a draft has taken."""
    await write(house, pilot, WORDS[0])
    for word in WORDS[1:4]:
        new = NewEntry(kind=Kind.SITUATION, body=f"Du {word}.", happened_at=house.hands.at)
        capturing.write(house.app(pilot).journal.notebook, new)
    await pilot.press("n")
    pilot.app.screen.query_one(AnswerArea).insert(f"Le {WORDS[4]} n’est pas fini")
    await pilot.pause()
    writing = pilot.app.screen
    assert isinstance(writing, SituationScreen)
    assert writing.autosave.waiting is not None
    writing.autosave.due()  # what the timer does after two seconds
    await house.settle(pilot)


async def go_on(house: Any, pilot: Any) -> None:
    """Finish the fifth from its draft."""
    assert "n’est pas fini" in house.shown(pilot)
    (draft,) = capturing.drafts(house.app(pilot).journal.notebook)
    pilot.app.screen.query_one(Rows).choose(f"draft:{draft.key}")
    await pilot.press("enter")
    await house.settle(pilot)
    pilot.app.screen.query_one(AnswerArea).insert(", maintenant oui.")
    await pilot.press("ctrl+s")
    await house.settle(pilot)


async def find(house: Any, pilot: Any) -> int:
    """Find a situation written with accents by words without, open it, and return its number."""
    await pilot.press("slash", *"numero", "space", *"dou")
    await house.settle(pilot)
    (found,) = pilot.app.screen.query_one(FoundList)._found
    await pilot.press("down", "enter")
    await house.settle(pilot)
    assert WORDS[1] in house.shown(pilot)
    return int(found.line.ref)


async def question(house: Any, pilot: Any) -> None:
    """Answer every question of the first protocol that is proposed, then go back to the day."""
    await pilot.press("q")
    await house.settle(pilot)
    await pilot.press("o", "a", "a")
    await house.settle(pilot)
    assert isinstance(pilot.app.screen, QuestioningScreen)
    for _ in range(20):
        if isinstance(pilot.app.screen, ReflectionEndScreen):
            break
        pilot.app.screen.query_one(AnswerArea).insert("Le temps compte.")
        await pilot.press("ctrl+n")
        await house.settle(pilot)
    while len(pilot.app.screen_stack) > 1:
        await pilot.press("escape")
        await house.settle(pilot)


async def test_from_an_empty_folder_to_two_entries_of_five_in_the_hands_of_the_practitioner(
    house: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hits: Callable[[Path, str], list[Path]]
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    (tmp_path / "home").mkdir()
    async with house.locked_app() as pilot:
        await create(house, pilot)
        await begin(house, pilot)
        killed = Path(shutil.copytree(house.environment.folder, tmp_path / "killed"))  # all that a kill leaves
        assert [path for word in WORDS for path in hits(tmp_path, word)] == []
    house.environment = replace(house.environment, folder=killed)
    async with house.unlocked_app() as pilot:
        await go_on(house, pilot)
        await lock(house, pilot)
    async with house.locked_app() as pilot:
        assert "Your journal is closed." in house.shown(pilot)
        assert not any(word in house.shown(pilot) for word in WORDS)
        await house.enter(pilot)
        ref = await find(house, pilot)
        await question(house, pilot)
        notebook = house.app(pilot).journal.notebook
        (reflection,) = reading.newest(notebook, Filter(kinds=(Kind.REFLECTION,)), 9)
        assert reading.entry(notebook, reflection.ref).links[0].ref == ref
        file = await share(house, pilot)
    left = file.read_text("utf-8")
    assert all(word in left for word in LEAVING)
    assert not any(word in left for word in STAYING)
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    assert [path for word in STAYING for path in hits(tmp_path, word)] == []
