"""Texts in Western letters are folded and parted into words as all others are, only sooner."""

import re
from random import Random

from journal.sharing.folding import WORD, Folded, fold, words_in
from journal.sharing.western import CHARACTERS, flat, shape

_SIGNS = [each for each in CHARACTERS if flat(each)] + ["\u202f"]
_LETTER = re.compile(r"[^\W\d_]")


def _texts() -> list[str]:
    """Return texts so long that they are folded as Western ones, with every sign of them among letters."""
    lots, words = Random(7), ["Été", "œuvre", "l’a", "dit", "Straße"]
    return [
        "".join(lots.choice((*_SIGNS, *words, " ")) for _each in range(200)).replace("\n", " ") for _text in range(60)
    ]


def test_a_western_text_is_folded_as_each_of_its_signs_is() -> None:
    for text in _texts():
        folded = Folded(text)
        assert fold(text) == "".join(map(fold, text))
        assert words_in(fold(text)) == frozenset(WORD.findall(fold(text)))
        assert all(each.group() in fold(text[slice(*folded.span(*each.span()))]) for each in WORD.finditer(folded.text))


def test_the_shape_of_a_western_text_tells_its_capitals_letters_and_digits() -> None:
    for sign in _SIGNS:
        told = (shape(sign) or b"").decode()
        assert (told in "Aa") == bool(_LETTER.match(sign)), sign
        assert (told == "A") == (bool(_LETTER.match(sign)) and sign.isupper())
        assert (told == "0") == sign.isdecimal()
    assert shape("Любовь") is None
