"""HPKE over P-256, as browsers can seal it: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM (RFC 9180)."""

_POINT = 32  # bytes of a private key
_FRAME = 4
KEY = 65
"""Bytes of an encapsulated key, and of a public one: an uncompressed point."""
TAG = 16


def new_pair() -> tuple[bytes, bytes]:
    """Make a pair; return its private half and its public one."""
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    private = ec.generate_private_key(ec.SECP256R1())
    public = private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return private.private_numbers().private_value.to_bytes(_POINT, "big"), public


def opened(private: bytes, sealed: bytes, info: bytes) -> bytes | None:
    """Return what was sealed to a pair; None when it does not open."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    suite = Suite(KEM.P256, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    key = ec.derive_private_key(int.from_bytes(private, "big"), ec.SECP256R1())
    try:
        return suite.decrypt(sealed, key, info)
    except (InvalidTag, ValueError):
        return None


def unframed(padded: bytes) -> bytes | None:
    """Return what stands behind its length and before what fills it up; None when the length is a lie."""
    length = int.from_bytes(padded[:_FRAME], "big")
    return None if length > len(padded) - _FRAME else padded[_FRAME : _FRAME + length]
