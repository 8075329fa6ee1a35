"""The wait of a test for an app that has nothing to do."""

import asyncio
import time
from collections.abc import Callable

MOMENT = 1 / 200
"""Seconds in which nothing may happen before a test goes on."""

at_rest: list[Callable[[], bool]] = []
"""What is done once nothing else is; each returns whether that was anything, and then the wait goes on."""


async def quiet(min_sleep: float = MOMENT, max_sleep: float = 1.0) -> None:
    """Wait until the app has nothing to do: what Textual's own wait does, in shorter steps, and exact about the loop.

    Textual sleeps until the process used no time for 20 ms; the same is asked of a shorter moment here. Since another
    process may have had the core for all of it, nothing may be ready to run in the loop either.
    """
    loop = asyncio.get_running_loop()
    start = loop.time()
    while loop.time() - start < max_sleep:
        used = time.process_time()
        await asyncio.sleep(MOMENT)
        ready = loop._ready  # type: ignore[attr-defined]  # CPython's own list of what runs next
        resting = not ready and time.process_time() - used < MOMENT / 20 and loop.time() - start > min_sleep
        if resting and not any(each() for each in at_rest):
            break
