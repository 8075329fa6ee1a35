"""Benchmark: from the key that opens the door to a page one can write on, at 100,000 entries, against Argon2id alone.

    python benchmarks/unlock_to_page.py [--entries N] [--vaults FOLDER] [--runs N]

The key derivation is what the vault costs on purpose; everything else is ours. The app runs in a pseudo-terminal; the
derivation is timed in turn in this process, with the same parameters. Two moments are told: Today stands and takes
keys (aim: ratio of medians at most 1.15), and, `n` having been pressed at that very moment, the page to write on stands
with its cursor.
"""

import sys
import time
from pathlib import Path
from statistics import median

import vaults
from measuring import in_turns, tell, tell_machine
from terminal_probe import Probe

from journal.vault import header, keys

AIM = 1.15
_APP = "import sys; from journal.__main__ import main; sys.exit(main(['--vault', sys.argv[1], '--lang', 'en']))"
_TYPING = 1.5  # seconds; a person types a passphrase for longer than this


def derivation(folder: Path) -> float:
    """Return the milliseconds that the vault's own key derivation takes."""
    known = header.read(folder / header.NAME)
    begun = time.perf_counter()
    keys.open_with_passphrase(known, vaults.PASSPHRASE)
    return (time.perf_counter() - begun) * 1000


def opening(folder: Path) -> tuple[float, float]:
    """Return the milliseconds from enter until Today stands, and until one can write."""
    with Probe([sys.executable, "-c", _APP, str(folder)]) as probe:
        probe.until("Your journal is closed.")
        time.sleep(_TYPING)
        probe.type(vaults.PASSPHRASE)
        probe.settle()
        pressed = probe.type("\r")
        stands = probe.until("Recently")
        probe.type("n")
        writable = probe.until("0 words")
    return (stands - pressed) * 1000, (writable - pressed) * 1000


def main() -> int:
    """Measure in turns, print, and return 1 when the aim is missed."""
    asked = vaults.options(__doc__, runs=15)
    writable: list[float] = []

    def ours(folder: Path) -> float:
        stands, until_writable = opening(folder)
        writable.append(until_writable)
        return stands

    with vaults.filled(asked.entries, asked.vaults) as folder:
        today, alone = in_turns([lambda: ours(folder), lambda: derivation(folder)], asked.runs)
    tell_machine(asked.runs)
    met = tell(f"enter to Today, {asked.entries:,} entries", median(today), median(alone), AIM)
    tell("enter, n, to a page with its cursor", median(writable[1:]), median(alone))
    return 0 if met else 1


if __name__ == "__main__":
    raise SystemExit(main())
