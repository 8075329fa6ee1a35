"""The red thread of a journal of 10,000 entries: twelve months counted and kept, read again, after a save, opened.

    python benchmarks/red_thread.py [--entries N] [--letters N] [--vaults FOLDER] [--runs N]

Aim: at most 100 ms for the page while nothing has changed, after an entry was written, when the months are summed anew,
and for two periods compared, for which every word is read. Told is the processor time that 95 of 100 take, so that a
machine which others use as well tells the same. The first time, which counts the months, is told without an aim.
"""

import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import vaults
from measuring import Measured, in_turns, p95, tell_machine, timed

from journal.model.entry import NewEntry
from journal.model.kind import Kind
from journal.practice import capturing, comparing_periods, red_thread
from journal.practice.notebook import Notebook
from journal.practice.passages import passages

AIM_MS = 100.0


def _written(notebook: Notebook) -> Callable[[], object]:
    text = "Encore une réunion où tout se décide sans moi, et j’ai repris la main devant l’équipe."

    def work() -> object:
        new = NewEntry(kind=Kind.SITUATION, title="Réunion", body=text, happened_at=notebook.clock())
        capturing.write(notebook, new)
        begun = time.process_time()
        red_thread.red_thread(notebook)
        return time.process_time() - begun

    return work


def main() -> int:
    """Measure, print, and return 1 when the aim is missed."""
    asked = vaults.options(__doc__, runs=30, entries=10_000, letters=True)
    tell_machine(asked.runs)
    with (
        vaults.filled(asked.entries, asked.vaults, asked.letters) as folder,
        tempfile.TemporaryDirectory() as passing,
    ):
        copy = Path(passing) / "vault"
        shutil.copytree(folder, copy)
        with vaults.opened(copy) as notebook:
            first = _timed(lambda: red_thread.red_thread(notebook))()
            of = red_thread.red_thread(notebook)
            often = of.threads[0]
            # what is written drops what was kept: it is measured after what stays unchanged
            again, opened = in_turns(
                [_timed(lambda: red_thread.red_thread(notebook)), _timed(lambda: passages(notebook, often, of.months))],
                asked.runs,
            )
            after_a_save = _written(notebook)
            saved, compared = in_turns(
                [lambda: float(str(after_a_save())), _timed(lambda: _compare(notebook))], asked.runs
            )
    print(f"{asked.entries:,} entries, {len(of.months)} months shown, {len(of.threads)} rows")
    aimed = {"nothing changed": again, "after an entry was written": saved, "two periods": compared}
    for name, each in aimed.items():
        print(f"{name:<34}{p95(each) * 1000:10.1f} ms  aim {AIM_MS:.0f}")
    print(f"{f'{often.total} passages of one word':<34}{p95(opened) * 1000:10.1f} ms")
    print(f"{'counted for the first time':<34}{first * 1000:10.1f} ms")
    return 0 if all(p95(each) * 1000 <= AIM_MS for each in aimed.values()) else 1


def _timed(work: Callable[[], object]) -> Measured:
    return timed(work, time.process_time)


def _compare(notebook: Notebook) -> object:
    months, counted = red_thread.counted(notebook)
    return comparing_periods.compare(counted, comparing_periods.periods(len(months))[-1])


if __name__ == "__main__":
    raise SystemExit(main())
