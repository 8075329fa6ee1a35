"""Memory of the app with a large journal against a small one, after walking through the list and searching.

    python benchmarks/memory.py [--entries N] [--vaults FOLDER] [--runs N]

Both apps run in a pseudo-terminal: unlock, open the journal, go to its end and back, page down, search. Then the
resident memory of the process is read from the system. Aim: 100,000 entries take at most 1.15 times what 1,000 take.
Linux and macOS.
"""

import subprocess
import sys
from pathlib import Path
from statistics import median

import vaults
from measuring import in_turns, tell, tell_machine
from terminal_probe import Probe

AIM = 1.15
_APP = "import sys; from journal.__main__ import main; sys.exit(main(['--vault', sys.argv[1], '--lang', 'en']))"
_PAGES = 30
_END, _HOME, _PAGE_DOWN = "\x1b[F", "\x1b[H", "\x1b[6~"
_KIBI = 1024


def resident(pid: int) -> float:
    """Return the resident memory of a process in mebibytes."""
    kibibytes = int(
        subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, check=True, text=True).stdout
    )
    return kibibytes / _KIBI


def walked(folder: Path) -> float:
    """Return the memory that the app takes after a walk through everything, in mebibytes."""
    with Probe([sys.executable, "-c", _APP, str(folder)]) as probe:
        probe.until("Passphrase")
        probe.type(f"{vaults.PASSPHRASE}\r")
        probe.until("Recently", timeout=60)
        probe.type("2")
        probe.until("2026 ·", timeout=60)
        for keys in (_END, _HOME, *([_PAGE_DOWN] * _PAGES)):
            probe.type(keys)
            probe.settle()
        probe.type("/")
        probe.until("Words, the beginning")
        probe.type("réunion")
        probe.until("written last", timeout=60)
        probe.settle()
        return resident(probe.pid)


def main() -> int:
    """Measure in turns, print, and return 1 when the aim is missed."""
    asked = vaults.options(__doc__, runs=3)
    with vaults.filled(asked.entries, asked.vaults) as large, vaults.filled(vaults.SMALL, asked.vaults) as small:
        big, little = in_turns([lambda: walked(large), lambda: walked(small)], asked.runs)
    tell_machine(asked.runs)
    what = f"{asked.entries:,} entries, {vaults.SMALL:,} entries"
    return 0 if tell(what, median(big), median(little), AIM, unit="MiB") else 1


if __name__ == "__main__":
    raise SystemExit(main())
