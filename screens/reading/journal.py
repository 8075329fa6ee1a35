"""Journal: everything written, month by month; narrowed, marked, opened, thrown away."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from journal.dates.wording import dated
from journal.language import _, ngettext
from journal.model.entry import Entry, EntryLine, Ref
from journal.model.kind import Kind
from journal.model.kind_spec import spec_of
from journal.practice import noticing, reading
from screens.casework import routes as casework_routes
from screens.frame.changes import changing, saving
from screens.frame.events import EntrySaved, Happened, JournalChanged
from screens.frame.on_one_row import on_one_row
from screens.frame.page import Page, styles
from screens.frame.page_header import PageHeader
from screens.planning import routes as planning_routes
from screens.questioning import routes as questioning_routes
from screens.reading import routes as reading_routes
from screens.reading.entry_list import EntryList
from screens.reading.filter_bar import FilterBar
from screens.reading.journal_source import JournalSource
from screens.reading.preview_pane import PreviewPane, about, scene
from screens.vocabulary.filters import Filters, known_names, unknown_words
from screens.widgets.plain import PlainText

_WIDE = 110  # cells from which the preview stands beside the list


class JournalScreen(Page):
    """The list of all entries, with the beginning of the current one beside it."""

    name_in_table = "journal"
    shared_keys = ""
    CSS_PATH: ClassVar[list[str]] = styles("reading/journal", "reading/filter_bar")  # type: ignore[assignment]  # narrower
    AUTO_FOCUS = "EntryList"

    def __init__(self) -> None:
        super().__init__()
        self._narrowing = Filters()
        self._sealed: list[datetime] = []
        self._came_back: Ref | None = None

    @property
    def reading(self) -> bool:  # type: ignore[override]  # letters are text while a field has the cursor
        """Whether letters are commands now."""
        return not isinstance(self.focused, Input)

    @property
    def _list(self) -> EntryList:
        return self.query_one(EntryList)

    def page_title(self) -> str:
        """Return the place."""
        return _("Journal")

    def on_screen_suspend(self) -> None:
        """Offer no more to bring back what was thrown away before something else is begun."""
        super().on_screen_suspend()
        if not self.host.is_leaving:
            self.journal.trashed.clear()

    def status(self) -> str:
        """Return what was just thrown away and how it comes back, else what is marked."""
        if thrown := self.journal.trashed.words(self.key_of("journal.undo")):
            return thrown
        narrowed = self.query_one(FilterBar).display or self._narrowing.words()
        return self.journal.selection.told("" if narrowed else self.key_of("journal.clear"))

    def compose_room(self) -> ComposeResult:
        """Put the quiet line and the fields above, the list and the preview below."""
        with Vertical(id="journal"):
            yield PlainText("", id="journal-told", classes="quiet")
            yield FilterBar()
            yield PlainText("", id="empty", classes="quiet")
            with Horizontal(id="journal-lists"):
                yield EntryList(self.journal.selection)
                yield PreviewPane(self._read, self.host.environment.delays.preview)

    def _read(self, ref: Ref) -> str:
        entry = reading.entry_or_raw(self.journal.notebook, ref)
        if not isinstance(entry, Entry):
            return entry.raw
        told = about(self.journal.notebook, entry) if self.size.width >= _WIDE else ""
        return "\n\n".join(filter(None, [told, scene(entry)]))

    def refresh_content(self) -> None:
        """Read the list anew; the current row stays the current one."""
        self._read_list()
        self._count_sealed()

    def _read_list(self, *, otherwise_first: bool = False) -> None:
        current = self._list.current
        source = JournalSource(self.journal.notebook, self._narrowing)
        keep = self._came_back or (current.ref if current else None)
        self._list.show(source, keep, otherwise_first=otherwise_first)

    @work(name="sealed", group="sealed", exclusive=True)
    async def _count_sealed(self) -> None:
        self._sealed = await asyncio.to_thread(reading.sealed_until, self.journal.notebook)
        self._tell()

    def _tell(self, unknown: str = "") -> None:
        """Write the quiet line: what narrows the list and what did not, and what is put away until when."""
        words = self._narrowing.words()
        parts = [_("Only: {conditions}").format(conditions=" · ".join(words))] if words else []
        if unknown:
            parts.append(unknown_words(unknown))
        if self._sealed:
            parts.append(
                ngettext(
                    "{count} text put away until {day}",
                    "{count} texts put away, the next until {day}",
                    len(self._sealed),
                ).format(count=len(self._sealed), day=dated(self._sealed[0].date()))
            )
        told = self.query_one("#journal-told", PlainText)
        told.display = bool(parts)
        told.update("   ".join(parts))

    @on(EntryList.Told)
    def _read_anew(self, told: EntryList.Told) -> None:
        self._came_back = None
        empty = self.query_one("#empty", PlainText)
        empty.display = not told.entries
        self.query_one("#journal-lists").display = bool(told.entries)
        if self._narrowing.words():
            empty.update(self.sentence(_("No matches: {key} removes the last condition."), key="journal.clear"))
        else:
            empty.update(
                self.sentence(_("Everything you write is here, month by month. Press {key} to begin."), key="write")
            )
        if told.entries and self.focused is None:
            self._list.focus()

    @on(EntryList.Moved)
    def _moved(self, moved: EntryList.Moved) -> None:
        self.query_one(FilterBar).make_at_rest()
        self.query_one(PreviewPane).show(moved.line, veiled=self._list.veiled)

    @on(EntryList.Opened)
    def _opened(self, opened: EntryList.Opened) -> None:
        self.host.navigation.open_entry(opened.line.ref, opened.line.kind.value, found=True)

    # --- what happened elsewhere

    @on(EntrySaved)
    def _entry_saved(self, saved: EntrySaved) -> None:
        if not self.is_current or self._narrowing.words():
            self.mark_stale()
            return
        self._refresh_row(saved.ref)

    @work(name="row", group="row")
    async def _refresh_row(self, ref: Ref) -> None:
        line: EntryLine | None = await asyncio.to_thread(reading.line, self.journal.notebook, ref)
        if line is None or not self._list.replace(line):
            self.refresh_content()

    @on(JournalChanged)
    def _journal_changed(self, _changed: Happened) -> None:
        self.mark_stale()

    def on_screen_resume(self) -> None:
        """Show marks as they are now."""
        super().on_screen_resume()
        self._list.redraw()

    # --- narrowing

    async def action_filters(self) -> None:
        """Show the fields that narrow the list, or go back to the list."""
        bar = self.query_one(FilterBar)
        if bar.display:
            self.action_clear()
            return
        notebook = self.journal.notebook
        tags, people = await asyncio.to_thread(known_names, notebook)
        await bar.open(self._narrowing, tags, people)

    def action_clear(self) -> None:
        """Go one step back: out of the fields, one condition less each time, then no marks."""
        bar = self.query_one(FilterBar)
        if bar.display:
            unknown = bar.complete()
            bar.close()
            self._list.focus()
            self._tell(unknown)
        elif self._narrowing.words():
            self.narrow(self._narrowing.without_last())
        elif self.journal.selection:
            self.journal.selection.clear()
            self._list.redraw()
            self.refresh_header()

    @on(FilterBar.Changed)
    def _narrowed(self, changed: FilterBar.Changed) -> None:
        self.narrow(changed.narrowing)

    def narrow(self, narrowing: Filters) -> None:
        """Show what fits these conditions and no more."""
        self._narrowing = narrowing
        self._tell()
        self._read_list(otherwise_first=True)

    # --- what is done with a row

    def action_mark(self) -> None:
        """Mark the current row for sharing, or take its mark away, and go on to the next."""
        line = self._list.current
        if line is not None:
            self.journal.selection.toggle(line.ref)
            self._list.action_move(1)
            self._list.redraw()
            self.refresh_header()

    def action_share(self) -> None:
        """Show what would leave: what is marked, or the current row when nothing is."""
        line = self._list.current
        self.share_marked(line.ref if line is not None else None)

    def action_plan(self) -> None:
        """Draw up a plan about the current row."""
        self._with_one(lambda ref: self.app.push_screen(planning_routes.plan(about=ref)))

    def _with_one(self, act: Callable[[Ref], object], fits: Callable[[EntryLine], bool] = bool) -> None:
        line = self._list.current
        if line is not None and fits(line):
            on_one_row(self, line.ref, line.title, lambda: act(line.ref))

    def _meant(self) -> tuple[Ref, ...]:
        """Return what is marked, or else the current row."""
        line = self._list.current
        return tuple(self.journal.selection) or ((line.ref,) if line is not None else ())

    def action_case(self) -> None:
        """Begin a case from what is marked, or from the current row when nothing is."""
        if about := self._meant():
            self.app.push_screen(casework_routes.case(about=about))

    def action_for_group(self) -> None:
        """Set the current row aside, perhaps a case for the group, or take that back."""
        self._with_one(self._set_aside, lambda line: line.kind is Kind.SITUATION)

    def _set_aside(self, ref: Ref) -> None:
        self.journal.trashed.clear()  # what is brought back is what was done last
        self.host.save(saving(noticing.aside_or_not, ref)).add_done_callback(lambda _told: self._tell_aside(ref))

    def _tell_aside(self, ref: int) -> None:
        if self.host.is_leaving:
            return
        aside = noticing.is_aside(reading.entry(self.journal.notebook, ref))
        words = _("{ref} · perhaps for the group") if aside else _("{ref} · no longer aside for the group")
        self.query_one(PageHeader).tell(words.format(ref=ref))

    def action_question(self) -> None:
        """Question the current row with a protocol."""
        question = questioning_routes.choose_protocol
        self._with_one(lambda ref: self.app.push_screen(question(ref)), lambda line: spec_of(line.kind).reflectable)

    def action_objective(self) -> None:
        """Link the current row to an objective as evidence."""
        self._with_one(lambda ref: self.app.push_screen(reading_routes.witness(ref=ref)))

    def action_trash(self) -> None:
        """Put what is marked into the trash, or the current row when nothing is."""
        if not (refs := self._meant()):
            return
        self.journal.trashed.add(*refs)
        self.host.save(changing(reading.trash, *refs))
        self.refresh_header()

    def action_undo(self) -> None:
        """Take out of the trash what was put there last, with its marks."""
        if not (refs := self.journal.trashed.take_back()):
            return
        self._came_back = refs[0]  # the next key is meant for what came back
        self.host.save(changing(reading.untrash, *refs))
        self.refresh_header()

    def action_veil(self) -> None:
        """Veil all titles but the current one, or show them again."""
        self._list.veiled = not self._list.veiled
        self._list.redraw()
        self.query_one(PreviewPane).show(self._list.current, veiled=self._list.veiled)
