"""A language is added by its data files alone: pages, questions, command line and moments follow it."""

import importlib.util
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from journal import language
from journal.dates import vocabulary
from journal.language import overlay
from journal.practice import contacts, fictitious_year
from journal.practice.language_gaps import gaps
from journal.protocols import library
from journal.protocols.families import decision, word_lists
from journal.sharing import words

_SHELL = """
import sys
from pathlib import Path
from journal import language
language.complete_with(Path(sys.argv.pop(1)))
from journal.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
_WORD = re.compile(r"[A-Za-z]{3,}")
_OUTSIDE = re.compile(r"[~/…]\S*[/.]\S*|\b[0-9a-f]{4}\b")  # paths, and digits of fingerprints
_CACHES = (
    language.facts, language._catalogue, overlay._read, vocabulary.vocabulary, contacts._data, contacts._read,
    library.shipped, word_lists.vocabulary, decision.model, words.common, words.ordinary, words.folded,
)  # fmt: skip


@pytest.fixture(scope="session")
def pseudo() -> ModuleType:
    """Return the module that tells the pseudo-language."""
    spec = importlib.util.spec_from_file_location("pseudo_language", Path(__file__).parents[1] / "pseudo_language.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def whole(pseudo: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with all files of the language."""
    folder = tmp_path_factory.mktemp("language")
    pseudo.build(folder)
    return folder


def _forget() -> None:
    for cache in _CACHES:
        cache.cache_clear()


@contextmanager
def known(folder: Path) -> Iterator[None]:
    """Let the files of a folder be found as long as it lasts."""
    language.complete_with(folder)
    _forget()
    try:
        yield
    finally:
        language._folders.remove(folder)
        language.languages.cache_clear()
        _forget()


@pytest.fixture
def spoken(whole: Path) -> Iterator[None]:
    """Speak it."""
    with known(whole):
        language.choose("zz")
        yield


def test_it_is_whole_as_those_are_that_come_with_the_program(spoken: None) -> None:
    assert language.languages() == ("fr", "zz", "en")
    assert [gaps(each) for each in language.languages()] == [(), (), ()]


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("locale/zz/LC_MESSAGES/recul.mo", "texts of the program"),
        ("protocols/in/zz.toml", "texts of protocols"),
        ("practice/countries/in/zz.toml", "texts on who to talk to"),
        ("protocols/families/zz.toml", "words of follow-ups"),
        ("protocols/families/zz.json.gz", "what decides about follow-ups"),
        ("practice/care_turns/zz.toml", "words that call for care first"),
        ("practice/care_turns/zz.json.gz", "what decides about care first"),
        ("sharing/words/zz.txt", "words for passphrases"),
        ("practice/fictitious/zz.toml", "the fictitious year"),
    ],
)
def test_what_is_left_out_is_named(whole: Path, tmp_path: Path, part: str, told: str) -> None:
    shutil.copytree(whole, tmp_path / "less")
    (tmp_path / "less" / part).unlink()
    with known(tmp_path / "less"):
        (missing,) = gaps("zz")
        assert told in missing
        assert fictitious_year.told("zz")["people"]  # nothing falls over what is missing
        assert word_lists.vocabulary("zz").speech.before.expression
        assert len(words.common("zz")) > 2000


def test_parts_of_its_own_file_are_named(whole: Path, tmp_path: Path) -> None:
    shutil.copytree(whole, tmp_path / "less")
    (tmp_path / "less/language/zz.toml").write_text('name = "Zz"\ntag = "zz"\nday_first = true\n')
    with known(tmp_path / "less"):
        (missing,) = gaps("zz")
    assert "terms" in missing
    assert "dates.months" in missing


@pytest.fixture
def recul(whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Return how to run the program with the language beside those it brings."""
    monkeypatch.setenv("HOME", str(tmp_path))

    def run(*arguments: str, ok: bool = True) -> str:
        command = [sys.executable, "-c", _SHELL, str(whole), "--lang", "zz", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
        assert (done.returncode == 0) is ok, done.stderr
        return done.stdout + done.stderr

    return run


def test_the_command_line_speaks_it_and_reads_its_moments(
    recul: Callable[..., str], pseudo: ModuleType, vaulted: Any, tmp_path: Path
) -> None:
    passphrase = tmp_path / "passphrase"
    passphrase.write_text(vaulted.passphrase)
    vault = ("--vault", str(vaulted.environment.folder), "--passphrase-file", str(passphrase))
    assert pseudo.said("Sealed. It waits for you in Recul.") in recul("log", "--at", "zuvo zori", "Zot.", *vault[:2])
    assert recul("log", "--at", "yesterday", "Zot.", *vault[:2])  # a moment is read in whichever language
    (first, _second) = json.loads(recul("list", "--json", *vault))
    assert first["happened_at"][11:16] in ("09:00", "12:00")
    helped = recul("export", "--help")
    assert pseudo.said("Usage") in helped
    assert "[fr|zz|en]" in helped
    assert json.loads(recul("doctor", "--json", *vault[:2]))["language_gaps"] == []


_READ_BY_IMPORTS = """
import sys
from pathlib import Path
from journal import language
language.complete_with(Path(sys.argv[1]))
from journal.importing.moments import parse
from journal.sharing.sentences import begins
print(parse("3 mazu 2026").date(), begins("Zot zubb. Nora", 10), begins("Zot zubbo. Nora", 11))
"""


def test_imports_read_its_months_and_sentences_its_short_words(whole: Path, tmp_path: Path) -> None:
    shutil.copytree(whole, tmp_path / "own")
    facts = tmp_path / "own/language/zz.toml"
    facts.write_text(
        re.sub("^abbreviations = .*$", 'abbreviations = "zubb"', facts.read_text("utf-8"), flags=re.MULTILINE)
    )
    command = [sys.executable, "-c", _READ_BY_IMPORTS, str(tmp_path / "own")]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path).stdout
    assert told == "2026-02-03 False True\n"


ALLOWED = frozenset({"Recul", "ctrl", "age", "Une", "pdf"})
"""The name of the program, of a key, of a tool, and what pages were given by `every_page.py`."""


@pytest.mark.slow_proof  # every page of the app
@pytest.mark.timeout(300)
async def test_no_page_has_a_text_that_came_by_another_way(vaulted: Any, spoken: None) -> None:
    notebook = vaulted.notebook()
    refs = fictitious_year.live(notebook, "zz")
    notebook.close()
    allowed = ALLOWED | set(_WORD.findall(json.dumps(fictitious_year.told("zz"), default=str, ensure_ascii=False)))
    allowed |= set(_WORD.findall(sys.modules["every_page"].RETOLD))
    found, seen = {}, set()
    folder = re.compile(r"\s*".join(map(re.escape, str(vaulted.environment.folder))) + r"\S*(\s+backups\b)?")  # wrapped
    async with vaulted.unlocked_app((120, 40)) as pilot:
        app = vaulted.app(pilot)
        for name, opened in sys.modules["every_page"].PAGES.items():
            await app.push_screen(opened(app.journal.notebook, refs))
            await vaulted.settle(pilot)
            plain = set(_WORD.findall(_OUTSIDE.sub("", folder.sub("", vaulted.shown(pilot)))))
            seen |= plain
            if left := sorted(plain - allowed):
                found[name] = left
            await app.pop_screen()
            await pilot.pause()
    assert found == {}
    assert "ctrl" in seen  # plain letters are seen where there are any
