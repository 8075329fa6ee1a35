"""A meeting of three: prepared, held, and what was decided there, with the page for me and the page for three."""

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList

from journal.dates.wording import clock_time, day_and_month, full_day
from journal.errors import ReculError
from journal.language import _, current
from journal.model.engagement import Party
from journal.model.entry import Entry
from journal.model.kind import Kind
from journal.model.record_line import RecordLine
from journal.model.session import SessionDetails, SessionKind
from journal.model.statement import statement_text
from journal.practice import framing, meeting, reading, scheduling
from journal.practice.pages import role_word
from journal.practice.road import OF_MEETING
from journal.sharing import agreeing, for_three
from journal.sharing.unsure import asked_about
from screens.engagement import routes as engagement_routes
from screens.frame.changes import carried_out, changing, of
from screens.frame.events import EntrySaved, JournalChanged
from screens.frame.page import Page
from screens.road import routes as road_routes
from screens.sessions import routes as session_routes
from screens.sharing import routes as sharing_routes
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class MeetingScreen(Page):
    """What each expects or saw, what I want said, what was decided; each row opens."""

    name_in_table = "meeting"
    AUTO_FOCUS = "Rows"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref

    @property
    def _session(self) -> Entry:
        return reading.entry(self.journal.notebook, self.ref)

    @property
    def _details(self) -> SessionDetails:
        return self._session.details_as(SessionDetails)

    def page_title(self) -> str:
        """Return which of the three meetings."""
        return _(meeting.MEETING_WORDS[self._details.meeting])

    def status(self) -> str:
        """Return when it is."""
        at = self._session.happened_at
        return _("{day}, {time}").format(day=full_day(at.date()), time=clock_time(at))

    def compose_room(self) -> ComposeResult:
        """Yield who meets and what for, what was refused, then the rows, which scroll by themselves."""
        with Vertical(classes="column split"):
            yield PlainText("", id="purpose", classes="quiet")
            yield PlainText("", id="told", classes="caution")
            yield Rows(classes="gap-above", apart=1)

    def refresh_content(self) -> None:
        """Show views, what is said and what is not, what was decided, what was validated, the pages."""
        session = self._session
        self._tell("")
        purpose = meeting.purpose(session)
        if meeting.lacks_sponsor(self.journal.notebook, session):
            purpose += "\n" + _("No sponsor is noted in this engagement yet; “add a party…” notes who it is.")
        self.query_one("#purpose", PlainText).update(purpose)
        self.query_one(Rows).show(
            [
                *self._view_rows(session),
                Row("", ""),
                *self._word_rows(),
                Row("", ""),
                *self._record_rows(session),
                Row("", ""),
                *self._statement_rows(session),
                Row("", ""),
                *self._page_rows(),
            ]
        )
        self.refresh_header()

    def _view_rows(self, session: Entry) -> list[Row]:
        start = self._details.meeting is SessionKind.FRAMING
        heading = Row("", _("What each party expects"), self.hint("meeting.objective")) if start else None
        rows = [heading or Row("", _("What each party saw"))]
        known = meeting.parties(self.journal.notebook, session)
        for number, party in enumerate(known):
            words = _("{name} ({role})").format(name=party.name, role=role_word(party.role, party.name))
            if start:
                rows += [Row(f"party:{number}", words), *_expectation_rows(number, party)]
            else:
                rows.append(Row(f"words:{number}", words, " ".join(meeting.view_of(session, party.name).split())))
        if start or meeting.lacks_sponsor(self.journal.notebook, session):
            rows.append(Row("party:new", _("add a party…"), quiet=True))
        return rows

    def _word_rows(self) -> list[Row]:
        details = self._details
        return [
            Row("words:said", _("What I want said"), " ".join(details.said.split()) or "…"),
            Row("words:unsaid", _("What I keep to myself"), _("written down") if details.unsaid.strip() else "…"),
        ]

    def _record_rows(self, session: Entry) -> list[Row]:
        stands = agreeing.standing(self.journal.notebook, session)
        record = self._details.record
        return [
            Row("", _("What was decided"), self.hint("meeting.agree")),
            *(_line_row(number, line, agreed=stands[number]) for number, line in enumerate(record)),
            Row("line:new", _("add a line…"), quiet=True),
        ]

    def _statement_rows(self, session: Entry) -> list[Row]:
        untold = self._details.untold
        found = for_three.statements_for(self.journal.notebook, session)
        rows = [
            Row(f"statement:{each.ref}", f"{' ' if each.ref in untold else '✓'} {statement_text(each)}")
            for each in found
        ]
        return [
            Row("", _("What I validated")),
            *(rows or [Row("", _("Nothing yet: only what you validate in writing can stand here."))]),
        ]

    def _page_rows(self) -> list[Row]:
        return [
            Row("me:", _("The page for me"), self.key_of("meeting.for_me")),
            Row("three:", _("The page for the three of us"), self.key_of("meeting.for_three")),
            Row("review:", _("My own look at the road"), self.key_of("meeting.review")),
            Row("session:", _("Notes and arrangements of the session"), self.key_of("meeting.session")),
        ]

    @on(EntrySaved)
    @on(JournalChanged)
    def _changed(self) -> None:
        self.mark_stale()

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open the row one is on."""
        what, _colon, which = self.query_one(Rows).chosen.partition(":")
        number = int(which.partition(":")[0]) if which[:1].isdecimal() else None
        match what:
            case "party":
                self._open_party(number)
            case "expectation":
                self._open_party(number, at="expectations")
            case "words":
                self.app.push_screen(road_routes.meeting_words(self.ref, at=which))
            case "line":
                self.app.push_screen(road_routes.record_line(self.ref, number))
            case "statement" if number is not None:
                self.host.navigation.open_entry(number, Kind.STATEMENT.value)
            case "me":
                self.action_for_me()
            case "three":
                self.action_for_three()
            case "review":
                self.action_review()
            case "session":
                self.action_session()

    def _open_party(self, number: int | None, at: str = "") -> None:
        engagement = scheduling.engagement_of(self._session)
        if engagement is not None:
            self.app.push_screen(engagement_routes.party(engagement, self._place_of(number), at=at))

    def _place_of(self, number: int | None) -> int | None:
        """Return where a party of the meeting stands among all parties of the engagement."""
        if number is None:
            return None
        party = meeting.parties(self.journal.notebook, self._session)[number]
        return meeting.place_of(self.journal.notebook, self._session, party)

    @work
    async def action_objective(self) -> None:
        """Make the expectation one is on a shared objective, and open it."""
        what, _colon, which = self.query_one(Rows).chosen.partition(":")
        engagement = scheduling.engagement_of(self._session)
        if what != "expectation" or engagement is None:
            return
        number, _sep, line = which.partition(":")
        words = meeting.parties(self.journal.notebook, self._session)[int(number)].expectations[int(line)]
        made = await carried_out(self.host, framing.agree_objective, engagement, words.rstrip("."))
        if self.is_current and not self.host.is_leaving:
            self.host.navigation.open_entry(made.ref, Kind.OBJECTIVE.value)

    def action_agree(self) -> None:
        """Mark the line one is on as agreed by all, or no longer; tell a validated statement, or leave it out."""
        what, _colon, which = self.query_one(Rows).chosen.partition(":")
        if what == "statement":
            self.host.save(changing(of(self.ref, meeting.tell), int(which)))
        elif what == "line" and which.isdecimal():
            self._agree(int(which))

    @work
    async def _agree(self, number: int) -> None:
        stands = agreeing.standing(self.journal.notebook, self._session)[number]
        today = self.host.environment.clock().date()
        on = min(today, self._session.happened_at.date()) if self._session.happened_at.date() <= today else today
        refused = ""
        try:
            if stands:
                await carried_out(self.host, agreeing.disagree, self.ref, number)
            else:
                await carried_out(self.host, agreeing.agree, self.ref, number, on)
        except ReculError as error:  # a refusal is told here; no text is waiting to be kept
            refused = error.message()
        if not stands and not refused:
            line = self._session.details_as(SessionDetails).record[number]
            refused = asked_about(self.journal.notebook, line.text, line.agreed.by if line.agreed else ())
        if self.is_current:
            self._tell(refused)

    def _tell(self, words: str) -> None:
        told = self.query_one("#told", PlainText)
        told.update(words)
        told.display = bool(words)

    def action_for_me(self) -> None:
        """Show the page that one takes along oneself."""
        self.app.push_screen(road_routes.page_for_me(self.ref))

    def action_for_three(self) -> None:
        """Show the page for three as it would leave."""
        selection = for_three.selection_for(self.journal.notebook, self._session, current())
        if not selection.refs:
            self._tell(_("Nothing is validated and nothing is agreed yet: the page for three is empty."))
            return
        self.app.push_screen(sharing_routes.for_three(selection.refs, self._details.meeting))

    def action_review(self) -> None:
        """Open one's own look at the road that prepares this meeting."""
        engagement = scheduling.engagement_of(self._session)
        if engagement is not None:
            which = OF_MEETING[self._details.meeting].value
            self.app.push_screen(road_routes.milestone(engagement, which))

    def action_session(self) -> None:
        """Open the session's own page: notes, length, place."""
        self.app.push_screen(session_routes.session(self.ref))


def _expectation_rows(number: int, party: Party) -> list[Row]:
    return [Row(f"expectation:{number}:{line}", f"  · {words}") for line, words in enumerate(party.expectations)]


def _line_row(number: int, line: RecordLine, *, agreed: bool) -> Row:
    told = _("agreed by all, {day}").format(day=day_and_month(line.agreed.on)) if agreed and line.agreed else ""
    return Row(f"line:{number}", f"{'✓' if agreed else ' '} {line.text}", told)
