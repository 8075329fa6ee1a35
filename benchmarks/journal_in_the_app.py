"""The journal walked through in the app with 100,000 entries against 1,000: no key may wait for the journal's length.

    python benchmarks/journal_in_the_app.py [--entries N] [--vaults FOLDER] [--runs N]

Both apps run side by side in pseudo-terminals of 120 columns and get their keys in turns. Measured is the time from a
key until the screen has changed for the last time. Aim: ratio of medians at most 1.5.
"""

import sys
from collections.abc import Mapping, Sequence
from statistics import median

import vaults
from measuring import in_turns, tell, tell_machine
from terminal_probe import Probe

AIM = 1.5
_CODE = "import sys; from journal.__main__ import main; sys.exit(main(['--vault', sys.argv[1], '--lang', 'en']))"
APP = [sys.executable, "-c", _CODE]
_PAGE_DOWN, _END, _HOME, _RIGHT, _ESCAPE = "\x1b[6~", "\x1b[F", "\x1b[H", "\x1b[C", "\x1b"
_MOVING = {"page down": _PAGE_DOWN, "end": _END, "home": _HOME}
_NARROWING = {"the fields that narrow": "f", "one kind": _RIGHT, "to the tags": "\t", "one tag": "urgence"}
_SEARCHING = {"search": "/", "search: a word": "réunion", "search: another": " budget"}


def at_rest(probe: Probe, keys: str) -> float:
    """Return the milliseconds from a key until the screen changed for the last time."""
    probe.settle()
    shown = probe.text
    pressed = last = probe.type(keys)
    for moment in probe.heard():
        if probe.text != shown:
            last, shown = moment, probe.text
    return (last - pressed) * 1000


def enter(probe: Probe) -> None:
    """Go to the journal."""
    probe.until("Your journal is closed.")
    probe.type(f"{vaults.PASSPHRASE}\r")
    probe.until("Recently", timeout=60)
    probe.type("2")
    probe.until("2026 ·", timeout=60)


def measured(probes: Sequence[Probe], runs: int, names: Mapping[str, str], back: int) -> dict[str, list[float]]:
    """Return the median milliseconds of each key, in both apps; escape leads `back` to where it began."""
    taken: dict[str, list[list[float]]] = {name: [[] for _probe in probes] for name in names}

    def round_of(number: int) -> float:
        for name, keys in names.items():
            taken[name][number].append(at_rest(probes[number], keys))
        for _step in range(back):
            probes[number].type(_ESCAPE)
            probes[number].settle()
        return 0.0

    in_turns([lambda: round_of(0), lambda: round_of(1)], runs)
    return {name: [median(times[1:]) for times in both] for name, both in taken.items()}


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
    met = [tell(name, *both, AIM) for name, both in figures.items()]
    return 0 if all(met) else 1


if __name__ == "__main__":
    raise SystemExit(main())
