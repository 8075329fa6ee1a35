"""The header: nothing of it can be altered without being noticed, and no header can do harm."""

import errno
import json
import random
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from journal.errors import DamagedVault, NewerFormat, ReculError, StaleHeader, WrongPassphrase
from journal.errors.hand import KeyReplaced
from journal.errors.storage import AccessDenied, StorageFailed
from journal.vault import header, keys
from journal.vault.vault import OpenVault, unlock, unlock_with_key

Count = Callable[[int, int], int]


@pytest.fixture
def closed(vault: OpenVault) -> Path:
    vault.close()
    return vault.folder


def resealed(body: dict[str, object]) -> bytes:
    """Return a header as an attacker writes it: well-formed, with a right checksum, without the key."""
    body = {name: value for name, value in body.items() if name != "checksum"}
    plain = json.dumps(body, sort_keys=True, indent=1).encode() + b"\n"
    body["checksum"] = zlib.crc32(plain)
    return json.dumps(body, sort_keys=True, indent=1).encode() + b"\n"


def put(folder: Path, raw: bytes) -> None:
    (folder / header.NAME).write_bytes(raw)
    (folder / header.MIRROR).write_bytes(raw)


@pytest.mark.slow_proof
def test_every_flipped_bit_of_the_header_is_refused(closed: Path, passphrase: str, proof_count: Count) -> None:
    whole = (closed / header.NAME).read_bytes()
    for at in range(0, len(whole), proof_count(7, 1)):
        for bit in range(8) if proof_count(0, 1) else (at % 8,):
            put(closed, whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :])
            with pytest.raises((DamagedVault, NewerFormat)):
                unlock(closed, passphrase)
    put(closed, whole)
    unlock(closed, passphrase).close()


def test_a_header_altered_by_somebody_who_repairs_the_checksum_is_refused(closed: Path, passphrase: str) -> None:
    body = json.loads((closed / header.NAME).read_bytes())
    for name, value in (("generation", 2), ("inbox", body["vault"][:-2] * 2), ("mac", body["inbox"]), ("version", 0)):
        put(closed, resealed({**body, name: value}))
        with pytest.raises(DamagedVault):
            unlock(closed, passphrase)


def test_an_inbox_key_of_somebody_else_is_noticed(closed: Path, passphrase: str) -> None:
    known = header.read(closed / header.NAME)
    opened = unlock(closed, passphrase)
    data_key = opened.data_key()
    opened.close()
    theirs = known._replace(inbox=bytes(31) + b"\x09")
    put(closed, header.encode(theirs))
    with pytest.raises(DamagedVault):
        unlock(closed, passphrase)
    with pytest.raises(KeyReplaced):
        unlock_with_key(closed, data_key)
    put(closed, header.encode(keys.signed(theirs, data_key)))  # not even by a fault of ours
    with pytest.raises(DamagedVault):
        unlock(closed, passphrase)


def test_keys_are_derived_as_everybody_derives_them() -> None:
    secret, salt = bytes(range(32)), bytes(range(16))
    theirs = HKDF(algorithm=SHA256(), length=keys.KEY, salt=salt, info=b"recul database 1")
    assert keys.database_key(secret, salt) == theirs.derive(secret)


def test_unknown_doubled_and_missing_fields_are_refused(closed: Path) -> None:
    body = json.loads((closed / header.NAME).read_bytes())
    for altered in (
        resealed({**body, "more": 1}),
        resealed({name: value for name, value in body.items() if name != "mac"}),
        (closed / header.NAME).read_bytes().replace(b'"version": 1', b'"version": 1,\n "version": 1'),
        resealed({**body, "generation": True}),
        resealed({**body, "generation": 1.0}),
        resealed({**body, "slots": body["slots"][:1]}),
        resealed({**body, "slots": body["slots"][::-1]}),
        b"[" * 10_000,
        b"",
        b"null",
        b"\xff\xfe",
    ):
        with pytest.raises(DamagedVault):
            header.decode(altered)


@pytest.mark.parametrize(("name", "value"), [("memory_kib", 2**40), ("passes", 10**9), ("lanes", 10**6), ("lanes", 0)])
def test_an_absurd_cost_is_refused_before_any_memory_is_asked_for(
    closed: Path, passphrase: str, name: str, value: int
) -> None:
    body = json.loads((closed / header.NAME).read_bytes())
    body["slots"][0][name] = value
    put(closed, resealed(body))
    begun = time.perf_counter()
    with pytest.raises(DamagedVault):
        unlock(closed, passphrase)
    assert time.perf_counter() - begun < 1


def _memory() -> float:
    """Return the most memory that this process ever held, in MB; Windows does not tell it so."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)


@pytest.mark.slow_proof
def test_hostile_headers_do_no_harm(closed: Path, passphrase: str, proof_count: Count) -> None:
    dice = random.Random(6)
    whole = (closed / header.NAME).read_bytes()
    database = (closed / "journal.db").read_bytes()
    most = _memory()
    for _ in range(proof_count(60, 1000)):
        raw = bytearray(whole)
        for _ in range(dice.randint(1, 30)):
            at = dice.randrange(len(raw))
            raw[at : at + dice.randint(0, 3)] = dice.randbytes(dice.randint(0, 3))
        put(closed, bytes(raw) if dice.random() < 0.9 else dice.randbytes(dice.randint(0, 40_000)))
        if (closed / header.NAME).read_bytes() == whole:
            continue
        begun = time.perf_counter()
        with pytest.raises(ReculError):
            unlock(closed, passphrase)
        assert time.perf_counter() - begun < 1
    assert _memory() - most < 200
    assert (closed / "journal.db").read_bytes() == database


def test_a_newer_version_is_refused(closed: Path, passphrase: str) -> None:
    body = json.loads((closed / header.NAME).read_bytes())
    (closed / header.NAME).write_bytes(resealed({**body, "version": 2, "unheard": "of"}))
    with pytest.raises(NewerFormat):
        unlock(closed, passphrase)


@pytest.mark.parametrize("damage", [b"", b"{", None])
def test_the_mirror_serves_and_the_header_is_repaired(closed: Path, passphrase: str, damage: bytes | None) -> None:
    whole = (closed / header.NAME).read_bytes()
    if damage is None:
        (closed / header.NAME).unlink()
    else:
        (closed / header.NAME).write_bytes(damage)
    unlock(closed, passphrase).close()
    assert (closed / header.NAME).read_bytes() == whole


@pytest.mark.parametrize(("number", "told"), [(errno.EACCES, AccessDenied), (errno.EIO, StorageFailed)])
def test_a_header_that_the_system_withholds_is_not_called_damaged(
    closed: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch, number: int, told: type[ReculError]
) -> None:
    def withhold(path: Path) -> header.Header:
        raise OSError(number, "withheld", str(path))

    monkeypatch.setattr(header, "read", withhold)
    with pytest.raises(told):
        unlock(closed, passphrase)


def test_a_lost_mirror_is_written_again(closed: Path, passphrase: str) -> None:
    (closed / header.MIRROR).unlink()
    unlock(closed, passphrase).close()
    assert (closed / header.MIRROR).read_bytes() == (closed / header.NAME).read_bytes()


def test_damage_repairs_nothing_before_the_passphrase_was_right(closed: Path) -> None:
    (closed / header.NAME).write_bytes(b"cut")
    with pytest.raises(WrongPassphrase):
        unlock(closed, "another")
    assert (closed / header.NAME).read_bytes() == b"cut"


def test_an_old_header_put_back_is_told_apart(vault: OpenVault, passphrase: str, cost: object) -> None:
    old = (vault.folder / header.NAME).read_bytes()
    vault.replace_recovery_code(vault.draw_recovery_code())
    vault.close()
    put(vault.folder, old)
    with pytest.raises(StaleHeader):
        unlock(vault.folder, passphrase)
