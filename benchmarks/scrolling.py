"""Benchmark: the journal of 100,000 entries walked through by keys, against a bare list of as many lines.

    python benchmarks/scrolling.py [--entries N] [--vaults FOLDER] [--runs N]

The bare list draws each line when it is seen (Textual's line API) and reads nothing. Both run side by side in
pseudo-terminals and get their keys in turns; measured is the time from a key until the screen changed for the last
time.
Aim: ratio of medians at most 1.2.
"""

import sys

import vaults
from journal_in_the_app import APP, enter, measured
from measuring import tell, tell_machine
from terminal_probe import Probe

AIM = 1.2
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


def main() -> int:
    """Measure in turns, print, and return 1 when the aim is missed."""
    asked = vaults.options(__doc__, runs=9)
    with (
        vaults.filled(asked.entries, asked.vaults) as folder,
        Probe([*APP, str(folder)]) as ours,
        Probe([sys.executable, "-c", _BARE, str(asked.entries)]) as bare,
    ):
        enter(ours)
        bare.until("reads nothing")
        figures = measured((ours, bare), asked.runs, _KEYS, back=0)
    tell_machine(asked.runs)
    met = [tell(name, *both, AIM) for name, both in figures.items()]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
