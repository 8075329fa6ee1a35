"""The save queue: one worker, in order, so that no later save overtakes an earlier one (SECURITY.md, hazard 7)."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.errors import CannotBeRead, ReculError
from journal.errors.refusals import EntryChangedMeanwhile
from journal.errors.storage import StorageFailed
from screens.frame.events import Happened, SaveFailed

if TYPE_CHECKING:
    from journal.practice.notebook import Notebook

Job = Callable[["Notebook"], Happened]
"""What is to be done with the notebook, in a thread; it returns what to tell the screens afterwards.

What is told bears the key under which it was asked for, unless the job says another.
"""


@dataclass(frozen=True, slots=True)
class _Waiting:
    job: Job
    key: str
    result: asyncio.Future[Happened]
    text: str = ""


class SaveQueue:
    """Runs jobs one after the other and publishes what became of each.

    A job that keeps a typed text carries it. It is tried again after a disk that refused it, until it is kept or a
    later save of the same key has taken its place: a text outlives the page on which it was typed.
    """

    def __init__(
        self,
        notebook: "Notebook",
        publish: Callable[[Happened], None],
        record: Callable[[Exception], ReculError],
    ) -> None:
        """Take the open journal, who hears what happened, and what names a fault of the program."""
        self._notebook = notebook
        self._publish = publish
        self._record = record
        self._waiting: asyncio.Queue[_Waiting] = asyncio.Queue()
        self._asked: list[_Waiting] = []
        self._failures: dict[str, SaveFailed] = {}
        self._refused: dict[str, _Waiting] = {}
        self._shut = False

    def put(self, job: Job, key: str = "", *, text: str = "") -> asyncio.Future[Happened]:
        """Add a job; the future holds what happened, SaveFailed included, and never an exception."""
        result: asyncio.Future[Happened] = asyncio.get_running_loop().create_future()
        if self._shut:
            result.cancel()
        else:
            if text:
                self._refused.pop(key, None)
            waiting = _Waiting(job, key, result, text)
            self._asked.append(waiting)
            self._waiting.put_nowait(waiting)
        return result

    def try_again(self) -> None:
        """Do once more what the disk refused; nothing while something newer waits."""
        if self._waiting.empty():
            for key, refused in list(self._refused.items()):
                if isinstance(self._failures[key].error, StorageFailed):
                    self.put(refused.job, key, text=refused.text)

    def move_to(self, notebook: "Notebook") -> None:
        """Keep from now on in another journal, what was refused here included."""
        self._notebook = notebook

    def shut(self) -> None:
        """Take no more: the vault is about to be closed, and a page may still be asking while it goes."""
        self._shut = True

    async def work(self) -> None:
        """Do one job after the other, for ever."""
        while True:
            waiting = await self._waiting.get()
            try:
                happened = await self._done(waiting)
            finally:
                self._asked.remove(waiting)
                self._waiting.task_done()
            if not waiting.result.cancelled():
                waiting.result.set_result(happened)
            self._publish(happened)

    async def _done(self, waiting: _Waiting) -> Happened:
        try:
            happened = await asyncio.to_thread(waiting.job, self._notebook)
        except (CannotBeRead, EntryChangedMeanwhile) as error:  # the text is a draft now
            self.forget(waiting.key)
            return SaveFailed(error, waiting.key)
        except Exception as fault:  # noqa: BLE001 -- whatever a job does, the queue goes on to the next
            return self._failed(waiting, fault if isinstance(fault, ReculError) else self._record(fault))
        self.forget(waiting.key)
        happened.key = happened.key or waiting.key
        return happened

    def _failed(self, waiting: _Waiting, error: ReculError) -> SaveFailed:
        failed = SaveFailed(error, waiting.key)
        if waiting.text:
            self._failures[waiting.key] = failed
            self._refused[waiting.key] = waiting
        return failed

    async def settled(self) -> SaveFailed | None:
        """Try again what was refused, wait until nothing is left to do; return the newest failure not mended since."""
        self.try_again()
        await self._waiting.join()
        return next(reversed(self._failures.values()), None)

    @property
    def unkept(self) -> dict[str, str]:
        """The typed texts that no job has kept so far, by key."""
        waiting = {each.key: each.text for each in self._asked if each.text}
        return {key: each.text for key, each in self._refused.items()} | waiting

    def forget(self, key: str) -> None:
        """Hold no failure against a place any more: its text was kept, or given up on purpose."""
        self._failures.pop(key, None)
        self._refused.pop(key, None)
