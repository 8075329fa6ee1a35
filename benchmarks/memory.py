"""Memory of the app with a large journal against a small one, after walking through the list and searching.

    python benchmarks/memory.py [ENTRIES]

Both apps run in a pseudo-terminal: unlock, open the journal, go to its end and back, page down, search. Then the
resident memory of the process is read from the system. Aim: 100,000 entries take at most 1.15 times what 1,000 take.
Linux and macOS.
"""

import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

import corpus
from terminal_probe import Probe

from journal.practice.notebook import open_notebook
from journal.vault.keys import KdfCost
from journal.vault.vault import create

AIM = 1.15
SMALL, LARGE = 1_000, 100_000
PASSPHRASE = "a passphrase for the benchmark"  # noqa: S105 -- of a vault made here and thrown away
_APP = """
import sys
from pathlib import Path
from screens.app import run
sys.exit(run(Path(sys.argv[1])))
"""
_PAGES = 30
_END, _HOME, _PAGE_DOWN = "\x1b[F", "\x1b[H", "\x1b[6~"


def make(folder: Path, entries: int) -> None:
    """Make a vault with so many entries."""
    vault, _code = create(folder, PASSPHRASE, cost=KdfCost(64 * 1024, 1, 1))
    notebook = open_notebook(vault, clock=lambda: corpus.LAST + timedelta(days=1))
    corpus.fill(notebook, entries)
    notebook.close()


def resident(pid: int) -> int:
    """Return the resident memory of a process in kibibytes."""
    return int(subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, check=True, text=True).stdout)


def walked(folder: Path) -> int:
    """Return the memory that the app takes after a walk through everything, in kibibytes."""
    with Probe([sys.executable, "-c", _APP, str(folder)], environment={"RECUL_LANG": "en"}) as probe:
        probe.until("Passphrase")
        probe.type(f"{PASSPHRASE}\r")
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
    """Measure both, print, and return 1 when the aim is missed."""
    large = int(sys.argv[1]) if len(sys.argv) > 1 else LARGE
    with tempfile.TemporaryDirectory() as folder:
        taken = []
        for entries in (SMALL, large):
            vault = Path(folder) / f"{entries}"
            make(vault, entries)
            taken.append(walked(vault))
    small, big = taken
    sys.stdout.write(f"{SMALL:,} entries: {small / 1024:.1f} MiB · {large:,} entries: {big / 1024:.1f} MiB\n")
    sys.stdout.write(f"ratio {big / small:.2f} (aim {AIM})\n")
    return 0 if big <= AIM * small else 1


if __name__ == "__main__":
    raise SystemExit(main())
