"""Time from the start of the process to the unlock prompt, against a bare Textual app with one Input.

    python benchmarks/start_up.py [--runs N]

Both run in the same pseudo-terminal, in turns. Aim: ratio of medians at most 1.25.
"""

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
_BARE = """
from textual.app import App
from textual.widgets import Input
class Bare(App):
    def compose(self):
        yield Input(placeholder="Passphrase here")
Bare().run()
"""
_OURS = "import sys; from journal.__main__ import main; sys.exit(main(['--vault', sys.argv[1], '--lang', 'en']))"


def to_prompt(code: str, *arguments: str) -> float:
    """Return the milliseconds until a program shows its prompt."""
    with Probe([sys.executable, "-c", code, *arguments]) as probe:
        return (probe.until("Passphrase") - probe.started) * 1000


def main() -> int:
    """Measure in turns, print, and return 1 when the aim is missed."""
    asked = vaults.options(__doc__, runs=21, entries=None)
    with tempfile.TemporaryDirectory() as folder:
        vault, _code = create(Path(folder) / "vault", vaults.PASSPHRASE, cost=KdfCost(64 * 1024, 1, 1))
        vault.close()
        ours, bare = in_turns([lambda: to_prompt(_OURS, f"{folder}/vault"), lambda: to_prompt(_BARE)], asked.runs)
    tell_machine(asked.runs)
    return 0 if tell("to the unlock prompt", median(ours), median(bare), AIM) else 1


if __name__ == "__main__":
    raise SystemExit(main())
