"""Until when something is sealed: days at hand, or another one in plain words."""

from datetime import date, datetime, time, timedelta

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, OptionList

from journal.dates.parsing import months_on, parse_future
from journal.dates.wording import dated
from journal.errors.moments import UnknownDayAhead, UnknownMoment
from journal.language import N_, _, pgettext
from journal.practice import sealing
from screens.frame.form_values import not_understood, said_at_once
from screens.frame.left_once import Dialog
from screens.frame.told_keys import keys
from screens.frame.typed_text import begun_answer
from screens.widgets.one_line import OneLine
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_AT_HAND = ((0, N_("in a week")), (1, N_("in a month")), (3, N_("in three months")), (12, N_("in a year")))  # months
_OTHER = "other"


class SealDateDialog(Dialog[date | None]):
    """Asks until when; dismissed with a date that has not come, or None."""

    BINDINGS = [("escape", "dismiss(None)")]  # noqa: RUF012 -- Textual reads a list

    def __init__(self, today: date, next_session: date | None = None) -> None:
        super().__init__()
        self._today = today
        self._next_session = next_session
        self._unread, self._at_once = UnknownDayAhead().message(), ""

    def compose(self) -> ComposeResult:
        """Yield what a seal is, dates at hand, and room for another."""
        with Vertical(id="asked"):
            yield PlainText(_("Until when?"), classes="lead")
            yield PlainText(sealing.what_a_seal_is(), classes="quiet")
            yield Rows(classes="gap-above")
            yield OneLine(placeholder=_("in six weeks, 31 January"), compact=True, id="other")
            yield PlainText("", id="understood", classes="quiet")
            yield PlainText(
                keys((_("enter"), _("seal")), (_("esc"), pgettext("dialog", "cancel"))), classes="gap-above"
            )

    def unanswered(self) -> str:
        """Return what is typed and was not answered yet."""
        return begun_answer(_("Until when?"), self)

    def on_mount(self) -> None:
        """Show the dates at hand."""
        rows = self.query_one(Rows)
        days = [self._day(months) for months, _words in _AT_HAND]
        until = self._next_session if self._next_session not in days else None  # each day stands there once
        rows.show(
            [
                *([Row(until.isoformat(), dated(until), _("until the next session"))] if until else []),
                *(Row((day := self._day(months)).isoformat(), dated(day), _(words)) for months, words in _AT_HAND),
                Row(_OTHER, _("another date…")),
            ]
        )
        rows.focus()
        self.query_one("#other").display = False

    def _day(self, months: int) -> date:
        return months_on(self._today, months) if months else self._today + timedelta(days=7)

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        chosen = self.query_one(Rows).chosen
        if chosen == _OTHER:
            place = self.query_one("#other")
            place.display = True
            place.focus()
        else:
            self.dismiss(date.fromisoformat(chosen))

    def _read(self, words: str) -> date | None:
        try:
            return parse_future(words, datetime.combine(self._today, time()).astimezone()).date()
        except UnknownMoment as unknown:
            self._unread, self._at_once = not_understood(unknown, UnknownDayAhead), said_at_once(unknown)
            return None

    @on(Input.Changed)
    def _understand(self, typed: Input.Changed) -> None:
        until = self._read(typed.value)
        words = self._at_once if until is None else dated(until) if until > self._today else ""
        self.query_one("#understood", PlainText).update(words)

    @on(Input.Submitted)
    def _typed(self, given: Input.Submitted) -> None:
        until = self._read(given.value)
        if until is not None and until > self._today:
            self.dismiss(until)
        else:
            words = self._unread if until is None else _("Choose a date that has not come yet.")
            self.query_one("#understood", PlainText).update(words)
