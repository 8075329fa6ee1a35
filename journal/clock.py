"""Time as a thing that is handed in, so that tests and rules never ask the machine."""

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]


def now() -> datetime:
    """Return the moment with the offset of the place where the person is."""
    return datetime.now().astimezone()
