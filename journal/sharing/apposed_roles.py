"""A role that was given an alias as if it were a person’s name, beside the name of whoever has it.

“Sophie, la DAF” is one woman: beside her alias another one would make her two.
"""

import re

from journal.sharing.grammar import words_told
from journal.sharing.words import folded

_BLANK = "[ \u00a0\u202f]"
_ARTICLE = rf"(?:(?:{'|'.join(sorted(words_told('articles')))}){_BLANK}|[ldLD]['’])?"
_BEFORE_ROLE = re.compile(rf"(?:, |{_BLANK}(\())(?i:{_ARTICLE})")
_AND = re.compile(rf",{_BLANK}(?:and|or|&)\b")  # the next of those who are told together
_ENDS = re.compile(rf",|(?={_BLANK}?[.;:!?)…\n])|\Z")
_BEFORE_NAME = re.compile(rf"(, |{_BLANK}\(|{_BLANK})")
_LEADING = re.compile(rf"(?<![^\W_])(?i:(?:{'|'.join(sorted(words_told('articles')))}){_BLANK}|[ld]['’])\Z")
_LONGEST_ARTICLE = 8


def is_role(words: tuple[str, ...]) -> bool:
    """Whether folded words that were listed as somebody's name are those of a role: "DAF", "the CFO"."""
    told = [word for word in words if word not in words_told("articles")]
    return bool(told) and all(word in folded("roles") for word in told)


def role_begins(text: str, end: int) -> tuple[int, str] | None:
    """Return where a role may begin behind a name that ends there, and what parts them; None where none can."""
    found = _BEFORE_ROLE.match(text, end)
    return (found.end(), found[1] or ",") if found else None


def role_ends(text: str, end: int, parting: str) -> int | None:
    """Return where a name and a role end that stand beside each other, with the sign that closes them; None else."""
    if parting == " ":
        return end
    if parting == "(":
        return end + 1 if text.startswith(")", end) else None
    if _AND.match(text, end):
        return None
    closed = _ENDS.match(text, end)
    return closed.end() if closed else None


def name_begins(text: str, end: int) -> tuple[int, str] | None:
    """Return where a name may begin behind a role that ends there, and what parts them; None where none can."""
    found = _BEFORE_NAME.match(text, end)
    return (found.end(), found[1].strip(" \u00a0\u202f") or " ") if found else None


def with_article(text: str, start: int, written: int) -> int:
    """Return where a role begins with its article: "la DAF"."""
    found = _LEADING.search(text, max(written, start - _LONGEST_ARTICLE), start)
    return found.start() if found else start
