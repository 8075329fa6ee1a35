"""Benchmark: the journal of 100,000 entries walked through by keys, against a bare list of as many lines.

    python benchmarks/scrolling.py [--entries N] [--vaults FOLDER] [--runs N]

The bare list draws each line when it is seen (Textual's line API) and reads nothing. Both run side by side in
pseudo-terminals and get their keys in turns; measured is the time from a key until the list, letters and colours, has
changed for the last time; and when the beginning of the entry has followed below it, once the hand rests.
Aim: ratio of medians at most 1.2, or at most 5 ms more.
"""

import sys
from collections.abc import Callable
from statistics import median

import vaults
from journal_in_the_app import APP, enter
from measuring import in_turns, tell, tell_machine
from terminal_probe import Probe

AIM, MORE = 1.2, 5.0  # milliseconds
_LIST, _WHOLE = 16, 24  # lines from the top: of our list, below which the entry's beginning stands, and of the other
_KEYS = {"page down": "\x1b[6~", "a line down": "\x1b[B", "end": "\x1b[F", "home": "\x1b[H"}
_BARE = """
import sys
from rich.segment import Segment
from textual.app import App
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
class Lines(ScrollView, can_focus=True):
    BINDINGS = [("down", "go(1)"), ("pagedown", "go(20)"), ("end", "go(1000000)"), ("home", "go(-1000000)")]
    at = reactive(0)
    def watch_at(self):
        self.refresh()
    def on_mount(self):
        self.virtual_size = Size(78, int(sys.argv[1]))
        self.focus()
    def action_go(self, by):
        self.at = min(max(self.at + by, 0), self.virtual_size.height - 1)
        self.scroll_to_region(Region(0, self.at, 1, 1), animate=False)
    def render_line(self, y):
        row = y + self.scroll_offset.y
        mark = ">" if row == self.at else " "
        return Strip([Segment(f"{mark} {row:<8}a line of a list that reads nothing".ljust(78), self.rich_style)])
class Bare(App):
    def compose(self):
        yield Lines()
Bare().run()
"""


def walk(probe: Probe, keys: str, lines: int) -> tuple[float, float]:
    """Return the milliseconds from a key until the list changed for the last time, and until anything did."""
    probe.settle()
    listed, shown = probe.looks(lines), probe.text
    pressed = moved = followed = probe.type(keys)
    for moment in probe.heard():
        if probe.looks(lines) != listed:
            moved = followed = moment
        elif probe.text != shown:
            followed = moment
        listed, shown = probe.looks(lines), probe.text
    return (moved - pressed) * 1000, (followed - pressed) * 1000


def keys_of(probe: Probe, lines: int, told: dict[str, list[tuple[float, float]]]) -> Callable[[], float]:
    """Return how to press each key once and note what it took."""

    def press() -> float:
        for name, keys in _KEYS.items():
            told[name].append(walk(probe, keys, lines))
        return 0.0

    return press


def main() -> int:
    """Measure in turns, print, and return 1 when the aim is missed."""
    asked = vaults.options(__doc__, runs=9)
    ours_told, bare_told = ({name: [] for name in _KEYS} for _side in range(2))
    with (
        vaults.filled(asked.entries, asked.vaults) as folder,
        Probe([*APP, str(folder)]) as ours,
        Probe([sys.executable, "-c", _BARE, str(asked.entries)]) as bare,
    ):
        enter(ours)
        bare.until("reads nothing")
        in_turns([keys_of(ours, _LIST, ours_told), keys_of(bare, _WHOLE, bare_told)], asked.runs)
    tell_machine(asked.runs)
    met = True
    for name in _KEYS:
        (moved, followed), (floor, _same) = (
            [median(column) for column in zip(*told[name][1:], strict=True)] for told in (ours_told, bare_told)
        )
        met &= tell(name, moved, floor, max(AIM, 1 + MORE / floor))
        print(f"{'  its beginning follows after':<34}{followed:10.2f} ms")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
