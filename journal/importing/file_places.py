"""Place of the file of a note, as far as a person chose it: told at the end of its text."""

import re
from collections.abc import Mapping
from pathlib import PurePath

from journal.hygiene import one_line
from journal.importing import file_names, moments
from journal.language import _
from journal.store.folding import words

# Folders that a program makes, not a person.
_MADE = frozenset(["journals", "pages", "posts", "_posts", "drafts", "_drafts", "content", "docs", "entries", "notes"])
_OF_A_DAY = re.compile(r"\d{1,4}(?:[-_.]\w{1,9}){0,3}")
_SLUG = re.compile(r"[a-z0-9]+|[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)+")  # a name that follows from a title
_BUNDLES = (".textbundle", ".dayone")
_LONGEST = 300


def told(path: PurePath, text: str) -> dict[str, str]:
    """Return the folder of a note, and its name where neither title nor text hold its words."""
    parents = [part for part in path.parts[:-1] if not _is_made(part)]
    found = {_("folder"): one_line("/".join(parents))[:_LONGEST]} if parents else {}
    name = file_names.without_identifier(path.stem)
    named = {word for word in words(name) if word.isalpha()}
    if not (_SLUG.fullmatch(name) or moments.parse(name) or named.issubset(words(text))):
        found[_("file")] = one_line(name)[:_LONGEST]
    return found


def added(body: str, filed: Mapping[str, str], *, parted: bool) -> str:
    """Return a body with these at its end; `parted` tells that a rule parts other fields from it already."""
    lines = "\n".join(f"- {name}: {value}" for name, value in filed.items())
    if not lines:
        return body
    between = "\n" if parted else "\n\n* * *\n\n" if body else ""
    return f"{body}{between}{lines}"


def _is_made(folder: str) -> bool:
    return folder.lower() in _MADE or folder.endswith(_BUNDLES) or _OF_A_DAY.fullmatch(folder) is not None
