"""Tags as other programs write them: `#codir`, `[[Budget]]`, `@R&D`, a list or a line."""

import re
from collections.abc import Iterable

from journal.hygiene import one_line
from journal.importing.moments import unlinked

MOST_OF_A_TEXT = 200
"""Tags of one text; what comes after them stays in the text alone."""
_LONGEST = 200  # characters of one tag
_HASHED_LINK = re.compile(r"#\[\[([^\[\]\n]{1,200})\]\]")
_HASHED = re.compile(r"(?<![^\s(\[{,;:])#([\w&+-][\w&+/-]*)")
_PRIORITY = re.compile(r"\[#[A-Z]\]")  # of a task in Logseq and Org
_SEVERAL_WORDS = re.compile(r"(?<![^\s(\[{,;:])#(\w[^#\n]{0,40} [^#\n]{0,40}\w)#(?![\w#])")  # Bear's: #vie de bureau#
_AT = re.compile(r"(?<![\w.@/])@([\w][\w&+#/*-]*)")
_LINKS = re.compile(r"\[\[[^\[\]]+\]\]")
_CODE = re.compile(r"^(`{3,}+|~{3,}+)[^\n]*+\n.*?(?:^\1[`~]*[ \t]*$|\Z)|`[^`\n]+`", re.MULTILINE | re.DOTALL)


def listed(value: object) -> list[str] | None:
    """Return the tags of a list or a line; None when the value is neither, or when one is longer than a tag."""
    if isinstance(value, str):
        told = _parts(value)
    elif isinstance(value, list) and all(isinstance(each, str) for each in _flat(value)):
        told = [str(each) for each in _flat(value)]
    else:
        return None
    tags = _cleaned(told)
    return tags if all(len(tag) <= _LONGEST for tag in tags) else None


def in_text(text: str, sign: str = "#") -> list[str]:
    """Return the tags that stand in a text, code aside, and one more than the most when there are too many."""
    plain = _CODE.sub("\n", text) if "`" in text or "~~~" in text else text
    plain = _PRIORITY.sub(" ", plain)
    found = _HASHED_LINK.findall(plain) if "#" in sign else []
    if "#" in sign:
        found += _SEVERAL_WORDS.findall(plain)
        plain = _SEVERAL_WORDS.sub(" ", plain)
        found += [tag for tag in _HASHED.findall(plain) if any(each.isalpha() for each in tag)]
    if "@" in sign:
        found += _AT.findall(plain)
    plain_tags = (each.rstrip("-/*") for each in dict.fromkeys(found) if len(each) <= _LONGEST)
    return _cleaned(plain_tags)[: MOST_OF_A_TEXT + 1]


def _parts(line: str) -> list[str]:
    """Return the tags of a line: parted by commas, by links, or by spaces when each word bears a sign."""
    if "," in line or ";" in line:
        return re.split(r"[,;]", line.strip().removeprefix("[").removesuffix("]") if "[[" not in line else line)
    words = line.split()
    if words and all(word.startswith("#") for word in words):
        return words
    links = _LINKS.findall(line)
    if not links:
        return [line.strip("[] ")]
    return links if not _LINKS.sub("", line).strip() else [line]


def _flat(value: list[object]) -> list[object]:
    """Return a list with the lists in it opened: `[[Budget]]` is read as one."""
    return [inner for each in value for inner in (_flat(each) if isinstance(each, list) else [each])]


def _cleaned(tags: Iterable[str]) -> list[str]:
    cleaned = (one_line(unlinked(tag)).strip("\"' ").lstrip("#").strip() for tag in tags)
    return list(dict.fromkeys(tag for tag in cleaned if tag))
