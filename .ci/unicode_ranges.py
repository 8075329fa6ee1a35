"""Write `journal/unicode_ranges.py`: what `unicodedata` does not know of characters.

Run by hand when Unicode has a newer version, `ruff format` after it. The package `regex`, wanted here alone,
carries the Unicode Character Database.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import regex

TARGET = Path(__file__).resolve().parent.parent / "journal" / "unicode_ranges.py"
SCRIPTS = {
    "Han": r"\p{Script=Han}",
    "Hiragana": r"\p{Script=Hiragana}",
    "Katakana": r"[\p{Script=Katakana}\u30FC\uFF70]",  # the mark of a long vowel, which Unicode counts as common
    "Hangul": r"\p{Script=Hangul}",
    "Thai": r"\p{Script=Thai}",
    "Lao": r"\p{Script=Lao}",
    "Khmer": r"\p{Script=Khmer}",
    "Myanmar": r"\p{Script=Myanmar}",
}
HEAD = '''\
"""Ranges of characters that `unicodedata` does not tell, each the inside of a regular expression's `[…]`.

Written by `.ci/unicode_ranges.py` from the Unicode Character Database; not to be edited.
"""

from collections.abc import Mapping

'''


def ranges(pattern: str) -> Iterator[str]:
    """Yield the characters of a pattern as ranges, escaped."""
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    for found in regex.finditer(f"(?:{pattern})+", every, regex.VERSION1):
        first, last = found.group()[0], found.group()[-1]
        yield escaped(first) if first == last else f"{escaped(first)}-{escaped(last)}"


def escaped(character: str) -> str:
    """Return a character as Python's source spells it in ASCII."""
    return character.encode("ascii", "backslashreplace").decode()


def literal(pattern: str, indent: str) -> str:
    """Return the ranges as string literals, few enough on a line to be read."""
    found = list(ranges(pattern))
    lines = [f'{indent}"{"".join(found[at : at + 5])}"' for at in range(0, len(found), 5)]
    return "\n".join(lines)


def source() -> str:
    """Return the module's text."""
    ignorable = literal(r"\p{Default_Ignorable_Code_Point}", "    ")
    scripts = "\n".join(f'    "{name}": (\n{literal(pattern, " " * 8)}\n    ),' for name, pattern in SCRIPTS.items())
    return (
        f"{HEAD}DEFAULT_IGNORABLE = (\n{ignorable}\n)\n"
        '"""What is not shown at all where it is not supported: zero widths, joiners, fillers, selectors, tags."""\n\n'
        f"WITHOUT_WORD_BORDERS: Mapping[str, str] = {{\n{scripts}\n}}\n"
        '"""The scripts whose words stand without spaces between them, or with endings grown onto them, by name."""\n'
    )


if __name__ == "__main__":
    TARGET.write_text(source(), "utf-8")
