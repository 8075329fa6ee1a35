"""People called by name, or whose name is only quoted: an alias has no article there, and may not be said at all.

Nobody says “Thanks, my boss!”: what stands is “Thanks, boss!” where one may be called so, else “Thanks!”.
"""

import re
from dataclasses import dataclass

from journal.sharing.grammar import Alias, any_of, words_told
from journal.sharing.sentences import begins

_BLANK = " \u00a0\u202f"
_VOCATIVES = words_told("vocatives")
_GREETED = re.compile(
    rf"(?<![\w‐‑-])(?:{'|'.join(sorted(words_told('greetings'))) or '(?!)'})(,?[{_BLANK}])\Z", re.IGNORECASE
)
_GREETING_ENDS = re.compile(rf"[{_BLANK}]?(?:[,.!?…:;»”\")\n]|\Z)|[{_BLANK}](?:d['’]|(?:de|pour|for)\b)")
_TOLD_YOU = re.compile(rf",[{_BLANK}](?=(?:{any_of('to_you')}))", re.IGNORECASE)
_YOU = re.compile(rf"(?<![^\W_])(?:{any_of('to_you')})", re.IGNORECASE)
_AT_END = re.compile(rf"[^\W\d_](,[{_BLANK}])\Z")
_ENDS_ASKING = re.compile(rf"[{_BLANK}]?[!?]")
_SENTENCE = re.compile(r"[^.!?…«“\n,]*\Z")
_LONGEST_GREETING, _LONGEST_SENTENCE = 16, 200
_QUOTED = re.compile(rf"[«“][{_BLANK}]?\Z")
_QUOTE_ENDS = re.compile(rf"(?:[{_BLANK}]?!)?[{_BLANK}]?[»”]")


@dataclass(frozen=True, slots=True)
class Called:
    """From where to where what stands for somebody who is called, and what that is."""

    start: int
    end: int
    words: str


def called(text: str, start: int, end: int, written: int, alias: Alias) -> Called | None:
    """Return what stands where a name is called or quoted alone; None where it is told of."""
    if not alias.article:
        return None
    if _QUOTED.search(text, max(0, start - 2), start) and _QUOTE_ENDS.match(text, end):
        return Called(start, end, _capital(alias.head) if begins(text, start) else alias.head)
    return _greeted(text, start, end, written, alias) or _spoken_to(text, start, end, written, alias)


def _greeted(text: str, start: int, end: int, written: int, alias: Alias) -> Called | None:
    greeting = _GREETED.search(text, max(written, start - _LONGEST_GREETING), start)
    found = greeting if greeting and _GREETING_ENDS.match(text, end) else None
    return _after_word(text, start, end, found.start(1), alias) if found else None


def _spoken_to(text: str, start: int, end: int, written: int, alias: Alias) -> Called | None:
    if (told := _TOLD_YOU.match(text, end)) and begins(text, start):
        if alias.head in _VOCATIVES:
            return Called(start, end, _capital(alias.head))
        return Called(start, told.end() + 1, text[told.end()].upper())
    at_end = _AT_END.search(text, max(written, start - 3), start)
    if at_end and _ENDS_ASKING.match(text, end) and _speaks_to_somebody(text, at_end.start(1)):
        return _after_word(text, start, end, at_end.start(1), alias)
    return None


def _after_word(text: str, start: int, end: int, word_end: int, alias: Alias) -> Called:
    """Return what stands behind a word: the way to call somebody, or nothing, told with the letter before."""
    if alias.head in _VOCATIVES:
        return Called(start, end, alias.head)
    return Called(word_end - 1, end, text[word_end - 1])


def _speaks_to_somebody(text: str, end: int) -> bool:
    sentence = _SENTENCE.search(text, max(0, end - _LONGEST_SENTENCE), end)
    return sentence is not None and _YOU.search(sentence.group()) is not None


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
