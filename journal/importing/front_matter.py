"""Front matter of a note: YAML between rules (Obsidian, Jekyll, Joplin), TOML (Hugo), or `key:: value` (Logseq).

Each field is read by itself, so that one which is no YAML is taken as it is written and costs no other.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from journal.importing import yaml_values

_YAML = re.compile(r"\A\s*?---[ \t]*\n(?P<fields>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\A\s*?\+\+\+[ \t]*\n(?P<fields>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_PROPERTIES = re.compile(r"\A(?:[ \t]*\n)*(?P<fields>(?:(?:-[ \t]+)?[\w./-]++::(?:[ \t][^\n]*+)?(?:\n|\Z))++)")
_KEY = re.compile(
    r"^(?P<key>[^\s\-#?\[\]{},&*!|>'\"%@`:][^:\n]{0,100}?|\"[^\"\n]{1,100}\"|'[^'\n]{1,100}')[ \t]*:(?=\s|$)"
)
_BELOW_TITLE = re.compile(
    r"\A(?P<title># [^\n]*\n)\n(?P<fields>(?:[^\W\d_][^:\n]{0,60}: [^\n]{1,500}(?:\n|\Z))+)(?:\n|\Z)"
)
_MOST_FIELDS = 300
_GOES_ON = re.compile(r"^(?:[ \t]|-(?:[ \t]|$)|[\]}]|$)")
_SIGNS = re.compile(r"^(?:#|\[\[|@|`|%)")  # what YAML reads as something else and people mean as text
_PLAIN = re.compile(r"[^\W_][^\n]*")  # a line that YAML would read as it is, but for what it calls a comment
_SIGNED_ITEM = re.compile(r"^([ \t]*-[ \t]+)([#@%`*&!][^\n]*?)[ \t]*$", re.MULTILINE)
_NOTHING = ("", "~", "null")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Fields by their keys, in their order, and lines that are none or come a second time."""

    fields: dict[str, Any] = field(default_factory=dict, repr=False)
    rest: str = field(default="", repr=False)


def split(text: str) -> tuple[FrontMatter | None, str]:
    """Return the front matter and the text below it; None when there is none."""
    if (found := _YAML.match(text)) and found.end("fields") <= yaml_values.LONGEST and _holds_fields(found["fields"]):
        return _of_yaml(found["fields"]), text[found.end() :]
    if (found := _TOML.match(text)) and found.end("fields") <= yaml_values.LONGEST:
        read = _of_toml(found["fields"])
        return (read, text[found.end() :]) if read else (None, text)
    if (found := _PROPERTIES.match(text)) and found.end("fields") <= yaml_values.LONGEST:
        return _of_properties(found["fields"]), text[found.end() :]
    return None, text


def of_notion(text: str) -> tuple[FrontMatter | None, str]:
    """Return the properties that Notion writes below the title of a page, and the text without them."""
    found = _BELOW_TITLE.match(text)
    if not found or found.end() > yaml_values.LONGEST:
        return None, text
    lines = [line.partition(":") for line in found["fields"].splitlines()]
    fields = {key.strip(): value.strip() for key, _sign, value in lines}
    if len(fields) < len(lines):
        return None, text
    return FrontMatter(fields), f"{found['title']}\n{text[found.end() :]}"


def begins(text: str) -> bool:
    """Whether a text begins with front matter."""
    return split(text)[0] is not None


def written(value: object) -> str:
    """Return a value as one line of text for the end of a body."""
    if isinstance(value, list):
        return ", ".join(written(each) for each in value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {written(each)}" for key, each in value.items())
    return str(value)


def _holds_fields(text: str) -> bool:
    """Whether what stands between two rules is front matter and not a text between rules."""
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith("#")]
    return not lines or any(_KEY.match(line) for line in lines[:1])


def _of_yaml(text: str) -> FrontMatter:
    fields: dict[str, Any] = {}
    rest: list[str] = []
    for key, value in _blocks(text):
        if not key:
            rest.append(value)
        elif key in fields or len(fields) >= _MOST_FIELDS:
            rest.append(f"{key}: {value.strip()}")
        else:
            fields[key] = _value(value)
    return FrontMatter(fields, "\n".join(rest).strip("\n"))


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Yield each key with the lines of its value, and lines that belong to none under an empty key."""
    key, lines = "", list[str]()
    for line in text.split("\n"):
        match = _KEY.match(line)
        if match is None and key and _GOES_ON.match(line):
            lines.append(line)
            continue
        if lines and (key or any(each.strip() for each in lines)):
            yield key, "\n".join(lines)
        key, lines = (match["key"].strip("\"' "), [line[match.end() :]]) if match else ("", [line])
    if lines and (key or any(each.strip() for each in lines)):
        yield key, "\n".join(lines)


def _value(text: str) -> Any:
    """Return what YAML reads in a field's value; the text itself when it reads nothing or means something else."""
    bare = text.strip()
    if bare.lower() in _NOTHING:
        return ""
    if _SIGNS.match(bare) or _PLAIN.fullmatch(bare):
        return bare
    try:
        return yaml_values.parse(f"value:{_SIGNED_ITEM.sub(_quoted, text)}\n")["value"]
    except (yaml_values.NotRead, KeyError, TypeError):
        return bare


def _quoted(match: re.Match[str]) -> str:
    """Return an item of a list that begins with a sign of YAML's as the text that its writer meant."""
    return match[1] + "'" + match[2].replace("'", "''") + "'"


def _of_toml(text: str) -> FrontMatter | None:
    try:
        return FrontMatter({key: _plain(value) for key, value in tomllib.loads(text).items()})
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return None


def _plain(value: object) -> Any:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)


def _of_properties(text: str) -> FrontMatter:
    fields: dict[str, Any] = {}
    rest: list[str] = []
    for line in text.splitlines():
        key, _sign, value = line.removeprefix("- ").partition("::")
        if key.strip() and key.strip() not in fields:
            fields[key.strip()] = value.strip()
        elif line.strip():
            rest.append(line)
    return FrontMatter(fields, "\n".join(rest))
