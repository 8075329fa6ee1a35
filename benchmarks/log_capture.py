"""`recul log` from a cold process against bare interpreters; aim: at most 1.3 times the one that seals.

    python benchmarks/log_capture.py [RUNS]

Two floors: an interpreter that imports HPKE and fsyncs a file, and one that also seals into that file, which is the
least that any capture does: the library loads its backend with the first key. All are run in turns, so that a busy
machine slows them alike. Prints the medians in milliseconds and the ratios.
"""

import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

from journal.vault.keys import KdfCost
from journal.vault.vault import create

AIM = 1.3
RUNS = 40
IMPORTING = """
import os, sys
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
sealed = bytes(1072)
file = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT, 0o600)
os.write(file, sealed)
os.fsync(file)
"""
SEALING = IMPORTING.replace(
    "sealed = bytes(1072)",
    """
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
key = X25519PublicKey.from_public_bytes(bytes.fromhex(sys.argv[2]))
sealed = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305).encrypt(bytes(1024), key)
""",
)
TEXT = "Le CODIR a repoussé le projet, et je n’ai rien dit."


def milliseconds(command: list[str], environment: dict[str, str]) -> float:
    """Return how long a command takes; it must succeed."""
    begun = time.perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    return (time.perf_counter() - begun) * 1000


def entry_point() -> list[str]:
    """Return the installed command, or the module when it is not installed as a script."""
    script = Path(sysconfig.get_path("scripts")) / ("recul.exe" if os.name == "nt" else "recul")
    return [str(script)] if script.exists() else [sys.executable, "-m", "journal"]


def main() -> None:
    """Measure in turns and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    folder = Path(tempfile.mkdtemp())
    try:
        vault, _ = create(folder / "vault", "a passphrase of no importance", cost=KdfCost(64, 1, 1))
        vault.close()
        environment = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "LC_ALL": "fr_FR.UTF-8"}
        target, key = str(folder / "floor"), vault.header.inbox.hex()
        commands = {
            "recul log": [*entry_point(), "log", "--vault", str(folder / "vault"), TEXT],
            "importing HPKE": [sys.executable, "-c", IMPORTING, target],
            "sealing": [sys.executable, "-c", SEALING, target, key],
        }
        for command in commands.values():
            milliseconds(command, environment)  # compiles, fills caches
        times = [[milliseconds(command, environment) for command in commands.values()] for _ in range(runs)]
    finally:
        shutil.rmtree(folder)
    medians = dict(zip(commands, map(statistics.median, zip(*times, strict=True)), strict=True))
    ours = medians["recul log"]
    for name, median in medians.items():
        print(f"{name:16} {median:7.1f} ms   ratio {ours / median:5.2f}")
    print(f"aim: recul log at most {AIM} times sealing")


if __name__ == "__main__":
    main()
