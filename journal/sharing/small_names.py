"""Surnames as small as "Le" and "An" at the beginning of a sentence: what follows tells them from the words.

“An was late” and “Le écoute” tell of somebody, since no article stands so; “An apple” and “Le quartier” are articles.
What can be both, as “He asked” of Ms He or “Le compte”, is pointed out and not decided.
"""

import re

from journal.sharing.folding import fold
from journal.sharing.reading import Reading, words
from journal.sharing.words import spelt

_BLANK = "[ \u00a0\u202f]"
_LOOKED_AHEAD = 120  # characters
_ARTICLES = frozenset({"an", "le", "la", "les", "un", "une", "the"})
_EITHER = words(  # words that stand before a verb, or before a noun that is one, as a name does
    "he she it we you i they who il elle on tu nous vous qui je ils elles lui me te se ne y so as if not all any one no"
    " non in is are was am be can si ni ok oh us la les un une the ce ces ma mon ta ton sa son mes nos vos"
)
_NO_POSSESSIVE = words("he she it who we you i")
_POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s+[^\W\d_]))", re.IGNORECASE)
_CUT_SHORT = re.compile(r"['’](?:ll|ve)\b")
_WORD = re.compile(rf"(?:{_BLANK}|\n)([^\W\d_]+)([-‐‑]?)")
_SECOND = re.compile(rf"{_BLANK}([^\W\d_]+)|[.,;:!?…]|\Z")
_COMMA = re.compile(rf",{_BLANK}|{_BLANK}\(")
_ALONE = re.compile(rf"{_BLANK}?(?:[.!?…;:)»”]|\n|\Z)")
_TIED = re.compile(r"['’](?:d|re)\b|[-‐‑]")
_VOWEL = re.compile("[aeiouàâéèêëîïôûù]")
_SILENT = re.compile("h(?:our|onest|onou?r|eir|erb)")
_ADVERB = re.compile(
    r"(?:always|also|often|only|even|already|almost|actually|usually|immediately|apparently|obviously|never|just|still"
    r"|really|now|then|again|finally|quietly|suddenly|clearly|simply|probably|certainly)\Z"
)
_AFTER_A_NAME = words("and et ou or who qui is ne me te se a")
_AFTER_LE = _AFTER_A_NAME | words("to from with avec chez en à at on absent absente late sick ill away upset angry")
_ELIDED = re.compile(rf"{_BLANK}[mnst]['’]")
_OBJECTS = words(
    "me us him her them you it to that if whether why how what when where because and but the a an my our his their"
    " your this these those for about with at on in of not no again too also as very well nothing everything"
)
_PAST = re.compile(r"(?!(?:pied|bled|lied|led|raid)\Z)[a-z]+[a-df-z]ed\Z")  # and no French noun
_NOUNS_TOO = words(  # verbs that are nouns of French as well, or the infinitive
    "pilote critique lit compte passe reste manque sort fait change sang téléphone telephone rose must put let cut read"
    " quit led"
)


def small_name_begins(text: str, start: int, end: int) -> Reading:
    """Return what a word that is a listed surname, from `start` to `end`, is at the beginning of a sentence."""
    word, rest = fold(text[start:end]), text[end : end + _LOOKED_AHEAD].lstrip("*_")
    if (signed := _by_sign(word, rest)) is not None:
        return signed
    following = _WORD.match(rest)
    if following is None or not following[1][0].islower() or following[2]:
        return Reading.WORD
    if word == "an":
        return _after_an(following[1], rest[following.end() :])
    return _after_le(following[1]) if word == "le" else _after_another(word, following[1])


def _by_sign(word: str, rest: str) -> Reading | None:
    """Return what a word is by the sign behind it; None where none stands there that tells it."""
    if _CUT_SHORT.match(rest) or _POSSESSIVE.match(rest):
        return Reading.UNSURE if word in _NO_POSSESSIVE else Reading.NAME
    if _COMMA.match(rest):
        return Reading.NAME if word in _ARTICLES else Reading.WORD
    if _ALONE.match(rest):
        return Reading.UNSURE if word in _ARTICLES and rest.strip() else Reading.WORD
    if _ELIDED.match(rest) and word not in _EITHER:
        return Reading.NAME
    return Reading.WORD if _TIED.match(rest) else None


def _after_another(word: str, following: str) -> Reading:
    if not _is_verb(following):
        return Reading.NAME if following in ("and", "et") and word not in _EITHER else Reading.WORD
    return Reading.UNSURE if word in _EITHER or following in _NOUNS_TOO else Reading.NAME


def _after_an(word: str, behind: str) -> Reading:
    """Return what "An" is by the word after it: an article before a vowel that one hears, and nowhere else."""
    if word in _AFTER_A_NAME:
        return Reading.NAME
    if _SILENT.match(word) or len(word) == 1:
        return Reading.WORD
    if _VOWEL.match(word):
        return _before_vowel(word, behind)
    return Reading.NAME if word[0] != "h" or _is_verb(word) else Reading.UNSURE


def _before_vowel(word: str, behind: str) -> Reading:
    if _ADVERB.match(word):
        further = _WORD.match(behind)
        return Reading.NAME if further and _is_verb(further[1]) else Reading.UNSURE
    if word.endswith("ed"):
        return _by_object(word, behind)
    if _is_verb(word):
        return Reading.NAME
    return Reading.UNSURE if word in _OBJECTS else Reading.WORD


def _by_object(word: str, behind: str) -> Reading:
    """Return what stands before a verb that may describe a noun: “An agreed plan”, and “An agreed to it”."""
    further = _SECOND.match(behind)
    if further is not None and (further[1] is None or further[1] in _OBJECTS or further[1].endswith("ly")):
        return Reading.NAME
    return Reading.UNSURE if _is_verb(word) else Reading.WORD


def _after_le(word: str) -> Reading:
    """Return what "Le" is by the word after it: no article before a verb that is no noun."""
    if word in _NOUNS_TOO:
        return Reading.UNSURE
    does = _is_verb(word) or _PAST.match(word) or _ADVERB.match(word)
    return Reading.NAME if does or word in _AFTER_LE else Reading.WORD


def _is_verb(word: str) -> bool:
    return word in spelt("persons-verbs") or word in spelt("finite-verbs")
