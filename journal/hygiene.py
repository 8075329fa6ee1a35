"""Text made harmless for a terminal: control characters and direction overrides become visible marks."""

import re
import unicodedata
from functools import cache

from journal.unicode_ranges import DEFAULT_IGNORABLE

# Making these takes milliseconds, so that they are made where a text holds more than most do.
# C0 but tab and newline, DEL, C1, lone surrogates, line and paragraph separators, and the marks that reorder text
# (Unicode UAX #9, explicit directional formatting; CVE-2021-42574). The joiners U+200C and U+200D stay: emoji and
# several scripts need them.
_HARMFUL = "[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\ud800-\udfff\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
_TYPOGRAPHIC = frozenset("‘’“”…–—\u202f€")
_FIRST_HIDDEN, _SOFT_HYPHEN = "\u034f", "\u00ad"
_PICTURES = "\u2190-\u2bff\U0001f000-\U0001faff\ufe0f"
LONGEST_NAME = 200
"""Characters of a name that is kept."""
_JOINERS = "\u200c\u200d"
_MOST_MARKS = 30
_FOREIGN_RUN = re.compile("[^\x00-\u02ff]{31,}")
_SPACES = re.compile("[ \t\n]+")
_MARK = "\N{REPLACEMENT CHARACTER}"
_DELETE = 0x7F
_SPACE = 0x20


def _visible(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < _SPACE:
        return chr(0x2400 + code)
    if code == _DELETE:
        return "\N{SYMBOL FOR DELETE}"
    return "\n" if code in (0x2028, 0x2029) else _MARK


def _safe_runs(text: str) -> str:
    """Return the text with long runs of combining marks parted, as UAX #15 does for streams.

    Marks are put in order in a time that grows with the square of their number: 160 KB of them took 22 seconds.
    """
    return text if text.isascii() else _FOREIGN_RUN.sub(_parted, text)


def _parted(match: re.Match[str]) -> str:
    run = match.group()
    if not any(map(unicodedata.combining, run)):
        return run
    signs: list[str] = []
    marks = 0
    for sign in run:
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks > _MOST_MARKS:
            signs.append("\N{COMBINING GRAPHEME JOINER}")
            marks = 1
        signs.append(sign)
    return run if len(signs) == len(run) else "".join(signs)


def clean(text: str) -> str:
    """Return the text, composed (NFC), with newlines alone as controls and every harmful character made visible."""
    plain = unicodedata.normalize("NFC", _safe_runs(text.replace("\r\n", "\n").replace("\r", "\n")))
    # Nothing that does harm is printable for Python; most texts are, but for some of their spaces.
    spaced = plain.replace("\n", "").replace("\t", "").replace("\u00a0", "").replace("\u202f", "")
    return plain if spaced.isprintable() else re.sub(_HARMFUL, _visible, plain)


def one_line(text: str) -> str:
    """Return the text as one clean line, white space folded; the no-break spaces of French typography stay."""
    return _SPACES.sub(" ", clean(text)).strip()


def visible(text: str) -> str:
    """Return a clean text in which nothing hides either: a name or path from outside looks like no other one."""
    told = clean(text)
    return told if _hides_nothing(told) else _hidden().sub(_MARK, told)


def plain_name(text: str) -> str:
    """Return a name as it is seen: one clean line without what hides, but the joiners of scripts that need them."""
    line = one_line(text)
    if _hides_nothing(line):
        return line
    return _hidden().sub(lambda match: match.group() if _joins(match) else "", line).strip()


def _hides_nothing(text: str) -> bool:
    """Whether a text is written in letters and signs among which none hides; others have to be looked at."""
    return text.isascii() or all(
        (sign < _FIRST_HIDDEN and sign != _SOFT_HYPHEN) or sign in _TYPOGRAPHIC for sign in set(text)
    )


@cache
def _hidden() -> re.Pattern[str]:
    """Return what finds the signs that hide; it takes milliseconds to make, so that lists do without."""
    # But for a joiner or a selector behind a picture: "\U0001f468\u200d\U0001f467" is one that is seen.
    return re.compile(f"(?!(?<=[{_PICTURES}])[\u200d\ufe0e\ufe0f])[{DEFAULT_IGNORABLE}]")


def _joins(match: re.Match[str]) -> bool:
    """Whether a sign joins letters that have no capitals, as those of Arabic and of India."""
    before = match.string[: match.start()][-1:]
    return match.group() in _JOINERS and before.isalpha() and before.lower() == before.upper()
