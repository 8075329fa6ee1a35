"""What is made harmless, and the table of what is not seen, held against what Unicode never changes."""

import re
import unicodedata

import pytest

from journal.errors import FileMissing, UnknownRecipient
from journal.hygiene import _HARMFUL, clean, plain_name, visible
from journal.unicode_ranges import DEFAULT_IGNORABLE, WITHOUT_WORD_BORDERS

_IGNORED = re.compile(f"[{DEFAULT_IGNORABLE}]")
_STABLE_NAMES = {  # names never change, and these blocks were complete long before any Python that Recul runs on
    "Han": "CJK UNIFIED IDEOGRAPH-",
    "Hiragana": "HIRAGANA LETTER ",
    "Katakana": "KATAKANA LETTER ",
    "Hangul": "HANGUL SYLLABLE ",
    "Thai": "THAI CHARACTER ",
    "Lao": "LAO LETTER ",
    "Khmer": "KHMER LETTER ",
    "Myanmar": "MYANMAR LETTER ",
}


@pytest.mark.parametrize(
    "code",
    [0xAD, 0x34F, 0x61C, 0x115F, 0x180E, 0x200B, 0x200D, 0x202E, 0x2060, 0x3164, 0xFE0F, 0xFEFF, 0xE0041, 0xE0100],
)
def test_what_is_not_seen_is_in_the_table(code: int) -> None:
    assert _IGNORED.fullmatch(chr(code))


@pytest.mark.parametrize("code", [0x20, 0x41, 0xA0, 0xE9, 0x301, 0x600, 0x2010, 0x2028, 0x202F, 0x2800, 0x1F600])
def test_what_is_seen_or_takes_room_is_not_in_the_table(code: int) -> None:
    assert not _IGNORED.fullmatch(chr(code))


def test_nothing_that_has_a_face_is_in_the_table_of_what_is_not_seen() -> None:
    found = {unicodedata.category(each) for each in map(chr, range(0xF0000)) if _IGNORED.fullmatch(each)}
    assert found <= {"Cf", "Mn", "Lo", "Cn"}  # formats, joiners and selectors, Hangul fillers, room kept for more


@pytest.mark.parametrize("script", WITHOUT_WORD_BORDERS)
def test_every_letter_of_a_script_is_in_its_ranges_and_no_latin_one(script: str) -> None:
    ranges = re.compile(f"[{WITHOUT_WORD_BORDERS[script]}]")
    letters = [
        each for each in map(chr, range(0x32000)) if unicodedata.name(each, "").startswith(_STABLE_NAMES[script])
    ]
    assert len(letters) > 20
    assert [each for each in letters if not ranges.fullmatch(each)] == []
    assert not ranges.search("".join(map(chr, range(0x250))))


def test_the_scripts_share_no_letter() -> None:
    every = [re.compile(f"[{ranges}]") for ranges in WITHOUT_WORD_BORDERS.values()]
    assert all(sum(bool(each.fullmatch(chr(code))) for each in every) <= 1 for code in range(0x32000))


def test_what_comes_from_outside_hides_nothing_and_a_persons_text_keeps_its_joiners() -> None:
    family = "\N{MAN}\N{ZERO WIDTH JOINER}\N{GIRL}"
    assert clean(family) == family
    assert visible("a\u200bb\u00adc\u2060d\U000e0041e\x1b[2Jf") == "a�b�c�d�e␛[2Jf"
    assert visible(family + "\N{HEAVY BLACK HEART}\ufe0f") == family + "\N{HEAVY BLACK HEART}\ufe0f"
    assert visible("l’été\u00a0; \u202f!") == "l’été\u00a0; \u202f!"


def test_no_fact_of_an_error_reaches_the_terminal_raw() -> None:
    assert FileMissing(path="a\u200b\x1b]52;c;\x07\nb\udce9").message() == "There is no file a�␛]52;c;␇ b�."
    assert "\u202e" not in UnknownRecipient(name="\u202egnol").message()


def test_no_sign_that_does_harm_or_hides_is_passed_over() -> None:
    every = [chr(code) for code in range(0x110000)]
    harmful = re.findall(_HARMFUL, "".join(every).replace("\r", ""))
    assert len(harmful) > 2100
    assert not [each for each in harmful if clean(each) == each]
    hidden = [each for each in every if _IGNORED.fullmatch(each)]
    assert not [each for each in hidden if visible(f"é{each}") == f"é{each}"]
    assert not [each for each in hidden if plain_name(f"é{each}é") == f"é{each}é" and each not in "\u200c\u200d"]
