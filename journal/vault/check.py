"""The whole vault looked through: page HMACs, structure, foreign keys, header MAC, mirror, sealed captures."""

from contextlib import closing
from typing import NamedTuple

from journal.errors import DamagedVault, ReculError
from journal.vault import connection, header, inbox
from journal.vault.vault import OpenVault

MENDED = "mended"
"""What is said of a copy of the header that opening found damaged and wrote anew."""


class Finding(NamedTuple):
    """One thing that is not as it should be; `what` names pages, tables and files, never content."""

    where: str
    what: str


def check(vault: OpenVault) -> list[Finding]:
    """Return what is wrong with the vault, and what opening it had to mend; nothing when all is well."""
    return [*_header(vault), *_database(vault), *_inbox(vault)]


def _header(vault: OpenVault) -> list[Finding]:
    found = [Finding(name, MENDED) for name in vault.mended]
    for name in (header.NAME, header.MIRROR):
        try:
            vault.check_mac(header.read(vault.folder / name))
        except (ReculError, OSError) as error:
            found.append(Finding(name, type(error).__name__))
    return found


def _database(vault: OpenVault) -> list[Finding]:
    try:
        with closing(vault.connect()) as database:
            return [Finding(connection.NAME, what) for what in connection.findings(database)]
    except DamagedVault as error:
        return [Finding(connection.NAME, type(error).__name__)]


def _inbox(vault: OpenVault) -> list[Finding]:
    unreadable = vault.folder / inbox.FOLDER / inbox.UNREADABLE
    if not unreadable.is_dir():
        return []
    return [Finding(f"{inbox.FOLDER}/{inbox.UNREADABLE}", path.name) for path in sorted(unreadable.iterdir())]
