"""Today: one question, what comes next, what is waiting, what was written last."""

from datetime import datetime
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates import ago, clock_time, full_day, moment, until
from journal.language import _, ngettext
from journal.model.draft import Draft
from journal.model.entry import Entry, EntryLine
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.session import SessionDetails
from journal.practice import capturing, choosing, planning, reading, scheduling
from journal.practice.notebook import Notebook
from journal.practice.protocols_at_hand import Library, at_hand
from screens.commands import commands_of, key_name
from screens.events import EntrySaved, Happened, JournalChanged
from screens.page import Page, keys
from screens.patterns import PATTERN_WORDS
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_RECENT = 3  # at least
_AROUND = 12  # lines of the page that are not rows
_WAITING = 4
_WHEN_WIDE = 19  # "yesterday, 12:30 pm" is the longest
_MARKED_WIDE = 12
_SHOWN = (Kind.SITUATION, Kind.REFLECTION, Kind.LEARNING, Kind.CASE, Kind.PLAN, Kind.REVIEW)
_FIRST_KEYS = ("write", "heat", "let_go")


class TodayScreen(Page):
    """The place where one arrives."""

    name_in_table = "today"
    AUTO_FOCUS = "Rows"
    _protocols: Library | None = None

    def heading(self) -> str:
        """Return the program's name."""
        return "Recul"

    def standing(self) -> str:
        """Return the moment."""
        return moment(self.recul.surroundings.clock())

    def compose_page(self) -> ComposeResult:
        """Put the question first, then keys, then rows."""
        yield PlainText("", id="question", classes="lead")
        yield PlainText("", id="keys")
        yield Rows(id="rows", classes="gap-above")
        yield PlainText("", id="empty", classes="quiet gap-above")

    def on_mount(self) -> None:
        """Take in what was sealed from the shell, once the page stands."""
        self.call_after_refresh(self._take_over)

    def _take_over(self) -> None:
        library = self._library()

        def job(notebook: Notebook) -> Happened:
            if not notebook.vault.read_only:
                capturing.take_over_captures(notebook)
                shown = choosing.question_of_the_day(notebook, library)
                if shown is not None:
                    choosing.note_question(notebook, shown)
            return JournalChanged()

        self.recul.save(job)

    def fill(self) -> None:
        """Show the day as it is now."""
        notebook = self.recul.notebook
        now = self.recul.surroundings.clock()
        asked = choosing.question_of_the_day(notebook, self._library())
        question = self.query_one("#question", PlainText)
        question.display = asked is not None
        if asked is not None:
            question.update(asked.text)
        known = {row.id: row for row in commands_of("reading", "today", keymap=self.recul.settings.keymap)}
        self.query_one("#keys", PlainText).update(
            keys(*((key_name(known[each].keys), _(known[each].title)) for each in _FIRST_KEYS if each in known))
        )
        rows = [*_next(notebook, now), *self._captured(), *_drafts(notebook, now)]
        rows += _recent(notebook, now, max(_RECENT, self.size.height - _AROUND - len(rows)))
        self.query_one(Rows).show(rows)
        empty = self.query_one("#empty", PlainText)
        empty.display = not rows
        empty.update(
            _("Nothing written yet. One sentence is enough to begin: press {key}.").format(key=self.key_of("write"))
        )

    @on(EntrySaved)
    @on(JournalChanged)
    def _changed(self, _happened: Happened) -> None:
        self.stale()

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        """Open what is chosen."""
        what, _sep, which = self.query_one(Rows).chosen.partition(":")
        if what == "draft":
            first, *rest = which.split(":")
            kind = rest[0] if first == "new" else "" if first == "entry" else first
            self.recul.resume_draft(which, kind)
        elif which:
            self.recul.open_entry(int(which), what)

    def action_question(self) -> None:
        """Question the chosen entry with a protocol."""
        what, _sep, which = self.query_one(Rows).chosen.partition(":")
        if which.isdecimal() and what not in ("session", "step"):
            self.recul.question(int(which))

    def action_prepare(self) -> None:
        """Prepare the next session."""
        session = scheduling.next_session(self.recul.notebook)
        if session is not None:
            self.recul.open_entry(session.ref, "session")

    def action_accept(self) -> None:
        """Take the chosen note into the journal."""
        self._answer(capturing.accept)

    def action_discard(self) -> None:
        """Put the chosen note into the trash."""
        self._answer(capturing.discard)

    def action_other_question(self) -> None:
        """Ask something else today."""
        library = self._library()

        def job(notebook: Notebook) -> Happened:
            choosing.another_question(notebook, library)
            return JournalChanged()

        self.recul.save(job)

    def _library(self) -> Library:
        if self._protocols is None:
            self._protocols = at_hand()
        return self._protocols

    def _captured(self) -> list[Row]:
        lines = reading.newest(self.recul.notebook, Filter(states=(State.CAPTURED,)), _WAITING + 1)
        if not lines:
            return []
        heading = (
            ngettext("{count} note taken outside the app", "{count} notes taken outside the app", len(lines))
            if len(lines) <= _WAITING
            else _("Notes taken outside the app")
        )
        rows = [Row(f"captured:{line.ref}", line.title or _("(no title)")) for line in lines[:_WAITING]]
        hint = self.hint("today.accept", "today.discard")
        return [Row("", heading.format(count=len(lines)), hint), *rows, Row("", "")]

    def _answer(self, answer: Any) -> None:
        rows = self.query_one(Rows)
        what, _sep, which = rows.chosen.partition(":")
        if what != "captured":
            rows.choose("captured:")  # the first press shows which note is meant
            return

        def job(notebook: Notebook) -> Happened:
            answer(notebook, int(which))
            return JournalChanged()

        self.recul.save(job)


def _next(notebook: Notebook, now: datetime) -> list[Row]:
    """Return the next session and the steps that come back."""
    rows = []
    session = scheduling.next_session(notebook)
    if session is not None:
        rows.append(
            Row(f"session:{session.ref}", _session_words(session), until(session.happened_at.date(), now.date()))
        )
    rows += [
        Row(f"step:{step.ref}", _("“{words}”").format(words=step.title), _("look again"))
        for step in planning.due_steps(notebook)[:_WAITING]
    ]
    return [*rows, Row("", "")] if rows else []


def _session_words(session: Entry) -> str:
    details = session.details
    number = details.number if isinstance(details, SessionDetails) else 1
    return _("Session {number} · {day}, {time}").format(
        number=number, day=full_day(session.happened_at.date()), time=clock_time(session.happened_at)
    )


def _drafts(notebook: Notebook, now: datetime) -> list[Row]:
    drafts = capturing.drafts(notebook)[:_WAITING]
    if not drafts:
        return []
    rows = [
        Row(
            f"draft:{draft.key}",
            _("“{words}”").format(words=_first_words(draft)),
            ago(draft.saved_at.astimezone(), now),
        )
        for draft in drafts
    ]
    return [Row("", _("Not finished")), *rows, Row("", "")]


def _first_words(draft: Draft) -> str:
    return next((line for line in (draft.title, *draft.text.splitlines()) if line.strip()), "…")


def _recent(notebook: Notebook, now: datetime, many: int) -> list[Row]:
    lines = reading.newest(notebook, Filter(kinds=_SHOWN), many + _WAITING)
    kept = [line for line in lines if line.state is not State.CAPTURED][:many]
    return [Row("", _("Recently")), *(_line_row(line, now) for line in kept)] if kept else []


def _short(words: str) -> str:
    return words if len(words) <= _MARKED_WIDE else f"{words[: _MARKED_WIDE - 1].rstrip(' ,')}…"


def _line_row(line: EntryLine, now: datetime) -> Row:
    marked = ", ".join(_(PATTERN_WORDS[pattern]) for pattern in line.patterns)
    return Row(
        f"{line.kind.value}:{line.ref}",
        f"{line.ref:>4}  {'↳ ' if line.parent else ''}{line.title or _('(no title)')}",
        f"{ago(line.happened_at, now):<{_WHEN_WIDE}} {_short(marked):<{_MARKED_WIDE}}",
    )
