"""Dialog that proposes which of the sessions planned at once are the meetings of three: start, halfway, end."""

from collections.abc import Sequence
from enum import Enum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList

from journal.dates.wording import full_day
from journal.language import _, pgettext
from journal.practice.proposed_meetings import Proposed
from screens.frame.left_once import Dialog
from screens.frame.told_keys import keys
from screens.vocabulary.meetings import meeting_word
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class Sponsor(Enum):
    """What comes before the meetings: who asked for the accompaniment is noted first."""

    FIRST = "first"


class MeetingsDialog(Dialog[tuple[Proposed, ...] | Sponsor | None]):
    """Dismissed with the proposals that stay ticked, with the sponsor to be noted first, or with None for no plan."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("space", "tick", show=False),
        Binding("s", "sponsor", show=False),
        Binding("enter", "plan", show=False, priority=True),  # on a row, a click ticks
    ]
    AUTO_FOCUS = "Rows"

    def __init__(self, proposed: Sequence[Proposed], *, sponsored: bool = True) -> None:
        super().__init__()
        self._proposed = tuple(proposed)
        self._sponsored = sponsored
        self._ticked = set(self._proposed) if sponsored else set[Proposed]()

    def compose(self) -> ComposeResult:
        """Yield the question, the meetings, and the keys."""
        with Vertical(id="asked"):
            would_be = _("These would be the three-way meetings with your sponsor. Untick any that are not.")
            could_be = _("These could be three-way meetings with your sponsor. Tick those that are.")
            yield PlainText(would_be if self._sponsored else could_be)
            told = _(
                "Your sponsor is your boss or HR. They learn there what the three of you agree on, nothing you wrote."
            )
            yield PlainText(told, classes="quiet gap-above")
            if not self._sponsored:
                later = _(
                    "No sponsor is noted yet: s notes who it is and comes back here. This can wait: i on a session "
                    "makes it a three-way one later."
                )
                yield PlainText(later)
            yield Rows(classes="gap-above")
            noting = () if self._sponsored else (("s", _("note them")),)
            leaving = (_("esc"), pgettext("dialog", "cancel"))
            known = keys((_("space"), _("tick")), (_("enter"), _("plan them")), *noting, leaving)
            yield PlainText(known, classes="gap-above")

    def on_mount(self) -> None:
        """Show the proposals."""
        self._show()

    def _show(self) -> None:
        self.query_one(Rows).show([self._row(at, each) for at, each in enumerate(self._proposed)])

    def _row(self, at: int, each: Proposed) -> Row:
        words = _("Session {number} · {day}").format(number=each.number, day=full_day(each.at.date()))
        return Row(f"meeting:{at}", f"{'✓' if each in self._ticked else ' '} {words}", meeting_word(each.meeting))

    @on(OptionList.OptionSelected)
    def action_tick(self) -> None:
        """Tick the meeting one is on, or no longer."""
        _what, _colon, at = self.query_one(Rows).chosen.partition(":")
        self._ticked ^= {self._proposed[int(at)]}
        self._show()

    def action_sponsor(self) -> None:
        """Note the sponsor before anything is planned."""
        if not self._sponsored:
            self.dismiss(Sponsor.FIRST)

    def action_plan(self) -> None:
        """Plan the sessions, with the meetings that stay ticked."""
        self.dismiss(tuple(each for each in self._proposed if each in self._ticked))

    def action_leave(self) -> None:
        """Plan nothing."""
        self.dismiss(None)
