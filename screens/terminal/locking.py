"""Lock that forgets: the process image is replaced, so that no key and no text stays in memory (promise 25)."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from enum import Enum
from typing import NoReturn

LOCKED = 75  # exit code between the app and the process that starts it again, where images cannot be replaced
_WATCHED = "RECUL_WATCHED"


class Outcome(Enum):
    """Why the app ended."""

    LEFT = "left"
    LOCKED = "locked"


async def close_within(limit: float, close: Callable[[], None], *, drop_keys: Callable[[], None]) -> None:
    """Close a journal; past the limit, or when that fails, drop its keys whatever still reads or writes."""
    closing = asyncio.create_task(asyncio.to_thread(close))
    await asyncio.wait({closing}, timeout=limit)
    if not closing.done() or closing.exception() is not None:
        drop_keys()


class UnwaitedThreads(ThreadPoolExecutor):
    """Threads for what may take long; nobody waits for them when the app ends."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002 -- the signature of its kind
        """Begin nothing more, and leave what has begun to the end of the process."""
        super().shutdown(wait=False, cancel_futures=True)


def command() -> list[str]:
    """Return how this program was started; neither passphrase nor content is ever in it."""
    return [sys.executable, *sys.orig_argv[1:]]


def start_again(handed_on: Mapping[str, str]) -> NoReturn:
    """Forget everything and begin anew at the closed door, with what the terminal's holder tells its successor."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        os._exit(LOCKED)  # the watching parent starts the next one
    os.execve(sys.executable, command(), {**os.environ, **handed_on})  # noqa: S606 -- the very command that started this process


def end(code: int) -> NoReturn:
    """End at once with an exit code: everything is kept and closed, and no thread may hold the process back.

    A thread that is still importing (what is prepared behind the door) would otherwise be torn out of native code
    while Python takes itself apart, which aborts the process.
    """
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def must_watch(system: str = os.name) -> bool:
    """Whether a parent has to watch over the app, because the system cannot replace a process image."""
    return system == "nt" and os.environ.get(_WATCHED) is None


def watch() -> int:
    """Run the app in a child as often as it locks; return the exit code of the last one."""
    environment = {**os.environ, _WATCHED: "1"}
    while (code := subprocess.call(command(), env=environment)) == LOCKED:  # noqa: S603 -- our own command
        pass
    return code
