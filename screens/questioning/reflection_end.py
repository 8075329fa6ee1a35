"""The end of a run: it is kept; a learning or an if-then step may be taken along, or nothing."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.language import _
from journal.model.entry import Rel
from journal.model.kind import Kind
from journal.model.protocol import Role
from journal.model.reflection import ReflectionDetails
from journal.practice import actor_questions, case_questions, questioning, reading
from journal.practice.protocols_at_hand import at_hand
from journal.quoting import quoted
from screens.actors import routes as actor_routes
from screens.casework import routes as casework_routes
from screens.checking_in import routes as checking_in_routes
from screens.frame.changes import carried_out
from screens.frame.command import Command
from screens.frame.quiet_page import QuietPage
from screens.frame.which_dialog import WhichDialog
from screens.questioning import routes as questioning_routes
from screens.questioning.reflection import intensities
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class ReflectionEndScreen(QuietPage):
    """What was kept, and two things one may do with it."""

    name_in_table = "reflection_end"
    follows_journal = True
    reading: ClassVar[bool] = False
    AUTO_FOCUS = "Rows"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref

    def page_title(self) -> str:
        """Return the reflection's title."""
        return reading.entry(self.journal.notebook, self.ref).title

    def page_name(self) -> str:
        """Return which page this is, whatever its title."""
        return _("Questioning")

    def status(self) -> str:
        """Return that it is kept, and under which number."""
        return _("saved · entry {ref}").format(ref=self.ref)

    def compose_page(self) -> ComposeResult:
        """Yield the two numbers, the line on which it ended, what can be done with it."""
        yield PlainText(_("Saved. You can stop here."), classes="lead")
        yield PlainText("", id="numbers", classes="quiet")
        yield PlainText("", id="line")
        yield Rows(classes="gap-above")

    def refresh_content(self) -> None:
        """Show what was kept."""
        entry = reading.entry(self.journal.notebook, self.ref)
        details = entry.details if isinstance(entry.details, ReflectionDetails) else ReflectionDetails()
        numbers = self.query_one("#numbers", PlainText)
        numbers.update(intensities(details))
        numbers.display = bool(intensities(details))
        line = self._line(Role.IF_THEN) or self._line(Role.LEARNING)
        shown = self.query_one("#line", PlainText)
        shown.update(quoted(line))
        shown.display = bool(line)
        kinds = {line.kind for rel, line in reading.backlinks(self.journal.notebook, self.ref) if rel is Rel.SOURCE}
        again = {Kind.LEARNING: _("Keep another learning"), Kind.STEP: _("Make another step: if…, then…")}
        first = {Kind.LEARNING: _("Keep a learning"), Kind.STEP: _("Make it a step: if…, then…")}
        words = first | {kind: each for kind, each in again.items() if kind in kinds}
        care = [Row("whom", _("See who to talk to"))] if details.risen else []
        sheet = [Row("sheet", _("Open the case sheet, filled"), self.key_of("reflection_end.sheet"))]
        sheet = sheet if details.protocol == case_questions.PROTOCOL else []
        people = [Row("map", _("Open the map, with those you named"), self.key_of("reflection_end.map"))]
        sheet += people if details.protocol == actor_questions.PROTOCOL else []
        self.query_one(Rows).show(
            [
                *care,
                *sheet,
                Row("learning", words[Kind.LEARNING], self.key_of("reflection_end.learning")),
                Row("step", words[Kind.STEP], self.key_of("reflection_end.step")),
                Row("done", _("Stop here"), self.key_of("reflection_end.back")),
            ]
        )
        if kinds:
            self.query_one(Rows).choose("done")

    def _line(self, role: Role) -> str:
        return questioning.words_for(reading.entry(self.journal.notebook, self.ref), at_hand(), role)

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        {
            "whom": self.action_whom,
            "sheet": self.action_sheet,
            "map": self.action_map,
            "learning": self.action_learning,
            "step": self.action_step,
            "done": self.action_back,
        }[self.query_one(Rows).chosen]()

    def action_whom(self) -> None:
        """See whom to talk to."""
        self.app.push_screen(checking_in_routes.curve(whom=True))

    def commands(self) -> list[Command]:
        """Return the keys; the sheet and the map are there for the questions that fill them."""
        filled = {"reflection_end.sheet": case_questions.PROTOCOL, "reflection_end.map": actor_questions.PROTOCOL}
        return [each for each in super().commands() if filled.get(each.id, self._protocol) == self._protocol]

    @property
    def _protocol(self) -> str:
        details = reading.entry(self.journal.notebook, self.ref).details
        return details.protocol if isinstance(details, ReflectionDetails) else ""

    @work
    async def action_sheet(self) -> None:
        """Open the sheet that the answers fill, rubric by rubric."""
        if self._protocol != case_questions.PROTOCOL:
            return
        filled = await carried_out(self.host, case_questions.sheet_of, self.ref)
        if not self.host.is_leaving:
            self.app.switch_screen(casework_routes.case(ref=filled.ref))

    @work
    async def action_map(self) -> None:
        """Open the map with those who were named on it; ask whom a name means that could be either of several."""
        if self._protocol != actor_questions.PROTOCOL:
            return
        meant: dict[str, str] = {}
        for name, several in actor_questions.unclear(self.journal.notebook, self.ref).items():
            question = _("Who is “{name}”?").format(name=name)
            answers = {each: each for each in several} | {name: _("somebody else: {name}").format(name=name)}
            chosen = await self.app.push_screen_wait(WhichDialog(question, answers))
            if chosen is None:
                return
            meant[name] = chosen
        await carried_out(self.host, actor_questions.map_of, self.ref, meant)
        if not self.host.is_leaving:
            self.app.switch_screen(actor_routes.actor_map())

    def _open_sheet(self, filled: list[int]) -> None:
        if filled and not self.host.is_leaving:
            self.app.switch_screen(casework_routes.case(filled[0]))

    def action_learning(self) -> None:
        """Keep a learning from it."""
        self.app.push_screen(questioning_routes.learning(source=self.ref, text=self._line(Role.LEARNING)))

    def action_step(self) -> None:
        """Make a step of the if-then line."""
        self.app.push_screen(questioning_routes.if_then(source=self.ref, text=self._line(Role.IF_THEN)))

    def action_back(self) -> None:
        """Go back to where one came from."""
        self.dismiss()
