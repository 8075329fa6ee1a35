"""Sentences: where sentences begin, told from the signs before a word."""

import re
from functools import cache

from journal.language import facts, languages

_ENDS = frozenset(".!?…\n·")
_OPENERS = " \t\u00a0\u202f«“\"‘'([{*_>#–—-0123456789)»”"
_LOOKED_BACK = 24  # characters

_LINE_HEAD = re.compile(
    r"[ \t>]*(?:#{1,6} |(?:[-*+–—•]|\d{1,3}[.)]) (?:\[[ xX]\] )?|\|)?[ \t\u00a0\u202f*_~\[(«“\"‘']*"
)
_ITEM = re.compile(r"[ \t>]*(?:#{1,6} |(?:[-*+–—•]|\d{1,3}[.)]) |\|)")
_CELL = re.compile(r"^[ \t]*\|.*\| *[*_]*\Z")
_AFTER_SENTENCE = re.compile(
    r"(?:(?<![^\W\d_])([^\W\d_]+)\.|[.!?…])[\"»”’'*_)\]\u00a0\u202f ]*[\u00a0\u202f ][«“\"‘'(\[*_–—\- \u00a0\u202f]*\Z"
)
_SAID = re.compile(r"[:,»”.!?…][ \u00a0\u202f]*[*_]*[«“\"][ \u00a0\u202f*_]*\Z")
_QUOTED = re.compile(r"[«“\"][ \u00a0\u202f*_]*\Z")
_WHOLE_SENTENCE = re.compile(r"[^«»“”\"\n]{1,300}[.!?…][ \u00a0\u202f*_]*[»”\"]")
_FULL_LINE = 50  # characters of a line from which on its end may be a mere wrap
_ENDED_LINE = re.compile(r"[.!?…:;»”\")\]*_|>][ \t]*\Z")
_LONGEST_SENTENCE = 400


def may_begin(text: str, start: int) -> bool:
    """Whether a word may begin a sentence, a line, a quotation, or a bullet: its capital tells nothing then."""
    before = text[max(0, start - _LOOKED_BACK) : start].rstrip(_OPENERS)
    if not before:
        return True
    skipped = text[max(0, start - _LOOKED_BACK) + len(before) : start]
    return before[-1] in _ENDS or "«" in skipped or "“" in skipped or (before[-1] == ":" and '"' in skipped)


def begins(text: str, start: int) -> bool:
    """Whether a word begins a sentence, a title, an item or a cell, so that it takes a capital."""
    line = text.rfind("\n", 0, start) + 1
    head = text[max(line, start - _LONGEST_SENTENCE) : start]
    if _LINE_HEAD.fullmatch(head) or _CELL.match(head):
        return not _wraps(text, line, head)
    if ended := _AFTER_SENTENCE.search(head[-_LOOKED_BACK:]):
        return not _is_abbreviation(ended.group(1) or "")
    return bool(_SAID.search(head) or (_QUOTED.search(head) and _WHOLE_SENTENCE.match(text, start)))


def _wraps(text: str, line: int, head: str) -> bool:
    """Whether a line only goes on with the sentence of the line before."""
    if line == 0 or _ITEM.match(head):
        return False
    before = text[text.rfind("\n", 0, line - 1) + 1 : line - 1]
    return len(before) >= _FULL_LINE and not _ENDED_LINE.search(before)


def _is_abbreviation(word: str) -> bool:
    return word.lower() in _abbreviations() or len(word) == 1


@cache
def _abbreviations() -> frozenset[str]:
    """Return the short words of all languages whose point ends no sentence."""
    return frozenset(word for language in languages() for word in facts(language).get("abbreviations", "").split())
