"""Rehearsal of a case before it is brought: one field at a time, in calm lines, beside a clock that never punishes."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.timer import Timer

from journal.language import _
from journal.model.case import CASE_FIELDS, CaseDetails
from journal.practice import reading
from journal.practice.pages import CASE_HEADINGS
from screens.frame.page import Page
from screens.widgets.plain import PlainText

FIVE_MINUTES = 300  # seconds, the time a peer group usually gives to tell a case
_MINUTE = 60


class RehearsalScreen(Page):
    """The case to be told, and the time that is left."""

    name_in_table = "rehearsal"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref
        self._at = 0
        self._length = FIVE_MINUTES
        self._began = 0.0
        self._clock: Timer | None = None

    @property
    def _sheet(self) -> list[tuple[str, str]]:
        """The title, then the fields that hold something."""
        case = reading.entry(self.journal.notebook, self.ref)
        details = case.details_as(CaseDetails)
        told = [(_(CASE_HEADINGS[name]), getattr(details, name)) for name in CASE_FIELDS]
        return [(_("Case"), case.title), *((heading, text) for heading, text in told if text.strip())]

    def page_title(self) -> str:
        """Return how far one has come."""
        return _("Presenting the case · {number} of {count}").format(number=self._at + 1, count=len(self._sheet))

    def status(self) -> str:
        """Return the time that is left; afterwards only that it is over, not by how much."""
        left = self._length - (self.host.environment.monotonic() - self._began)
        if left <= 0:
            return _("the time is over; finish in peace")
        return f"{int(left) // _MINUTE}:{int(left) % _MINUTE:02d}"

    def compose_room(self) -> ComposeResult:
        """Yield one field, in the middle of the page."""
        with VerticalScroll(id="telling"):
            yield PlainText("", id="told-heading", classes="quiet")
            yield PlainText("", id="told")

    def on_mount(self) -> None:
        """Start the clock."""
        self._began = self.host.environment.monotonic()
        super().on_mount()
        self._clock = self.set_interval(1, self.refresh_header)
        self.query_one("#telling").focus()

    def refresh_content(self) -> None:
        """Show the field one tells now."""
        heading, text = self._sheet[self._at]
        self.query_one("#told-heading", PlainText).update(heading)
        self.query_one("#told", PlainText).update("\n\n".join(line for line in text.splitlines() if line.strip()))
        self.query_one("#telling").scroll_home(animate=False)

    def action_turn(self, by: int) -> None:
        """Go to another field."""
        self._at = max(0, min(len(self._sheet) - 1, self._at + by))
        self.refresh_content()
        self.refresh_header()

    def action_longer(self, minutes: int) -> None:
        """Give the clock more time, or less; at least a minute."""
        self._length = max(_MINUTE, self._length + minutes * _MINUTE)
        self.refresh_header()
