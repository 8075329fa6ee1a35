"""The page for newcomers is true: its picture is drawn from the imports, and what it names is there."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("ARCHITECTURE.md", "CONTRIBUTING.md")


@pytest.fixture
def rooms() -> ModuleType:
    spec = importlib.util.spec_from_file_location("rooms", ROOT / "docs" / "rooms.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_picture_of_the_rooms_is_the_one_of_the_imports(rooms: ModuleType) -> None:
    text = rooms.PAGE.read_text("utf-8")
    assert rooms.BEGIN + rooms.drawing() + rooms.END in text, "drawn anew by: python docs/rooms.py"


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_is_named_is_there(page: str) -> None:
    text = (ROOT / "docs" / page).read_text("utf-8")
    places = [ROOT, ROOT / "docs", ROOT / "screens", ROOT / "journal", ROOT / "journal" / "sharing"]
    named = re.findall(r"`((?:[\w.-]+/)+[\w.-]*)`|\]\((\w+\.md)\)", text)
    missing = [
        name for pair in named for name in pair if name and "*" not in name
        and not any((place / name).exists() for place in places)
    ]  # fmt: skip
    assert not missing
