"""Count of a vault's openings, kept outside it: what tells that an older copy was put back (hazard 10).

Pages of the database are authenticated one by one, so that a whole older folder in its place looks whole. The vault
counts its openings within, this machine remembers the highest count that it met. One step an opening and not a save:
the file tells no more than its own time does. Another machine knows no count and raises no alarm.
"""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from journal import files, plain_files
from journal.errors import ReculError

_FILE = "openings.json"
_MOST_VAULTS = 64
"""Vaults remembered on one machine, the newest of them."""
_HIGHEST = 2**53


class Opening(NamedTuple):
    """One opening of a vault: its number in the vault’s count, from 1, and when it was."""

    number: int
    at: datetime


def last_here(state: Path, vault_id: str) -> Opening | None:
    """Return the latest opening that this machine remembers of a vault; None when it knows none, or no sense in it."""
    return _read(state).get(vault_id)


def remember(state: Path, vault_id: str, opening: Opening) -> None:
    """Remember an opening on this machine. Raises the kinds of StorageFailed."""
    known = {key: value for key, value in _read(state).items() if key != vault_id} | {vault_id: opening}
    _write(state, dict(sorted(known.items(), key=lambda each: each[1].at)[-_MOST_VAULTS:]))


def forget(state: Path, vault_id: str) -> None:
    """Forget a vault, because an older copy of it was put back on purpose. Raises the kinds of StorageFailed."""
    known = _read(state)
    if known.pop(vault_id, None) is not None:
        _write(state, known)


def _read(state: Path) -> dict[str, Opening]:
    try:
        told = json.loads(plain_files.text_of(state / _FILE))
    except (OSError, ValueError, RecursionError, ReculError):  # none yet, or another program's: nothing is known
        return {}
    found = {}
    for vault_id, each in told.items() if isinstance(told, dict) else ():
        with suppress(ValueError, TypeError, KeyError, IndexError):
            count, at = each["count"], datetime.fromisoformat(each["at"])
            if type(count) is int and 0 < count < _HIGHEST and at.tzinfo is not None:
                found[vault_id] = Opening(count, at)
    return found


def _write(state: Path, known: dict[str, Opening]) -> None:
    told = {key: {"count": value.number, "at": value.at.isoformat()} for key, value in known.items()}
    files.replace(files.private_folder(state) / _FILE, json.dumps(told).encode())
