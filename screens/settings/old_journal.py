"""Page that brings an old journal: what a file or a folder holds is shown first, and nothing is kept before a yes."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Input, OptionList

from journal.dates.wording import dated
from journal.errors import ReculError
from journal.importing.formats import ImportOptions
from journal.importing.notices_in_words import lines
from journal.importing.phone_files import holds_notes
from journal.importing.reading import Reading, read_source
from journal.importing.repeats import Standing
from journal.importing.saving import save_entries, standings
from journal.language import _, ngettext
from journal.model.entry import NewEntry, first_words
from journal.practice.notebook import Notebook
from journal.sharing.introducing import Introduction, introductions
from screens.frame.changes import carried_out
from screens.frame.page import Page
from screens.frame.typed_text import begun_answer
from screens.sharing import routes as sharing_routes
from screens.widgets.one_line import OneLine
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_SHOWN = 6  # entries that are shown as an example
_NAMED = 3  # what cannot be read, named one by one
_TAKE, _TAKE_NAMES, _LEAVE = "take", "take-names", "leave"


@dataclass(frozen=True)
class Looked:
    """What a source holds, before anything of it is kept."""

    reading: Reading
    introduced: tuple[Introduction, ...]
    known: int
    notices: Reading = field(repr=False)
    """The same, as far as what is to be known of it concerns entries that come in."""

    @property
    def coming(self) -> int:
        """How many entries would come in."""
        return len(self.reading.entries) - self.known

    @property
    def refused(self) -> int:
        """How many cannot be read."""
        return len(self.reading.refused) + self.reading.refused_more


def look(notebook: Notebook, path: str, options: ImportOptions) -> Looked:
    """Return what a file or a folder holds; nothing is kept. Raises ReculError."""
    reading = read_source(path, options)
    introduced = introductions(notebook, reading.people())
    stand, (silent,) = standings(notebook.store, [reading])
    return Looked(reading, introduced, stand.get(Standing.KNOWN, 0), silent)


class OldJournalScreen(Page):
    """Asks for a file or a folder, shows what it holds, and takes it in once that was agreed to."""

    name_in_table = "old_journal"
    reading = False
    AUTO_FOCUS = "#file"

    def __init__(self) -> None:
        super().__init__()
        self._looked: Looked | None = None

    def page_title(self) -> str:
        """Return what this is."""
        return _("Bring an old journal")

    def compose_page(self) -> ComposeResult:
        """Yield what can be read, a line for the path, what it holds, and the choice."""
        yield PlainText(
            _(
                "The file or the folder of jrnl, Day One, Obsidian, Joplin, Logseq or other Markdown notes, or what "
                "Recul exported as JSON Lines. You see what it holds before anything is kept."
            ),
            classes="quiet",
        )
        yield PlainText(_("File or folder"), classes="heading")
        yield OneLine(compact=True, id="file")
        yield PlainText("", id="told", classes="gap-above")
        yield PlainText("", id="examples", classes="quiet gap-above")
        yield Rows(classes="gap-above")

    def on_mount(self) -> None:
        """Show nothing to choose before there is something."""
        super().on_mount()
        self._show(None, "")

    def unanswered(self) -> str:
        """Return what stands here and was not read yet."""
        return begun_answer(self.page_title(), self)

    @on(Input.Changed)
    def _typing_again(self) -> None:
        if self._looked is not None:
            self._show(None, "")

    # --- looking

    @on(Input.Submitted)
    def action_read(self) -> None:
        """Show what the file or the folder holds."""
        typed = self.query_one("#file", Input).value.strip()
        if typed:
            self._look(str(Path(typed).expanduser()))

    @work(exclusive=True)
    async def _look(self, path: str) -> None:
        self._show(None, _("Reading …"))
        options = ImportOptions(self.host.environment.clock(), skip_bad=True)
        try:
            if await asyncio.to_thread(holds_notes, path):
                self.app.switch_screen(sharing_routes.returned())
                return
            looked = await asyncio.to_thread(look, self.journal.notebook, path, options)
        except ReculError as error:
            self._show(None, error.message())
            return
        if self.is_mounted and not self.host.is_leaving:
            self._show(looked, self._words(looked))

    def _words(self, looked: Looked) -> str:
        days = sorted(each.new.happened_at.date() for each in looked.reading.entries)
        count = looked.coming
        told = [
            ngettext("{count} entry can be imported.", "{count} entries can be imported.", count).format(count=count)
        ]
        if days:
            told[0] += " " + _("From {first} to {last}.").format(first=dated(days[0]), last=dated(days[-1]))
        if looked.known:
            words = ngettext("{count} is there already.", "{count} are there already.", looked.known)
            told.append(words.format(count=looked.known))
        told += [error.named() for error in looked.reading.refused[:_NAMED]]
        more = looked.refused - len(looked.reading.refused[:_NAMED])
        if more > 0:
            told.append(ngettext("And {count} more.", "And {count} more.", more).format(count=more))
        return "\n".join([*told, *lines(looked.notices)])

    def _show(self, looked: Looked | None, words: str) -> None:
        self._looked = looked
        self.query_one("#told", PlainText).update(words)
        entries = looked.reading.entries[:_SHOWN] if looked else ()
        examples = [
            f"{dated(each.new.happened_at.date())} · {each.new.title or first_words(each.new.body)}" for each in entries
        ]
        self.query_one("#examples", PlainText).update("\n".join(examples))
        rows = self.query_one(Rows)
        rows.show(self._choices(looked) if looked is not None and looked.coming else [])
        rows.display = bool(looked is not None and looked.coming)
        if rows.display:
            rows.focus()

    def _choices(self, looked: Looked) -> list[Row]:
        count = looked.coming
        take = ngettext("Bring it in", "Bring all {count} in", count).format(count=count)
        if looked.refused:
            take = _("{take}, without what cannot be read").format(take=take)
        rows = [Row(_TAKE, take)]
        taken = [each.person for each in looked.introduced if each.fault is None]
        if taken:
            words = ngettext(
                "The same with {count} alias, for what leaves from now on",
                "The same with {count} aliases, for what leaves from now on",
                len(taken),
            )
            rows.append(Row(_TAKE_NAMES, words.format(count=len(taken))))
        return [*rows, Row(_LEAVE, _("Leave it"))]

    # --- taking in

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        chosen = self.query_one(Rows).chosen
        if chosen == _LEAVE:
            self.dismiss()
        elif self._looked is not None:
            self._take(self._looked, names=chosen == _TAKE_NAMES)

    @work(exclusive=True)
    async def _take(self, looked: Looked, *, names: bool) -> None:
        people = [each.person for each in looked.introduced if each.fault is None] if names else []
        at = self.host.environment.clock()
        self._show(None, _("Reading …"))
        try:
            kept = await carried_out(
                self.host, lambda notebook: save_entries(notebook.store, [looked.reading], at, people)
            )
        except ReculError as error:
            self._show(None, error.message())
            return
        count = len(kept)
        self.host.said = ngettext("{count} entry imported.", "{count} entries imported.", count).format(count=count)
        if self.is_mounted:
            self.dismiss()


def _example(entry: NewEntry) -> str:
    """Return how an entry that could be imported stands in the list: its day and its title."""
    return f"{dated(entry.happened_at.date())} · {entry.title or first_words(entry.body)}"
