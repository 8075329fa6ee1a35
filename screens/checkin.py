"""Check-in: load, mood, one word; the six factors of the week when one wants them. For the manager alone."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from journal.language import _
from journal.model.checkin import Factor
from journal.practice import checking_in
from journal.practice.notebook import Notebook
from screens.events import EntrySaved, Happened, JournalChanged
from screens.places import OVER, make
from screens.quiet_page import QuietPage
from screens.widgets.plain import PlainText
from screens.widgets.scale import Scale


class CheckInScreen(QuietPage):
    """Half a minute; everything can be skipped, and leaving keeps what was noted."""

    name_in_table = "checkin"
    reading: ClassVar[bool] = False
    AUTO_FOCUS = "#load"

    def __init__(self) -> None:
        super().__init__()
        self._kept = False

    def heading(self) -> str:
        """Return what this is."""
        return _("Check-in")

    def standing(self) -> str:
        """Return for whom it is."""
        return _("● for me alone")

    def compose_page(self) -> ComposeResult:
        """Yield the day, then the week, which is folded until it is asked for."""
        yield PlainText(_("How heavy is the day?"))
        yield Scale(id="load")
        yield PlainText(_("How is the mood?"), classes="gap-above")
        yield Scale(id="mood")
        yield PlainText(_("In one word?"), classes="gap-above")
        yield Input(id="word", compact=True, max_length=40)
        with Vertical(id="week"):
            for factor, question in checking_in.FACTOR_QUESTIONS.items():
                yield PlainText(_(question), classes="gap-above")
                yield Scale(id=f"factor-{factor.value}")

    def on_mount(self) -> None:
        """Fold the week."""
        super().on_mount()
        self.query_one("#week").display = False
        self.query_one("#week").styles.height = "auto"

    @on(Scale.Confirmed)
    def _confirmed(self) -> None:
        self.focus_next()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        if self.query_one("#week").display:
            self.focus_next()
        else:
            self.action_back()

    def action_week(self) -> None:
        """Show the six factors of the week, or fold them again."""
        week = self.query_one("#week")
        week.display = not week.display
        if week.display:
            self.query_one(f"#factor-{Factor.INTENSITY.value}").focus(scroll_visible=False)
            self.call_after_refresh(week.scroll_visible, top=True)

    def action_curve(self) -> None:
        """Show one's own curve, and whom to talk to."""
        self.flush()
        self.app.push_screen(make(OVER["curve"]))

    def action_back(self) -> None:
        """Keep what was noted and go back."""
        self.flush()
        self.dismiss()

    def action_drop(self) -> None:
        """Go back without keeping anything."""
        self.dismiss()

    def flush(self) -> None:
        """Keep what was noted, once."""
        load, mood = self.query_one("#load", Scale).value, self.query_one("#mood", Scale).value
        word = self.query_one("#word", Input).value
        found = {factor: self.query_one(f"#factor-{factor.value}", Scale).value for factor in Factor}
        factors = {factor: level for factor, level in found.items() if level is not None}
        if self._kept or not (load is not None or mood is not None or word.strip() or factors):
            return
        self._kept = True

        def job(notebook: Notebook) -> Happened:
            entry = checking_in.check_in(notebook, load, mood, word, factors)
            return EntrySaved(entry.ref, entry.revision, entry.updated_at) if entry else JournalChanged()

        self.recul.save(job)
