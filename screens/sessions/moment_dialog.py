"""One question about a moment, answered in plain words."""

from datetime import datetime, timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from journal.clock import Clock
from journal.dates.parsing import parse_future, parse_nearest
from journal.dates.skipping import skipped_hour
from journal.dates.wording import moment
from journal.errors.moments import UnknownMoment, UnknownMomentAhead
from journal.language import _, pgettext
from screens.frame.day_dialog import choose_day
from screens.frame.form_values import said_at_once
from screens.frame.left_once import Dialog
from screens.frame.told_keys import keys
from screens.frame.typed_text import begun_answer
from screens.widgets.one_line import OneLine
from screens.widgets.plain import PlainText

_FAR = timedelta(days=183)


def _nearest_ahead(words: str, now: datetime) -> datetime:
    """Return the moment ahead that words tell, or the one that has just passed when the next is half a year away."""
    nearest = parse_nearest(words, now)
    try:
        ahead = parse_future(words, now)
    except UnknownMoment:
        return nearest  # a weekday that fits the day of this year alone
    return nearest if nearest < now and ahead - now > _FAR else ahead


class MomentDialog(Dialog[datetime | None]):
    """Asks for a moment ahead; dismissed with it, or with None when nothing was meant.

    What had a moment before (`was`) may keep it: by its own day, or by an empty answer.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("f12", "calendar", show=False),
    ]

    def __init__(self, question: str, hint: str, clock: Clock, was: datetime | None = None) -> None:
        super().__init__()
        self._was = was
        self._clock = clock
        self._question = question
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Yield the question, a line to answer on, and how it is understood."""
        with Vertical(id="asked"):
            yield PlainText(self._question)
            yield OneLine(placeholder=self._hint, compact=True, classes="gap-above")
            yield PlainText("", id="understood", classes="quiet")
            yield PlainText(
                keys(("F12", _("choose a day")), (_("enter"), _("keep")), (_("esc"), pgettext("dialog", "cancel"))),
                classes="gap-above",
            )

    def _read(self, words: str) -> datetime | None:
        try:
            found = _nearest_ahead(words, self._clock())
        except UnknownMoment:
            return None
        was = self._was
        if was is not None and was < self._clock() and (found.month, found.day) == (was.month, was.day):
            return found.replace(year=was.year)  # the day it had, not the same one of another year
        return found

    def _unread(self, words: str) -> UnknownMoment:
        """Return why words tell no moment."""
        try:
            parse_future(words, self._clock())
        except UnknownMoment as unknown:
            return unknown
        return UnknownMomentAhead()

    def _in_full(self, found: datetime) -> str:
        words = moment(found)
        return _("{moment} · already past").format(moment=words) if found < self._clock() else words

    @on(Input.Changed)
    def _understand(self, typed: Input.Changed) -> None:
        found = self._read(typed.value)
        skipped = skipped_hour(typed.value, self._clock(), parse_future)
        told = [self._in_full(found), skipped] if found else [said_at_once(self._unread(typed.value))]
        self.query_one("#understood", PlainText).update("\n".join(filter(None, told)))

    @on(Input.Submitted)
    def _answer(self, given: Input.Submitted) -> None:
        found = self._read(given.value)
        if self._was is not None and not given.value.strip():
            self.dismiss(None)
        elif found is None:
            self.query_one("#understood", PlainText).update(self._unread(given.value).message())
        else:
            self.dismiss(found)

    def action_calendar(self) -> None:
        """Choose the day in a month; an hour that was typed stays."""
        choose_day(self, self.query_one(OneLine), self._clock(), parse_future)

    def unanswered(self) -> str:
        """Return what is typed and was not answered yet."""
        return begun_answer(self._question, self)

    def action_leave(self) -> None:
        """Mean nothing."""
        self.dismiss(None)
