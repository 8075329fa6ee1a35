"""`vault.json`: what stands beside the database and tells how its key is wrapped.

Read strictly: a header is exactly the bytes that this module would write, or it is damaged. The checksum finds
accidents before a passphrase is known; the MAC finds everything once the data key is there.
"""

import binascii
import json
import zlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from journal.errors import DamagedVault, NewerFormat
from journal.plain_files import opened_of_vault

VERSION = 1
NAME = "vault.json"
MIRROR = "vault.json.mirror"
LARGEST = 16 * 1024
"""Bytes; a header of two slots takes about 1 KiB."""

# Bounds of Argon2id, checked before any memory is asked for. Least: RFC 9106, section 3.1 (8 KiB per lane).
MOST_MEMORY_KIB = 2 * 1024 * 1024
MOST_PASSES = 16
MOST_LANES = 16

_SALT = 16
_NONCE = 12
_WRAPPED = 48
_HASH = 32


class PassphraseSlot(NamedTuple):
    """The data key, wrapped under a key that Argon2id derives from a passphrase; memory in KiB."""

    memory_kib: int
    passes: int
    lanes: int
    salt: bytes
    nonce: bytes = b""
    wrapped: bytes = b""


class RecoverySlot(NamedTuple):
    """The data key, wrapped under a key that HKDF-SHA256 derives from 160 random bits."""

    salt: bytes
    nonce: bytes = b""
    wrapped: bytes = b""


class Header(NamedTuple):
    """The whole header; the inbox key is a raw X25519 public key, the MAC an HMAC-SHA256 over everything else."""

    vault: bytes
    generation: int
    passphrase: PassphraseSlot
    recovery: RecoverySlot
    inbox: bytes
    mac: bytes = b""


def authenticated(header: Header) -> bytes:
    """Return the bytes that the MAC covers: everything but the MAC and the checksum."""
    return _bytes(_body(header))


def encode(header: Header) -> bytes:
    """Return the bytes of the file."""
    body = _body(header)
    body["mac"] = _text(header.mac)
    body["checksum"] = zlib.crc32(_bytes(body))  # against accidents; the MAC is what an attacker meets
    return _bytes(body)


def associated(vault: bytes, slot: PassphraseSlot | RecoverySlot) -> bytes:
    """Return what the wrapping of a slot is bound to: version, vault and the slot's own parameters."""
    public = {name: value for name, value in _slot(slot).items() if name not in ("nonce", "wrapped")}
    return _bytes({"version": VERSION, "vault": _text(vault), "slot": public})


@lru_cache(maxsize=4)
def decode(raw: bytes) -> Header:
    """Return the header in these bytes. Raises DamagedVault, or NewerFormat for a version of the future.

    One opening meets the same bytes four times; what they mean is worked out once.
    """
    if len(raw) > LARGEST:
        raise DamagedVault
    try:
        body = json.loads(raw)
        version = body["version"]
        if type(version) is int and version > VERSION:
            raise NewerFormat
        header = _header(body)
    except (KeyError, TypeError, ValueError, RecursionError, binascii.Error) as error:
        raise DamagedVault from error
    if encode(header) != raw:  # other order, other spaces, unknown or doubled fields, checksum
        raise DamagedVault
    return header


def read(path: Path) -> Header:
    """Return the header of a file. Raises OSError, DamagedVault, NewerFormat; AlteredVault for no plain file."""
    with opened_of_vault(path) as file:
        return decode(file.read(LARGEST + 1))


def _header(body: Mapping[str, Any]) -> Header:
    first, second = body["slots"]
    return Header(
        vault=_raw(body["vault"], _SALT),
        generation=_number(body["generation"], 1, 2**53),
        passphrase=_passphrase_slot(first),
        recovery=RecoverySlot(
            _raw(second["salt"], _SALT), _raw(second["nonce"], _NONCE), _raw(second["wrapped"], _WRAPPED)
        ),
        inbox=_raw(body["inbox"], _HASH),
        mac=_raw(body["mac"], _HASH),
    )


def _passphrase_slot(slot: Mapping[str, Any]) -> PassphraseSlot:
    lanes = _number(slot["lanes"], 1, MOST_LANES)
    return PassphraseSlot(
        memory_kib=_number(slot["memory_kib"], 8 * lanes, MOST_MEMORY_KIB),
        passes=_number(slot["passes"], 1, MOST_PASSES),
        lanes=lanes,
        salt=_raw(slot["salt"], _SALT),
        nonce=_raw(slot["nonce"], _NONCE),
        wrapped=_raw(slot["wrapped"], _WRAPPED),
    )


def _body(header: Header) -> dict[str, Any]:
    return {
        "version": VERSION,
        "vault": _text(header.vault),
        "generation": header.generation,
        "slots": [_slot(header.passphrase), _slot(header.recovery)],
        "inbox": _text(header.inbox),
    }


def _slot(slot: PassphraseSlot | RecoverySlot) -> dict[str, Any]:
    kind = {"kind": "passphrase", "kdf": "argon2id"}
    if isinstance(slot, RecoverySlot):
        kind = {"kind": "recovery", "kdf": "hkdf-sha256"}
    values = slot._asdict().items()
    return kind | {name: _text(value) if isinstance(value, bytes) else value for name, value in values}


def _bytes(body: Mapping[str, Any]) -> bytes:
    return json.dumps(body, sort_keys=True, indent=1, ensure_ascii=True).encode() + b"\n"


def _text(value: bytes) -> str:
    return binascii.b2a_base64(value, newline=False).decode()


def _raw(value: object, length: int) -> bytes:
    if type(value) is not str:
        raise TypeError
    raw = binascii.a2b_base64(value, strict_mode=True)
    if len(raw) != length:
        raise ValueError
    return raw


def _number(value: object, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise ValueError
    return value
