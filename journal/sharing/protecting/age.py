"""age v1 (https://age-encryption.org/v1): to a passphrase, or to the public key of the one who reads."""

from journal.errors import UnknownRecipientKey

# What age says when the passphrase does not open the file's key; what it says of damage is something else.
_WRONG = ("Decryption failed", "No matching keys found")


def encrypt(content: bytes, *, passphrase: str = "", key: str = "") -> bytes:
    """Return an age file; a public key goes before a passphrase. Raise UnknownRecipientKey when it is none."""
    import pyrage

    if not key:
        return bytes(pyrage.passphrase.encrypt(content, passphrase))
    try:
        recipient = pyrage.x25519.Recipient.from_str(key)
    except pyrage.RecipientError:
        raise UnknownRecipientKey from None
    return bytes(pyrage.encrypt(content, [recipient]))


def opened_with_passphrase(content: bytes, passphrase: str) -> bytes:
    """Return what an age file holds; raise WrongPassphrase or DamagedImport."""
    import pyrage

    from journal.errors import WrongPassphrase
    from journal.errors.imports import DamagedImport

    try:
        return bytes(pyrage.passphrase.decrypt(content, passphrase))
    except pyrage.DecryptError as error:
        if str(error) in _WRONG:
            raise WrongPassphrase from None
        raise DamagedImport(line=1) from None
