"""Verified backups: one file each, as unreadable as the vault itself.

A backup is a ZIP archive whose entries are stored as they are: the header, the database as the engine's own online
backup wrote it with the same key, and the captures that were still sealed.
"""

import os
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from journal.errors import AlteredVault, BackupMissing, DamagedBackup, DamagedVault, FileMissing
from journal.errors.refusals import TargetExists
from journal.files import PART, named, private_folder, storage_errors, sync_folder
from journal.paths import personal
from journal.plain_files import opened, opened_of_vault
from journal.vault import connection, header, inbox
from journal.vault.presence import require_free
from journal.vault.vault import OpenVault

ENDING = ".recul"
FOLDER = "backups"
KEPT = 10
"""Newest backups that are kept, whatever their age."""
KEPT_DAYS = 90

_NAME = re.compile(r"Recul [A-Z]+ \d{4}-\d{2}-\d{2} \d{6}(?: \d+)?\.recul")
_MOMENT_LONG = len("2026-11-23 184200")
_CAPTURE = re.compile(rf"{inbox.FOLDER}/[0-9a-f]{{32}}\.sealed")


def backup(vault: OpenVault, to: Path, now: datetime) -> Path:
    """Write a backup into the folder, verify it by opening it, and return its path.

    Raises DamagedVault, DamagedBackup, DiskFull and its neighbours; nothing half-written stays.
    """
    private_folder(to)
    with _scratch(to) as folder:
        copy = folder / connection.NAME
        _copy_database(vault, copy)
        archive = folder / f"whole{PART}"
        with storage_errors(archive):
            _pack(vault.folder, header.encode(vault.header), copy, archive)
            copy.unlink()
        verify(archive, vault)
        target = _free_name(to, now)
        with storage_errors(target):
            archive.rename(target)
            sync_folder(to)
    return target


def verify(path: Path, vault: OpenVault) -> None:
    """Open the backup with the key of the vault and read every page. Raises FileMissing, DamagedBackup."""
    with _unpacked(path, path.parent) as folder:
        try:
            known = header.read(folder / header.NAME)
            vault.check_mac(known)
            with closing(connection.connect(folder / connection.NAME, vault.database_key())) as database:
                if connection.findings(database):
                    raise DamagedBackup
        except DamagedVault as error:
            raise DamagedBackup from error


def restore(path: Path, to: Path) -> Path:
    """Unpack a backup into a new vault's folder, whole or not at all; the passphrase of its time opens it.

    Raises VaultExists, FolderNotEmpty, FileMissing, DamagedBackup, NewerFormat, DiskFull and its neighbours.
    """
    require_free(to)
    private_folder(to.parent)
    with _unpacked(path, to.parent) as folder:
        try:
            header.read(folder / header.NAME)
        except DamagedVault as error:
            raise DamagedBackup from error
        with storage_errors(to):
            shutil.copyfile(folder / header.NAME, folder / header.MIRROR)
            (folder / header.MIRROR).chmod(0o600)
            private_folder(folder / inbox.FOLDER)
            sync_folder(folder)
            if to.exists():
                to.rmdir()
            folder.rename(to)
            sync_folder(to.parent)
    return to


def usual_folder(vault: OpenVault) -> Path:
    """Return where backups go unless a folder is named."""
    return vault.folder / FOLDER


def rehearse(vault: OpenVault, folder: Path) -> Path:
    """Restore the newest backup for a moment, open it, look at every page, and return which it was.

    Raises BackupMissing, DamagedBackup, DiskFull and its neighbours.
    """
    newest = next(iter(backups(folder)), None)
    if newest is None:
        raise BackupMissing(path=folder)
    verify(newest, vault)
    with _scratch(folder) as scratch:
        restore(newest, scratch / "vault")
    return newest


def made_at(path: Path) -> datetime:
    """Return the moment in the name of a backup, on the clock where it was made."""
    return datetime.strptime(path.name.split(" ", 2)[2][:_MOMENT_LONG], "%Y-%m-%d %H%M%S")  # noqa: DTZ007 -- of a wall


def backups(folder: Path) -> list[Path]:
    """Return the backups in a folder, newest first, by the moment in their names."""
    found = [path for path in folder.glob(f"*{ENDING}") if _NAME.fullmatch(path.name)]
    return sorted(found, key=lambda path: path.name.split(" ", 2)[2], reverse=True)


def prune(folder: Path, now: datetime, *, kept: int = KEPT, days: int = KEPT_DAYS) -> list[Path]:
    """Remove the backups that are both beyond the count and older than the days; return what was removed.

    Called after a newer backup was verified, never before.
    """
    oldest = f"{now - timedelta(days=days):%Y-%m-%d %H%M%S}"
    surplus = [path for path in backups(folder)[kept:] if path.name.split(" ", 2)[2] < oldest]
    with storage_errors(folder):
        for path in surplus:
            path.unlink(missing_ok=True)
    return surplus


def _copy_database(vault: OpenVault, target: Path) -> None:
    with closing(vault.connect()) as source:
        connection.copy(source, target, vault.database_key())


def _pack(folder: Path, head: bytes, database: Path, archive: Path) -> None:
    descriptor = os.open(archive, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "w+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
            packed.writestr(_entry(header.NAME), head)
            _add(packed, connection.NAME, database)
            for sealed in inbox.sealed_files(folder):
                # Taken over meanwhile, so that the next backup's database holds it; or no capture at all.
                with suppress(FileNotFoundError, AlteredVault):
                    _add(packed, f"{inbox.FOLDER}/{sealed.name}", sealed)
        file.flush()
        os.fsync(file.fileno())


def _add(packed: zipfile.ZipFile, name: str, path: Path) -> None:
    with opened_of_vault(path) as source, packed.open(_entry(name), "w", force_zip64=True) as target:
        shutil.copyfileobj(source, target, 1 << 20)


def _entry(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name)  # dated 1980: the archive tells no times of writing


def _free_name(to: Path, now: datetime) -> Path:
    stem = f"Recul {personal()} {now:%Y-%m-%d %H%M%S}"
    names: Iterator[str] = (stem if count == 1 else f"{stem} {count}" for count in range(1, 1000))
    for name in names:
        if not (to / f"{name}{ENDING}").exists():
            return to / f"{name}{ENDING}"
    raise TargetExists(path=to)


@contextmanager
def _scratch(beside: Path) -> Iterator[Path]:
    """Give a private folder on the same disk; only ciphertext is ever put there."""
    with storage_errors(beside):
        folder = Path(tempfile.mkdtemp(prefix=".recul-", suffix=PART, dir=beside))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _unpacked(path: Path, beside: Path) -> Iterator[Path]:
    try:
        file = opened(path)
    except FileNotFoundError as error:
        raise FileMissing(path=path) from error
    except OSError as error:
        raise named(error, path) from error
    with file, _scratch(beside) as folder:
        try:
            with zipfile.ZipFile(file) as packed:
                for entry in _checked(packed.infolist()):
                    _unpack(packed, entry, folder / entry.filename)
        except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, RuntimeError) as error:
            raise DamagedBackup from error
        except OSError as error:
            raise named(error, path) from error
        yield folder


def _checked(entries: Sequence[zipfile.ZipInfo]) -> Sequence[zipfile.ZipInfo]:
    """Return the entries when they are the ones a backup has: stored, unencrypted, no other names, none twice."""
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names) or not {header.NAME, connection.NAME} <= set(names):
        raise DamagedBackup
    for entry in entries:
        known = entry.filename in (header.NAME, connection.NAME) or _CAPTURE.fullmatch(entry.filename)
        if not known or entry.compress_type != zipfile.ZIP_STORED or entry.compress_size != entry.file_size:
            raise DamagedBackup
    return entries


def _unpack(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path) -> None:
    target.parent.mkdir(mode=0o700, exist_ok=True)
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file, packed.open(entry) as source:
        shutil.copyfileobj(source, file, 1 << 20)
        file.flush()
        os.fsync(file.fileno())
