"""A long session in a terminal: whether memory and the way from a key to its letter stay as they were.

    python benchmarks/soak.py [--keys N] [--entries N] [--vaults FOLDER]

One app is driven by keys, round after round, as in a day of eight hours without its pauses: a situation is written and
kept, the journal walked through, an entry read, words searched, places and help looked at. After every tenth of the way
the resident memory is read, and single keys are timed on a page that is being written. The last tenth stands beside the
third: until then comes in what is loaded once, and what is remembered up to a bound.
Aims: memory and time at most 1.1 times. 200,000 keys take about an hour. Linux and macOS.
"""

import sys
from argparse import ArgumentParser
from itertools import count
from pathlib import Path
from statistics import median

import corpus
import vaults
from measuring import p95, tell, tell_machine
from memory import resident
from terminal_probe import Probe

AIM = 1.1
_APP = "import sys; from journal.__main__ import main; sys.exit(main(['--vault', sys.argv[1], '--lang', 'en']))"
_DOWN, _UP, _END, _HOME, _PAGE_DOWN, _ESCAPE = "\x1b[B", "\x1b[A", "\x1b[F", "\x1b[H", "\x1b[6~", "\x1b"
_SEEN = "§"  # a letter that no text of the corpus holds
_PARTS, _SETTLED = 10, 2  # tenths of the way, and how many of them what is loaded once may take
_TIMED = 40
_AT_ONCE = 20  # letters that a fast hand is ahead of the screen


class Session:
    """An app that is used on and on, and the keys that it got."""

    def __init__(self, probe: Probe) -> None:
        self.probe, self.keys = probe, 0
        self._numbers = count()

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each once the screen is at rest."""
        for key in keys:
            self.probe.type(key)
            self.probe.settle(0.02, 2.0)
            self.keys += 1

    def type(self, text: str) -> None:
        """Write a text, a few letters ahead of the screen."""
        for at in range(0, len(text), _AT_ONCE):
            self.probe.type(text[at : at + _AT_ONCE])
            self.probe.settle(0.01, 2.0)
        self.keys += len(text)

    def leave(self) -> None:
        """Go back to Today from wherever one is."""
        self.press(_ESCAPE, _ESCAPE, "1")
        self.probe.until("n  write")

    def once(self) -> None:
        """Do what a part of a day is made of."""
        entry = corpus.entry(next(self._numbers))
        self.press("n")
        self.probe.until("0 words")
        self.type(entry.body[:500].replace("\n", " "))
        self.leave()
        self.press("2", *([_DOWN] * 15), *([_UP] * 5), _PAGE_DOWN, _END, _HOME, "\r", _PAGE_DOWN, _ESCAPE)
        self.press("/")
        self.type(entry.body.split()[0][:6])
        self.leave()
        for place in "3456":
            self.press(place, _DOWN, _DOWN, _UP, "?", _ESCAPE)
        self.leave()

    def times(self) -> list[float]:
        """Return the milliseconds from single keys to their letters, in a new page, which is then thrown away."""
        self.press("n")
        self.probe.until("0 words")
        taken = []
        for _key in range(_TIMED):
            self.probe.settle(0.04)
            shown = self.probe.text.count(_SEEN)
            pressed = self.probe.type(_SEEN)
            taken.append((self.probe.until(lambda now, shown=shown: now.count(_SEEN) > shown) - pressed) * 1000)
        self.keys += _TIMED
        self.leave()
        return taken


def soaked(folder: Path, keys: int) -> list[tuple[int, float, float, float]]:
    """Return keys, mebibytes, and milliseconds to a letter (median, 95 of 100), at the door and after each part."""
    with Probe([sys.executable, "-c", _APP, str(folder)]) as probe:
        probe.until("Passphrase")
        probe.type(f"{vaults.PASSPHRASE}\r")
        probe.until("Recently", timeout=60)
        probe.settle()
        session, told = Session(probe), []
        for part in range(_PARTS + 1):
            while session.keys < keys * part / _PARTS:
                session.once()
            memory, times = resident(probe.pid), session.times()
            told.append((session.keys, memory, median(times), p95(times)))
            print("{:>9,} keys {:8.1f} MiB {:8.1f} ms {:8.1f} ms (95 of 100)".format(*told[-1]), flush=True)
        return told


def main() -> int:
    """Drive, print, and return 1 when an aim is missed."""
    asked = ArgumentParser(description=__doc__)
    asked.add_argument("--keys", type=int, default=200_000)
    asked.add_argument("--entries", type=int, default=vaults.SMALL)
    asked.add_argument("--vaults", type=Path)
    options = asked.parse_args()
    tell_machine(0)
    with vaults.filled(options.entries, options.vaults) as folder:
        told = soaked(folder, options.keys)
    early, late = told[_SETTLED + 1], told[-1]
    met = [tell("memory", late[1], early[1], AIM, "MiB"), tell("a letter, median", late[2], early[2], AIM)]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
