"""`recul log` from a cold process against a bare interpreter that imports HPKE and fsyncs a file; aim: at most 1.3.

    python benchmarks/log_capture.py [RUNS]

The two are run in turns, so that a busy machine slows both. Prints the medians in milliseconds and their ratio.
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
FLOOR = """
import os, sys
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
file = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT, 0o600)
os.write(file, bytes(1072))
os.fsync(file)
"""
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
        log = [*entry_point(), "log", "--vault", str(folder / "vault"), TEXT]
        floor = [sys.executable, "-c", FLOOR, str(folder / "floor")]
        for command in (log, floor):
            milliseconds(command, environment)  # compiles, fills caches
        pairs = [(milliseconds(log, environment), milliseconds(floor, environment)) for _ in range(runs)]
    finally:
        shutil.rmtree(folder)
    ours, bare = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"recul log        {ours:7.1f} ms")
    print(f"bare interpreter {bare:7.1f} ms")
    print(f"ratio            {ours / bare:7.2f}   (aim: at most {AIM})")


if __name__ == "__main__":
    main()
