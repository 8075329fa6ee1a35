"""Search: results come as one types, with the words found in their sentence."""

import asyncio
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, OptionList

from journal.language import N_, _
from journal.model.entry import Found
from journal.model.kind import Kind
from journal.practice import reading
from screens.frame.command import Command
from screens.frame.page import styles
from screens.frame.quiet_page import QuietPage
from screens.reading.filter_bar import FilterBar
from screens.reading.found_list import FoundList
from screens.vocabulary.filters import Filters, known_names, unknown_words
from screens.widgets.one_line import OneLine
from screens.widgets.plain import PlainText

_MOST = 50


class SearchScreen(QuietPage):
    """A field, and what it finds, those written last first."""

    name_in_table = "search"
    gives_way = True  # letters are text where one looks for something, and yet no text
    follows_journal = True
    CSS_PATH: ClassVar[list[str]] = styles("reading/search", "reading/filter_bar")  # type: ignore[assignment]  # narrower
    AUTO_FOCUS = "#query"
    BINDINGS = [("slash", "query")]  # noqa: RUF012 -- Textual reads a list

    def __init__(self, kind: Kind | None = None) -> None:
        """Search in everything, or among the entries of one kind until the person shows more."""
        super().__init__()
        self._narrowing = Filters(kind=kind)
        self._one_at_a_time = asyncio.Lock()
        self._query = ""  # what was last asked for
        self._found_for: str | None = None  # what the list answers

    @property
    def reading(self) -> bool:  # type: ignore[override]  # letters are text while a field has the cursor
        """Whether letters are commands now."""
        return not isinstance(self.focused, Input)

    def page_title(self) -> str:
        """Return what this is."""
        return _("Search")

    def compose_room(self) -> ComposeResult:
        """Put the field above what it finds."""
        with Vertical(id="search"):
            yield OneLine(placeholder=_("Words, the beginning of a word, or “a phrase”"), compact=True, id="query")
            yield PlainText("", id="search-told", classes="quiet")
            yield FilterBar()
            yield FoundList(self.journal.selection, id="found")

    @on(Input.Changed, "#query")
    def _typed(self, changed: Input.Changed) -> None:
        self._query = changed.value
        self.refresh_content()

    def refresh_content(self) -> None:
        """Look for what stands in the field, once the keys rest; whatever was asked before is forgotten."""
        self._look()

    @work(name="searching", group="searching", exclusive=True)
    async def _look(self, *, then_open: bool = False) -> None:
        await asyncio.sleep(0 if then_open else self.host.environment.delays.search)
        query, narrowing, notebook = self._query, self._narrowing, self.journal.notebook

        def search() -> list[Found]:
            return reading.search(notebook, query, narrowing.conditions(notebook), _MOST)

        # A search that nobody waits for any more runs to its end in its thread; the next one starts after it.
        async with self._one_at_a_time:
            found = await asyncio.shield(asyncio.to_thread(search))
        self.query_one(FoundList).show(found, self.host.environment.clock())
        self._tell(query, len(found))
        self._found_for = query
        if then_open:
            self.action_open()

    def _tell(self, query: str, many: int) -> None:
        conditions = " · ".join(self._narrowing.words())
        only = _("Only: {conditions}").format(conditions=conditions) if conditions else ""
        if not query.strip():
            words = _("Accents and capitals do not matter; all words must be there.")
        elif not many:
            words = _("No entry holds these words.")
        else:
            words = _("The {count} written last").format(count=many) if many == _MOST else ""
        told = self.query_one("#search-told", PlainText)
        told.update("   ".join(filter(None, (only, words))))
        told.display = bool(only or words)

    # --- keys

    def on_descendant_focus(self) -> None:
        """Show the keys that hold now: letters are text in the field."""
        self.refresh_header()

    @on(Input.Submitted, "#query")
    def _submitted(self, given: Input.Submitted) -> None:
        if given.value == self._found_for:
            self.action_open()
        else:  # typed faster than it was found
            self._query = given.value
            self._look(then_open=True)

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Open the result one is on; who comes back stands among the results, where no letter is text."""
        results = self.query_one(FoundList)
        line = results.line
        if line is not None:
            results.focus()
            self.host.navigation.open_entry(line.ref, line.kind.value, found=True)

    def status(self) -> str:
        """Return how many entries are marked, here and elsewhere."""
        return self.journal.selection.told()

    def commands(self) -> list[Command]:
        """Return what can be asked for; letters and space are text while one types, and Esc says where it leads."""
        typed = () if self.reading else ("search.mark", "search.share")
        below = self.query_one(FilterBar).display or self.query_one(FoundList).has_focus
        return [
            one._replace(title=N_("to the words")) if below and one.id == "search.back" else one
            for one in super().commands()
            if one.id not in typed
        ]

    def action_mark(self) -> None:
        """Mark the result one is on to be shared, or take its mark away, and go on to the next."""
        results = self.query_one(FoundList)
        if results.line is not None:
            self.journal.selection.toggle(results.line.ref)
            results.action_cursor_down()
            results.redraw()
            self.refresh_header()

    def action_share(self) -> None:
        """Show what would leave: what is marked, or the result one is on when nothing is."""
        line = self.query_one(FoundList).line
        self.share_marked(line.ref if line is not None else None)

    def on_screen_resume(self) -> None:
        """Show marks as they are now."""
        super().on_screen_resume()
        self.query_one(FoundList).redraw()

    def action_results(self) -> None:
        """Go from the field down to the results."""
        results = self.query_one(FoundList)
        if results.option_count:
            results.focus()

    def action_query(self) -> None:
        """Go back to the field: one searches already."""
        self.query_one("#query").focus()

    def action_back(self) -> None:
        """Go one step back: out of the fields, out of the results, out of the search."""
        bar = self.query_one(FilterBar)
        if bar.display:
            unknown = unknown_words(bar.complete())
            bar.close()
            self.query_one("#query").focus()
            if unknown:
                told = self.query_one("#search-told", PlainText)
                told.update(unknown)
                told.display = True
        elif self.query_one(FoundList).has_focus:
            self.query_one("#query").focus()
        else:
            self.dismiss()

    async def action_filters(self) -> None:
        """Show the fields that narrow the search, or hide them."""
        bar = self.query_one(FilterBar)
        if bar.display:
            self.action_back()
            return
        tags, people = await asyncio.to_thread(known_names, self.journal.notebook)
        await bar.open(self._narrowing, tags, people)

    @on(FilterBar.Changed)
    def _narrowed(self, changed: FilterBar.Changed) -> None:
        self._narrowing = changed.narrowing
        self.refresh_content()

    def action_veil(self) -> None:
        """Veil all titles and sentences but those of the current result, or show them again."""
        self.query_one(FoundList).veil()
