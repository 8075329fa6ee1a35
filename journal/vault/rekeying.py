"""A new data key: everything written anew beside the old, then put in its place in steps that any unlock finishes.

Until the folder of the new files has its final name the old vault is the vault; from then on the new one is, whoever
is killed. The old key for captures goes along, closed with the new data key, until every capture that was sealed to
it is sealed to the new one.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from journal.errors import DamagedVault, ReadOnlyDisk, WeakPassphrase
from journal.files import private_folder, storage_errors, sync_folder, write_new
from journal.vault import connection, header, inbox, keys
from journal.vault.header import Header
from journal.vault.keys import KdfCost, Random, RecoveryCode

if TYPE_CHECKING:
    from journal.vault.vault import OpenVault

PREPARING = "rekey.part"
READY = "rekey.ready"
_OLD_INBOX = "inbox.key"
_NONCE = 12


def rekey(
    vault: "OpenVault",
    passphrase: str,
    cost: KdfCost,
    show: Callable[[RecoveryCode], None],
    *,
    random: Random = os.urandom,
) -> None:
    """Decide on a new data key; close the vault then, the next unlock puts the new files in their place.

    No other connection may be open. `show` receives the new recovery code before the old one ends. Raises
    WeakPassphrase (empty), ReadOnlyDisk, DamagedVault when a copied page cannot be read, and the storage errors.
    """
    if not passphrase:
        raise WeakPassphrase
    if vault.read_only:
        raise ReadOnlyDisk
    fresh, code = random(keys.KEY), keys.new_code(random)
    known = _new_header(vault, passphrase, fresh, code, cost, random)
    work = vault.folder / PREPARING
    with storage_errors(work):
        if work.exists():  # of a run that was killed before it was decided
            shutil.rmtree(work)
        private_folder(work)
        _copy(vault, work / connection.NAME, known, fresh)
        write_new(work / header.NAME, header.encode(known))
        write_new(work / _OLD_INBOX, _closed(vault.inbox_key().private_bytes_raw(), known, fresh, random))
        sync_folder(work)
    show(code)
    with storage_errors(work):
        work.rename(vault.folder / READY)  # decided
        sync_folder(vault.folder)


def put_in_place(folder: Path) -> None:
    """Finish what was decided, as far as it needs no key; the lock is held and no connection open."""
    ready = folder / READY
    if not ready.exists():
        return
    with storage_errors(folder):
        if (ready / connection.NAME).exists():
            for ending in ("-wal", "-shm"):  # of the old database; the copy holds what they held
                (folder / f"{connection.NAME}{ending}").unlink(missing_ok=True)
            (ready / connection.NAME).replace(folder / connection.NAME)
            sync_folder(folder)
        if (ready / header.NAME).exists():
            (folder / header.MIRROR).unlink(missing_ok=True)  # unlocking writes it again
            (ready / header.NAME).replace(folder / header.NAME)
            sync_folder(folder)


def finish(folder: Path, known: Header, data_key: bytes) -> None:
    """Seal the captures of the old key to the new one and forget the old; sweep what was never decided."""
    ready = folder / READY
    if ready.exists():
        with storage_errors(ready):
            closed = (ready / _OLD_INBOX).read_bytes() if (ready / _OLD_INBOX).exists() else None
        if closed is not None:
            inbox.reseal(folder, known, _opened(closed, known, data_key), keys.inbox_key(data_key, known.vault))
        with storage_errors(ready):
            shutil.rmtree(ready)
            sync_folder(folder)
    if (folder / PREPARING).exists():
        with storage_errors(folder):
            shutil.rmtree(folder / PREPARING)


def _new_header(vault: "OpenVault", passphrase: str, fresh: bytes, code: str, cost: KdfCost, random: Random) -> Header:
    old = vault.header
    return keys.signed(
        Header(
            vault=old.vault,
            generation=old.generation + 1,
            passphrase=keys.passphrase_slot(passphrase, fresh, old.vault, cost, random),
            recovery=keys.recovery_slot(code, fresh, old.vault, random),
            inbox=keys.inbox_public(fresh, old.vault),
        ),
        fresh,
    )


def _copy(vault: "OpenVault", target: Path, known: Header, fresh: bytes) -> None:
    """Write the database anew under the key that the new data key gives, and look at every page of it."""
    key = keys.database_key(fresh, known.vault)
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with connection.database_errors(connection.cipher()):
        with closing(vault.connect()) as old, closing(connection.connect(target, vault.database_key())) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode = DELETE").fetchall()  # a log would keep pages of the old key
            new.execute(f"PRAGMA rekey = \"x'{key.hex()}'\"")
        with closing(connection.connect(target, key)) as new:
            new.execute("UPDATE vault_meta SET value = ? WHERE key = 'generation'", (known.generation,))
            if connection.findings(new):
                raise DamagedVault
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _closed(old_inbox: bytes, known: Header, data_key: bytes, random: Random) -> bytes:
    nonce = random(_NONCE)
    return nonce + AESGCM(keys.rekeying_key(data_key, known.vault)).encrypt(nonce, old_inbox, known.vault)


def _opened(closed: bytes, known: Header, data_key: bytes) -> X25519PrivateKey:
    cipher = AESGCM(keys.rekeying_key(data_key, known.vault))
    try:
        return X25519PrivateKey.from_private_bytes(cipher.decrypt(closed[:_NONCE], closed[_NONCE:], known.vault))
    except (InvalidTag, ValueError) as error:
        raise DamagedVault from error
