"""The save queue: one worker, in order, so that no later save overtakes an earlier one (SECURITY.md, hazard 7)."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from journal.errors import ReculError, StorageFailed
from journal.errors.refusals import EntryChangedMeanwhile
from screens.frame.events import Happened, SaveFailed

Job = Callable[[Any], Happened]
"""What is to be done with the notebook, in a thread; it returns what to tell the screens afterwards."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    job: Job
    key: str
    told: asyncio.Future[Happened]
    insist: bool = False


class SaveQueue:
    """Runs jobs one after the other and publishes what became of each.

    What insists is tried again after a disk that refused it, until it is kept or a later save of the same key has
    taken its place: a text outlives the page on which it was typed.
    """

    def __init__(self, notebook: Callable[[], Any], publish: Callable[[Happened], None]) -> None:
        self._notebook = notebook
        self._publish = publish
        self._waiting: asyncio.Queue[_Waiting] = asyncio.Queue()
        self._failures: dict[str, SaveFailed] = {}
        self._refused: dict[str, Job] = {}
        self._shut = False

    def put(self, job: Job, key: str = "", *, insist: bool = False) -> asyncio.Future[Happened]:
        """Add a job; the future holds what happened, SaveFailed included, and never an exception of the vault's."""
        told: asyncio.Future[Happened] = asyncio.get_running_loop().create_future()
        if self._shut:
            told.cancel()
        else:
            self._refused.pop(key, None)
            self._waiting.put_nowait(_Waiting(job, key, told, insist))
        return told

    def try_again(self) -> None:
        """Do once more what insists and was refused; nothing while something newer waits."""
        if self._waiting.empty():
            for key, job in list(self._refused.items()):
                self.put(job, key, insist=True)

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
            if waiting.insist and isinstance(error, EntryChangedMeanwhile):  # the text is a draft now
                self._failures.pop(waiting.key, None)
                return failed
            self._failures[waiting.key] = failed
            if waiting.insist and isinstance(error, StorageFailed):
                self._refused[waiting.key] = waiting.job
            return failed
        self.forget(waiting.key)
        return happened

    async def settled(self) -> SaveFailed | None:
        """Try again what was refused, wait until nothing is left to do; return the newest failure not mended since."""
        self.try_again()
        await self._waiting.join()
        return next(reversed(self._failures.values()), None)

    def forget(self, key: str) -> None:
        """Hold no failure against a place any more: its text was kept, or given up on purpose."""
        self._failures.pop(key, None)
        self._refused.pop(key, None)
