"""The guide names keys, commands, wordings and pages that exist, in both languages."""

import re
from itertools import chain
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from journal import language
from journal.cli.recul import COMMANDS
from journal.language import _
from screens.frame.key_names import key_name
from screens.keys import TABLE

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide"
PAGES = sorted(GUIDE.rglob("*.md"))
_SPOKEN = [page for page in PAGES if page.parent.name in ("fr", "en")]
_KEY_AND_WORD = re.compile(r"`([^`\n]+)`\s+\*([^*\n]+)\*")
_WORDING = re.compile(r"\*\*([^*\n]+)\*\*")
_COMMAND = re.compile(r"\brecul ([a-z]+)")
_LINK = re.compile(r"\]\((?!https?:|#)([^)]+)\)")


def _named(page: Path) -> str:
    return f"{page.parent.name}/{page.name}"


@pytest.mark.parametrize("page", _SPOKEN, ids=_named)
def test_keys_of_the_guide_mean_what_it_says(page: Path) -> None:
    language.choose(page.parent.name)
    rows = chain.from_iterable(section.commands for section in TABLE.sections)
    known = {
        (name, _(each.title)) for each in rows for name in (key_name(each.keys), *map(key_name, each.keys.split(",")))
    }
    told = _KEY_AND_WORD.findall(page.read_text("utf-8"))
    assert not [pair for pair in told if pair not in known]


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_commands_and_pages_of_the_guide_exist(page: Path) -> None:
    text = page.read_text("utf-8")
    assert not set(_COMMAND.findall(text)) - set(COMMANDS)
    assert not [target for target in _LINK.findall(text) if not (page.parent / target).exists()]


def _wordings(spoken: str) -> set[str]:
    texts: set[str] = set()
    for source in (ROOT / "journal" / "locale" / "fr").glob("*.po"):
        with source.open("rb") as file:
            for message in read_po(file):
                told = message.id if spoken == "en" else message.string
                texts |= set(told if isinstance(told, list | tuple) else [told])
    return texts


@pytest.mark.parametrize("spoken", ["fr", "en"])
def test_a_field_that_the_guide_names_is_called_so(spoken: str) -> None:
    field = {"fr": "avant-une-seance.md", "en": "before-a-session.md"}[spoken]
    named = _WORDING.findall((GUIDE / spoken / field).read_text("utf-8"))
    assert named
    assert not set(named) - _wordings(spoken)


def test_each_page_stands_in_both_languages_and_in_the_list() -> None:
    listed = set(_LINK.findall((GUIDE / "README.md").read_text("utf-8")))
    assert listed == {_named(page) for page in _SPOKEN}
    assert len(list((GUIDE / "fr").iterdir())) == len(list((GUIDE / "en").iterdir()))
