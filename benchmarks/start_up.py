"""Time from the start of the process to the unlock prompt, against a bare Textual app with one Input.

Both run in the same pseudo-terminal in turn, so that a busy machine is unkind to both. Aim: ratio of medians ≤ 1.25.
Usage: python benchmarks/start_up.py [RUNS]
"""

import statistics
import sys
import tempfile
from pathlib import Path

from terminal_probe import Probe

AIM = 1.25
_BARE = """
from textual.app import App
from textual.widgets import Input
class Bare(App):
    def compose(self):
        yield Input(placeholder="Passphrase here")
Bare().run()
"""
_OURS = """
import sys
from journal.__main__ import main
sys.exit(main(["--vault", sys.argv[1], "--lang", "en"]))
"""


def to_prompt(code: str, shown: str, *arguments: str) -> float:
    """Return the seconds until a program shows its prompt."""
    with Probe([sys.executable, "-c", code, *arguments]) as probe:
        return probe.until(shown) - probe.started


def main() -> int:
    """Print both medians and the ratio."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    with tempfile.TemporaryDirectory() as folder:
        vault = Path(folder) / "vault"
        _make_vault(vault)
        bare, ours = [], []
        to_prompt(_OURS, "Passphrase", str(vault))  # both start with warm files
        to_prompt(_BARE, "Passphrase")
        for _ in range(runs):
            bare.append(to_prompt(_BARE, "Passphrase"))
            ours.append(to_prompt(_OURS, "Passphrase", str(vault)))
    floor, figure = statistics.median(bare), statistics.median(ours)
    print(f"bare Textual app with one Input: {floor * 1000:.0f} ms · unlock prompt: {figure * 1000:.0f} ms")
    print(f"ratio {figure / floor:.2f} (aim ≤ {AIM}; {runs} runs each, medians)")
    return 0 if figure / floor <= AIM else 1


def _make_vault(folder: Path) -> None:
    from journal.vault.keys import KdfCost
    from journal.vault.vault import create

    vault, _code = create(folder, "a passphrase for the benchmark", cost=KdfCost(64 * 1024, 1, 1))
    vault.close()


if __name__ == "__main__":
    raise SystemExit(main())
