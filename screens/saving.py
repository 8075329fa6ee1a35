"""The save queue: one worker, in order, so that no later save overtakes an earlier one (SECURITY.md, hazard 7)."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from journal.errors import ReculError
from screens.events import Happened, SaveFailed

Job = Callable[[Any], Happened]
"""What is to be done with the notebook, in a thread; it returns what to tell the screens afterwards."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    job: Job
    key: str
    told: asyncio.Future[Happened]


class SaveQueue:
    """Runs jobs one after the other and publishes what became of each."""

    def __init__(self, notebook: Callable[[], Any], publish: Callable[[Happened], None]) -> None:
        self._notebook = notebook
        self._publish = publish
        self._waiting: asyncio.Queue[_Waiting] = asyncio.Queue()
        self._failures: dict[str, SaveFailed] = {}
        self._shut = False

    def put(self, job: Job, key: str = "") -> asyncio.Future[Happened]:
        """Add a job; the future holds what happened, SaveFailed included, and never an exception of the vault's."""
        told: asyncio.Future[Happened] = asyncio.get_running_loop().create_future()
        if self._shut:
            told.cancel()
        else:
            self._waiting.put_nowait(_Waiting(job, key, told))
        return told

    def shut(self) -> None:
        """Take no more: the vault is about to be closed, and a page may still be asking while it goes."""
        self._shut = True

    async def work(self) -> None:
        """Do one job after the other, for ever."""
        while True:
            waiting = await self._waiting.get()
            try:
                happened = await self._done(waiting)
            except Exception as fault:
                waiting.told.cancel()
                raise fault from None  # a fault of the program: the fatal handler's business
            finally:
                self._waiting.task_done()
            if not waiting.told.cancelled():
                waiting.told.set_result(happened)
            self._publish(happened)

    async def _done(self, waiting: _Waiting) -> Happened:
        try:
            happened = await asyncio.to_thread(waiting.job, self._notebook())
        except ReculError as error:
            failed = SaveFailed(error, waiting.key)
            self._failures[waiting.key] = failed
            return failed
        self._failures.pop(waiting.key, None)
        return happened

    async def settled(self) -> SaveFailed | None:
        """Wait until nothing is left to do; return the newest failure that no later save has mended."""
        await self._waiting.join()
        return next(reversed(self._failures.values()), None)

    def forget(self, key: str) -> None:
        """No longer hold a failure against a place whose text was given up on purpose."""
        self._failures.pop(key, None)
