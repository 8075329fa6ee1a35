"""Captures sealed to the vault's public key, written without a passphrase and read with the data key."""

import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journal.errors import AlteredVault, DamagedVault, ReculError, VaultNotFound
from journal.files import PART, named, private_folder, storage_errors, sync_folder, write_new
from journal.plain_files import opened_of_vault, require_folder
from journal.vault import header

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.hpke import Suite

FOLDER = "inbox"
UNREADABLE = "unreadable"
"""Folder in the inbox to which captures go that do not open."""

LARGEST = 4 * 1024 * 1024
"""Bytes of a payload."""

STALE_SECONDS = 3600
"""Age after which an unfinished capture belongs to a process that died."""

FILES = (".txt", ".eml")
"""Endings of files that a person puts into the inbox: notes sealed on a phone, mails to oneself."""

_ENDING = ".sealed"
_BLOCK = 1024
_LENGTH = 4
_OVERHEAD = 48  # HPKE: X25519 key of 32 bytes, tag of 16
_ID = 16


class Capture(NamedTuple):
    """One sealed capture, opened."""

    id: str
    payload: bytes


def seal(folder: Path, payload: bytes, *, random: Callable[[int], bytes] = os.urandom) -> str:
    """Seal the payload to the vault and return the capture's id; the file is durable then.

    Raises VaultNotFound, DamagedVault, NewerFormat, StorageFailed and its kinds.
    """
    if len(payload) > LARGEST:
        raise ReculError(id="capture-size")
    known = _header(folder)
    name = random(_ID).hex()
    _put(folder, name, known, payload)
    while (now := _header(folder)).inbox != known.inbox:  # the vault passed to a new key meanwhile: `rekey`
        known = now
        _put(folder, name, known, payload)
    return name


def reseal(folder: Path, known: header.Header, old: "X25519PrivateKey", new: "X25519PrivateKey") -> None:
    """Seal anew, under its name, every capture that opens with the old key and not with the new one."""
    for path in sealed_files(folder):
        with suppress(FileNotFoundError):
            try:
                _open(path, known, new)
            except DamagedVault:
                with suppress(DamagedVault):  # taking over puts aside what neither key opens
                    _put(folder, path.stem, known, _open(path, known, old))


def _put(folder: Path, name: str, known: header.Header, payload: bytes) -> None:
    inbox = private_folder(folder / FOLDER)
    require_folder(inbox.lstat(), inbox)
    seal_into(inbox, name, known, payload)


def seal_into(folder: Path, name: str, known: header.Header, payload: bytes) -> Path:
    """Seal the payload into a file of any folder, to be moved into an inbox under its name; return the file."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    sealed = _suite().encrypt(_padded(payload), X25519PublicKey.from_public_bytes(known.inbox), _info(known, name))
    part = folder / f".{name}.{os.urandom(4).hex()}{PART}"  # one of a process that died may still stand there
    target = folder / f"{name}{_ENDING}"
    with storage_errors(folder):
        write_new(part, sealed)
        part.replace(target)
        sync_folder(folder)
    return target


def opened(folder: Path, known: header.Header, key: "X25519PrivateKey") -> Iterator[Capture]:
    """Yield the captures that open, oldest first; move those that do not to the folder of unreadable ones."""
    for path in sealed_files(folder):
        try:
            yield Capture(path.stem, _open(path, known, key))
        except FileNotFoundError:
            continue
        except DamagedVault:
            quarantine(path)


def sealed_files(folder: Path) -> list[Path]:
    """Return the files of sealed captures, oldest first."""
    try:
        found = [path for path in (folder / FOLDER).iterdir() if path.suffix == _ENDING]
    except OSError:
        return []
    return sorted(found, key=_age)


def waiting(folder: Path) -> frozenset[str]:
    """Return the names of sealed captures by one look into the folder: cheap enough to be done again and again."""
    try:
        return frozenset(path.name for path in (folder / FOLDER).iterdir() if path.suffix == _ENDING)
    except OSError:
        return frozenset()


def has_files(folder: Path) -> bool:
    """Whether texts or mails lie in the inbox beside sealed captures: somebody put them there."""
    try:
        return any(path.suffix.lower() in FILES for path in (folder / FOLDER).iterdir())
    except OSError:
        return False


def _age(path: Path) -> tuple[int, str]:
    try:
        return path.lstat().st_mtime_ns, path.name
    except FileNotFoundError:  # taken over since the folder was listed
        return 0, path.name


def remove(folder: Path, capture: str) -> None:
    """Remove a capture that was taken over."""
    inbox = folder / FOLDER
    with storage_errors(inbox):
        (inbox / f"{capture}{_ENDING}").unlink(missing_ok=True)
        sync_folder(inbox)


def quarantine(path: Path) -> None:
    """Put a capture that does not open aside, where it is never tried again and never lost."""
    aside = private_folder(path.parent / UNREADABLE)
    require_folder(aside.lstat(), aside)
    taken = os.path.lexists(aside / path.name)
    with storage_errors(path):
        path.replace(aside / (f"{path.stem}.{os.urandom(4).hex()}{path.suffix}" if taken else path.name))


def sweep(folder: Path) -> None:
    """Remove captures that a process began and did not finish; they are ciphertext cut short."""
    inbox = folder / FOLDER
    with storage_errors(inbox):
        for path in inbox.glob(f".*{PART}"):
            status = path.lstat()
            if not stat.S_ISDIR(status.st_mode) and time.time() - status.st_mtime > STALE_SECONDS:
                path.unlink(missing_ok=True)


def _header(folder: Path) -> header.Header:
    """Return the header, or its mirror; a sealed capture is kept even when the main copy is damaged."""
    damage: ReculError | None = None
    for name in (header.NAME, header.MIRROR):
        try:
            return header.read(folder / name)
        except FileNotFoundError:
            continue
        except AlteredVault:
            raise
        except DamagedVault as error:
            damage = error
        except OSError as error:
            damage = named(error, folder / name)
    raise damage or VaultNotFound(path=folder)


def _open(path: Path, known: header.Header, key: "X25519PrivateKey") -> bytes:
    from cryptography.exceptions import InvalidTag

    largest = LARGEST + _BLOCK + _OVERHEAD
    with storage_errors(path), opened_of_vault(path) as file:
        sealed = file.read(largest + 1)
    if len(sealed) > largest:
        raise DamagedVault
    try:
        padded = _suite().decrypt(sealed, key, _info(known, path.stem))
    except (InvalidTag, ValueError) as error:
        raise DamagedVault from error
    length = int.from_bytes(padded[:_LENGTH], "big")
    if length > len(padded) - _LENGTH:
        raise DamagedVault
    return padded[_LENGTH : _LENGTH + length]


def _padded(payload: bytes) -> bytes:
    """Return the payload behind its length, filled up to whole KiB: sizes tell less about content."""
    framed = len(payload).to_bytes(_LENGTH, "big") + payload
    return framed + bytes(-len(framed) % _BLOCK)


def _info(known: header.Header, name: str) -> bytes:
    return b"recul capture 1\0" + known.vault + name.encode("utf-8", "surrogateescape")


def _suite() -> "Suite":
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
