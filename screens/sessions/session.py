"""One session: the question brought, what happened since the last one, and afterwards what was noted."""

from textual import on
from textual.app import ComposeResult
from textual.timer import Timer
from textual.widgets import OptionList

from journal.dates.wording import clock_time, day_and_month, full_day
from journal.language import _, ngettext
from journal.model.entry import Entry, EntryLine
from journal.model.kind_spec import spec_of
from journal.model.session import SessionDetails
from journal.practice import preparing, reading, scheduling
from journal.practice.bringing import brought, brought_for_me, keep_session
from journal.practice.notebook import Notebook
from journal.practice.preparing import Since
from screens.casework import routes as casework_routes
from screens.frame.events import EntrySaved, Happened
from screens.frame.form_page import FormPage
from screens.frame.save_queue import Job
from screens.planning import routes as planning_routes
from screens.sessions import routes as sessions_routes
from screens.sessions.mark_held import held_or_not
from screens.sessions.since_last_rows import gathered_rows
from screens.widgets.field import Field
from screens.widgets.plain import PlainText
from screens.widgets.rows import Rows

_MINUTE = 60
_TICK = 10  # seconds


class SessionScreen(FormPage):
    """Prepares a session in ten minutes, and keeps what came of it."""

    name_in_table = "session"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 -- Textual declares it

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref
        self.draft_key = f"session:{ref}"
        self._brings: list[int] = []
        self._lines: dict[int, EntryLine] = {}
        self._since: Since | None = None
        self._began = 0.0
        self._clock: Timer | None = None

    def on_mount(self) -> None:
        """Note when one began; whether it took ten minutes is told only to who asks."""
        self._began = self.host.environment.monotonic()
        super().on_mount()

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

    def fields(self) -> list[Field]:
        """Return the preparation; once the hour has come also the notes, first."""
        preparation = [
            Field("question", _("The question I’m bringing")),
            Field("expectation", _("What I want from this session")),
        ]
        notes = Field("notes", _("Notes"), _("What was said, what I keep, the next step."))
        session = self._session
        if session.happened_at <= self.host.environment.clock():
            return [notes, *preparation]
        noted_before = bool(session.details_as(SessionDetails).notes)  # questions that came back, for instance
        return [*preparation, notes] if noted_before else preparation

    def stored_values(self) -> dict[str, str]:
        """Return what is kept."""
        details = self._session.details_as(SessionDetails)
        return {"question": details.question, "expectation": details.expectation, "notes": details.notes}

    def compose_below(self) -> ComposeResult:
        """Yield what can be brought."""
        yield PlainText("", id="since", classes="heading")
        yield Rows(id="rows")
        yield PlainText(
            _("Nothing was written since. Press n outside the fields to write."), id="empty", classes="quiet"
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
        start = day_and_month(since.start.date())
        self.query_one("#since", PlainText).update(
            _("Since session {number}, {day}   ·   space chooses, shift+↑↓ orders").format(
                number=scheduling.number_of(since.previous), day=start
            )
            if since.previous
            else _("Since {day}   ·   space chooses, shift+↑↓ orders").format(day=start)
        )
        self._tell_rows()

    def status(self) -> str:
        """Return what is chosen, or when this was kept."""
        chosen = len(self._brings)
        words = ngettext("{count} chosen", "{count} chosen", chosen).format(count=chosen) if chosen else ""
        return " · ".join(filter(None, [super().status(), words, self._taken()]))

    def _taken(self) -> str:
        if self._clock is None:
            return ""
        minutes = int(self.host.environment.monotonic() - self._began) // _MINUTE
        return _("{count} min").format(count=minutes)

    def action_clock(self) -> None:
        """Show how long one has been preparing, or hide it again."""
        if self._clock is None:
            self._clock = self.set_interval(_TICK, self.refresh_header)
        else:
            self._clock.stop()
            self._clock = None
        self.refresh_header()

    def _tell_rows(self) -> None:
        order = [*self._brings, *(ref for ref in self._lines if ref not in self._brings)]
        lines = [self._lines[ref] for ref in order if ref in self._lines]
        rows = gathered_rows(self.journal.notebook, self._since, lines, self._brings) if self._since else []
        self.query_one(Rows).show(rows)
        self.query_one("#empty").display = not rows
        self.refresh_header()

    # --- choosing

    @property
    def _row(self) -> int | None:
        chosen = self.query_one(Rows).chosen
        return int(chosen) if chosen else None

    def action_choose(self) -> None:
        """Bring the chosen row, or no longer; what is for me alone is looked at here and stays here."""
        ref = self._row
        if ref is None:
            return
        if ref not in self._brings and spec_of(self._lines[ref].kind).private:
            self._tell(_("● for me alone: not shared from here"))
            return
        if ref in self._brings:
            self._brings.remove(ref)
        else:
            self._brings.append(ref)
        self._keep_choice()

    def action_order(self, by: int) -> None:
        """Tell the chosen row earlier or later."""
        ref = self._row
        if ref not in self._brings:
            return
        at = self._brings.index(ref)
        to = max(0, min(len(self._brings) - 1, at + by))
        self._brings.insert(to, self._brings.pop(at))
        self._keep_choice()

    def _keep_choice(self) -> None:
        self._tell_rows()
        self.keep_now()

    # --- keeping

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps preparation and notes."""
        ref, brings = self.ref, tuple(self._brings)

        def job(notebook: Notebook) -> Happened:
            kept = preparing.prepare(
                notebook,
                reading.entry(notebook, ref),
                question=values["question"],
                expectation=values["expectation"],
                brings=brings,
            )
            if "notes" in values and values["notes"] != kept.details_as(SessionDetails).notes:
                kept = keep_session(notebook, kept, kept.details_as(SessionDetails).with_(notes=values["notes"]))
            return EntrySaved.of(kept)

        return job

    # --- what follows

    def action_page(self) -> None:
        """Show the page that is brought, to be reworded if one wishes."""
        self.action_keep()
        self.after_saved(lambda: self.app.push_screen(sessions_routes.preparation(ref=self.ref)))

    def action_share(self) -> None:
        """Share the preparation: what leaves is shown first."""
        self.action_keep()
        self.after_saved(self._share)

    def _share(self) -> None:
        notebook = self.journal.notebook
        private = brought_for_me(notebook, reading.entry(notebook, self.ref))
        self.host.share((self.ref, *private))  # these are asked for one by one

    def action_held(self) -> None:
        """Mark the session as held, or take that back."""
        self.action_keep()
        held_or_not(self, self._session, lambda _state: self.dismiss())

    def action_case(self) -> None:
        """Begin a case from what is chosen."""
        self.action_keep()
        self.app.push_screen(casework_routes.case(about=tuple(self._brings), session=self.ref))

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
            self.host.navigation.open_entry(ref, self._lines[ref].kind.value)
