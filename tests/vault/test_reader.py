"""The vault is readable without Recul: `docs/reader.py` reads what was written, word for word."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from journal.vault.vault import OpenVault

READER = Path(__file__).parents[2] / "docs" / "reader.py"
RUN = """
import getpass, runpy, sys
passphrase = sys.stdin.readline().rstrip("\\n")
getpass.getpass = lambda: passphrase
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def read(folder: Path, passphrase: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", RUN, str(READER), str(folder)],
        input=passphrase + "\n", capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip


@pytest.mark.slow_proof
@pytest.mark.parametrize("closed", [True, False])
def test_every_entry_is_read_hash_identical(
    vault: OpenVault, passphrase: str, proof_count: Callable[[int, int], int], *, closed: bool
) -> None:
    bodies = [f"# {n}\n" + "à 😀 l’un\n" * (n * 7 % 900) for n in range(proof_count(120, 1000))]
    with closing(vault.connect()) as database:
        database.execute("CREATE TABLE entry (ref INTEGER PRIMARY KEY, body TEXT)")
        database.executemany("INSERT INTO entry (body) VALUES (?)", [(body,) for body in bodies])
        if closed:
            database.close()
        told = [json.loads(line) for line in read(vault.folder, passphrase).stdout.splitlines()]
    digests = [hashlib.sha256(row["body"].encode()).digest() for row in told]
    assert digests == [hashlib.sha256(body.encode()).digest() for body in bodies]


def test_the_reader_is_short_and_needs_cryptography_alone() -> None:
    lines = READER.read_text(encoding="utf-8").splitlines()
    assert len(lines) < 60
    assert not any("journal" in line and "import" in line for line in lines)


def test_an_altered_page_and_a_wrong_passphrase_are_refused(vault: OpenVault, passphrase: str) -> None:
    vault.close()
    assert read(vault.folder, "wrong").returncode != 0
    raw = bytearray(vault.database.read_bytes())
    raw[5000] ^= 1
    vault.database.write_bytes(raw)
    assert "was altered" in read(vault.folder, passphrase).stderr
