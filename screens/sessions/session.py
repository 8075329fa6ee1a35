"""One session: the question brought, what happened since the last one, and afterwards what was noted."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates.wording import clock_time, full_day
from journal.language import N_, _, ngettext
from journal.model.audience import Audience
from journal.model.entry import Entry, EntryLine
from journal.model.kind import State
from journal.model.kind_spec import spec_of
from journal.model.session import SessionDetails
from journal.practice import evenings, noticing, preparing, reading
from journal.practice.bringing import brought
from journal.practice.preparing import Since
from screens.casework import routes as casework_routes
from screens.frame.changes import of, saving
from screens.frame.command import Command
from screens.frame.events import EntrySaved, Happened, JournalChanged
from screens.frame.form_page import FormPage
from screens.frame.save_queue import Job
from screens.planning import routes as planning_routes
from screens.sessions import routes as sessions_routes
from screens.sessions.group_session import ASIDE, OF_AN_EVENING, aside_rows, kept_or_not, promise_rows
from screens.sessions.mark_held import held_or_not
from screens.sessions.session_page import share_session
from screens.sessions.since_last_rows import gathered_rows, since_when
from screens.sessions.stopwatch import Stopwatch
from screens.vocabulary.audiences import audience_words
from screens.widgets.field import Field
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class SessionScreen(FormPage):
    """Prepares a session in ten minutes, and keeps what came of it."""

    name_in_table = "session"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref
        self.draft_key = f"session:{ref}"
        self._brings: list[int] = []
        self._asides_first: list[int] = []
        self._lines: dict[int, EntryLine] = {}
        self._since: Since | None = None
        self._group: Entry | None = None
        self._stopwatch = Stopwatch(self)

    def on_mount(self) -> None:
        """Note when one began; whether it took ten minutes is told only to who asks."""
        self._stopwatch.start()
        self._group = evenings.group_of(self.journal.notebook, self._session)
        super().on_mount()

    def focus_first(self) -> None:
        """Begin at the rows of a group's session: it opens with what was promised and set aside."""
        if self._group is not None and self._session.state is not State.HELD and self.query_one(Rows).option_count:
            self.query_one(Rows).focus()
        else:
            super().focus_first()

    @property
    def _session(self) -> Entry:
        return reading.entry(self.journal.notebook, self.ref)

    def page_title(self) -> str:
        """Return which session, and when."""
        session = self._session
        at = session.happened_at
        return _("{session} · {day}, {time}").format(
            session=session.title, day=full_day(at.date()), time=clock_time(at)
        )

    @property
    def footer_lines(self) -> int:  # type: ignore[override]  # a group's session has keys of its own beside the others
        """How many lines of keys stand below it."""
        return 1 if self._group is None else 2

    def fields(self) -> list[Field]:
        """Return the preparation; once the hour has come also the notes, first."""
        preparation = [
            Field("question", _("The question I’m bringing")),
            Field("expectation", _("What I want from this session")),
        ]
        notes = Field("notes", _("Notes"), _("What was said, what I keep, the next step."))
        session = self._session
        if session.state is State.HELD or session.happened_at <= self.host.environment.clock():
            return [notes, *self._asides(), *preparation]
        noted_before = bool(session.details_as(SessionDetails).notes)  # questions that came back, for instance
        return [*preparation, notes] if noted_before else preparation

    def _asides(self) -> list[Field]:
        """Return the place for what concerns others' cases: it stays here, whatever else of the session leaves."""
        is_group = evenings.group_of(self.journal.notebook, self._session) is not None
        return [Field(ASIDE, _("Aide-mémoire on others’ cases · stays here"))] if is_group else []

    def commands(self) -> list[Command]:
        """Return the keys; those of an evening are for a group’s session, where a case comes first."""
        told = super().commands()
        if not self.reading:  # only rows are put in order
            told = [each for each in told if each.id not in ("session.earlier", "session.later")]
        else:  # where the keys of the rows take the room
            told = [each._replace(title=N_("back")) if each.id == "fields.back" else each for each in told]
        if self._group is None:
            return [each for each in told if each.id not in OF_AN_EVENING]
        return [each._replace(footer=13) if each.id == "session.case" else each for each in told]

    def stored_values(self) -> dict[str, str]:
        """Return what is kept."""
        details = self._session.details_as(SessionDetails)
        return {
            ASIDE: details.evening.aside,
            "question": details.question,
            "expectation": details.expectation,
            "notes": details.notes,
        }

    def compose_below(self) -> ComposeResult:
        """Yield what can be brought."""
        yield PlainText("", id="since", classes="heading")
        yield Rows(id="rows")
        yield PlainText(
            self.sentence(_("Nothing was written since. Press {key} outside the fields to write."), key="write"),
            id="empty",
            classes="quiet",
        )

    def refresh_content(self) -> None:
        """Show what happened since the session before, what is brought first."""
        session = self._session
        self._since = since = preparing.since_last(self.journal.notebook, session)
        self._brings = list(brought(session))
        self._lines = {line.ref: line for line in since.lines}
        for ref in self._brings:
            line = self._lines.get(ref) or reading.line(self.journal.notebook, ref)
            if line is not None:
                self._lines[ref] = line
        self._take_in_asides()
        self.query_one("#since", PlainText).update(since_when(since, session))
        self._tell_rows()

    def status(self) -> str:
        """Return what is chosen, or when this was kept."""
        chosen = len(self._brings)
        words = ngettext("{count} chosen", "{count} chosen", chosen).format(count=chosen) if chosen else ""
        return " · ".join(filter(None, [super().status(), words, self._stopwatch.words]))

    def action_clock(self) -> None:
        """Show how long one has been preparing, or hide it again."""
        self._stopwatch.show_or_hide()

    def _take_in_asides(self) -> None:
        """Look for what was set aside for the group, however long ago, while the session lies ahead."""
        ahead = self._group is not None and self._session.state is not State.HELD
        found = noticing.set_aside(self.journal.notebook) if ahead else []
        self._asides_first = [entry.ref for entry in found if entry.ref not in self._brings]
        for ref in self._asides_first:
            line = reading.line(self.journal.notebook, ref)
            if line is not None:
                self._lines[ref] = line

    def _tell_rows(self, *, in_place: bool = False) -> None:
        asides = [ref for ref in self._asides_first if ref not in self._brings]
        order = [*self._brings, *(ref for ref in self._lines if ref not in (*self._brings, *asides))]
        rows = [] if self._group is None else promise_rows(self.journal.notebook, self._session)
        if self._since:
            rows += aside_rows(self._gathered(self._since, asides))
            rows += self._gathered(self._since, order)
        shown = self.query_one(Rows)
        shown.show_in_place(rows) if in_place else shown.show(rows)
        self.query_one("#empty").display = not rows
        self.refresh_header()

    def _gathered(self, since: Since, refs: list[int]) -> list[Row]:
        lines = [self._lines[ref] for ref in refs if ref in self._lines]
        return gathered_rows(self.journal.notebook, since, lines, self._brings)

    # --- choosing

    @property
    def _row(self) -> int | None:
        chosen = self.query_one(Rows).chosen
        return int(chosen) if chosen.isdecimal() else None

    def action_choose(self) -> None:
        """Bring the chosen row, or no longer; what is for me alone is looked at here and stays here."""
        ref = self._row
        if ref is None:
            kept_or_not(self, self.query_one(Rows).chosen)
            return
        if ref not in self._brings and spec_of(self._lines[ref].kind).private:
            self._tell(_("{audience}: not shared from here").format(audience=audience_words(Audience.ME)))
            return
        if ref in self._brings:
            self._brings.remove(ref)
        else:
            self._brings.append(ref)
        self._keep_choice(in_place=True)

    def action_order(self, by: int) -> None:
        """Tell the chosen row earlier or later."""
        ref = self._row
        if ref not in self._brings:
            return
        at = self._brings.index(ref)
        to = max(0, min(len(self._brings) - 1, at + by))
        self._brings.insert(to, self._brings.pop(at))
        self._keep_choice()

    def _keep_choice(self, *, in_place: bool = False) -> None:
        self._tell_rows(in_place=in_place)
        self.keep_now()

    # --- keeping

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps preparation and notes."""
        return saving(
            of(self.ref, evenings.keep_session_page),
            question=values["question"],
            expectation=values["expectation"],
            brings=tuple(self._brings),
            notes=values.get("notes"),
            aside=values.get(ASIDE),
        )

    # --- what follows

    def action_page(self) -> None:
        """Show the page that is brought, to be reworded if one wishes."""
        self.action_keep()
        self.after_saved(lambda: self.app.push_screen(sessions_routes.preparation(ref=self.ref)))

    def action_share(self) -> None:
        """Share the preparation: what leaves is shown first."""
        self.action_keep()
        self.after_saved(lambda: share_session(self, self.ref))

    def action_held(self) -> None:
        """Mark the session as held, or take that back."""
        self.action_keep()
        held_or_not(self, self._session, lambda _state: self.dismiss())

    def action_case(self) -> None:
        """Begin a case from what is chosen, otherwise from the row one is on, unless that stays here."""
        self.action_keep()
        on = self._row if isinstance(self.focused, Rows) else None
        row = () if on is None or spec_of(self._lines[on].kind).private else (on,)
        self.app.push_screen(casework_routes.case(about=tuple(self._brings) or row, session=self.ref))

    def action_evening(self) -> None:
        """Open the page for the evening itself."""
        self.action_keep()
        if self._group is not None:
            self.after_saved(lambda: self.app.push_screen(casework_routes.evening(self.ref)))

    def action_round(self) -> None:
        """Note who was there, whose turn comes next, what was promised."""
        self.action_keep()
        if self._group is not None:
            self.after_saved(lambda: self.app.push_screen(casework_routes.round_of(self.ref)))

    @on(EntrySaved)
    @on(JournalChanged)
    def _changed_elsewhere(self, happened: Happened) -> None:
        """Show what was changed elsewhere of a group's session: a case that takes its place, a promise, the evening."""
        own = isinstance(happened, EntrySaved) and happened.ref == self.ref and happened.key == self.save_key
        if self._group is not None and not own and not self.changed:
            self._stored = {**self._stored, **self.stored_values()}
            self.set_values(self._stored)
            self.mark_stale()

    def action_arrange(self) -> None:
        """Set kind, length and place."""
        self.action_keep()
        self.after_saved(lambda: self.app.push_screen(sessions_routes.logistics(ref=self.ref)))

    def action_plan(self) -> None:
        """Draw up a plan about it."""
        self.action_keep()
        self.app.push_screen(planning_routes.plan(about=self.ref))

    @on(OptionList.OptionSelected)
    def _open(self) -> None:
        ref = self._row
        if ref is not None:
            self.action_keep()
            self.host.navigation.open_entry(ref, self._lines[ref].kind.value, found=True)
