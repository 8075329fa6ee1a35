"""`recul log` from a cold process against bare interpreters; aim: at most 1.3 times the one that imports HPKE.

    python benchmarks/log_capture.py [--runs N]

Two floors: an interpreter that imports HPKE and fsyncs a file, and one that also seals into that file, which is the
least that any capture does: the library loads its backend with the first key. All are run in turns, so that a busy
machine slows them alike.
"""

import os
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import vaults
from measuring import Measured, in_turns, tell, tell_machine, timed

from journal.vault.keys import KdfCost
from journal.vault.vault import create

AIM = 1.3
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


def running(
    command: list[str], environment: dict[str, str], clock: Callable[[], float] = time.perf_counter
) -> Measured:
    """Return a command that tells how many seconds it takes, by a clock; it must succeed."""

    def once() -> None:
        subprocess.run(command, env=environment, check=True, capture_output=True, stdin=subprocess.DEVNULL)

    return timed(once, clock)


def entry_point() -> list[str]:
    """Return the installed command, or the module when it is not installed as a script."""
    script = Path(sysconfig.get_path("scripts")) / ("recul.exe" if os.name == "nt" else "recul")
    return [str(script)] if script.exists() else [sys.executable, "-m", "journal"]


def main() -> int:
    """Measure in turns, print, and return 1 when the aim is missed."""
    asked = vaults.options(__doc__, runs=60, entries=None)
    with tempfile.TemporaryDirectory() as folder:
        vault, _code = create(Path(folder) / "vault", vaults.PASSPHRASE, cost=KdfCost(64 * 1024, 1, 1))
        vault.close()
        environment = {**os.environ, "HOME": folder, "XDG_CONFIG_HOME": folder, "LC_ALL": "fr_FR.UTF-8"}
        target, key = f"{folder}/floor", vault.header.inbox.hex()
        commands = (
            [*entry_point(), "log", "--vault", f"{folder}/vault", TEXT],
            [sys.executable, "-c", IMPORTING, target],
            [sys.executable, "-c", SEALING, target, key],
        )
        ours, importing, sealing = (
            median(taken) * 1000
            for taken in in_turns([running(command, environment) for command in commands], asked.runs)
        )
    tell_machine(asked.runs)
    met = tell("recul log, importing and fsync", ours, importing, AIM)
    tell("recul log, sealing and fsync", ours, sealing)
    return 0 if met else 1


if __name__ == "__main__":
    raise SystemExit(main())
