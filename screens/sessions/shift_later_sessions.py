"""Dialog whether the sessions after a moved one follow: each key says what it does, any other does nothing."""

from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from journal.dates.wording import day_and_month
from journal.language import _, ngettext
from screens.frame.left_once import Dialog
from screens.frame.told_keys import pressed
from screens.widgets.plain import PlainText


class ShiftLaterDialog(Dialog[bool | None]):
    """Dismissed with whether they follow, or with None when nothing is to be moved after all."""

    def __init__(self, number: int, days: int, after: int, last: date) -> None:
        """Ask for session `number`, moved by `days`; `after` more come, and on `last` the last would then be."""
        super().__init__()
        self._number = number
        self._days = days
        self._after = after
        self._last = last

    def compose(self) -> ComposeResult:
        """Say what moves, then the three keys, each with what comes of it."""
        with Vertical(id="asked"):
            yield PlainText(f"{self._moved()} {self._rest()}")
            yield PlainText(
                _ways(
                    (_("y"), self._followed()),
                    (_("enter"), _("move only session {number}").format(number=self._number)),
                    (_("esc"), _("move nothing")),
                ),
                classes="gap-above",
            )

    def _moved(self) -> str:
        if self._days > 0:
            words = ngettext(
                "Session {number} moves {days} day later.", "Session {number} moves {days} days later.", self._days
            )
        else:
            words = ngettext(
                "Session {number} moves {days} day earlier.", "Session {number} moves {days} days earlier.", -self._days
            )
        return words.format(number=self._number, days=abs(self._days))

    def _rest(self) -> str:
        words = ngettext("{count} session comes after it.", "{count} sessions come after it.", self._after)
        return words.format(count=self._after)

    def _followed(self) -> str:
        day = day_and_month(self._last)
        if self._after == 1:
            return _("move it by as many days, to {day}").format(day=day)
        return _("move them all by as many days, the last to {day}").format(day=day)

    def on_key(self, event: events.Key) -> None:
        """Take one of the three answers; a key that is none of them changes nothing."""
        event.stop()
        if event.key == "escape":
            self.dismiss(None)
        elif event.key == "enter":
            self.dismiss(result=False)
        elif event.character is not None and event.character.lower() == _("y"):
            self.dismiss(result=True)


def _ways(*pairs: tuple[str, str]) -> Content:
    """Return a line for each key; what comes of it stands in a column of its own."""
    wide = max(len(key) for key, _words in pairs)
    lines = [pressed(key, Content.assemble((f"{key:<{wide}}", "bold $accent"), f"   {words}")) for key, words in pairs]
    return Content("\n").join(lines)
