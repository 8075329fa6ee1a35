"""Terminal or not: a full-screen program written into a file would leave its pages there."""

import os
import sys

from journal.errors import DumbTerminal, NoTerminal


def require() -> None:
    """Raise NoTerminal unless what is read and all that is written belong to a terminal, DumbTerminal to a dumb one."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise NoTerminal
    if os.environ.get("TERM") == "dumb":
        raise DumbTerminal
