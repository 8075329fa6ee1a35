"""Sessions: every engagement with what lies ahead and what was held, in plain numbers."""

from collections.abc import Callable
from datetime import datetime, timedelta

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.language import _, ngettext
from journal.model.engagement import EngagementDetails
from journal.model.entry import Entry
from journal.practice import framing, reading, scheduling
from screens.engagement import routes as engagement_routes
from screens.frame.changes import carried_out, changing
from screens.frame.command import Command
from screens.frame.form_saves import nothing
from screens.frame.just_done import RemovingPage
from screens.frame.marking_page import MarkingPage
from screens.frame.on_one_row import on_one_row
from screens.frame.page_footer import PageFooter
from screens.frame.page_header import PageHeader
from screens.sessions import routes as sessions_routes
from screens.sessions import several, taking_back
from screens.sessions.moment_dialog import MomentDialog
from screens.sessions.planning_all import plan_from
from screens.sessions.session_rows import columns_of, ended_rows, engagement_rows
from screens.sessions.shift_later_sessions import ShiftLaterDialog
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_OF_A_SESSION = frozenset({"sessions.move", "sessions.arrange", "sessions.held", "sessions.cancel"})


class SessionsScreen(RemovingPage, MarkingPage):
    """The place where sessions are planned, prepared and remembered."""

    name_in_table = "sessions"
    follows_journal = True
    shared_keys = ""
    AUTO_FOCUS = "Rows"
    undo_command = "sessions.undo"

    def page_title(self) -> str:
        """Return the place."""
        return _("Sessions")

    def compose_page(self) -> ComposeResult:
        """Rows, or the invitation."""
        yield PlainText(
            self.sentence(
                _(
                    "Set up your coaching or peer group here, plan the sessions and prepare for each one in ten "
                    "minutes. Press {key} to start."
                ),
                key="sessions.begin",
            ),
            id="empty",
            classes="quiet",
        )
        yield Rows(apart=1)

    def refresh_content(self) -> None:
        """Show the engagements under way, each with its sessions."""
        notebook = self.journal.notebook
        now = self.host.environment.clock()
        rows: list[Row] = []
        known = framing.engagements(notebook, ended=True)
        rows_of = [(each, scheduling.sessions(notebook, each.ref)) for each in known]
        under_way = [each for each in rows_of if each[0].state not in framing.ENDED]
        columns = columns_of((session for _each, row in under_way for session in row), now)
        unplanned = self.sentence(_("No sessions planned yet: press {key} to plan them all."), key="sessions.plan")
        for engagement, row in under_way:
            rows += [Row("", "")] if rows else []
            rows += engagement_rows(engagement, row, now, columns, unplanned)
        rows += ended_rows([each for each in rows_of if each[0].state in framing.ENDED], now)
        shown = self.query_one(Rows)
        first = not (shown.chosen and shown.holds("session:"))
        shown.show(self.with_marks(rows))
        if first:  # one comes here for the next session, not for the frame around it
            sessions = [(row.quiet, at) for at, row in enumerate(rows) if row.id.startswith("session:")]
            shown.highlighted = min(sessions)[1] if sessions else shown.highlighted
        self.query_one("#empty").display = not rows
        self._tell_keys()
        self.refresh_header()

    def commands(self) -> list[Command]:
        """Return the keys that do something on this row; without an engagement, beginning one is all."""
        told = super().commands()
        engagement, session = self._engagement, self._session
        idle: set[str] = set()
        if engagement is None:
            idle |= {each.id for each in told if each.where == self.name_in_table and each.id != "sessions.begin"}
        elif session is None:
            idle |= _OF_A_SESSION
        else:
            idle.add("sessions.begin")
        if engagement is not None and not scheduling.still_to_plan(self.journal.notebook, engagement):
            idle.add("sessions.plan")
        return [each for each in told if each.id not in idle]

    @on(OptionList.OptionHighlighted)
    def _tell_keys(self) -> None:
        """Tell the keys of the row; what was just done stays said above."""
        self.query_one(PageFooter).commands = tuple(self.commands())

    # --- what is chosen

    @property
    def _chosen(self) -> Entry | None:
        _what, _colon, ref = self.query_one(Rows).chosen.partition(":")
        return reading.entry(self.journal.notebook, int(ref)) if ref else None

    @property
    def _session(self) -> Entry | None:
        entry = self._chosen
        return entry if entry is not None and entry.kind == "session" else None

    @property
    def _engagement(self) -> Entry | None:
        entry = self._chosen
        if entry is None:
            return next(iter(framing.engagements(self.journal.notebook)), None)
        ref = scheduling.engagement_of(entry)
        return reading.entry(self.journal.notebook, ref) if ref is not None else entry

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open what is chosen."""
        entry = self._chosen
        if entry is not None:
            self.host.navigation.open_entry(entry.ref, entry.kind.value)

    # --- what can be done

    def action_begin(self) -> None:
        """Begin an engagement; one comes back to it, for its sessions are what is planned next."""
        before = {each.ref for each in framing.engagements(self.journal.notebook)}

        def begun(_nothing: None) -> None:
            self.host.save(nothing).add_done_callback(lambda _told: self._stand_on_new(before))

        self.app.push_screen(engagement_routes.figures(), begun)

    def _stand_on_new(self, before: set[int]) -> None:
        """Put the cursor on the engagement that was not there before, if one was begun."""
        if self.host.is_leaving:
            return
        self.refresh_content()
        new = [each.ref for each in framing.engagements(self.journal.notebook) if each.ref not in before]
        if new:
            self.query_one(Rows).choose(f"engagement:{new[0]}")

    def action_frame(self) -> None:
        """Open the frame of the engagement one is in."""
        engagement = self._engagement
        if engagement is not None:
            self.host.navigation.open_entry(engagement.ref, engagement.kind.value)

    def _has_ended(self, engagement: Entry | None) -> bool:
        """Whether nothing can be planned any more where one is; says so, and what can be done."""
        ended = engagement is not None and engagement.state in framing.ENDED
        if ended:
            words = _("this engagement has ended · {key} begins another").format(key=self.key_of("sessions.begin"))
            self.query_one(PageHeader).tell(words)
        return ended

    def action_plan(self) -> None:
        """Plan every session that is not planned yet, from the rhythm."""
        engagement = self._engagement
        if engagement is None or self._has_ended(engagement):
            return
        count = scheduling.still_to_plan(self.journal.notebook, engagement)
        if not count:
            self.query_one(PageHeader).tell(
                _("every session is planned · {key} adds one").format(key=self.key_of("sessions.add"))
            )
            return
        title = engagement.title or _("(no title)")
        days = engagement.details_as(EngagementDetails).rhythm_days
        question = ngettext(
            "{count} session of “{title}” is still to plan. When is it?",
            "{count} sessions of “{title}” are still to plan, {rhythm}. When is the first?",
            count,
        ).format(
            count=count, title=title, rhythm=ngettext("one a day", "one every {days} days", days).format(days=days)
        )

        self._ask(
            question,
            lambda first: (
                None
                if first is None
                else plan_from(self, engagement, first, lambda refs: self.keep_last(taking_back.planned(refs)))
            ),
        )

    def action_add(self) -> None:
        """Plan one more session, then say what it is for."""
        engagement = self._engagement
        if engagement is None or self._has_ended(engagement):
            return

        def add(at: datetime | None) -> None:
            if at is not None:
                self._add(engagement, at)

        self._ask(_("When will this session take place?"), add)

    @work
    async def _add(self, engagement: Entry, at: datetime) -> None:
        """Plan it, put the cursor on it, and say what it is for."""
        added = await carried_out(self.host, scheduling.add_one, engagement, at)
        if self.host.is_leaving:
            return
        self.refresh_content()
        self.query_one(Rows).choose(f"session:{added.ref}")
        self.app.push_screen(sessions_routes.logistics(ref=added.ref))

    def action_arrange(self) -> None:
        """Set kind, length and place of the chosen session."""
        session = self._session
        if session is not None:
            page = sessions_routes.logistics
            on_one_row(self, session.ref, session.title, lambda: self.app.push_screen(page(ref=session.ref)))

    def action_move(self) -> None:
        """Move the chosen session; the following ones may follow."""
        session = self._session
        if session is not None and not self._has_ended(self._engagement):
            on_one_row(self, session.ref, session.title, lambda: self._ask_when(session))

    def _ask_when(self, session: Entry) -> None:
        number = scheduling.number_of(session)
        after = scheduling.coming_after(self.journal.notebook, session)

        def move(to: datetime | None) -> None:
            if to is None:
                return
            days = (to.date() - session.happened_at.date()).days
            if not after or not days:  # another hour of the same day is nothing that others could follow
                self._move(session, to, following=False)
                return
            last = max(each.happened_at for each in after).date() + timedelta(days=days)
            self.app.push_screen(
                ShiftLaterDialog(number, days, len(after), last),
                lambda follow: None if follow is None else self._move(session, to, following=follow),
            )

        self._ask(_("When will session {number} take place?").format(number=number), move, was=session.happened_at)

    def _ask(self, question: str, answered: Callable[[datetime | None], None], was: datetime | None = None) -> None:
        hint = _("for example: Thursday 2pm, 3 December 14:00")
        self.app.push_screen(MomentDialog(question, hint, self.host.environment.clock, was), answered)

    def _move(self, session: Entry, to: datetime, *, following: bool) -> None:
        after = scheduling.coming_after(self.journal.notebook, session) if following else []
        beside = None if following else scheduling.overtaken(self.journal.notebook, session, to)
        self.host.save(changing(scheduling.move, session, to, following=following))
        done = taking_back.moved_past(session, beside, to) if beside else taking_back.moved([session, *after])
        self.keep_last(done)

    def action_held(self) -> None:
        """Mark what is marked as held, or the session one is on; or take that back."""
        session = self._session
        if session is not None and not self._has_ended(self._engagement):
            self.keep_last(None)
            several.held(self, session, self.keep_last)

    def action_cancel(self) -> None:
        """Mark what is marked as cancelled, or the session one is on."""
        session = self._session
        if session is not None and not self._has_ended(self._engagement):
            self.keep_last(several.cancelled(self, session))

    def action_trash(self) -> None:
        """Throw away the sessions that are meant, or the engagement one is on with all that belongs to it alone."""
        session, engagement = self._session, self._chosen
        if session is not None:
            self.throw_away(*(each.ref for each in several.meant(self, session)))
        elif engagement is not None:
            self.throw_away(*framing.all_of(self.journal.notebook, engagement))

    def action_calendar(self) -> None:
        """Write a calendar file of the engagement's sessions."""
        engagement = self._engagement
        if engagement is not None and not self._has_ended(engagement):
            self.app.push_screen(sessions_routes.calendar(engagement=engagement.ref))
