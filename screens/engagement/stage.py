"""Page of the next stage: what it proposes, asked once; one key goes back afterwards."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates.wording import day_and_month
from journal.language import N_, _, ngettext
from journal.model.entry import Entry
from journal.model.kind import Kind, State
from journal.model.milestone import Milestone
from journal.practice import reading, stages
from journal.practice.stages import Proposal
from journal.practice.states_in_words import state_word
from screens.frame.changes import changing
from screens.frame.events import EntrySaved, JournalChanged
from screens.frame.page import Page
from screens.road import routes as road_routes
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_LEADS = {
    State.DEVELOPMENT: N_("The frame stands, and the work begins. What was framed can still be changed."),
    State.CLOSING: N_("The end comes into sight. There is time to look at the road before it."),
    State.CLOSED: N_("The engagement ends. Everything you wrote stays, and the journal goes on as your own."),
}


class StageScreen(Page):
    """What the next stage would mean; Enter on the first row moves on, and nothing else does."""

    name_in_table = "stage"
    AUTO_FOCUS = "Rows"

    def __init__(self, engagement: int) -> None:
        super().__init__()
        self._of = engagement
        self._let_go = False

    @property
    def _engagement(self) -> Entry:
        return reading.entry(self.journal.notebook, self._of)

    @property
    def _proposal(self) -> Proposal | None:
        return stages.proposal(self.journal.notebook, self._engagement)

    def page_title(self) -> str:
        """Return to which stage."""
        proposal = self._proposal
        if proposal is None:
            return self._engagement.title
        return _("Next stage: {stage}").format(stage=state_word(Kind.ENGAGEMENT, proposal.stage))

    def status(self) -> str:
        """Return of which engagement."""
        return self._engagement.title

    def compose_page(self) -> ComposeResult:
        """Yield what the stage is, and what it proposes."""
        yield PlainText("", id="lead", classes="lead")
        yield Rows(classes="gap-above")
        yield PlainText("", id="told", classes="quiet gap-above")

    def refresh_content(self) -> None:
        """Show what moving on means."""
        proposal = self._proposal
        if proposal is None:
            return
        self.query_one("#lead", PlainText).update(_(_LEADS[proposal.stage]))
        words = _("Move on to this stage: {stage}").format(stage=state_word(Kind.ENGAGEMENT, proposal.stage))
        self.query_one(Rows).show([Row("go:", words), *self._proposed(proposal)])
        until = self.host.environment.clock().date() + stages.WAY_BACK
        self.query_one("#told", PlainText).update(
            _("{key} goes back from there, until the next stage or until {day}.").format(
                key=self.key_of("engagement.back_a_stage"), day=day_and_month(until)
            )
        )

    def _proposed(self, proposal: Proposal) -> list[Row]:
        rows = [Row("", "")]
        if proposal.stage is State.DEVELOPMENT and proposal.to_plan:
            words = ngettext("{count} session has no date yet", "{count} sessions have no date yet", proposal.to_plan)
            rows.append(Row("", words.format(count=proposal.to_plan)))
        if proposal.stage is not State.DEVELOPMENT:
            rows.append(Row("closing:", _("The closing synthesis"), _("open…")))
        rows += self._objective_rows(proposal)
        return rows + self._session_rows(proposal) if proposal.ahead else rows

    def _objective_rows(self, proposal: Proposal) -> list[Row]:
        if proposal.stage is State.DEVELOPMENT or not proposal.open_objectives:
            return []
        heading = Row("", _("Objectives that are still open"))
        return [Row("", ""), heading, *(Row(f"objective:{each.ref}", each.title) for each in proposal.open_objectives)]

    def _session_rows(self, proposal: Proposal) -> list[Row]:
        if proposal.stage is State.DEVELOPMENT:
            return []
        count = len(proposal.ahead)
        words = ngettext("{count} session still planned", "{count} sessions still planned", count).format(count=count)
        if proposal.stage is State.CLOSED:
            return [Row("", ""), Row("", words, _("let go, and back with the stage"))]
        told = _("let go") if self._let_go else _("kept")
        return [Row("", ""), Row("sessions:", words, told)]

    @on(EntrySaved)
    @on(JournalChanged)
    def _changed(self) -> None:
        self.mark_stale()

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Move on, or open what the row stands for."""
        what, _colon, which = self.query_one(Rows).chosen.partition(":")
        match what:
            case "go":
                self._go()
            case "closing":
                self.app.push_screen(road_routes.milestone(self._of, Milestone.CLOSING.value))
            case "objective":
                self.host.navigation.open_entry(int(which), what)
            case "sessions":
                self._let_go = not self._let_go
                self.refresh_content()

    def _go(self) -> None:
        if self._proposal is not None:
            self.host.save(changing(stages.move_on, self._of, self._proposal.stage, let_go=self._let_go))
            self.dismiss()

    def action_back(self) -> None:
        """Go back; nothing is changed."""
        self.dismiss()
