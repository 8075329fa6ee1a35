"""The words of a Day One entry: Markdown with signs escaped, or rich text as JSON; pictures are counted."""

import json
import re
from collections import Counter
from typing import Any

from journal.importing.notices import Notice

_ESCAPED = re.compile(r"\\([!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~…])")
_CODE = re.compile(r"(^```.*?^```[^\n]*$|`[^`\n]+`)", re.MULTILINE | re.DOTALL)
_MEDIA = re.compile(r"!\[[^\[\]\n]{0,300}\]\(dayone-moment:/{1,2}([a-zA-Z]*)/?[^()\s]{0,200}\)[ \t]*\n?")
_RECORDINGS = ("video", "audio", "pdfattachment", "pdf")
_LISTS = {"bulleted": "- ", "numbered": "1. "}


def plain(text: str, notices: Counter[Notice]) -> str:
    """Return the Markdown as it was typed, without pictures, which are counted."""

    def counted(match: re.Match[str]) -> str:
        notices[Notice.RECORDINGS if match[1].lower() in _RECORDINGS else Notice.PICTURES] += 1
        return ""

    parts = _CODE.split(_MEDIA.sub(counted, text))
    return "".join(part if at % 2 else _ESCAPED.sub(r"\1", part) for at, part in enumerate(parts)).strip()


def of_rich_text(told: str, notices: Counter[Notice]) -> str | None:
    """Return rich text as Markdown, headings and lists kept; None when it cannot be read."""
    try:
        contents = json.loads(told)["contents"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(contents, list):
        return None
    written: list[str] = []
    starts = True
    for each in contents:
        if not isinstance(each, dict):
            return None
        if each.get("embeddedObjects"):
            _count_media(each["embeddedObjects"], notices)
            written += [] if starts else ["\n"]
            starts = True
        words = each.get("text")
        if isinstance(words, str) and words:
            written.append((_prefix(each.get("attributes")) if starts else "") + words)
            starts = words.endswith("\n")
    return "".join(written).strip()


def _prefix(attributes: object) -> str:
    line: Any = attributes.get("line") if isinstance(attributes, dict) else None
    if not isinstance(line, dict):
        return ""
    header = line.get("header")
    if isinstance(header, int) and 0 < header <= len("######"):
        return "#" * header + " "
    if line.get("listStyle") == "checkbox":
        return "- [x] " if line.get("checked") is True else "- [ ] "
    return _LISTS.get(str(line.get("listStyle")), "")


def _count_media(objects: object, notices: Counter[Notice]) -> None:
    for each in objects if isinstance(objects, list) else []:
        if isinstance(each, dict) and isinstance(each.get("type"), str):
            notices[Notice.RECORDINGS if each["type"].lower() in _RECORDINGS else Notice.PICTURES] += 1
