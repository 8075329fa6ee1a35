"""Locking forgets: the process image is replaced, so that no key and no text stays in memory (promise 25)."""

import os
import subprocess
import sys
from enum import Enum
from typing import NoReturn

LOCKED = 75  # exit code between the app and the process that starts it again, where images cannot be replaced
_WATCHED = "RECUL_WATCHED"


class Outcome(Enum):
    """Why the app ended."""

    LEFT = "left"
    LOCKED = "locked"


def command() -> list[str]:
    """Return how this program was started; neither passphrase nor content is ever in it."""
    return [sys.executable, *sys.orig_argv[1:]]


def start_again() -> NoReturn:
    """Forget everything and begin anew at the closed door."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        os._exit(LOCKED)  # the watching parent starts the next one
    os.execv(sys.executable, command())  # noqa: S606 -- the very command that started this process


def must_watch(system: str = os.name) -> bool:
    """Whether a parent has to watch over the app, because the system cannot replace a process image."""
    return system == "nt" and os.environ.get(_WATCHED) is None


def watch() -> int:
    """Run the app in a child as often as it locks; return the exit code of the last one."""
    environment = {**os.environ, _WATCHED: "1"}
    while (code := subprocess.call(command(), env=environment)) == LOCKED:  # noqa: S603 -- our own command
        pass
    return code
