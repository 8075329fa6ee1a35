"""Addresses and paths in a text: they tell an employer, a machine or a person without being a name."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from journal.sharing.folding import EMAIL

_END = r"[^\s<>\"“”«»|)\]}`]"
_SURE = "com|org|net|info|biz|dev|app|cloud|fr|eu|uk|io|local|lan|corp|internal|intranet"
_WEB = re.compile(
    rf"(?<![\w@-])(?<!\w\.)(?:(?!file:)[a-z][a-z0-9+.-]{{1,20}}://{_END}+|www\.{_END}+|"
    rf"(?:[a-z0-9][\w-]*\.)+(?:(?:{_SURE})(?![\w@-]|\.\w)|[a-z]{{2,10}}(?=/\w))(?:[:/?#]{_END}*)?|"
    r"(?:\d{1,3}\.){3}\d{1,3}(?![\w.]))",
    re.IGNORECASE,
)
_PATH = re.compile(
    rf"(?<![\w/.\\])(?:file:/+{_END}+|(?:~|\.{{1,2}})/{_END}+|/[\w.@-]+/{_END}+|"
    rf"[a-z]:[\\/]{_END}+|\\\\[\w.-]+\\{_END}+)",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"\.(?<=\w\.)\w")  # looking back after the dot spares a look at every letter
_TRAILING = ".,;:!?*_~'’…"


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where a host or an address of the web stands."""
    return _found(_WEB, text)


def paths(text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where a path of a file stands."""
    return _found(_PATH, text)


def whole(text: str) -> list[tuple[int, int]]:
    """Return everything that goes as a whole when it holds a name: mail, the web, files."""
    mail = [match.span() for match in EMAIL.finditer(text)] if "@" in text else []
    return [*mail, *addresses(text), *paths(text)] if mail or _may_hold_one(text) else []


class Addresses:
    """Everything in a text that goes as a whole when it holds a name: mail, the web, files."""

    def __init__(self, text: str) -> None:
        self._spans: list[tuple[int, int]] = []
        for start, end in sorted(whole(text), key=lambda span: (span[0], -span[1])):
            if not self._spans or start >= self._spans[-1][1]:
                self._spans.append((start, end))

    def widened(self, start: int, end: int, written: int) -> tuple[int, int]:
        """Return the whole address around a name; the name itself where there is none, or a part of it was written."""
        at = bisect_right(self._spans, start, key=itemgetter(0)) - 1
        if at >= 0 and written <= self._spans[at][0] and end <= self._spans[at][1]:
            return self._spans[at]
        return start, end


def _may_hold_one(text: str) -> bool:
    return "/" in text or "\\" in text or _DOTTED.search(text) is not None


def _found(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    if _may_hold_one(text):
        for match in pattern.finditer(text):
            yield match.start(), match.start() + len(match.group().rstrip(_TRAILING))
