"""`python reader.py FOLDER` prints the entries of a Recul vault as JSON lines, as FORMAT.md tells; it never writes."""

import getpass
import hashlib
import hmac
import json
import sqlite3
import sys
import unicodedata
from binascii import a2b_base64 as raw
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

vault, passphrase = Path(sys.argv[1]), unicodedata.normalize("NFC", getpass.getpass())

# The header: the passphrase opens the data key, which gives the database's key.
head = json.loads((vault / "vault.json").read_bytes())
slot = head["slots"][0]
nonce, wrapped, salt = raw(slot.pop("nonce")), raw(slot.pop("wrapped")), raw(slot["salt"])
kdf = Argon2id(salt=salt, length=32, iterations=slot["passes"], lanes=slot["lanes"], memory_cost=slot["memory_kib"])
bound = {"slot": slot, "vault": head["vault"], "version": head["version"]}
bound_bytes = json.dumps(bound, sort_keys=True, indent=1).encode() + b"\n"
data_key = AESGCM(kdf.derive(passphrase.encode())).decrypt(nonce, wrapped, bound_bytes)
key = HKDF(SHA256(), 32, raw(head["vault"]), b"recul database 1").derive(data_key)

# The sealed pages: the file's, then those of each whole transaction that still stands in the write-ahead log.
file, log = vault / "journal.db", vault / "journal.db-wal"
whole, frames, pending = file.read_bytes(), log.read_bytes() if log.exists() else b"", {}
pages = {at // 4096 + 1: whole[at : at + 4096] for at in range(0, len(whole), 4096)}
for at in range(32, len(frames) - 4119, 4120):
    if frames[at + 8 : at + 16] == frames[16:24]:
        pending[int.from_bytes(frames[at : at + 4])] = frames[at + 24 : at + 4120]
        if any(frames[at + 4 : at + 8]):  # the end of a transaction
            pages |= pending

# The pages opened: each ends in 16 bytes of IV and 64 of HMAC; the first begins with the salt.
mac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in pages[1][:16]), 2, 32)
plain = b"SQLite format 3\0"
for number, page in sorted(pages.items()):
    body, iv, tag = page[16 if number == 1 else 0 : -80], page[-80:-64], page[-64:]
    if hmac.digest(mac_key, body + iv + number.to_bytes(4, "little"), "sha512") != tag:
        sys.exit(f"page {number} was altered")
    plain += Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor().update(body) + bytes(80)

database = sqlite3.connect(":memory:")
database.row_factory = sqlite3.Row
database.deserialize(plain[:18] + b"\1\1" + plain[20:])  # no longer in write-ahead mode
for row in database.execute("SELECT * FROM entry ORDER BY ref"):
    print(json.dumps(dict(row), ensure_ascii=False, default=repr))
