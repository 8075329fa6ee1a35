"""A page is added by its own files: module, row of keys, route, style; frame, help, palette and keys follow it."""

import importlib
import pkgutil
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

import screens
from screens.frame import page as page_module
from screens.frame.command import (
    BACK,
    CHOOSES,
    EVERYWHERE,
    FOUND,
    OPENS,
    READING,
    REMOVES,
    VISIT,
    Command,
    CommandTable,
)
from screens.frame.page import Page, style_of
from screens.keys import TABLE
from screens.widgets.rows import Rows

FILES = {
    "__init__.py": '"""Room of knots."""\n',
    "knot.py": '''"""Page of a knot."""

from textual.app import ComposeResult

from screens.frame.page import Page
from screens.widgets.plain import PlainText


class KnotScreen(Page):
    """One knot."""

    name_in_table = "knot"
    undone = False

    def page_title(self) -> str:
        """Return what this is."""
        return "A knot of mine"

    def compose_page(self) -> ComposeResult:
        """Say it."""
        yield PlainText("It is tight.", id="knot")

    def action_undo_it(self) -> None:
        """Undo it."""
        self.undone = True
''',
    "keys.py": '''"""Keys of this room."""

from screens.frame.command import Command, Section

SECTIONS = (Section("Knots", (Command("knot.undo", "undo it", "Take the knot apart.", "u", "undo_it", "knot", 10),)),)
''',
    "routes.py": '''"""Routes of this room."""

from textual.screen import Screen


def knot() -> Screen[None]:
    """Return the page."""
    from screens.knots.knot import KnotScreen

    return KnotScreen()
''',
}
STYLE = "KnotScreen #knot { padding-left: 7; }\n"


def lacking(page: type[Page], rows: Iterable[Command], names: Iterable[str] = ()) -> list[str]:
    """Return what a page lacks to be whole: a name, a title, methods of its commands, a name of its own."""
    found = []
    name = page.name_in_table
    if not name:
        found.append("name_in_table: its commands cannot be found")
    if page.page_title is Page.page_title:
        found.append("page_title: nobody sees where they are")
    found += [
        f"action_{action}: {row.id} asks for it"
        for row in rows
        if name and row.where == name and not row.action.startswith(("app.", "screen.", "dismiss"))
        for action in [row.action.partition("(")[0]]
        if not hasattr(page, f"action_{action}")
    ]
    if list(names).count(name) > 1:
        found.append(f"{name}: another page has this name")
    return found


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder of a room that stands beside the others, as long as the test lasts."""
    for name, text in FILES.items():
        (tmp_path / "screens" / "knots").mkdir(parents=True, exist_ok=True)
        (tmp_path / "screens" / "knots" / name).write_text(text, "utf-8")
    shutil.copytree(page_module._STYLES, tmp_path / "styles")
    monkeypatch.setattr(page_module, "_STYLES", tmp_path / "styles")
    (tmp_path / "styles" / "knots").mkdir()
    (tmp_path / "styles" / "knots" / "knot.tcss").write_text(STYLE, "utf-8")
    monkeypatch.setattr(screens, "__path__", [*screens.__path__, str(tmp_path / "screens")])
    importlib.invalidate_caches()
    yield tmp_path / "screens" / "knots"
    for name in [name for name in sys.modules if name.startswith("screens.knots")]:
        sys.modules.pop(name)


async def test_it_opens_with_title_footer_keys_and_style_and_stands_in_help_palette_and_settings(
    vaulted: Any, room: Path
) -> None:
    keys = importlib.import_module("screens.knots.keys")
    routes = importlib.import_module("screens.knots.routes")
    async with vaulted.unlocked_app() as pilot:
        app = vaulted.app(pilot)
        app.table = CommandTable(*TABLE.sections, *keys.SECTIONS)
        await app.push_screen(routes.knot())
        await vaulted.settle(pilot)
        shown = vaulted.shown(pilot)
        assert "A knot of mine" in shown
        assert "undo it" in shown
        assert app.screen.query_one("#knot").styles.padding.left == 7
        await pilot.press("f1")
        await vaulted.settle(pilot)
        assert "Take the knot apart." in vaulted.shown(pilot)
        await pilot.press("escape", "colon")
        await vaulted.settle(pilot)
        await pilot.press(*"undo it")
        await vaulted.settle(pilot)
        assert "Take the knot apart." in vaulted.shown(pilot)
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert app.screen.undone
        await pilot.press("escape", "comma")
        await vaulted.settle(pilot)
        app.screen.query_one(Rows).choose("keys")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "knot.undo" in [option.id for option in app.screen.query_one(Rows).options]


@pytest.mark.parametrize(
    ("file", "part", "told"),
    [
        ("knot.py", '    name_in_table = "knot"\n', "name_in_table"),
        ("knot.py", "    def page_title", "page_title"),
        ("knot.py", "    def action_undo_it", "action_undo_it"),
    ],
)
def test_what_is_left_out_is_named(room: Path, file: str, part: str, told: str) -> None:
    text = (room / file).read_text("utf-8")
    assert part in text
    (room / file).write_text(text.replace(part, part.replace("def ", "def un") if "def" in part else ""), "utf-8")
    page = importlib.import_module("screens.knots.knot").KnotScreen
    keys = importlib.import_module("screens.knots.keys")
    assert [each for each in lacking(page, keys.SECTIONS[0].commands) if each.startswith(told)]


def _pages() -> list[type[Page]]:
    shipped = [module.name for module in pkgutil.walk_packages(screens.__path__, "screens.")]
    for name in shipped:
        importlib.import_module(name)
    found: list[type[Page]] = []
    left: list[type[Page]] = [Page]
    while left:
        each = left.pop()
        left += each.__subclasses__()
        found.append(each)
    return [page for page in dict.fromkeys(found) if page.__dict__.get("name_in_table") and page.__module__ in shipped]


def test_every_page_is_whole_and_every_row_of_keys_and_every_style_has_its_page() -> None:
    pages = _pages()
    names = [page.name_in_table for page in pages]
    whole = [page for page in pages if not page.__subclasses__()]  # what others build on is no page yet
    assert {page.__name__: left for page in whole if (left := lacking(page, TABLE.rows, names))} == {}
    modal = (
        {row.where for row in TABLE.rows}
        - set(names)
        - {EVERYWHERE, READING, BACK, VISIT, OPENS, CHOOSES, REMOVES, FOUND}
    )
    assert not modal, f"rows of keys for a page that is not there: {modal}"
    root = page_module._STYLES
    modules = {style_of(module.name) for module in pkgutil.walk_packages(screens.__path__, "screens.")}
    shared = root / "door" / "door.tcss"  # of the pages before the journal, which the app reads itself
    orphans = [str(style.relative_to(root)) for style in root.glob("*/*.tcss") if style not in {*modules, shared}]
    assert not orphans, f"styles without a module: {orphans}"
