"""A PDF closed with AES-256 (PDF 2.0, revision 6), which every current PDF reader opens with the passphrase."""

import io
import re
import secrets

_ID = re.compile(rb"/ID ?\[ ?<([0-9a-f]+)> ?<([0-9a-f]+)> ?\]")


def encrypt(content: bytes, passphrase: str) -> bytes:
    """Return the PDF encrypted, contents and metadata; the owner's passphrase is the same, so nothing is withheld."""
    import pikepdf

    closed = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for name in ("/CreationDate", "/ModDate"):
            if name in pdf.docinfo:
                del pdf.docinfo[name]
        encryption = pikepdf.Encryption(owner=passphrase, user=passphrase, R=6, aes=True, metadata=True)
        pdf.save(closed, encryption=encryption)
    return _ID.sub(_random, closed.getvalue())


def _random(found: re.Match[bytes]) -> bytes:
    """Return an identifier as long as the one found: both halves of that are made of the text, and stand in clear."""
    told = found.group()
    for half in found.groups():
        told = told.replace(half, secrets.token_hex(len(half) // 2).encode())
    return told
