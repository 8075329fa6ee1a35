"""Clock of idleness since the last key: the longer of two clocks, so that neither can be fooled."""

from collections.abc import Callable


class IdleWatch:
    """Measures idleness in seconds by a monotonic clock, which stops when some systems sleep, and by the wall clock."""

    def __init__(self, monotonic: Callable[[], float], wall: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._wall = wall
        self.touch()

    def touch(self) -> None:
        """Note that somebody is there."""
        self._since = (self._monotonic(), self._wall())

    @property
    def seconds(self) -> float:
        """The longer of what both clocks say."""
        monotonic, wall = self._since
        return max(self._monotonic() - monotonic, self._wall() - wall)
