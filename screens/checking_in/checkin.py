"""Check-in: load, mood, one word; the six factors of the week when one wants them. For the manager alone."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from journal.language import _
from journal.model.audience import Audience
from journal.model.checkin import CheckInDetails, Factor
from journal.model.entry import Entry, Ref
from journal.practice import checking_in
from journal.practice.notebook import Notebook
from screens.checking_in import routes as checking_in_routes
from screens.frame.changes import saving
from screens.frame.events import EntrySaved
from screens.frame.quiet_page import QuietPage
from screens.frame.saved_at import saved_at
from screens.frame.saves_at_a_key import SavesAtAKey
from screens.frame.told_keys import clicked
from screens.frame.typed_text import typed_on
from screens.vocabulary.audiences import audience_words
from screens.widgets.one_line import OneLine
from screens.widgets.plain import PlainText, plain
from screens.widgets.scale import Scale


class CheckInScreen(SavesAtAKey, QuietPage):
    """Half a minute; everything can be skipped, and leaving keeps what was noted."""

    name_in_table = "checkin"
    reading: ClassVar[bool] = False
    AUTO_FOCUS = "#load"
    BINDINGS = [  # noqa: RUF012 -- Textual reads a list
        ("up", "app.focus_previous"),  # from the word too, as from scale to scale
        ("down", "app.focus_next"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._kept = CheckInDetails()
        self.ref: Ref | None = None  # once it is kept
        self._told = ""

    def page_title(self) -> str:
        """Return what this is."""
        return _("Check-in")

    def status(self) -> str:
        """Return for whom it is."""
        return " · ".join(filter(None, [audience_words(Audience.ME), self._told]))

    def compose_page(self) -> ComposeResult:
        """Yield the day, then the week, which is folded until it is asked for."""
        with Vertical(id="day"):
            yield PlainText(_("How heavy was today, from 0 (light) to 10 (very heavy)?"))
            yield Scale(id="load")
            yield PlainText(_("How is your mood, from 0 (at its lowest) to 10 (at its best)?"), classes="gap-above")
            yield Scale(id="mood")
            yield PlainText(_("In one word?"), classes="gap-above")
            yield OneLine(id="word", compact=True, max_length=40)
            yield PlainText(
                _("A key from 0 to 10 (1, then 0 for ten), or ← →; all may stay empty."),
                id="how",
                classes="quiet gap-above",
            )
            yield PlainText("", id="offer-week", classes="quiet gap-above")
        with Vertical(id="week"):
            yield PlainText(_("This week, from 0 (not at all) to 10 (very much)"), classes="quiet")
            for number, (factor, question) in enumerate(checking_in.FACTOR_QUESTIONS.items()):
                yield PlainText(_(question), classes="gap-above" if number else "")
                yield Scale(id=f"factor-{factor.value}")

    def on_mount(self) -> None:
        """Show the day; the week waits behind its key."""
        super().on_mount()
        self.query_one("#week").display = False
        if checking_in.week_is_open(self.journal.notebook):
            key = self.key_of("checkin.week")
            words = plain(_("{key}  six questions about the week, if you like").format(key=key))
            told = clicked(words.stylize("bold $accent", 0, len(key)), self.host.table.row("checkin.week"))
            self.query_one("#offer-week", PlainText).update(told)

    @on(Scale.Confirmed)
    def _confirmed(self, confirmed: Scale.Confirmed) -> None:
        if confirmed.scale.id == f"factor-{[*Factor][-1].value}":
            self.action_back()
        else:
            self.focus_next()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_back()

    def action_week(self) -> None:
        """Show the six questions of the week instead of those of the day, or go back to these."""
        day, week = self.query_one("#day"), self.query_one("#week")
        day.display, week.display = week.display, not week.display
        first = self.query_one(f"#factor-{Factor.INTENSITY.value}" if week.display else "#load")
        self.call_after_refresh(first.focus)

    def action_curve(self) -> None:
        """Show one's own curve, and whom to talk to."""
        self.flush()
        self.app.push_screen(checking_in_routes.curve())

    @property
    def something_new(self) -> bool:
        """Whether something is noted that was not kept as it stands."""
        return self._noted() not in (self._kept, CheckInDetails())

    def action_keep(self) -> None:
        """Save what was noted, and stay."""
        self.flush()

    def action_back(self) -> None:
        """Save what was noted and go back."""
        self.flush()
        self.dismiss()

    def action_drop(self) -> None:
        """Go back without saving anything."""
        self.dismiss()

    def _noted(self) -> CheckInDetails:
        found = {factor: self.query_one(f"#factor-{factor.value}", Scale).value for factor in Factor}
        return CheckInDetails(
            load=self.query_one("#load", Scale).value,
            mood=self.query_one("#mood", Scale).value,
            word=self.query_one("#word", Input).value,
            factors={factor: level for factor, level in found.items() if level is not None},
        )

    def flush(self) -> None:
        """Keep what was noted, each wording of it once."""
        if not self.something_new:
            return
        self._kept = noted = self._noted()
        self.host.save(saving(self._write, noted), key=f"page:{id(self)}", text=typed_on(self))

    def _write(self, notebook: Notebook, noted: CheckInDetails) -> Entry | None:
        """Keep it as the check-in of this page, which is there since the save before, or is made now."""
        if self.ref is None:
            entry = checking_in.check_in(notebook, noted.load, noted.mood, noted.word, noted.factors)
        else:
            entry = checking_in.correct(notebook, self.ref, noted)
        self.ref = entry.ref if entry else None
        return entry

    @on(EntrySaved)
    def _tell_kept(self, saved: EntrySaved) -> None:
        if saved.key == f"page:{id(self)}":
            self._told = saved_at(self, saved)
            self.refresh_header()
