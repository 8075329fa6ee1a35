"""Time from the start of the folder with Python in it to the unlock prompt, against Recul in this Python.

    RECUL_PROGRAM=dist/recul/recul python benchmarks/download_start_up.py [--runs N]

`.ci/recul.spec` makes the folder. Both run in the same pseudo-terminal, in turns. Aim: ratio of medians at most 1.25.
"""

import os
import sys
import tempfile
from pathlib import Path
from statistics import median

import vaults
from measuring import in_turns, tell, tell_machine
from terminal_probe import Probe

from journal.vault.keys import KdfCost
from journal.vault.vault import create

AIM = 1.25


def to_prompt(*command: str) -> float:
    """Return the milliseconds until a program shows its prompt."""
    with Probe(command) as probe:
        return (probe.until("Passphrase") - probe.started) * 1000


def main() -> int:
    """Measure in turns, print, and return 1 when the aim is missed."""
    asked = vaults.options(__doc__, runs=21, entries=None)
    program = str(Path(os.environ["RECUL_PROGRAM"]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        vault, _code = create(Path(folder) / "vault", vaults.PASSPHRASE, cost=KdfCost(64 * 1024, 1, 1))
        vault.close()
        door = ("--vault", f"{folder}/vault", "--lang", "en")
        ours, installed = in_turns(
            [lambda: to_prompt(program, *door), lambda: to_prompt(sys.executable, "-m", "journal", *door)], asked.runs
        )
    tell_machine(asked.runs)
    return 0 if tell("to the unlock prompt", median(ours), median(installed), AIM) else 1


if __name__ == "__main__":
    raise SystemExit(main())
