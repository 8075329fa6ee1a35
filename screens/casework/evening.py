"""The page for a group's evening: whose case, the times of the method with a quiet clock each, the place to note."""

from datetime import datetime

from textual.app import ComposeResult
from textual.content import Content

from journal.language import N_, _
from journal.model.case import OfferKind
from journal.model.engagement import EngagementDetails, Party
from journal.model.entry import Entry
from journal.model.evening import USUAL_MINUTES, Evening, Phase
from journal.practice import evenings, reading
from journal.practice.facilitating import PHASES
from screens.casework import routes as casework_routes
from screens.casework.feedback import FeedbackScreen
from screens.casework.method import DUTY_WORDS
from screens.casework.whose import cases_of, my_case
from screens.frame.changes import changing, of, then
from screens.frame.command import Command
from screens.frame.events import Happened
from screens.frame.page_header import PageHeader
from screens.frame.save_queue import Job
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row

_MINUTE = 60
_SHORT = {Phase.KEEPING: N_("I keep")}  # all five stand on one line
_OF_AN_OFFER = ("evening.kind", "evening.earlier", "evening.later", "evening.throw", "evening.correct")


class EveningScreen(FeedbackScreen):
    """Notes offers to one's own case, or an aide-mémoire that stays while somebody else's is told."""

    name_in_table = "evening"

    def __init__(self, session: int) -> None:
        super().__init__(None)
        self._of = session
        self._phase: Phase | None = None
        self._began: datetime | None = None
        self._minutes = USUAL_MINUTES
        self._cases: dict[str, str] = {}  # what the case of a member is called

    @property
    def _meeting(self) -> Entry:
        return reading.entry(self.journal.notebook, self._of)

    @property
    def _evening(self) -> Evening:
        return evenings.evening_of(self._meeting)

    @property
    def _mine(self) -> bool:
        """Whether one's own case is told."""
        return not self._evening.turn and self.ref is not None

    def page_title(self) -> str:
        """Return which evening."""
        return _("{session} · the evening").format(session=self._meeting.title)

    def status(self) -> str:
        """Return the time left of what goes on; afterwards only that it is over, not by how much."""
        if self._phase is None:
            return ""
        left = self._left(self._phase)
        return _("the time is over; finish in peace") if left <= 0 else f"{left // _MINUTE}:{left % _MINUTE:02d}"

    def _left(self, phase: Phase) -> int:
        length = self._minutes[[*Phase].index(phase)] * _MINUTE
        now = self.host.environment.clock()
        return length - int((now - (self._began or now)).total_seconds())

    def compose_above(self) -> ComposeResult:
        """Yield whose case it is, the times, the roles."""
        yield PlainText("", id="turn", classes="lead")
        yield PlainText("", id="times", classes="quiet")
        yield PlainText("", id="tasks", classes="quiet")

    def on_mount(self) -> None:
        """Let the clock of what goes on be told anew each second; it went on while this page was closed."""
        going_on = evenings.going_on(self._evening, self.host.environment.clock())
        self._phase, self._began = going_on or (None, None)
        super().on_mount()
        self.set_interval(1, self._tick)

    def _tick(self) -> None:
        """Tell the time left; the journal is not read for it, which may be about to close."""
        if self._phase is not None and self.is_current and not self.host.is_leaving:
            self.query_one(PageHeader).tell(self.host.said or self.status())

    def others(self) -> tuple[Party, ...]:
        """Return the other members of the group."""
        group = evenings.group_of(self.journal.notebook, self._meeting)
        return group.details_as(EngagementDetails).others if group is not None else ()

    def refresh_content(self) -> None:
        """Show whose case is told, and what was noted."""
        case = evenings.case_told(self.journal.notebook, self._meeting)
        self.ref = case.ref if case is not None else None
        self.query_one("#turn", PlainText).update(self._whose(case))
        self._tell_times()
        tasks = self.query_one("#tasks", PlainText)
        told = [f"{_(DUTY_WORDS[task.duty])} {task.name}".replace(" ", "\u00a0") for task in self._evening.tasks]
        tasks.display = bool(told)
        tasks.update(" · ".join(told))
        super().refresh_content()
        self._session = self._of

    def _whose(self, case: Entry | None) -> str:
        turn = self._evening.turn
        if turn:
            if turn not in self._cases:
                self._cases |= cases_of(self.journal.notebook, [turn])
            return self._cases[turn]
        if case is None:
            return _("Whose case is told? {key}").format(key=self.key_of("evening.turn"))
        return my_case(case)

    def _tell_times(self) -> None:
        self._minutes = minutes = self._evening.minutes
        parts: list[str | tuple[str, str]] = []
        for at, phase in enumerate(Phase):
            style = "bold $accent" if phase is self._phase else ""
            parts += [(f"{_(_SHORT.get(phase, PHASES[phase]))} {minutes[at]}", style), "   "]
        self.query_one("#times", PlainText).update(Content.assemble(*parts[:-1]))

    def _tell_kind(self) -> None:
        if self._mine:
            super()._tell_kind()
        else:
            words = _("aide-mémoire · stays here; it leaves only with a yes of its own")
            self.query_one("#kind", PlainText).update(words)

    def commands(self) -> list[Command]:
        """Return the keys that do something now: a line about another's case has no kind."""
        told = super().commands()
        return told if self._mine else [each for each in told if each.id not in _OF_AN_OFFER]

    def rows(self) -> list[Row]:
        """Return what was offered to one's own case, or the aide-mémoire with the newest line first."""
        if self._mine:
            return super().rows()
        lines = self._evening.aside.splitlines()
        return [Row(f"aside:{at}", line) for at, line in reversed([*enumerate(lines)]) if line.strip()]

    def keeping(self, text: str, kind: OfferKind, who: str) -> Job:
        """Return the job that keeps a line where it belongs: with one's own case, or here for good."""
        if self._mine:
            return changing(of(self._of, evenings.offered), kind, text, who, _("My case"))
        return changing(of(self._of, evenings.jot), f"{who}\u00a0: {text}" if who else text)

    def open_other(self, row: str) -> None:
        """Open the page on what one takes, where the aide-mémoire can be changed."""
        if row:
            self.action_take_away()

    # --- whose case, and the times

    def action_turn(self) -> None:
        """Say whose case is told."""
        self.flush()
        self.app.push_screen(casework_routes.turn(self._of, self._tell_turn))

    def _tell_turn(self, job: Job) -> None:
        """Note whose case it is, and be ready for what is said."""
        self.query_one("#line").focus()
        self.host.save(job)

    def action_phase(self) -> None:
        """Begin the next time of the method; after the last there is none."""
        phases = [*Phase, None]
        begun = phases[phases.index(self._phase) + 1] if self._phase is not None else phases[0]
        self._phase, self._began = begun, self.host.environment.clock()
        self._tell_times()
        self.refresh_header()
        self.host.save(then(Happened, of(self._of, evenings.begin_phase), begun, self._began))

    def action_method(self) -> None:
        """Change the times and the roles."""
        self.flush()
        self.app.push_screen(casework_routes.method(self._of))

    # --- going on

    def _take_away(self) -> None:
        if self._mine:
            super()._take_away()
        else:
            self.app.push_screen(casework_routes.others_case(self._of))

    def action_round(self) -> None:
        """Note who was there, whose turn comes next, what was promised."""
        self.flush()
        self.app.push_screen(casework_routes.round_of(self._of))
