"""A person's own protocols stand beside ours; a file with a fault is named and leaves the others usable."""

from pathlib import Path
from typing import Any

import pytest

from journal import language
from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.practice import capturing, protocols_at_hand
from journal.protocols.library import SHIPPED
from screens.questioning.choose_protocol import ChooseProtocolScreen
from screens.questioning.place import QuestioningScreen

SAID = {
    "fr": ("Laissés de côté", "bad.toml : Ligne 1 : Ce n’est pas du TOML valide"),
    "en": ("Left aside", "bad.toml: Line 1: This is not valid TOML"),
}


@pytest.mark.parametrize("spoken", language.languages())
async def test_own_protocols_are_asked_and_a_faulty_file_is_told_once_with_its_line(
    vaulted: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoken: language.Language
) -> None:
    language.choose(spoken)
    ours = (SHIPPED / "three-times.toml").read_text("utf-8")
    own = (
        ours.replace('"three-times"', '"my-own"')
        .replace("Trois temps", "Ma routine")
        .replace("What, so", "Mine, so")
        .replace('theme = "day"\n', "")
    )
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "good.toml").write_text(own, "utf-8")
    (tmp_path / "own" / "bad.toml").write_text("code = [[[", "utf-8")
    monkeypatch.setattr(protocols_at_hand, "own_folder", lambda: tmp_path / "own")
    async with vaulted.unlocked_app(size=(80, 30)) as pilot:
        notebook = vaulted.app(pilot).journal.notebook
        new = NewEntry(kind=Kind.SITUATION, title="t", body="…", happened_at=notebook.clock())
        pilot.app.push_screen(ChooseProtocolScreen(capturing.write(notebook, new).ref))
        await vaulted.settle(pilot)
        assert SAID[spoken][0] not in vaulted.shown(pilot)
        await pilot.press("o")
        await vaulted.settle(pilot)
        page = vaulted.shown(pilot).replace("\u202f", " ").replace("\u00a0", " ")
        assert all(page.count(words) == 1 for words in SAID[spoken])
        await pilot.press("f", "a")  # under a heading of their own, after ours
        await vaulted.settle(pilot)
        assert isinstance(pilot.app.screen, QuestioningScreen)
        assert pilot.app.screen.run.protocol.code == "my-own"
