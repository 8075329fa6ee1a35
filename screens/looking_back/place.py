"""Look back: what changed from month to month in one’s own words, the red thread, then and now, and the trash."""

import asyncio
from datetime import datetime

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from journal.dates.wording import ago
from journal.language import _
from journal.model.entry import EntryLine
from journal.model.kind import Kind
from journal.model.pattern import Pattern
from journal.practice import actors, framing, looking_back, months_in_words, reading
from journal.practice.notebook import Notebook
from screens.actors import routes as actor_routes
from screens.checking_in import routes as checking_in_routes
from screens.engagement import routes as engagement_routes
from screens.frame.changes import changing
from screens.frame.command import Command
from screens.frame.page import Page
from screens.frame.told_keys import key_told
from screens.looking_back import routes as own_routes
from screens.looking_back.month_rows import (
    CURVE,
    ENTRY,
    LEVEL,
    PATTERN,
    SITUATIONS,
    TAG,
    course_rows,
    month_rows,
)
from screens.reading import routes as reading_routes
from screens.vocabulary.filters import Filters
from screens.widgets.entry_row import title_of
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_SHOWN = 200
THREAD, EARLY, PEOPLE, GROUP = "thread", "early", "actors", "group"
_TRASH = "trash"


class LookBackScreen(Page):
    """The months in words and bars, and the trash, or what this place is for."""

    name_in_table = "look_back"
    follows_journal = True
    shared_keys = ""
    AUTO_FOCUS = "Rows"

    def page_title(self) -> str:
        """Return the place."""
        return _("Look back")

    def commands(self) -> list[Command]:
        """Return the keys; those of the trash only on what lies there, the others where something is written."""
        chosen = self.query_one(Rows).chosen if self.is_mounted else ""
        idle = set() if chosen.startswith(f"{_TRASH}:") else {"look_back.put_back", "look_back.destroy"}
        idle |= set() if chosen and not chosen.startswith(f"{_TRASH}:") else {"look_back.open"}
        idle |= set() if self._has(THREAD) else {"look_back.red_thread", "look_back.then_and_now"}
        return [each for each in super().commands() if each.id not in idle]

    def _has(self, row: str) -> bool:
        return self.is_mounted and any(each.id == row for each in self.query_one(Rows).options)

    def compose_page(self) -> ComposeResult:
        """Rows, or the invitation."""
        yield PlainText(
            self.sentence(
                _(
                    "What you learn gathers here, and with the months, what changed. "
                    "It begins with what you write: press {key}."
                ),
                key="write",
            ),
            id="empty",
            classes="quiet",
        )
        yield Rows(apart=1)

    def refresh_content(self) -> None:
        """Show the ways in, the months, then the trash."""
        self._read()

    @work(name="looking back", group="looking back", exclusive=True)
    async def _read(self) -> None:
        notebook, now = self.journal.notebook, self.host.environment.clock()
        shown = await asyncio.to_thread(self._months, notebook)
        thrown = _rows(reading.thrown_away(notebook, _SHOWN), _TRASH, now)
        if thrown:
            shown += [Row("", _("Trash"), self.hint("look_back.put_back", "look_back.destroy")), *thrown]
        self.query_one(Rows).show(shown)
        self.query_one("#empty").display = not shown
        self.refresh_header()

    def _months(self, notebook: Notebook) -> list[Row]:
        months = looking_back.course(notebook)
        firsts = [each.first for each in months]
        told = list(month_rows(months_in_words.in_words(notebook, firsts), months))
        around = self._around(notebook)
        if not told:
            return around
        load, mood = months_in_words.weather(notebook, firsts)
        ways = [
            Row(
                THREAD,
                _("The red thread"),
                self._way("look_back.red_thread", _("your own words through the months")),
                whole=True,
            ),
            Row(
                EARLY,
                _("Then and now"),
                self._way("look_back.then_and_now", _("an early page, told again")),
                whole=True,
            ),
            *around,
            Row("", ""),
        ]
        return [*ways, *course_rows(months, load, mood), *told]

    def _around(self, notebook: Notebook) -> list[Row]:
        """Return the ways to the people around one's role and to what each group changed."""
        last = actors.days(notebook)[:1]
        now = self.host.environment.clock()
        people = [Row(PEOPLE, _("The people around me"), ago(each.happened_at, now)) for each in last]
        groups = framing.groups(notebook)
        return [*people, *(Row(f"{GROUP}:{each.ref}", _("What the months show"), each.title) for each in groups)]

    def _way(self, command: str, words: str) -> Content:
        return Content.assemble(f"{words}   ", key_told(self, command))

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        self.refresh_header()

    @on(OptionList.OptionSelected)
    async def action_open(self) -> None:
        """Open what is chosen."""
        what, _sep, which = self.query_one(Rows).chosen.partition(":")
        if what == ENTRY:
            kind, _sep, ref = which.partition(":")
            self.host.navigation.open_entry(int(ref), kind, found=True)
        elif what == THREAD:
            self.action_red_thread()
        elif what == EARLY:
            self.action_then_and_now()
        elif what == PEOPLE:
            self.app.push_screen(actor_routes.actor_map())
        elif what == GROUP:
            self.app.push_screen(engagement_routes.group_months(int(which)))
        elif what == LEVEL and which.startswith(CURVE):
            self.app.push_screen(checking_in_routes.curve())
        elif what == PATTERN:
            await self._show(Filters(kind=Kind.SITUATION, pattern=Pattern(which)))
        elif what == TAG:
            await self._show(Filters(kind=Kind.SITUATION, tag=which))
        elif what in {SITUATIONS, LEVEL}:
            await self._show(Filters(kind=Kind.SITUATION))
        else:
            self.action_put_back()

    async def _show(self, narrowing: Filters) -> None:
        """Go to the Journal, narrowed to what was chosen."""
        await reading_routes.narrowed_journal(self.host, narrowing)

    def action_red_thread(self) -> None:
        """Follow one’s own words through the months."""
        if self._has(THREAD):
            self.app.push_screen(own_routes.red_thread())

    def action_then_and_now(self) -> None:
        """Read an early page again."""
        if self._has(THREAD):
            self.app.push_screen(own_routes.then_and_now())

    def action_put_back(self) -> None:
        """Take the chosen entry out of the trash."""
        what, _sep, ref = self.query_one(Rows).chosen.partition(":")
        if what != _TRASH:
            return

        self.journal.trashed.came_back(int(ref))
        self.host.save(changing(reading.untrash, int(ref)))

    def action_destroy(self) -> None:
        """Ask, then destroy what was chosen in the trash."""
        what, _sep, ref = self.query_one(Rows).chosen.partition(":")
        if what == _TRASH:
            from screens.frame.confirm_dialog import ConfirmDialog

            self.app.push_screen(
                ConfirmDialog(_("Destroy this entry and all its versions? Backups may still hold it."), _("destroy")),
                lambda sure: self._destroy(int(ref)) if sure else None,
            )

    def _destroy(self, ref: int) -> None:
        self.journal.trashed.came_back(ref)
        self.host.save(changing(reading.purge, ref))


def _rows(lines: list[EntryLine], what: str, now: datetime) -> list[Row]:
    return [Row(f"{what}:{line.ref}", title_of(line), ago(line.happened_at, now)) for line in lines]
