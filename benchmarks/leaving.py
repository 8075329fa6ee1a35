"""Benchmark: from the key that leaves until the program has ended, against a bare Textual app.

    python benchmarks/leaving.py [--runs N]

Both programs run in pseudo-terminals and get Ctrl+Q once their screen is at rest. Told are leaving Today, and leaving a
page with 2,000 signs on it that were pasted just before: they are kept, and the vault closed, before the program ends.
Aim: from Today no longer than the bare one. Linux and macOS.
"""

import os
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median

import corpus
import vaults
from measuring import Measured, in_turns, tell, tell_machine
from terminal_probe import Probe

from journal.vault.keys import KdfCost
from journal.vault.vault import create

AIM = 1.0
SIGNS = 2000
_BARE = """
from textual.app import App
from textual.widgets import TextArea
class Bare(App):
    def compose(self):
        yield TextArea("Bare")
Bare().run()
"""
_OURS = "import sys; from journal.__main__ import main; sys.exit(main(['--vault', sys.argv[1], '--lang', 'en']))"
_LEAVE = "\x11"


def ended(probe: Probe) -> float:
    """Return the milliseconds from the key that leaves until there is no process any more."""
    probe.settle(0.3)
    pressed = probe.type(_LEAVE)
    while os.waitpid(probe.pid, os.WNOHANG)[0] == 0:
        probe.settle(0.0005, 0.0005)  # a terminal that nobody reads would hold the program back
    taken = time.perf_counter() - pressed
    probe.code = 0
    return taken * 1000


def bare() -> float:
    """Return what a bare app takes."""
    with Probe([sys.executable, "-c", _BARE]) as probe:
        probe.until("Bare")
        return ended(probe)


def ours(folder: Path, written: str) -> Measured:
    """Return how to leave Recul, with something written that is not kept yet, or on Today."""

    def once() -> float:
        with Probe([sys.executable, "-c", _OURS, str(folder)]) as probe:
            probe.until("Passphrase")
            probe.type(f"{vaults.PASSPHRASE}\r")
            probe.until("n  write", timeout=60)
            if written:
                probe.type("n")
                probe.until("0 words")
                probe.type(f"\x1b[200~{written}\x1b[201~")
                probe.until(written.rsplit(maxsplit=1)[-1])
            return ended(probe)

    return once


def main() -> int:
    """Measure in turns, print, and return 1 when the aim is missed."""
    asked = vaults.options(__doc__, runs=9, entries=None)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "vault"
        with closing(create(folder, vaults.PASSPHRASE, cost=KdfCost(64, 1, 1))[0]):
            pass
        text = corpus.entry(1).body.replace("\n", " ")[:SIGNS].rpartition(" ")[0]
        floor, nothing, kept = map(median, in_turns([bare, ours(folder, ""), ours(folder, text)], asked.runs))
    tell_machine(asked.runs)
    met = tell("leaving Today", nothing, floor, AIM)
    tell("leaving a page with unkept words", kept, floor)
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
