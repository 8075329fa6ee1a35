"""The closing synthesis: one page composed from the year, each line ticked and reworded by hand, taken along twice."""

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.language import _, current, ngettext
from journal.model.synthesis_line import Section, SynthesisLine
from journal.practice import reading, synthesis
from journal.practice.notebook import Notebook
from journal.sharing import for_three
from screens.frame.changes import carried_out, changing
from screens.frame.events import EntrySaved, JournalChanged
from screens.frame.form_page import FormPage
from screens.frame.page import Page
from screens.frame.page_header import PageHeader
from screens.frame.save_queue import Job
from screens.questioning import routes as questioning_routes
from screens.road import routes as road_routes
from screens.sharing import routes as sharing_routes
from screens.widgets.field import Field
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_LETTER = "letter"  # the protocol that ends in a letter, which can be sealed until a day


class SynthesisScreen(Page):
    """Sections of lines, each from an entry of the year; nothing is in it that is not ticked."""

    name_in_table = "synthesis"
    AUTO_FOCUS = "Rows"

    def __init__(self, engagement: int) -> None:
        super().__init__()
        self._of = engagement
        self._lines: dict[str, SynthesisLine] = {}

    def page_title(self) -> str:
        """Return what this is."""
        return _("The closing synthesis")

    def status(self) -> str:
        """Return how many lines are ticked."""
        count = sum(each.ticked for each in self._lines.values())
        return ngettext("{count} line kept", "{count} lines kept", count).format(count=count)

    def compose_page(self) -> ComposeResult:
        """Yield the lines."""
        yield Rows(apart=1)

    def refresh_content(self) -> None:
        """Show every line under its section."""
        self._lines = {each.key: each for each in synthesis.lines(self.journal.notebook, self._of)}
        rows: list[Row] = []
        for section, words in synthesis.SECTION_WORDS.items():
            of_it = [each for each in self._lines.values() if each.section is section]
            rows += [Row("", "")] if rows else []
            rows += [Row("", _(words)), *map(_row, of_it)]
            rows.append(Row(f"add:{section.value}", _("add a line…"), quiet=True))
        self.query_one(Rows).show(rows)
        self.refresh_header()

    @on(EntrySaved)
    @on(JournalChanged)
    def _changed(self) -> None:
        self.mark_stale()

    @property
    def _line(self) -> SynthesisLine | None:
        return self._lines.get(self.query_one(Rows).chosen)

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Reword the line one is on, or add one."""
        chosen = self.query_one(Rows).chosen
        if chosen.startswith("add:"):
            self.app.push_screen(road_routes.synthesis_line(self._of, section=chosen.removeprefix("add:")))
        elif chosen:
            self.app.push_screen(road_routes.synthesis_line(self._of, key=chosen))

    def action_tick(self) -> None:
        """Keep the line, or leave it out."""
        line = self._line
        if line is not None:
            self.host.save(changing(synthesis.tick, self._of, line.key))

    def action_source(self) -> None:
        """Open the entry that the line came from."""
        line = self._line
        if line is not None and line.source is not None:
            found = reading.line(self.journal.notebook, line.source)
            if found is not None:
                self.host.navigation.open_entry(found.ref, found.kind.value)

    def action_letter(self) -> None:
        """Write a letter to oneself, which can be sealed until a day."""
        self.app.push_screen(questioning_routes.questioning(code=_LETTER, about=self._of))

    @work
    async def action_mine(self) -> None:
        """Show the whole synthesis as it would be taken along, for oneself."""
        kept = await carried_out(self.host, synthesis.keep_as_it_is, self._of)
        if self.is_current and not self.host.is_leaving:
            self.app.push_screen(sharing_routes.for_me((kept.ref,)))

    def action_three(self) -> None:
        """Show what the page for the three of you holds: validated and agreed lines, and nothing else."""
        selection = for_three.closing_selection(self.journal.notebook, self._of, current())
        if selection.refs and selection.meeting is not None:
            self.app.push_screen(sharing_routes.for_three(selection.refs, selection.meeting))
        else:
            words = _("nothing is validated or agreed yet: that page is empty")
            self.query_one(PageHeader).tell(words)


def _row(line: SynthesisLine) -> Row:
    words = " ".join(line.text.replace("### ", "").replace("*", "").split())
    source = f"{line.source:>4}" if line.source is not None else ""
    return Row(line.key, f"{'✓' if line.ticked else ' '} {words}", source, quiet=not line.ticked)


class SynthesisLineScreen(FormPage):
    """One line in one's own words; emptied, it is as it was composed again."""

    def __init__(self, engagement: int, key: str = "", section: str = "") -> None:
        super().__init__()
        self._of = engagement
        self._key = key
        self._section = section

    def identity(self) -> tuple[object, ...]:
        """Return which line of which synthesis."""
        return (self._of, self._key or self._section)

    def page_title(self) -> str:
        """Return in which section it stands."""
        line = self._line
        section = line.section if line else Section(self._section or Section.ROAD)
        return _(synthesis.SECTION_WORDS[section])

    @property
    def _line(self) -> SynthesisLine | None:
        found = synthesis.lines(self.journal.notebook, self._of) if self._key else ()
        return next((each for each in found if each.key == self._key), None)

    def fields(self) -> list[Field]:
        """Return the line."""
        return [Field("text", _("The line, in your words"))]

    def compose_page(self) -> ComposeResult:
        """Yield the line and what emptying it does."""
        yield from self.compose_fields()
        yield PlainText(_("Emptied, it reads as it was composed again; a line of your own goes."), classes="quiet")

    def stored_values(self) -> dict[str, str]:
        """Return the line as it stands."""
        line = self._line
        return {"text": line.text if line else ""}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the line."""
        return changing(self._write, values["text"])

    def _write(self, notebook: Notebook, text: str) -> None:
        """Keep it under the key that it has, or that it is given with its first words."""
        if self._key:
            synthesis.reword(notebook, self._of, self._key, text)
        elif text.strip():
            self._key = synthesis.add(notebook, self._of, Section(self._section), text)
