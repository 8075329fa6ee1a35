"""Page of one scene told twice: side by side where there is room, one above the other where there is not."""

from itertools import combinations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from journal.dates.wording import near_day
from journal.language import _
from journal.model.kind_spec import spec_of
from journal.practice import reading
from journal.practice.tellings import Telling, tellings
from screens.frame.command import Command
from screens.frame.page import Page
from screens.widgets.plain import PlainText
from screens.widgets.prose import prose

_NAMES = ("one", "other")


class TellingsScreen(Page):
    """Two tellings, the first and the last to begin with; nothing says what differs."""

    name_in_table = "tellings"
    follows_journal = True

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref
        self._pairs: list[tuple[Telling, Telling]] = []
        self._at = 0

    def page_title(self) -> str:
        """Return what this is."""
        return _("One scene, told twice")

    def status(self) -> str:
        """Return the day of the scene."""
        return near_day(
            reading.entry(self.journal.notebook, self.ref).happened_at.date(), self.host.environment.clock().date()
        )

    def commands(self) -> list[Command]:
        """Return the keys; none for another pair where there is one only."""
        return [each for each in super().commands() if each.id != "tellings.another" or len(self._pairs) > 1]

    def compose_page(self) -> ComposeResult:
        """Yield the scene's title and both tellings, or what will stand here."""
        yield PlainText("", id="title", classes="lead")
        with Horizontal(id="both"):
            for name in _NAMES:
                with Vertical(classes="telling"):
                    yield PlainText("", id=f"{name}-head", classes="heading")
                    yield PlainText("", id=f"{name}-text")

    def refresh_content(self) -> None:
        """Read the tellings anew; the pair one reads stays."""
        found = tellings(self.journal.notebook, self.ref)
        first_and_last = [(found[0], found[-1])] if len(found) > 1 else []
        others = [pair for pair in combinations(found, 2) if pair not in first_and_last]
        self._pairs = [*first_and_last, *others]
        self.query_one("#title", PlainText).update(reading.entry(self.journal.notebook, self.ref).title)
        self._show()

    def _show(self) -> None:
        pair = self._pairs[self._at % len(self._pairs)] if self._pairs else ()
        for name, telling in zip(_NAMES, pair, strict=False):
            self.query_one(f"#{name}-head", PlainText).update(self._head(telling))
            self.query_one(f"#{name}-text", PlainText).update(prose(telling.text))
        self.refresh_header()

    def _head(self, telling: Telling) -> str:
        entry = telling.entry
        day = near_day(entry.happened_at.date(), self.host.environment.clock().date())
        told = _("as written") if entry.ref == self.ref else entry.title or _(spec_of(entry.kind).word)
        return f"{day} · {told}"

    def action_another(self) -> None:
        """Set two others side by side."""
        self._at += 1
        self._show()

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()
