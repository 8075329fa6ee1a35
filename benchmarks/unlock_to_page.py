"""From the key that opens the door to a page one can write on, at 100,000 entries, against the Argon2id alone.

The key derivation is what the vault costs on purpose; everything else between enter and the page is ours. The app runs
in a pseudo-terminal; the derivation is timed in turn in this process, with the same parameters. Aim: ratio of medians
≤ 1.15. Usage: python benchmarks/unlock_to_page.py [ENTRIES] [RUNS]
"""

import random
import statistics
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from terminal_probe import Probe

AIM = 1.15
_AT_ONCE = 5000
PASSPHRASE = "girafe velours tambour octobre"  # noqa: S105 -- of a vault that lives for a minute
_APP = "import sys; from journal.__main__ import main; sys.exit(main(['--vault', sys.argv[1], '--lang', 'en']))"


def fill(folder: Path, entries: int) -> None:
    """Make a vault with many situations of about 1,600 characters, written in the last three years."""
    from journal.model.entry import NewEntry
    from journal.model.kind import Kind
    from journal.practice import capturing
    from journal.practice.notebook import open_notebook
    from journal.vault.vault import create

    words = ("réunion", "décision", "équipe", "comité", "silence", "Karim", "planning", "moment", "question", "doute")
    chance = random.Random(7)
    vault, _code = create(folder, PASSPHRASE)
    notebook = open_notebook(vault)
    now = notebook.clock()
    for start in range(0, entries, _AT_ONCE):
        capturing.write_all(
            notebook,
            [
                NewEntry(
                    kind=Kind.SITUATION,
                    title=f"{chance.choice(words)} {number}",
                    body=" ".join(chance.choices(words, k=220)),
                    happened_at=now - timedelta(minutes=15 * (entries - number)),
                )
                for number in range(start, min(start + _AT_ONCE, entries))
            ],
        )
    notebook.close()


def derivation(folder: Path) -> float:
    """Return the seconds that the vault's own key derivation takes."""
    from journal.vault import header, keys

    known = header.read(folder / header.NAME)
    start = time.perf_counter()
    keys.open_with_passphrase(known, PASSPHRASE)
    return time.perf_counter() - start


def to_page(folder: Path) -> float:
    """Return the seconds from enter until Today stands and takes keys."""
    with Probe([sys.executable, "-c", _APP, str(folder)]) as probe:
        probe.until("Your journal is closed.")
        time.sleep(1.5)  # a person types for longer than this
        probe.type(PASSPHRASE)
        probe.settle()
        pressed = probe.type("\r")
        shown = probe.until("Recently")
        return shown - pressed


def main() -> int:
    """Print both medians and the ratio."""
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 7  # noqa: PLR2004 -- the second argument
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "vault"
        fill(folder, entries)
        bare, ours = [], []
        for _ in range(runs):
            bare.append(derivation(folder))
            ours.append(to_page(folder))
    floor, figure = statistics.median(bare), statistics.median(ours)
    print(f"{entries} entries · Argon2id alone: {floor * 1000:.0f} ms · enter to page: {figure * 1000:.0f} ms")
    print(f"ratio {figure / floor:.2f} (aim ≤ {AIM}; {runs} runs each, medians)")
    return 0 if figure / floor <= AIM else 1


if __name__ == "__main__":
    raise SystemExit(main())
