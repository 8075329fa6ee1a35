"""Two sides measured in turns and told as one line: ours, the floor, their ratio, the aim."""

import os
import platform
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence

# pip compiles what it installs; programs that may not keep what they compiled would be measured compiling.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

Measured = Callable[[], float]
"""Does something once and returns what it took: seconds, or any other number."""


def timed(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> Measured:
    """Return a piece of work that tells its seconds, by a clock: `time.process_time` on a machine that others share."""

    def once() -> float:
        begun = clock()
        work()
        return clock() - begun

    return once


def processor_time() -> float:
    """Return the seconds of the processor that the programs which were run until now took.

    Their own and the system's for them: the sum is exact, while Linux guesses how much of it is which.
    """
    taken = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken.ru_utime + taken.ru_stime


def in_turns(sides: Sequence[Measured], runs: int) -> list[list[float]]:
    """Return what each side took in each run, after one run of each that does not count.

    The sides take turns, and who begins changes, so that a busy machine slows them alike.
    """
    for side in sides:
        side()
    taken: list[list[float]] = [[] for _side in sides]
    for run in range(runs):
        for number in range(len(sides)) if run % 2 else reversed(range(len(sides))):
            taken[number].append(sides[number]())
    return taken


def p95(taken: Sequence[float]) -> float:
    """Return what 95 of 100 runs stay below."""
    return statistics.quantiles(taken, n=20)[-1]


def tell(name: str, ours: float, floor: float, aim: float | None = None, unit: str = "ms") -> bool:
    """Print one line; return whether the aim is met."""
    ratio = ours / floor
    aimed = "" if aim is None else f"  aim {aim:.2f}{'' if ratio <= aim else '  missed'}"
    print(f"{name:<34}{ours:10.2f} {unit}{floor:10.2f} {unit}  ratio {ratio:5.2f}{aimed}")
    return aim is None or ratio <= aim


def tell_machine(runs: int) -> None:
    """Print what was measured on, and how often; then what the columns are."""
    repeated = f" · {runs} runs of each side, in turns" if runs else ""
    print(
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} CPUs{repeated}"
    )
    print(f"{'':<34}{'Recul':>13}{'floor':>13}")
    sys.stdout.flush()
