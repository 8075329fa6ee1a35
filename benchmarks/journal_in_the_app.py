"""The journal walked through in the app with 100,000 entries against 1,000: no key may wait for the journal's length.

    python benchmarks/journal_in_the_app.py [--entries N] [--vaults FOLDER] [--runs N]

Both apps run side by side in pseudo-terminals of 120 columns and get their keys in turns. Measured is the time from a
key to the first sign of its answer, letters or colours, from the line on where that stands; told beside it is when the
screen has changed for the last time. Aims: ratio of medians at most 1.1, and 50 ms.
"""

import sys
from collections.abc import Mapping, Sequence
from statistics import median

import vaults
from measuring import in_turns, tell, tell_machine
from terminal_probe import Probe

AIM, AT_ONCE = 1.1, 50.0  # milliseconds
_CODE = "import sys; from journal.__main__ import main; sys.exit(main(['--vault', sys.argv[1], '--lang', 'en']))"
APP = [sys.executable, "-c", _CODE]
_PAGE_DOWN, _END, _HOME, _RIGHT, _ESCAPE = "\x1b[6~", "\x1b[F", "\x1b[H", "\x1b[C", "\x1b"
_FIELDS, _LIST, _FOUND, _BELOW = 3, 3, 5, 11  # lines where an answer begins: below the fields stands the narrowed list
_MOVING = {"page down": (_PAGE_DOWN, _LIST), "end": (_END, _LIST), "home": (_HOME, _LIST)}
_NARROWING = {
    "the fields that narrow": ("f", _FIELDS),
    "one kind": (_RIGHT, _BELOW),
    "to the tags": ("\t", _FIELDS),
    "one tag": ("urgence", _BELOW),
}
_SEARCHING = {"search": ("/", 0), "search: a word": ("réunion", _FOUND), "search: another": (" budget", _FOUND)}
_LINES = 24


def answered(probe: Probe, keys: str, line: int) -> tuple[float, float]:
    """Return the milliseconds from a key to the first change from a line on, and until the screen changed no more."""
    probe.settle()
    answer, shown = probe.looks(_LINES)[line:], probe.text
    pressed = last = probe.type(keys)
    first = 0.0
    for moment in probe.heard():
        if not first and probe.looks(_LINES)[line:] != answer:
            first = moment
        if probe.text != shown:
            last, shown = moment, probe.text
    return ((first or last) - pressed) * 1000, (last - pressed) * 1000


def enter(probe: Probe) -> None:
    """Go to the journal."""
    probe.until("Your journal is closed.")
    probe.type(f"{vaults.PASSPHRASE}\r")
    probe.until("Recently", timeout=60)
    probe.type("2")
    probe.until("2026 ·", timeout=60)


Times = list[tuple[float, float]]


def measured(
    probes: Sequence[Probe], runs: int, names: Mapping[str, tuple[str, int]], back: int
) -> dict[str, list[Times]]:
    """Return the times of each key in both apps; escape leads `back` to where it began."""
    taken: dict[str, list[Times]] = {name: [[] for _probe in probes] for name in names}

    def round_of(number: int) -> float:
        for name, (keys, line) in names.items():
            taken[name][number].append(answered(probes[number], keys, line))
        for _step in range(back):
            probes[number].type(_ESCAPE)
            probes[number].settle()
        return 0.0

    in_turns([lambda: round_of(0), lambda: round_of(1)], runs)
    return {name: [times[1:] for times in both] for name, both in taken.items()}


def main() -> int:
    """Measure in turns, print, and return 1 when the aim is missed."""
    asked = vaults.options(__doc__, runs=9)
    with (
        vaults.filled(asked.entries, asked.vaults) as large,
        vaults.filled(vaults.SMALL, asked.vaults) as small,
        Probe([*APP, str(large)], columns=120) as many,
        Probe([*APP, str(small)], columns=120) as few,
    ):
        for probe in (many, few):
            enter(probe)
        figures = {
            **measured((many, few), asked.runs, _MOVING, back=0),
            **measured((many, few), asked.runs, _NARROWING, back=3),
            **measured((many, few), asked.runs, _SEARCHING, back=1),
        }
    tell_machine(asked.runs)
    met = True
    for name, both in figures.items():
        many_first, few_first = (median(first for first, _last in times) for times in both)
        met &= tell(name, many_first, few_first, AIM) and many_first <= AT_ONCE
        tell("  until nothing changes", *(median(last for _first, last in times) for times in both))
    return 0 if met else 1


if __name__ == "__main__":
    raise SystemExit(main())
