"""Sessions: every engagement with what lies ahead and what was held, in plain numbers."""

from collections.abc import Callable
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates import clock_time, dated, full_day, until
from journal.language import _
from journal.model.engagement import EngagementDetails
from journal.model.entry import Entry
from journal.practice import framing, reading, scheduling
from journal.practice.notebook import Notebook
from journal.practice.scheduling import Course
from screens.asking import AskScreen
from screens.events import EntrySaved, Happened, JournalChanged
from screens.kinds import state_word
from screens.page import Page
from screens.places import OVER, make
from screens.widgets.plain import PlainText
from screens.widgets.question import QuestionScreen
from screens.widgets.rows import Row, Rows


class SessionsScreen(Page):
    """The place where sessions are planned, prepared and remembered."""

    name_in_table = "sessions"
    AUTO_FOCUS = "Rows"

    def heading(self) -> str:
        """Return the place."""
        return _("Sessions")

    def compose_page(self) -> ComposeResult:
        """Rows, or the invitation."""
        yield PlainText(
            _(
                "Here you frame an accompaniment or a peer group, plan its sessions and prepare each in ten minutes. "
                "Begin with b."
            ),
            id="empty",
            classes="quiet",
        )
        yield Rows()

    def fill(self) -> None:
        """Show the engagements under way, each with its sessions."""
        notebook = self.recul.notebook
        now = self.recul.surroundings.clock()
        rows: list[Row] = []
        for engagement in framing.engagements(notebook):
            rows += [Row("", "")] if rows else []
            rows += _engagement_rows(engagement, scheduling.sessions(notebook, engagement.ref), now)
        shown = self.query_one(Rows)
        first = not shown.chosen
        shown.show(rows)
        if first:  # one comes here for the next session, not for the frame around it
            shown.highlighted = next((at for at, row in enumerate(rows) if row.id.startswith("session:")), None)
        self.query_one("#empty").display = not rows

    @on(EntrySaved)
    @on(JournalChanged)
    def _changed(self) -> None:
        self.stale()

    # --- what is chosen

    @property
    def _chosen(self) -> Entry | None:
        _what, _colon, ref = self.query_one(Rows).chosen.partition(":")
        return reading.entry(self.recul.notebook, int(ref)) if ref else None

    @property
    def _session(self) -> Entry | None:
        entry = self._chosen
        return entry if entry is not None and entry.kind == "session" else None

    @property
    def _engagement(self) -> Entry | None:
        entry = self._chosen
        if entry is None:
            return next(iter(framing.engagements(self.recul.notebook)), None)
        ref = scheduling.engagement_of(entry)
        return reading.entry(self.recul.notebook, ref) if ref is not None else entry

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open what is chosen."""
        entry = self._chosen
        if entry is not None:
            self.recul.open_entry(entry.ref, entry.kind.value)

    # --- what can be done

    def action_begin(self) -> None:
        """Begin an engagement."""
        self.app.push_screen(make(OVER["figures"]))

    def action_frame(self) -> None:
        """Open the frame of the engagement one is in."""
        engagement = self._engagement
        if engagement is not None:
            self.recul.open_entry(engagement.ref, engagement.kind.value)

    def action_plan(self) -> None:
        """Plan every session that is not planned yet, from the rhythm."""
        engagement = self._engagement
        if engagement is None:
            return
        frame = engagement.details_as(EngagementDetails)
        question = _("When is the first of the sessions still to plan? They follow every {days} days.").format(
            days=frame.rhythm_days
        )

        def plan(first: datetime | None) -> None:
            if first is not None:
                self._do(lambda notebook: scheduling.plan_all(notebook, engagement, first))

        self._ask(question, plan)

    def action_move(self) -> None:
        """Move the chosen session; the following ones may follow."""
        session = self._session
        if session is None:
            return
        engagement = scheduling.engagement_of(session)
        later = [
            each
            for each in (scheduling.sessions(self.recul.notebook, engagement) if engagement else [])
            if each.state in scheduling.AHEAD and scheduling.number_of(each) > scheduling.number_of(session)
        ]

        def move(to: datetime | None) -> None:
            if to is None:
                return
            if not later:
                self._move(session, to, following=False)
                return
            self.app.push_screen(
                QuestionScreen(_("Do the following sessions follow, by as many days?"), _("they follow")),
                lambda yes: self._move(session, to, following=bool(yes)),
            )

        self._ask(_("When will {session} take place?").format(session=session.title), move)

    def _ask(self, question: str, answered: Callable[[datetime | None], None]) -> None:
        hint = _("for example: Thursday 2pm, 3 December 14:00")
        self.app.push_screen(AskScreen(question, hint, self.recul.surroundings.clock), answered)

    def _move(self, session: Entry, to: datetime, *, following: bool) -> None:
        self._do(lambda notebook: scheduling.move(notebook, session, to, following=following))

    def action_held(self) -> None:
        """Mark the chosen session as held."""
        session = self._session
        if session is not None:
            self._do(lambda notebook: scheduling.hold(notebook, session))

    def action_cancel(self) -> None:
        """Mark the chosen session as cancelled; moving it brings it back."""
        session = self._session
        if session is not None:
            self._do(lambda notebook: scheduling.cancel(notebook, session))

    def action_calendar(self) -> None:
        """Write a calendar file of the engagement's sessions."""
        engagement = self._engagement
        if engagement is not None:
            self.app.push_screen(make(OVER["calendar"], engagement=engagement.ref))

    def _do(self, what: Callable[[Notebook], object]) -> None:
        def job(notebook: Notebook) -> Happened:
            what(notebook)
            return JournalChanged()

        self.recul.save(job)


def _engagement_rows(engagement: Entry, sessions: list[Entry], now: datetime) -> list[Row]:
    """Return an engagement's line, what lies ahead with the next one first, then what is behind, the last first."""
    ahead = [each for each in sessions if each.state in scheduling.AHEAD]
    behind = [each for each in sessions if each.state not in scheduling.AHEAD]
    stage = _("{title} · {stage}").format(title=engagement.title, stage=state_word(engagement.kind, engagement.state))
    head = Row(f"engagement:{engagement.ref}", stage, _course(scheduling.course(engagement, sessions)))
    if not sessions:
        return [head, Row("", _("No session is planned yet: g plans them all from the rhythm."))]
    return [
        head,
        *(_session_row(each, now) for each in sorted(ahead, key=lambda each: each.happened_at)),
        *(_session_row(each, now) for each in sorted(behind, key=lambda each: each.happened_at, reverse=True)),
    ]


def _session_row(session: Entry, now: datetime) -> Row:
    ahead = session.state in scheduling.AHEAD
    day = session.happened_at.date()
    words = _("{number}   {day}, {time}").format(
        number=f"{scheduling.number_of(session):>4}",
        day=full_day(day) if abs((day - now.date()).days) < 300 else dated(day),  # noqa: PLR2004 -- a year is told when it could be doubted
        time=clock_time(session.happened_at),
    )
    state = state_word(session.kind, session.state)
    return Row(
        f"session:{session.ref}",
        words,
        _("{state}   {when}").format(state=state, when=until(day, now.date())) if ahead else state,
        quiet=not ahead,
    )


def _course(course: Course) -> str:
    return _("{held} of {planned} held · {hours} of {all_hours} h").format(
        held=course.held,
        planned=course.planned,
        hours=_hours(course.minutes_held),
        all_hours=_hours(course.minutes_planned),
    )


def _hours(minutes: int) -> str:
    whole, rest = divmod(minutes, 60)
    return f"{whole}" if not rest else f"{whole}:{rest:02}"
