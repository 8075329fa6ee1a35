"""Benchmark: from a key to its letter on the screen, in texts of 10 and 200 kB, against a bare TextArea.

    python benchmarks/typing_in_a_text.py [--runs N]

Both programs hold the same text, run side by side in pseudo-terminals and get their keys in turns, each key once the
screen is at rest. The text is pasted, the keys go to its end, with room left below: a bare TextArea hides a word that
was just broken onto the last row until the next key. The pages are that of a new situation, where words are counted and
a draft is kept every two seconds, and that of a question, whose answer is kept as it is written. Aims: the 95th
percentile at most half of the bare one's in 10 kB, 0.35 in 200 kB. The processor's time of a key is told beside it.
"""

import os
import sys
from itertools import count
from pathlib import Path
from statistics import median

import corpus
import vaults
from journal_in_the_app import APP
from measuring import Measured, in_turns, p95, tell, tell_machine
from terminal_probe import Probe

AIMS = {10_000: 0.5, 200_000: 0.35}
_PAGES = {"a situation": ("n", "0 words"), "an answer": ("q\r", "1 of ")}
_BARE = """
from textual.app import App
from textual.widgets import TextArea
class Bare(App):
    def compose(self):
        yield TextArea(compact=True, highlight_cursor_line=False)
Bare().run()
"""
_SEEN = "§"  # a letter that no text of the corpus holds
_WORD = 6  # a space after so many
_BELOW = 10  # empty rows
_LINE, _UP, _END = "\r", "\x1b[A", "\x1b[F"
_QUIET = 0.04  # seconds without output after which a screen is at rest


def text(letters: int) -> str:
    """Return a text of so many letters."""
    whole = "\n\n".join(corpus.entry(number).body for number in range(letters // 300))
    return whole[: letters - 1].rpartition(" ")[0] + "."


def keys_of(probe: Probe) -> Measured:
    """Return how to press a key and measure the milliseconds until its letter shows."""
    numbers = count(1)

    def press() -> float:
        if next(numbers) % _WORD == 0:
            probe.type(" ")
        probe.settle(_QUIET)
        shown = probe.text.count(_SEEN)
        pressed = probe.type(_SEEN)
        moments: list[float] = []
        while not moments:  # something else may be told before
            moments = [moment for moment in probe.heard(_QUIET) if probe.text.count(_SEEN) > shown]
        return (moments[0] - pressed) * 1000

    return press


def busy(probe: Probe) -> float:
    """Return the milliseconds that the processor has worked for a program."""
    told = Path(f"/proc/{probe.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def paste(probe: Probe, written: str) -> None:
    """Put a text in as terminals do."""
    probe.settle()
    probe.type(f"\x1b[200~{written}{_LINE * _BELOW}\x1b[201~")
    probe.until(written.rsplit(maxsplit=1)[-1], timeout=60)
    probe.type(_UP * _BELOW + _END)
    probe.settle()


def compare(folder: Path, page: str, letters: int, runs: int) -> bool:
    """Measure a page in turns with a bare area, print, and return whether the aim is met."""
    key, there = _PAGES[page]
    with Probe([*APP, str(folder)]) as ours, Probe([sys.executable, "-c", _BARE]) as bare:
        ours.until("Your journal is closed.")
        ours.type(f"{vaults.PASSPHRASE}\r")
        ours.until("Recently", timeout=60)
        for each in key:
            ours.settle()
            ours.type(each)
        ours.until(there)
        for probe in (ours, bare):
            paste(probe, text(letters))
        before = [busy(probe) for probe in (ours, bare)]
        app, alone = in_turns([keys_of(ours), keys_of(bare)], runs)
        took = [(busy(probe) - was) / runs for probe, was in zip((ours, bare), before, strict=True)]
    name = f"{page}, {letters // 1000} kB"
    tell(f"{name}: processor", *took)
    tell(f"{name}: median", median(app), median(alone))
    return tell(f"{name}: 95 of 100", p95(app), p95(alone), AIMS[letters])


def main() -> int:
    """Measure, print, and return 1 when an aim is missed."""
    asked = vaults.options(__doc__, runs=300, entries=None)
    tell_machine(asked.runs)
    met = True
    for page in _PAGES:
        for letters in AIMS:
            with vaults.filled(1) as vault:  # a new one: what is typed leaves a draft, which Today shows first
                met &= compare(vault, page, letters, asked.runs)
    return 0 if met else 1


if __name__ == "__main__":
    raise SystemExit(main())
