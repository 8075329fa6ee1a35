"""Keys: the random data key, what is derived from it, and the two slots that wrap it.

Deriving and checking take the standard library alone, so that a command with the key in hand does not wait for
`cryptography`, which is read with the first slot that is opened or made.
"""

import hmac
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from journal.errors import DamagedVault, WrongPassphrase, WrongRecoveryCode
from journal.errors.hand import KeyReplaced
from journal.errors.storage import StorageFailed
from journal.vault.header import Header, PassphraseSlot, RecoverySlot, associated, authenticated

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

KEY = 32
Random = Callable[[int], bytes]

_HASH = "sha256"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
_CODE_BYTES = 20
_CODE_LETTERS = 32
_GROUP = 4
_LOOKALIKES = str.maketrans("OIL", "011", " -\t\n\r\N{NO-BREAK SPACE}\N{EN DASH}\N{NON-BREAKING HYPHEN}")


class KdfCost(NamedTuple):
    """What one guess at the passphrase costs: memory in KiB, passes over it, lanes."""

    memory_kib: int
    passes: int
    lanes: int


STANDARD = KdfCost(256 * 1024, 3, 4)
"""RFC 9106's second recommendation (64 MiB, t=3, p=4) with four times its memory."""

FLOOR = 64 * 1024
"""KiB; the least memory that a person may ask for (RFC 9106, section 4)."""


class RecoveryCode(str):
    """A printable code of 160 random bits, in eight groups of four."""

    __slots__ = ()

    @property
    def groups(self) -> list[str]:
        """Return the groups, to be shown and typed back one by one."""
        return self.split("-")


def new_code(random: Random) -> RecoveryCode:
    """Return a new random recovery code."""
    number = int.from_bytes(random(_CODE_BYTES))
    letters = "".join(_ALPHABET[number >> shift & 31] for shift in range(5 * (_CODE_LETTERS - 1), -1, -5))
    return RecoveryCode("-".join(letters[at : at + _GROUP] for at in range(0, _CODE_LETTERS, _GROUP)))


def letters_of(code: str) -> str:
    """Return the letters of a code or of a part of it, whichever way they were typed: O is 0, I and L are 1."""
    return unicodedata.normalize("NFKC", code).upper().translate(_LOOKALIKES)


def _code_bytes(code: str) -> bytes:
    letters = letters_of(code)
    if len(letters) != _CODE_LETTERS or any(letter not in _ALPHABET for letter in letters):
        raise WrongRecoveryCode
    number = 0
    for letter in letters:
        number = number << 5 | _ALPHABET.index(letter)
    return number.to_bytes(_CODE_BYTES)


def database_key(data_key: bytes, vault: bytes) -> bytes:
    """Return the raw 32-byte key of the database."""
    return _derived(data_key, vault, b"recul database 1")


def inbox_key(data_key: bytes, vault: bytes) -> "X25519PrivateKey":
    """Return the private key that opens sealed captures."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.from_private_bytes(_derived(data_key, vault, b"recul inbox 1"))


def inbox_public(data_key: bytes, vault: bytes) -> bytes:
    """Return the raw public key to which captures are sealed."""
    return inbox_key(data_key, vault).public_key().public_bytes_raw()


def rekeying_key(data_key: bytes, vault: bytes) -> bytes:
    """Return the key that closes the old inbox key while a vault passes to this data key."""
    return _derived(data_key, vault, b"recul rekey 1")


def signed(header: Header, data_key: bytes) -> Header:
    """Return the header carrying the MAC of everything else in it."""
    key = _derived(data_key, header.vault, b"recul header 1")
    return header._replace(mac=hmac.digest(key, authenticated(header), _HASH))


def check_mac(header: Header, data_key: bytes) -> None:
    """Raise DamagedVault when anything in the header was altered, its inbox key included."""
    if not hmac.compare_digest(signed(header, data_key).mac, header.mac):
        raise DamagedVault


def check_whole(header: Header, data_key: bytes) -> None:
    """Raise DamagedVault when the header was altered, or was signed with an inbox key that is not this data key's."""
    check_mac(header, data_key)
    if header.inbox != inbox_public(data_key, header.vault):
        raise DamagedVault


def checked(header: Header, data_key: bytes) -> bytes:
    """Return a data key that a slot gave. Raises DamagedVault when the rest of the header is not as it was written."""
    check_whole(header, data_key)
    return data_key


def known_key(header: Header, data_key: bytes) -> bytes:
    """Return a data key that was in hand; raise KeyReplaced when it is not the header's, damaged ones included."""
    try:
        check_mac(header, data_key)
    except DamagedVault:  # if it is damage, whoever opens with the passphrase is told
        raise KeyReplaced from None
    return data_key


def passphrase_slot(passphrase: str, data_key: bytes, vault: bytes, cost: KdfCost, random: Random) -> PassphraseSlot:
    """Return the data key wrapped under a passphrase."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    slot = PassphraseSlot(cost.memory_kib, cost.passes, cost.lanes, salt=random(16), nonce=random(12))
    wrapped = AESGCM(_passphrase_key(passphrase, slot)).encrypt(slot.nonce, data_key, associated(vault, slot))
    return slot._replace(wrapped=wrapped)


def recovery_slot(code: str, data_key: bytes, vault: bytes, random: Random) -> RecoverySlot:
    """Return the data key wrapped under a recovery code."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    slot = RecoverySlot(salt=random(16), nonce=random(12))
    return slot._replace(wrapped=AESGCM(_code_key(code, slot)).encrypt(slot.nonce, data_key, associated(vault, slot)))


def open_with_passphrase(header: Header, passphrase: str) -> bytes:
    """Return the data key. Raises WrongPassphrase when the slot's own tag refuses."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    slot = header.passphrase
    try:
        key = _passphrase_key(passphrase, slot)
        return AESGCM(key).decrypt(slot.nonce, slot.wrapped, associated(header.vault, slot))
    except InvalidTag as error:
        raise WrongPassphrase from error


def open_with_code(header: Header, code: str) -> bytes:
    """Return the data key. Raises WrongRecoveryCode when the slot's own tag refuses."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    slot = header.recovery
    try:
        return AESGCM(_code_key(code, slot)).decrypt(slot.nonce, slot.wrapped, associated(header.vault, slot))
    except InvalidTag as error:
        raise WrongRecoveryCode from error


def _passphrase_key(passphrase: str, slot: PassphraseSlot) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(salt=slot.salt, length=KEY, iterations=slot.passes, lanes=slot.lanes, memory_cost=slot.memory_kib)
    try:  # composed and decomposed accents are one passphrase; spaces are a part of it
        return kdf.derive(unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass"))
    except MemoryError as error:
        raise StorageFailed from error


def _code_key(code: str, slot: RecoverySlot) -> bytes:
    return _derived(_code_bytes(code), slot.salt, b"recul recovery 1")


def _derived(secret: bytes, salt: bytes, purpose: bytes) -> bytes:
    """Return HKDF-SHA256 (RFC 5869) of a secret: one block of its output is as long as a key."""
    return hmac.digest(hmac.digest(salt, secret, _HASH), purpose + b"\x01", _HASH)


def warm() -> None:
    """Read now what opens a slot, and what `cryptography` itself reads with the first key."""
    from importlib import import_module

    for module in ("ciphers.aead", "kdf.argon2"):
        import_module(f"cryptography.hazmat.primitives.{module}")
    inbox_public(bytes(KEY), bytes(KEY))


def refuse_empty(passphrase: str) -> None:
    """Raise WeakPassphrase for none at all."""
    if not passphrase:
        from journal.errors.refusals import WeakPassphrase

        raise WeakPassphrase
