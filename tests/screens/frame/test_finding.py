"""Commands and protocols are found by words alike, of any language; what nothing is called says so."""

from typing import Any

import pytest

from journal import language
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.practice import choosing, reading
from journal.practice.protocols_at_hand import at_hand
from screens.frame import finding
from screens.keys import TABLE
from screens.widgets.rows import Rows


@pytest.fixture(scope="module")
def known() -> dict[str, tuple[str, str]]:
    rows = [each for each in TABLE.rows if each.listed]
    told = {each.id: (finding.in_all_languages(each.title), finding.in_all_languages(each.help)) for each in rows}
    asked = {each.code: (_in_all(each.title), _in_all(each.purpose)) for each in choosing.of_scenes(at_hand())}
    return told | asked


def _in_all(words: Any) -> str:
    return finding.folded(" ".join(words.in_(each) for each in language.languages()))


def test_each_command_and_each_protocol_has_another_word(known: dict[str, tuple[str, str]]) -> None:
    left = dict(known)
    for word in sorted({word for word in finding.all_words() if " " not in word}):
        found = finding.matching({each: texts for each, texts in left.items() if word not in " ".join(texts)}, word)
        left = {each: texts for each, texts in left.items() if each not in found}
    assert not left


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("semaine", "week"),
        ("bilan", "week"),
        ("revue", "week"),
        ("hebdo", "week"),
        ("weekly", "week"),
        ("review", "week"),
        ("bilan", "look_back"),
        ("supprimer", "trash"),
        ("mot de passe", "settings"),
        ("password", "settings"),
        ("imprimer", "share"),
        ("rdv", "sessions"),
        ("Décision", "alone"),
        ("diary", "journal"),
    ],
)
def test_words_that_people_look_for_find_it(known: dict[str, tuple[str, str]], typed: str, found: str) -> None:
    assert found in finding.matching(known, typed)


def test_what_a_title_says_comes_before_what_is_alike(known: dict[str, tuple[str, str]]) -> None:
    assert finding.matching(known, "corbeille")[0] == "trash"
    assert finding.matching(known, "rétrospective")[0] == "look_back"


def test_nothing_is_found_by_a_word_that_means_nothing(known: dict[str, tuple[str, str]]) -> None:
    assert finding.matching(known, "zzz") == []


async def test_the_week_begins_from_the_palette_and_belongs_to_no_situation(vaulted: Any) -> None:
    async with vaulted.unlocked_app() as pilot:
        await pilot.press("colon", *"zzz")
        await pilot.pause()
        assert "No command is called so" in vaulted.shown(pilot)
        height = pilot.app.screen.query_one(Rows).size.height
        await pilot.press(*["backspace"] * 3, *"semaine")
        await pilot.pause()
        rows = pilot.app.screen.query_one(Rows)
        assert rows.size.height == height  # nothing of the page below comes and goes
        rows.choose("protocol:week")
        await pilot.press("enter")
        await vaulted.settle(pilot)
        assert "The end of the week" in pilot.app.screen.page_title()
        assert pilot.app.screen.run.about is None
        assert not reading.newest(pilot.app.journal.notebook, Filter(kinds=(Kind.SITUATION,)), 1)
