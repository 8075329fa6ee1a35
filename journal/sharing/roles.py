"""A role that stands beside a name: once the name is an alias that tells the role, it would be said twice.

"La praticienne Claire", "Claire, ma praticienne, …", "Claire (praticien)", "le DRH (Paul)".
"""

import re
from collections.abc import Callable
from functools import lru_cache

from journal.sharing.folding import fold
from journal.sharing.grammar import read

_BLANK = " \u00a0\u202f"
_PARTING = ",;:.!?()'’"
_WORD = rf"[^\s{_PARTING}]+"
_BEFORE = re.compile(rf"(?<![\w‐‑-])((?:{_WORD}[{_BLANK}]){{0,3}}{_WORD})(,?[{_BLANK}]|[{_BLANK}]\()\Z")
_AFTER = re.compile(r", (?:[^\W\d_]+ |l['’])?([^,.;:!?()\n]{1,60})(,| ?[.;:!?)\n]|$)", re.IGNORECASE)
_IN_BRACKETS = re.compile(rf"[{_BLANK}]\(([^()\n]{{1,60}})\)")
_LONGEST_BEFORE = 60
_GENDERED = (
    (re.compile(r"(?:rice|euse|eur)\Z"), "eur"),
    (re.compile(r"(?:ienne|ien)\Z"), "ien"),
    (re.compile(r"e?s?\Z"), ""),
)


def without_role(
    text: str, span: tuple[int, int], written: int, head: str, means_same: Callable[[str], bool]
) -> tuple[int, int]:
    """Return from where to where a name stands together with what tells the same as the alias beside it."""
    start, end = span
    before = None
    if _may_tell_role(text[max(written, start - _LONGEST_BEFORE) : start], head):
        before = _BEFORE.search(text, max(written, start - _LONGEST_BEFORE), start)
    role = _role_at_end(before.group(1).split(), head.split()) if before else 0
    bracket = before is not None and before.group(2).endswith("(")
    if before and role and (not bracket or text.startswith(")", end)):
        words = before.group(1).split()
        start = before.end(1) - len(" ".join(words[-role:]))
        end += bracket or (before.group(2).startswith(",") and text.startswith(",", end))
    if (after := _AFTER.match(text, end)) and _alike(after.group(1), head):
        end = after.end() if after.group(2) == "," else after.start(2)
    if (after := _IN_BRACKETS.match(text, end)) and (_alike(after.group(1), head) or means_same(after.group(1))):
        end = after.end()
    return start, end


def _may_tell_role(before: str, head: str) -> bool:
    """Whether the last word before a name can be one of the role: a quick look, since most are none."""
    words, end = head.split(), len(before.rstrip(f"{_BLANK}(,"))
    begin = end
    while begin and before[begin - 1] not in _PARTING and not before[begin - 1].isspace():
        begin -= 1
    return bool(words) and _stem(before[begin:end]) in (_stem(words[0]), _stem(words[-1]))


def _role_at_end(words: list[str], head: list[str]) -> int:
    """Return how many of the last words tell the role: all of its words, or the first: "la directrice" Sofia."""
    for count in (len(head), 1):
        if _stems(words[-count:]) == _stems(head[:count]):
            return count
    return 0


def _alike(words: str, head: str) -> bool:
    """Whether words tell the same role, in either gender, with or without an article."""
    return _stems(read(words).head.split()) == _stems(head.split())


def _stems(words: list[str]) -> list[str]:
    return [_stem(word) for word in words]


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    word = fold(word)
    for pattern, plain in _GENDERED:
        word = pattern.sub(plain, word, count=1)
    return word
