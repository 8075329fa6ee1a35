"""A new data key: everything is written anew beside the old, and one rename decides.

Until the folder of the new files has its final name the old vault is the vault; from then on the new one is, whoever
is killed: any unlock puts it in place (`rekeyed`). The old key for captures goes along, closed with the new data key,
until every capture that was sealed to it is sealed to the new one.
"""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from journal.errors import DamagedVault
from journal.errors.refusals import WeakPassphrase
from journal.errors.storage import ReadOnlyDisk
from journal.files import private_folder, storage_errors, sync_folder, write_new
from journal.vault import connection, header, keys
from journal.vault.header import Header
from journal.vault.keys import KdfCost, Random, RecoveryCode
from journal.vault.rekeyed import NONCE, OLD_INBOX, PREPARING, READY

if TYPE_CHECKING:
    from journal.vault.vault import OpenVault


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
        write_new(work / OLD_INBOX, _closed(vault.inbox_key().private_bytes_raw(), known, fresh, random))
        sync_folder(work)
    show(code)
    with storage_errors(work):
        work.rename(vault.folder / READY)  # decided
        sync_folder(vault.folder)


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
    nonce = random(NONCE)
    return nonce + AESGCM(keys.rekeying_key(data_key, known.vault)).encrypt(nonce, old_inbox, known.vault)
