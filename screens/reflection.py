"""A reflection to read: what was asked and answered, and where it can go from there."""

from textual.app import ComposeResult

from journal.dates import moment
from journal.language import _
from journal.model.entry import Entry, Rel
from journal.model.kind import State
from journal.model.reflection import ReflectionDetails
from journal.practice import questioning, reading
from screens.page import Page
from screens.places import OVER, make
from screens.widgets.plain import PlainText
from screens.widgets.went import Went


class ReflectionScreen(Page):
    """One run through a protocol, as it was asked, in the thread of its situation."""

    name_in_table = "reflection"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref

    def _read(self) -> Entry:
        return reading.entry(self.recul.notebook, self.ref)

    def _about(self) -> int | None:
        return next((link.ref for link in self._read().links if link.rel is Rel.ABOUT), None)

    def heading(self) -> str:
        """Return the protocol's title as it was then."""
        return self._read().title

    def standing(self) -> str:
        """Return its number and its moment."""
        return f"{self.ref} · {moment(self._read().happened_at)}"

    def compose_page(self) -> ComposeResult:
        """Yield the two numbers, the text, the other reflections on the same situation."""
        yield PlainText("", id="numbers", classes="quiet")
        yield PlainText("", id="asked")
        yield PlainText("", id="thread", classes="quiet gap-above")
        yield Went()

    def fill(self) -> None:
        """Show what was asked and answered."""
        entry = self._read()
        details = entry.details if isinstance(entry.details, ReflectionDetails) else ReflectionDetails()
        numbers = self.query_one("#numbers", PlainText)
        numbers.update(intensities(details))
        numbers.display = bool(intensities(details))
        self.query_one("#asked", PlainText).update(entry.body.replace("### ", ""))
        self.query_one("#thread", PlainText).update(self._thread())

    def _thread(self) -> str:
        about = self._about()
        lines = questioning.thread(self.recul.notebook, about) if about is not None else []
        others = [f"{line.ref}  {line.title}" for line in lines if line.ref != self.ref]
        return "\n".join([_("On the same situation"), *others]) if others else ""

    def action_resume(self) -> None:
        """Go on where the run was left."""
        if self._read().state is State.OPEN:
            self.app.switch_screen(make(OVER["questioning"], ref=self.ref))

    def action_learning(self) -> None:
        """Keep a learning from it."""
        self.app.push_screen(make(OVER["learning"], source=self.ref))

    def action_step(self) -> None:
        """Make an if-then step from it."""
        self.app.push_screen(make(OVER["if_then"], source=self.ref))

    def action_situation(self) -> None:
        """Look at the situation it is about."""
        about = self._about()
        if about is not None:
            self.app.push_screen(make(OVER["glance"], ref=about))

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


def intensities(details: ReflectionDetails) -> str:
    """Return the intensity before and after as two numbers, without comment; "" when none was given."""
    before, after = details.intensity_before, details.intensity_after
    if before is None and after is None:
        return ""
    if before is None or after is None:
        return _("Intensity: {level}").format(level=before if after is None else after)
    return _("Intensity: {before}, then {after}").format(before=before, after=after)
