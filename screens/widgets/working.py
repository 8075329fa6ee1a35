"""The only thing that moves: a line that says that the machine is at work."""

from time import monotonic

from screens.widgets.plain import PlainText

_STEP = 0.25  # seconds between two dots
_DOTS = 12


class Working(PlainText):
    """Words, then dots that come one by one for as long as it takes."""

    def begin(self, words: str) -> None:
        """Start to show that something is being done."""
        self._words = words
        self._since = monotonic()
        self._timer = self.set_interval(_STEP, self._show)
        self.update(self._told())

    def end(self) -> None:
        """Stop and be empty."""
        self._timer.stop()
        self.update("")

    def _show(self) -> None:
        self.update(self._told(), layout=False)  # a dot more moves nothing else, and the machine has work to do

    def _told(self) -> str:
        dots = 1 + int((monotonic() - self._since) / _STEP) % _DOTS
        return f"{self._words} {'·' * dots}"
