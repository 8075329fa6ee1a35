"""Every page of the road in both languages at both sizes, from the keyboard alone; gone at once while one types."""

import shutil
import sys
from collections.abc import Callable
from typing import Any

import pytest
from textual.widgets import Input, TextArea

from journal import language
from journal.practice.notebook import open_notebook
from journal.vault import vault
from screens.frame.page_faults import FaultScreen
from screens.frame.page_footer import PageFooter
from screens.questioning import routes as questioning
from tests.screens.conftest import PASSPHRASE

SIZES = ((80, 24), (120, 40))
KEYS = (("down", "tab", "pagedown", "end"), ("shift+tab", "up", "home"))
PAGES = (
    "red_thread", "passages", "two_periods", "early_page", "tell_again", "both", "spellings", "left_out",
    "baseline", "halfway", "closing", "later", "objective-halfway", "objective-closing", "meeting-start", "meeting",
    "meeting-words", "record-line", "page-for-me", "synthesis", "synthesis-line", "synthesis-line-new", "stage",
    "withdraw", "leave", "others_case",
)  # fmt: skip
"""What this road has beside the days: looking back, the milestones, the meetings, the close, leaving, echoes."""
FORMS = ("tell_again", "meeting-words", "record-line", "synthesis-line", "synthesis-line-new", "others_case")


def amiss(page: Any, wide: int) -> list[str]:
    """Return what has the keys and is not seen, and what stands wider than the window."""
    at = page.focused
    found = [f"unseen: {at!r}"] if at is not None and not page.find_widget(at).visible_region else []
    beyond = [repr(each) for each in page.query("*") if each.display and each.size and each.region.right > wide]
    return [*found, *beyond, *([] if page.query_one(PageFooter).commands else ["no keys"])]


@pytest.mark.slow_proof
@pytest.mark.parametrize("spoken", language.languages())
async def test_every_page_of_the_road_is_gone_through_and_left_by_keys(
    lived: Any, spoken: language.Language, proof_count: Callable[[Any, Any], Any]
) -> None:
    language.choose(spoken)
    found: dict[str, list[str]] = {}
    some = slice(*proof_count([language.languages().index(spoken), None, 2], [None]))  # half of them in each language
    async with lived.unlocked_app(SIZES[0]) as pilot:
        app = lived.app(pilot)
        for name in list(PAGES)[some]:
            page = sys.modules["every_page"].PAGES[name](app.journal.notebook, lived.refs)
            await app.push_screen(page)
            await lived.settle(pilot)
            for size, keys in zip(SIZES, KEYS, strict=True):
                await pilot.resize_terminal(*size)
                await pilot.press(*keys)
                found[f"{name} {size}"] = amiss(page, size[0])
            await pilot.press("escape")
            await lived.settle(pilot)
            left = page not in app.screen_stack and not isinstance(app.screen, FaultScreen)
            found[f"{name} left"] = [] if left else [repr(app.screen)]
            while len(app.screen_stack) > 2:
                app.pop_screen()
    assert {name: what for name, what in found.items() if what} == {}


async def test_what_was_typed_is_there_when_the_program_is_gone_at_once(lived: Any, tmp_path: Any) -> None:
    typed = []
    async with lived.unlocked_app() as pilot:
        app = lived.app(pilot)
        opened = {name: sys.modules["every_page"].PAGES[name] for name in FORMS}
        opened["milestone-run"] = lambda _n, refs: questioning.questioning(
            code="baseline-way", about=refs["engagement"]
        )
        opened["later-run"] = lambda _n, refs: questioning.questioning(code="later", about=refs["engagement"])
        for number, (name, made) in enumerate(opened.items()):
            page = made(app.journal.notebook, lived.refs)
            await app.push_screen(page)
            await lived.settle(pilot)
            word = f"Mot{number}{name.replace('-', '').replace('_', '')}"
            field = next(each for each in page.query("TextArea, Input") if each.display)
            assert isinstance(field, Input | TextArea)
            field.focus()
            await pilot.press(*word)
            page.autosave.due()  # what the timer does after a second’s rest
            await lived.settle(pilot)
            typed.append(word)
        shutil.copytree(
            lived.environment.folder, tmp_path / "gone"
        )  # what a kill would leave behind, while all of them stand open
    notebook = open_notebook(vault.unlock(tmp_path / "gone", PASSPHRASE))
    with notebook.store.reading() as tx:
        tables = tx.column("SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('entry', 'draft')")
        held = str([tx.rows(f"SELECT * FROM {table}") for table in tables])  # noqa: S608 -- our tables
    notebook.close()
    assert [word for word in typed if word not in held] == []
