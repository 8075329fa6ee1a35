"""A PDF closed with AES-256 (PDF 2.0, revision 6), which every current PDF reader opens with the passphrase."""

import io


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
    return closed.getvalue()
