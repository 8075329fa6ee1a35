"""Remarks: no damage, and to be known all the same; who else can look in, and copies that nobody reads."""

import os
import re
import stat
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from journal.language import N_, _
from journal.vault import inbox, shapes


class Sort(Enum):
    """What a remark is about."""

    OPEN_TO_OTHERS = "open-to-others"
    COPY_BESIDE = "copy-beside"


_WORDS = {
    Sort.OPEN_TO_OTHERS: N_(
        "Other users of this machine can read or change {path}. To keep it to yourself: chmod -R go="
    ),
    Sort.COPY_BESIDE: N_(
        "{path} is a copy that Recul does not read. A synced folder makes such copies when two machines write at once."
    ),
}


class Remark(NamedTuple):
    """One thing to know about a vault, and where it is."""

    sort: Sort
    path: Path

    def message(self) -> str:
        """Return one line for the person, in the current language."""
        from journal.hygiene import visible

        return _(_WORDS[self.sort]).format(path=visible(str(self.path)))


_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_PASS = stat.S_IXGRP | stat.S_IXOTH
# What makers of copies do to a name: "journal 2.db", "journal (conflicted copy 2026-11-29).db", "vault (1).json",
# "journal.sync-conflict-20261129-081500-ABCDEFG.db", "journal-LAPTOP.db", "Copie de journal.db", "journal.db.orig".
_LIKE_OURS = r"(?i)(?:journal|vault).*(?:\.db|\.json|\.mirror|-wal|conflict)"  # made where another name is met


def about(folder: Path) -> list[Remark]:
    """Return what there is to know about a vault's folder; no key is needed, and nothing is changed."""
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        return []
    beside = [Remark(Sort.COPY_BESIDE, folder / name) for name in names if _is_copy(name)]
    return [*(Remark(Sort.OPEN_TO_OTHERS, path) for path in _open_to_others(folder)), *beside]


def _is_copy(name: str) -> bool:
    return (
        name not in (*shapes.FILES, *shapes.FOLDERS)
        and not name.startswith(".")
        and re.search(_LIKE_OURS, name) is not None
    )


def _open_to_others(folder: Path) -> Iterator[Path]:
    """Yield the folder when others may list or change it, else what they may read within it."""
    if os.name == "nt":  # there the folder of a person's own data is closed by rules that no mode tells
        return
    mode = _mode(folder)
    if mode & (_OTHERS & ~_PASS):
        yield folder
    elif mode & _PASS:
        within = (*shapes.FILES, inbox.FOLDER)
        yield from (folder / name for name in within if _mode(folder / name) & _OTHERS)


def _mode(path: Path) -> int:
    try:
        return stat.S_IMODE(path.lstat().st_mode)
    except OSError:
        return 0
