"""A milestone of the road: parts of a few minutes, done on one day or on several, and the shared objectives."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates.wording import day_and_month
from journal.language import _
from journal.model.entry import Entry
from journal.model.kind import Kind
from journal.model.milestone import Milestone
from journal.model.session import SessionDetails
from journal.practice import framing, reading, road
from journal.practice.protocols_at_hand import at_hand
from journal.practice.road import Part
from screens.engagement import routes as engagement_routes
from screens.frame.events import DraftSaved
from screens.frame.page import Page
from screens.questioning import routes as questioning_routes
from screens.road import routes as road_routes
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class MilestoneScreen(Page):
    """The parts of one milestone; each opens, in any order, and none has to."""

    name_in_table = "milestone"
    follows_journal = True
    AUTO_FOCUS = "Rows"

    def __init__(self, engagement: int, which: str) -> None:
        super().__init__()
        self._of = engagement
        self._which = Milestone(which)

    @property
    def _engagement(self) -> Entry:
        return reading.entry(self.journal.notebook, self._of)

    def page_title(self) -> str:
        """Return which milestone."""
        return _(road.MILESTONE_WORDS[self._which])

    def status(self) -> str:
        """Return of which engagement."""
        return self._engagement.title

    def compose_page(self) -> ComposeResult:
        """Yield one sentence and the parts."""
        yield PlainText(
            _("A few minutes each, today or another day. None of it has to be done, and it stays with you."),
            classes="quiet",
        )
        yield Rows(classes="gap-above")

    def refresh_content(self) -> None:
        """Show the parts, the objectives, the meeting of three."""
        parts = road.parts(self.journal.notebook, at_hand(), self._of, self._which)
        rows = [Row(f"part:{part.protocol.code}", part.protocol.title.here, standing(part)) for part in parts]
        self.query_one(Rows).show([*rows, *self._objective_rows(), *self._synthesis_rows(), *self._meeting_rows()])

    def _synthesis_rows(self) -> list[Row]:
        if self._which is not Milestone.CLOSING:
            return []
        return [Row("", ""), Row("synthesis:", _("The synthesis, composed from the year"), _("open…"))]

    def _objective_rows(self) -> list[Row]:
        if self._which is Milestone.LATER:
            return []
        notebook = self.journal.notebook
        objectives = framing.objectives(notebook, self._of)
        rows = []
        for each in objectives:
            last = [part.last for part in road.objective_parts(notebook, at_hand(), each.ref, self._which)]
            told = [rated for rated in road.ratings(notebook, each.ref) if rated.which is self._which]
            words = ""
            if told and any(last):
                words = _("{value} · {day}").format(value=told[-1].value, day=day_and_month(told[-1].on))
            rows.append(Row(f"objective:{each.ref}", each.title, words))
        more = [] if objectives else [Row("new:", _("add an objective…"), quiet=True)]
        return [Row("", ""), Row("", _("Shared objectives")), *rows, *more]

    def _meeting_rows(self) -> list[Row]:
        session = road.meeting_of(self.journal.notebook, self._of, self._which)
        if session is None:
            return []
        words = _("Session {number}").format(number=session.details_as(SessionDetails).number)
        return [
            Row("", ""),
            Row("", _("Three-way meeting")),
            Row(f"session:{session.ref}", words, day_and_month(session.happened_at.date())),
        ]

    @on(DraftSaved)
    def _draft_changed(self) -> None:
        self.mark_stale()

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open the row one is on."""
        what, _colon, which = self.query_one(Rows).chosen.partition(":")
        match what:
            case "part":
                self._open_part(which)
            case "objective":
                self.app.push_screen(road_routes.objective(int(which), self._which.value))
            case "new":
                self.app.push_screen(engagement_routes.objective(engagement=self._of))
            case "synthesis":
                self.app.push_screen(road_routes.synthesis(self._of))
            case "session":
                self.host.navigation.open_entry(int(which), Kind.SESSION.value)

    def _open_part(self, code: str) -> None:
        part = next(
            each
            for each in road.parts(self.journal.notebook, at_hand(), self._of, self._which)
            if each.protocol.code == code
        )
        open_part(self, part)

    def action_again(self) -> None:
        """Ask a part once more."""
        what, _colon, code = self.query_one(Rows).chosen.partition(":")
        if what == "part":
            self.app.push_screen(questioning_routes.questioning(code=code, about=self._of))


def open_part(page: Page, part: Part) -> None:
    """Go on with what was left, read what was said, or begin."""
    if part.left:
        page.app.push_screen(questioning_routes.questioning(draft=part.left))
    elif part.last is not None:
        page.host.navigation.open_entry(part.last.ref, Kind.REVIEW.value)
    else:
        page.app.push_screen(questioning_routes.questioning(code=part.protocol.code, about=part.about))


def standing(part: Part) -> str:
    """Return how long a part takes, that it was left for later, or when it was done."""
    if part.left:
        return _("to be finished")
    if part.last is not None:
        return _("done {day}").format(day=day_and_month(part.last.happened_at.date()))
    return _("{count} min").format(count=part.protocol.minutes)
