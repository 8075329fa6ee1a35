"""Terminal or not: a full-screen program written into a file would leave its pages there."""

import sys

from journal.errors import NoTerminal


def require() -> None:
    """Raise NoTerminal unless what is read and all that is written belong to a terminal."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise NoTerminal
