"""Work that a new data key leaves for the next unlock: put the new files in their place, seal captures anew."""

from pathlib import Path
from typing import TYPE_CHECKING

from journal.errors import DamagedVault
from journal.files import storage_errors, sync_folder
from journal.plain_files import opened_of_vault
from journal.vault import connection, header, inbox, keys
from journal.vault.header import Header

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

PREPARING = "rekey.part"
READY = "rekey.ready"
OLD_INBOX = "inbox.key"
NONCE = 12
_LONGEST = 1024  # bytes that are read of the closed key


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
            closed = _old_inbox(ready / OLD_INBOX)
        if closed is not None:
            inbox.reseal(folder, known, _opened(closed, known, data_key), keys.inbox_key(data_key, known.vault))
        with storage_errors(ready):
            _remove(ready)
            sync_folder(folder)
    if (folder / PREPARING).exists():
        with storage_errors(folder):
            _remove(folder / PREPARING)


def _remove(folder: Path) -> None:
    import shutil  # late: hardly any unlock has something to sweep

    shutil.rmtree(folder)


def _old_inbox(path: Path) -> bytes | None:
    try:
        with opened_of_vault(path) as file:
            return file.read(_LONGEST)
    except FileNotFoundError:
        return None


def _opened(closed: bytes, known: Header, data_key: bytes) -> "X25519PrivateKey":
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(keys.rekeying_key(data_key, known.vault))
    try:
        return X25519PrivateKey.from_private_bytes(cipher.decrypt(closed[:NONCE], closed[NONCE:], known.vault))
    except (InvalidTag, ValueError) as error:
        raise DamagedVault from error
