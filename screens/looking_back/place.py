"""Look back: the months in plain numbers, what was learnt, and what lies in the trash and can come back."""

import asyncio
from datetime import datetime

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates.wording import ago
from journal.language import _
from journal.model.entry import EntryLine
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.model.pattern import Pattern
from journal.practice import actors, looking_back, reading
from screens.actors import routes as actor_routes
from screens.checking_in import routes as checking_in_routes
from screens.frame.changes import changing
from screens.frame.page import Page
from screens.looking_back import routes as own_routes
from screens.looking_back.month_rows import CURVE, PATTERN, SITUATIONS, TAG, course_rows
from screens.reading import routes as reading_routes
from screens.vocabulary.filters import Filters
from screens.widgets.entry_row import title_of
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_SHOWN = 200
THREAD = "thread"


class LookBackScreen(Page):
    """The course of the months, learnings and the trash, or what this place is for."""

    name_in_table = "look_back"
    follows_journal = True
    shared_keys = ""
    AUTO_FOCUS = "Rows"

    def page_title(self) -> str:
        """Return the place."""
        return _("Look back")

    def compose_page(self) -> ComposeResult:
        """Rows, or the invitation."""
        yield PlainText(
            _(
                "What you learn gathers here, and with the months, what changed. "
                "It begins with what you write: press {key}."
            ).format(key=self.key_of("write")),
            id="empty",
            classes="quiet",
        )
        yield Rows(apart=1)

    def refresh_content(self) -> None:
        """Show the months, then learnings, then the trash."""
        self._read()

    @work(name="looking back", group="looking back", exclusive=True)
    async def _read(self) -> None:
        notebook, now = self.journal.notebook, self.host.environment.clock()
        months = await asyncio.to_thread(looking_back.course, notebook)
        learnt = _rows(reading.newest(notebook, Filter(kinds=(Kind.LEARNING,)), _SHOWN), "learning", now)
        thrown = _rows(reading.newest(notebook, Filter(trashed=True), _SHOWN), "trash", now)
        shown = course_rows(months)
        if months:
            shown = [Row(THREAD, _("The red thread"), self.hint("look_back.red_thread")), Row("", ""), *shown]
        if around := actors.days(notebook)[:1]:
            shown += [Row("actors:", _("The people around me"), ago(around[0].happened_at, now)), Row("", "")]
        if learnt:
            shown += [Row("", _("Learnings")), *learnt, Row("", "")]
        if thrown:
            shown += [Row("", _("Trash"), self.hint("look_back.put_back", "look_back.destroy")), *thrown]
        self.query_one(Rows).show(shown)
        self.query_one("#empty").display = not shown

    @on(OptionList.OptionSelected)
    async def _chosen(self) -> None:
        what, _sep, which = self.query_one(Rows).chosen.partition(":")
        if what == "learning":
            self.host.navigation.open_entry(int(which), what)
        elif what == THREAD:
            self.action_red_thread()
        elif what == "actors":
            self.app.push_screen(actor_routes.actor_map())
        elif what == CURVE:
            self.app.push_screen(checking_in_routes.curve())
        elif what == SITUATIONS:
            await self._show(Filters(kind=Kind.SITUATION))
        elif what == PATTERN:
            await self._show(Filters(kind=Kind.SITUATION, pattern=Pattern(which)))
        elif what == TAG:
            await self._show(Filters(kind=Kind.SITUATION, tag=which))
        else:
            self.action_put_back()

    async def _show(self, narrowing: Filters) -> None:
        """Go to the Journal, narrowed to what was chosen."""
        await reading_routes.narrowed_journal(self.host, narrowing)

    def action_red_thread(self) -> None:
        """Follow one’s own words through the months."""
        self.app.push_screen(own_routes.red_thread())

    def action_then_and_now(self) -> None:
        """Read an early page again."""
        self.app.push_screen(own_routes.then_and_now())

    def action_put_back(self) -> None:
        """Take the chosen entry out of the trash."""
        what, _sep, ref = self.query_one(Rows).chosen.partition(":")
        if what != "trash":
            return

        self.journal.came_back(int(ref))
        self.host.save(changing(reading.untrash, int(ref)))

    def action_destroy(self) -> None:
        """Ask, then destroy what was chosen in the trash."""
        what, _sep, ref = self.query_one(Rows).chosen.partition(":")
        if what == "trash":
            from screens.frame.confirm_dialog import ConfirmDialog

            self.app.push_screen(
                ConfirmDialog(_("Destroy this entry and all its versions? Backups may still hold it."), _("destroy")),
                lambda sure: self._destroy(int(ref)) if sure else None,
            )

    def _destroy(self, ref: int) -> None:
        self.journal.came_back(ref)
        self.host.save(changing(reading.purge, ref))


def _rows(lines: list[EntryLine], what: str, now: datetime) -> list[Row]:
    return [Row(f"{what}:{line.ref}", title_of(line), ago(line.happened_at, now)) for line in lines]
