"""The wait of a test for an app that has nothing to do."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

MOMENT = 1 / 50
"""Seconds in which no timer may be due before a test goes on; Textual takes in a new size of its window after 1/120."""

THREAD = 1 / 2000
"""Seconds between two looks at threads that are still at work."""

at_rest: list[Callable[[], bool]] = []
"""What is done once nothing else is; each returns whether that was anything, and then the wait goes on."""


async def quiet(min_sleep: float = 0, max_sleep: float = 1.0) -> None:
    """Wait until the app has nothing to do, which is asked of the loop and of its threads themselves.

    Textual sleeps until the process used no time for 20 ms, which on a busy machine proves nothing and elsewhere is
    most of the time of a test. Here nothing is ready to run, no thread is at work and no timer is due within a moment.
    """
    loop: Any = asyncio.get_running_loop()
    end = loop.time() + max_sleep
    while loop.time() < end:
        await asyncio.sleep(0)  # the loop runs what is ready, and takes in what threads and signals brought
        if loop._ready:
            continue
        if at_work(loop._default_executor):
            await asyncio.sleep(THREAD)
        elif (wait := due(loop)) is not None:
            await asyncio.sleep(wait)
        elif not any(each() for each in at_rest):
            return


def at_work(executor: ThreadPoolExecutor | None) -> bool:
    """Tell whether a thread of the loop's own pool has something to do."""
    if executor is None:
        return False
    return not executor._work_queue.empty() or executor._idle_semaphore._value < len(executor._threads)


def due(loop: Any) -> float | None:
    """Return the seconds until the next timer, when it comes within a moment."""
    times = [handle.when() - loop.time() for handle in loop._scheduled if not handle.cancelled()]
    return max(0, soonest) if times and (soonest := min(times)) < MOMENT else None
