"""Time from the start of the process to a page that takes the passphrase, against a bare Textual app with one Input.

    python benchmarks/start_up.py [--runs N]

Told apart: until the first frame stands and a letter typed then is shown as kept, and until the page itself has painted
that letter. All run in the same pseudo-terminal, in turns. Aim: ratio of medians at most 1.
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

AIM = 1.0
MASK = "•"
_TEXTUAL = b"\x1b[?1004h"  # what Textual asks of the terminal before it paints, and our first frame does not
_BARE = """
from textual.app import App
from textual.widgets import Input
class Bare(App):
    def compose(self):
        yield Input(placeholder="Passphrase here")
Bare().run()
"""
_OURS = "import sys; from journal.__main__ import main; sys.exit(main(['--vault', sys.argv[1], '--lang', 'en']))"


def to_prompt(code: str) -> float:
    """Return the milliseconds until a program shows its prompt."""
    with Probe([sys.executable, "-c", code]) as probe:
        return (probe.until("Passphrase") - probe.started) * 1000


def to_kept_letter(code: str, *arguments: str) -> float:
    """Return the milliseconds until the first frame stands and a letter that is typed then is shown as kept."""
    with Probe([sys.executable, "-c", code, *arguments]) as probe:
        probe.until("Passphrase")
        probe.type("x")
        return (probe.until(MASK) - probe.started) * 1000


def to_page(code: str, *arguments: str) -> float:
    """Return the milliseconds until the page stands with what was typed before."""
    with Probe([sys.executable, "-c", code, *arguments]) as probe:
        probe.until("Passphrase")
        probe.type("x")
        page = probe.until(lambda _text: MASK.encode() in probe.raw.partition(_TEXTUAL)[2])
        return (page - probe.started) * 1000


def main() -> int:
    """Measure in turns, print, and return 1 when an aim is missed."""
    asked = vaults.options(__doc__, runs=21, entries=None)
    with tempfile.TemporaryDirectory() as folder:
        vault, _code = create(Path(folder) / "vault", vaults.PASSPHRASE, cost=KdfCost(64 * 1024, 1, 1))
        vault.close()
        ours = (_OURS, f"{folder}/vault")
        works = [lambda: to_kept_letter(*ours), lambda: to_page(*ours), lambda: to_prompt(_BARE)]
        first, page, bare = (median(each) for each in in_turns(works, asked.runs))
    tell_machine(asked.runs)
    met = [
        tell("first frame and keys kept", first, bare, AIM),
        tell("the page itself, with what was typed", page, bare, AIM),
    ]
    return 0 if all(met) else 1


if __name__ == "__main__":
    raise SystemExit(main())
