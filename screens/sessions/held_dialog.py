"""Dialog for a session that took place: the day it was, and how long it really took, in one."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from journal.clock import Clock
from journal.dates.lengths import parse_length
from journal.dates.parsing import parse_past
from journal.dates.wording import clock_time, dated, duration, full_day, moment
from journal.errors.moments import UnknownMoment
from journal.language import _, pgettext
from screens.frame.day_dialog import choose_day
from screens.frame.form_values import no_length, said_at_once
from screens.frame.left_once import Dialog
from screens.frame.told_keys import keys
from screens.frame.typed_text import begun_answer
from screens.widgets.one_line import OneLine
from screens.widgets.plain import PlainText


@dataclass(frozen=True, slots=True)
class Meeting:
    """When a session took place, and how many minutes it took."""

    at: datetime
    minutes: int


class HeldDialog(Dialog[Meeting | None]):
    """Asks for day and length, with what was planned put in; dismissed with them, or with None when nothing was meant.

    A session that lies ahead and took place already is thought to have been today.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("f12", "calendar", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, title: str, planned: Meeting, clock: Clock) -> None:
        super().__init__()
        self._title = title
        self._clock = clock
        self._planned = planned
        now = clock()
        at, early = planned.at, planned.at.date() > now.date()
        self._at = at.replace(year=now.year, month=now.month, day=now.day) if early else at
        self._early = early
        self._unread = self._at_once = ""  # why the day cannot be read, and what is said of it while one types
        self._put = f"{dated(self._at.date())}, {clock_time(self._at)}"

    def compose(self) -> ComposeResult:
        """Yield the question, a line for the day and one for the length, each as it is understood."""
        with Vertical(id="asked"):
            yield PlainText(self._question())
            yield PlainText(_("When it took place"), classes="heading")
            yield OneLine(self._put, compact=True, id="when")
            yield PlainText("", id="understood", classes="quiet")
            yield PlainText(_("How long it really took"), classes="heading")
            yield OneLine(duration(self._planned.minutes), compact=True, id="length")
            yield PlainText("", id="understood-length", classes="quiet")
            answers = (
                (_("enter"), _("it was held")), (_("tab"), _("length")), ("F12", _("choose a day")),
                (_("esc"), pgettext("dialog", "cancel")),
            )  # fmt: skip
            yield PlainText(keys(*answers), classes="gap-above")

    def _question(self) -> str:
        if not self._early:
            return _("{session} took place.").format(session=self._title)
        day = full_day(self._planned.at.date())
        return _("{session} is planned for {day}. Was it held already?").format(session=self._title, day=day)

    # --- what is read

    def _when(self) -> datetime | None:
        """Return the moment that is told, None for one that cannot be read."""
        words = self.query_one("#when", Input).value
        if words.strip() in ("", self._put):
            return self._at
        try:
            return parse_past(words, self._clock())
        except UnknownMoment as unknown:
            self._unread, self._at_once = unknown.message(), said_at_once(unknown)
            return None

    def _minutes(self) -> int | None:
        words = self.query_one("#length", Input).value
        return self._planned.minutes if not words.strip() else parse_length(words)

    def _refused(self) -> tuple[str, str]:
        """Return what is wrong with the day and with the length, each "" when nothing is."""
        when, length = self._when(), self.query_one("#length", Input).value
        if when is None:
            day = self._unread
        else:
            day = _("This day is still to come.") if when.date() > self._clock().date() else ""
        return day, no_length(length) if length.strip() else ""

    @on(Input.Changed)
    def _understand(self) -> None:
        when, minutes = self._when(), self._minutes()
        self._tell(moment(when) if when else self._at_once, duration(minutes) if minutes is not None else "")

    def _tell(self, day: str, length: str) -> None:
        self.query_one("#understood", PlainText).update(day)
        self.query_one("#understood-length", PlainText).update(length)

    # --- what is answered

    @on(Input.Submitted)
    def _answer(self) -> None:
        when, minutes = self._when(), self._minutes()
        refused = self._refused()
        if when is None or minutes is None or any(refused):
            self._tell(*refused)
            self.query_one("#when" if refused[0] else "#length").focus()
            return
        self.dismiss(Meeting(when, minutes))

    def action_calendar(self) -> None:
        """Choose the day in a month; an hour that was typed stays."""
        choose_day(self, self.query_one("#when", OneLine), self._clock(), parse_past)

    def unanswered(self) -> str:
        """Return what is typed and was not answered yet."""
        return begun_answer(self._question(), self)

    def action_leave(self) -> None:
        """Mean nothing."""
        self.dismiss(None)
