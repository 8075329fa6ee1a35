"""Today: one question, what comes next, what is waiting, what was written last."""

import asyncio
from collections.abc import Callable
from functools import cached_property
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from journal.dates.wording import moment
from journal.importing.phone_places import Seen
from journal.language import _
from journal.model.kind_spec import reflectable
from journal.practice import accepting, capturing, choosing, coming_up, reading, road
from journal.practice.protocols_at_hand import Library, at_hand
from screens.frame.changes import changing, looking
from screens.frame.command import Command
from screens.frame.discard_draft import throw_away
from screens.frame.events import DraftDropped, DraftSaved, EntrySaved
from screens.frame.page import Page, styles
from screens.frame.told_keys import in_line
from screens.questioning import routes as questioning_routes
from screens.road import routes as road_routes
from screens.settings import routes as settings_routes
from screens.sharing import routes as sharing_routes
from screens.today import routes as today_routes
from screens.today.day import Day, lying_outside, read_day, take_over
from screens.today.rows_of_day import FITTING, offered, rows_of, something
from screens.widgets.plain import PlainText
from screens.widgets.room import Room
from screens.widgets.rows import Rows

_QUESTIONED = frozenset({*(kind.value for kind in reflectable()), "captured"})
_FIRST_KEYS = ("write", "heat", "let_go")


class TodayScreen(Page):
    """The place where one arrives."""

    name_in_table = "today"
    follows_journal = True
    shared_keys = ""
    CSS_PATH: ClassVar[list[str]] = styles("today/place")  # type: ignore[assignment]  # narrower
    AUTO_FOCUS = "Rows"
    _day: Day | None = None
    _seen: frozenset[object] = frozenset()  # notes that lay outside at the last look, and were there as they are
    _files: frozenset[Seen] = frozenset()  # files from the phone among them, some of them perhaps half there
    _undoing = False  # a note was just put into the trash, and nothing was gone to since

    def page_title(self) -> str:
        """Return the program's name."""
        return "Recul"

    def page_name(self) -> str:
        """Return which page this is, whatever its title."""
        return _("Today")

    def status(self) -> str:
        """Return the moment, or how what was just put into the trash comes back."""
        if self._undoing:
            return self.journal.trashed.words(self.key_of("today.undo"))
        return moment(self.host.environment.clock())

    def compose_room(self) -> ComposeResult:
        """Put the question first, then keys, then as many rows as there is room for: the page never opens scrolled."""
        with Vertical(classes="column"):
            yield PlainText("", id="question", classes="lead")
            yield PlainText("", id="keys")
            yield PlainText("", id="empty", classes="quiet gap-above")
            with Room(id="room"):
                yield Rows(id="rows")

    def on_screen_resume(self) -> None:
        """Tell the moment again when one comes back."""
        self._undoing = False
        super().on_screen_resume()

    def on_mount(self) -> None:
        """Take in what is sealed from the shell while the page stands."""
        self.set_interval(self.host.environment.delays.inbox, self._look_for_notes)

    def _look_for_notes(self) -> None:
        """Take in what was sealed meanwhile; what could not be taken in is left until something new is there."""
        if self.is_current and not self.host.is_leaving:
            self._look()

    @work(exclusive=True)
    async def _look(self) -> None:
        """Look from outside, beside the page: a folder may be slow. A file counts once it lies there unchanged."""
        files = await asyncio.to_thread(lying_outside, notebook := self.journal.notebook)
        waiting = notebook.vault.waiting() | (files & self._files)
        if waiting - self._seen and self.is_current:
            self._take_over()
        self._seen, self._files = waiting, files

    def _take_over(self) -> None:
        self.host.save(looking(take_over, self._library))

    @on(EntrySaved)
    def _stand_on_it(self, saved: EntrySaved) -> None:
        """Stand on what was just written when one comes back: the next key is meant for it."""
        elsewhere = not self.is_current or saved.key.startswith(("new:", "entry:"))  # Esc keeps as it leaves
        line = reading.line(self.journal.notebook, saved.ref) if elsewhere else None
        self.query_one(Rows).awaited = f"{line.kind.value}:{line.ref}" if line else ""

    def refresh_content(self) -> None:
        """Show the day as it is now."""
        notebook = self.journal.notebook
        if self._day is None:
            self.call_after_refresh(self._take_over)  # what was sealed before, once the page stands
        asked = choosing.question_of_the_day(notebook, self._library)
        question = self.query_one("#question", PlainText)
        question.display = asked is not None
        if asked is not None:
            question.update(asked.text)
        self._day = read_day(notebook, self.host.environment.clock())
        self._arrange()
        self.refresh_header()

    def _first_keys(self, wide: int) -> Content:
        """Return what one can begin with."""
        return in_line([self.hint(each) for each in _FIRST_KEYS], wide)

    def commands(self) -> list[Command]:
        """Return the keys; those that have nothing to act on today leave the footer to the others."""
        return offered(super().commands(), self._day)

    @on(Room.Measured)
    def _arrange(self) -> None:
        """Put as much of the day on the page as there is room for."""
        if self._day is None:
            return
        room = self.query_one("#room").size
        self.query_one("#keys", PlainText).update(self._first_keys(room.width))
        rows = rows_of(self._day, room.height, room.width, self.hint)
        self.query_one(Rows).show(rows)
        empty = self.query_one("#empty", PlainText)
        empty.display = not something(rows)
        empty.update(
            self.sentence(_("Nothing written yet. One sentence is enough to begin: press {key}."), key="write")
        )

    @on(DraftDropped)
    @on(DraftSaved)
    def _draft_changed(self) -> None:
        self.mark_stale()

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        """Open what is chosen."""
        what, _sep, which = self.query_one(Rows).chosen.partition(":")
        without_number: dict[str, Callable[[], object]] = {
            "drafts": self.action_drafts,
            "decision": self._look_at_decision,
            "closed": lambda: self.app.push_screen(sharing_routes.phone("closed:0")),
            "road": self.action_road,
            "questions": self._open_next_question,
            "old": lambda: self.app.push_screen(settings_routes.old_journal()),
        }
        if what in without_number:
            without_number[what]()
        elif what == "draft":
            self.host.navigation.resume_draft(which)
        elif what == "returning" and self._day is not None and self._day.returning is not None:
            self.app.push_screen(questioning_routes.revisit(back=self._day.returning))
        elif what == "steps":
            self.app.call_later(self.host.navigation.go, "plans")
        elif what == "code":
            self.app.push_screen(settings_routes.settings(at=what))
        elif which:
            self.host.navigation.open_entry(int(which), what)

    def _look_at_decision(self) -> None:
        found = self._day.decision if self._day else None
        if found is not None:
            self.app.push_screen(questioning_routes.questioning(code=found.protocol, about=found.decision.ref))

    def action_question(self) -> None:
        """Question the chosen entry with a protocol."""
        rows = self.query_one(Rows)
        what, _sep, which = rows.chosen.partition(":")
        if what in _QUESTIONED:
            self.app.push_screen(questioning_routes.choose_protocol(int(which)))
        elif self._day is not None and self._day.recent:  # the first press shows which entry is meant
            line = self._day.recent[0]
            self._mean(f"{line.kind.value}:{line.ref}", command="today.question")

    def action_prepare(self) -> None:
        """Prepare the next session."""
        session = coming_up.next_session(self.journal.notebook)
        if session is not None:
            self.host.navigation.open_entry(session.ref, "session")

    def action_road(self) -> None:
        """Open the milestone of the road that is offered."""
        offer = self._day.offer if self._day else None
        if offer is not None:
            self.app.push_screen(road_routes.milestone(offer.engagement.ref, offer.which.value))

    def action_aside(self) -> None:
        """Offer that milestone no more; it stays on the page of the engagement."""
        offer = self._day.offer if self._day else None
        if offer is not None:
            self._undoing = False  # what is taken back is what was done last
            self.host.save(changing(road.lay_aside, offer))

    def _open_next_question(self) -> None:
        if self._day is not None:
            self.host.navigation.open_entry(self._day.asked[FITTING][0].ref, "question")

    def action_answer(self) -> None:
        """Answer the chosen question that came back, or the first."""
        rows = self.query_one(Rows)
        what, _sep, which = rows.chosen.partition(":")
        if what != "question" and self._day is not None and self._day.asked:
            which = str(self._day.asked[0][0].ref)
        elif what != "question":
            return
        self.app.push_screen(questioning_routes.questioning(asked=int(which)))

    def action_share(self) -> None:
        """Show what would leave: what is marked elsewhere, or the entry one is on."""
        what, _sep, which = self.query_one(Rows).chosen.partition(":")
        self.share_marked(int(which) if which.isdecimal() and what != "captured" else None)

    def action_open_first(self, prefix: str) -> None:
        """Open the first row of a sort: a note taken elsewhere, a step whose day has come."""
        rows = self.query_one(Rows)
        rows.choose(prefix)
        if rows.chosen.startswith(prefix):
            self.action_choose()

    def action_accept(self) -> None:
        """Take the chosen note into the journal."""
        self._answer(accepting.accept)

    def action_discard(self) -> None:
        """Put the chosen note into the trash, or throw the chosen draft away."""
        rows = self.query_one(Rows)
        what, _sep, which = rows.chosen.partition(":")
        draft = next((each for each in self._day.drafts if each.key == which), None) if self._day else None
        if what == "draft" and draft is not None:
            throw_away(self, draft)
        elif what == "captured":
            self._answer(capturing.discard)
            self.journal.trashed.add(int(which))
            self._undoing = True
            self.refresh_header()
        else:
            self._mean("draft:", "captured:", command="today.discard")

    def _mean(self, *prefixes: str, command: str) -> None:
        """Go to the row that the first press means, and say so: the second one acts."""
        rows = self.query_one(Rows)
        before = rows.chosen
        for prefix in prefixes:
            rows.choose(prefix)
        if rows.chosen != before:
            told = _("the line is chosen: {key} again to {do}")
            self.host.said = told.format(key=self.key_of(command), do=_(self.host.table.row(command).title))
            self.refresh_header()

    def action_undo(self) -> None:
        """Take the note that was put into the trash last out of it again."""
        if not self._undoing:
            return
        self._undoing = False
        refs = self.journal.trashed.take_back()
        self.query_one(Rows).awaited = "".join(f"captured:{ref}" for ref in refs[:1])
        self.host.save(changing(reading.untrash, *refs))
        self.refresh_header()

    def action_drafts(self) -> None:
        """Show everything unfinished."""
        self.app.push_screen(today_routes.drafts())

    def action_other_question(self) -> None:
        """Ask something else today."""
        self._undoing = False
        self.host.save(changing(choosing.another_question, self._library))

    @cached_property
    def _library(self) -> Library:
        return at_hand()

    def _answer(self, answer: Any) -> None:
        rows = self.query_one(Rows)
        what, _sep, which = rows.chosen.partition(":")
        if what == "captured":
            self._undoing = False
            self.host.save(changing(answer, int(which)))
        else:
            self._mean("captured:", command="today.accept")
