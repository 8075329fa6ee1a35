"""The vault: create it, open it, close it."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from journal.errors import ReculError, StaleHeader, VaultNotFound
from journal.errors.storage import ReadOnlyDisk, StorageFailed
from journal.files import PART, private_folder, storage_errors, sync_folder
from journal.vault import connection, copies, header, inbox, keys, lock, rekeyed, shapes
from journal.vault.header import Header
from journal.vault.keys import STANDARD, KdfCost, Random, RecoveryCode
from journal.vault.opened_files import OpenedFiles
from journal.vault.presence import can_write, exists, require_absent, require_database, require_free

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

DATABASE = connection.NAME


class OpenVault:
    """An unlocked vault; it holds the lock and the data key until it is closed."""

    def __init__(
        self, folder: Path, known: Header, data_key: bytes, held: lock.Held | None, *, random: Random = os.urandom
    ) -> None:
        self.folder = folder
        self._header = known
        self._key = bytearray(data_key)
        self._lock = held
        self._random = random
        self.mended: tuple[str, ...] = ()
        """Copies of the header that were found damaged and written anew from the other one."""
        self.disk_full = False
        """Whether the database opened only alone, for want of room: all can be read, and kept once there is some."""

    @property
    def vault_id(self) -> str:
        """The vault's random identifier, as hexadecimal digits."""
        return self._header.vault.hex()

    @property
    def header(self) -> Header:
        """The header as it stands on disk."""
        return self._header

    @property
    def read_only(self) -> bool:
        """Whether the place cannot be written to: everything can be read, nothing kept."""
        return self._lock is None

    @property
    def database(self) -> Path:
        """The path of the encrypted database."""
        return self.folder / DATABASE

    def connect(self) -> connection.Connection:
        """Return a new keyed connection; from a full disk it is the only one until it is closed (`disk_full`).

        Raises DamagedVault, CipherMissing, StorageFailed and its kinds.
        """
        key = self.database_key()
        try:
            return connection.connect(self.database, key, read_only=self.read_only, alone=self.disk_full)
        except StorageFailed as refused:
            if self.read_only or self.disk_full:
                raise
            try:
                opened = connection.connect(self.database, key, alone=True)
            except StorageFailed:
                raise refused from None
        self.disk_full = True
        return opened

    def opened_files(self) -> OpenedFiles:
        """Return the files that a connection which is open now reads and writes."""
        return OpenedFiles([self.database] + ([] if self.read_only else [self.folder / f"{DATABASE}-wal"]))

    def database_key(self) -> bytes:
        """Return the raw key of the database, for backups and checks beside it."""
        return keys.database_key(self.data_key(), self._header.vault)

    def captures(self) -> Iterator[inbox.Capture]:
        """Yield what was sealed from outside, oldest first; what does not open is put aside."""
        return inbox.opened(self.folder, self._header, self.inbox_key())

    def inbox_key(self) -> "X25519PrivateKey":
        """Return the private key that opens sealed captures."""
        return keys.inbox_key(self.data_key(), self._header.vault)

    def waiting(self) -> frozenset[str]:
        """Return the names of what is sealed in the inbox and not taken over yet; nothing is opened."""
        return inbox.waiting(self.folder)

    def seal_into(self, folder: Path, payload: bytes) -> Path:
        """Seal a capture for this vault into another folder and return its file. Raises StorageFailed and its kinds."""
        return inbox.seal_into(folder, self._random(16).hex(), self._header, payload)

    def captured(self, capture: str) -> None:
        """Remove a sealed capture that now stands in the journal."""
        inbox.remove(self.folder, capture)

    def change_passphrase(self, new: str, cost: KdfCost = STANDARD) -> None:
        """Let a new passphrase open the vault instead of the old one: killed at any moment, one of the two opens."""
        keys.refuse_empty(new)
        slot = keys.passphrase_slot(new, self.data_key(), self._header.vault, cost, self._random)
        self._put(self._header._replace(passphrase=slot))

    def draw_recovery_code(self) -> RecoveryCode:
        """Return a new recovery code, which opens nothing before it takes the place of the earlier one."""
        return keys.new_code(self._random)

    def replace_recovery_code(self, code: RecoveryCode) -> None:
        """Let another recovery code open the vault instead of the old one: killed at any moment, one of them opens."""
        slot = keys.recovery_slot(code, self.data_key(), self._header.vault, self._random)
        self._put(self._header._replace(recovery=slot))

    def copied_to(self, folder: Path, copy: Callable[[Path], None]) -> "OpenVault":
        """Return a vault of the same keys in a new folder, open, its database written by `copy`.

        Raises VaultExists, FolderNotEmpty, VaultBusy, StorageFailed and its kinds; what was begun is removed then.
        """
        require_free(folder)
        held = lock.hold(private_folder(folder))
        new = OpenVault(folder, self._header, self.data_key(), held, random=self._random)
        try:
            copy(new.database)
            private_folder(folder / inbox.FOLDER)
            new._put(self._header)
        except BaseException:
            new.destroy()
            raise
        return new

    def check_header(self) -> None:
        """Raise DamagedVault when the header on disk is not the authentic one."""
        self.check_mac(copies.read(self.folder))

    def check_mac(self, known: Header) -> None:
        """Raise DamagedVault when a header, a backup's for instance, does not belong to this vault's key."""
        keys.check_whole(known, self.data_key())

    def destroy(self) -> None:
        """Destroy the keys, then the files: after the first step nothing opens this vault again, backups aside."""
        self._writable()
        with storage_errors(self.folder):
            (self.folder / header.MIRROR).unlink(missing_ok=True)
            (self.folder / header.NAME).unlink(missing_ok=True)
            sync_folder(self.folder)
            files = (self.folder / name for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm"))
            for path in (*files, *inbox.sealed_files(self.folder)):
                path.unlink(missing_ok=True)
        self.close()

    def close(self) -> None:
        """Release the lock and overwrite the key as far as Python allows; closing twice is harmless."""
        self._key[:] = bytes(len(self._key))
        self._key.clear()
        if self._lock is not None:
            self._lock.release()

    def data_key(self) -> bytes:
        """Return the key of everything; whoever is given it opens the vault. Raises ReculError once it is closed."""
        if not self._key:
            raise ReculError(id="vault-closed")
        return bytes(self._key)

    def _writable(self) -> None:
        if self.read_only:
            raise ReadOnlyDisk

    def _put(self, changed: Header) -> None:
        self._writable()
        shapes.require(self.folder)
        data_key = self.data_key()
        new = keys.signed(changed._replace(generation=self._header.generation + 1), data_key)
        copies.write(self.folder, header.NAME, new, data_key)
        self._header = new
        copies.write(self.folder, header.MIRROR, new, data_key)
        self.agree_on_generation()

    def agree_on_generation(self) -> None:
        """Raise StaleHeader when the database has seen a newer header; tell it of this one otherwise."""
        with closing(self.connect()) as database, connection.database_errors(connection.cipher()):
            row = database.execute("SELECT value FROM vault_meta WHERE key = 'generation'").fetchone()
            if row is None or row[0] > self._header.generation:
                raise StaleHeader
            if row[0] < self._header.generation and not self.read_only:
                database.execute("UPDATE vault_meta SET value = ? WHERE key = 'generation'", (self._header.generation,))


def create(
    folder: Path, passphrase: str, *, cost: KdfCost = STANDARD, random: Random = os.urandom
) -> tuple[OpenVault, RecoveryCode]:
    """Create a vault and return it open, with the recovery code that is shown this once.

    Raises VaultExists, WeakPassphrase (empty), CipherMissing, VaultBusy, StorageFailed and its kinds.
    """
    connection.cipher()  # nothing is written without it
    keys.refuse_empty(passphrase)
    require_absent(folder)
    shapes.require(folder)
    held = lock.hold(private_folder(folder))
    try:
        require_absent(folder)  # somebody may have been quicker
        vault, code = _new_vault(folder, passphrase, cost, random, held)
    except BaseException:
        held.release()
        raise
    return vault, code


def _new_vault(
    folder: Path, passphrase: str, cost: KdfCost, random: Random, held: lock.Held
) -> tuple[OpenVault, RecoveryCode]:
    data_key, vault, code = random(keys.KEY), random(16), keys.new_code(random)
    unsigned = Header(
        vault=vault,
        generation=1,
        passphrase=keys.passphrase_slot(passphrase, data_key, vault, cost, random),
        recovery=keys.recovery_slot(code, data_key, vault, random),
        inbox=keys.inbox_public(data_key, vault),
    )
    known = keys.signed(unsigned, data_key)
    with storage_errors(folder):
        for name in (shapes.UNFINISHED, f"{shapes.UNFINISHED}-wal", f"{shapes.UNFINISHED}-shm"):
            (folder / name).unlink(missing_ok=True)  # of a creation that was killed: no header ever named its key
    connection.new_database(folder / shapes.UNFINISHED, keys.database_key(data_key, vault))
    private_folder(folder / inbox.FOLDER)
    copies.write(folder, header.NAME, known, data_key)  # from here on the vault exists
    _finish_creation(folder)
    copies.write(folder, header.MIRROR, known, data_key)
    return OpenVault(folder, known, data_key, held, random=random), code


def _finish_creation(folder: Path) -> None:
    if not (folder / DATABASE).exists() and (folder / shapes.UNFINISHED).exists():
        with storage_errors(folder):
            (folder / shapes.UNFINISHED).rename(folder / DATABASE)
            sync_folder(folder)


def unlock(folder: Path, passphrase: str) -> OpenVault:
    """Open a vault with its passphrase; a read-only place opens for reading.

    Raises VaultNotFound, VaultBusy, WrongPassphrase, DamagedVault, NewerFormat, CipherMissing, StorageFailed.
    """
    return _open(folder, lambda known: keys.checked(known, keys.open_with_passphrase(known, passphrase)))


def unlock_with_code(folder: Path, code: str) -> OpenVault:
    """Open a vault with its recovery code. Raises WrongRecoveryCode and what `unlock` raises."""
    return _open(folder, lambda known: keys.checked(known, keys.open_with_code(known, code)))


def unlock_with_key(folder: Path, data_key: bytes) -> OpenVault:
    """Open a vault with its data key, which was in hand. Raises KeyReplaced and what `unlock` raises."""
    return _open(folder, lambda known: keys.known_key(known, data_key))


def _open(folder: Path, data_key_of: Callable[[Header], bytes]) -> OpenVault:
    if not exists(folder):
        raise VaultNotFound(path=folder)
    shapes.require(folder)
    connection.cipher()
    held = lock.hold(folder) if can_write(folder) else None
    try:
        if held is not None:
            rekeyed.put_in_place(folder)
        known = copies.read(folder)
        data_key = data_key_of(known)
        vault = OpenVault(folder, known, data_key, held)
        if held is not None:
            _finish_creation(folder)
        require_database(vault.database)
        vault.agree_on_generation()
        if held is not None:
            vault.mended = copies.mend(folder, known, data_key)
            rekeyed.finish(folder, known, data_key)
            _sweep(folder)
    except BaseException:
        if held is not None:
            held.release()
        raise
    return vault


def _sweep(folder: Path) -> None:
    """Remove what killed processes left; the lock is held, so nobody is writing these."""
    with storage_errors(folder):
        for path in folder.glob(f".*{PART}"):
            if path.is_symlink() or not path.is_dir():  # a folder of that name is nothing of ours
                path.unlink(missing_ok=True)
    inbox.sweep(folder)
