"""Plans: steps whose day has come, open steps, and plans that are open, waiting or done."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.language import N_, _
from journal.model.entry import Entry, Rel
from journal.model.kind import Kind, State
from journal.practice import coming_up, planning, reading
from journal.practice.states_in_words import state_word
from screens.frame.changes import changing
from screens.frame.just_done import RemovingPage
from screens.frame.marking_page import MarkingPage
from screens.planning import routes as planning_routes
from screens.planning.marked import marked
from screens.planning.plan import step_aside
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_STATES = (
    (State.OPEN, N_("Open plans")),
    (State.WAITING, N_("Waiting")),
    (State.DONE, N_("Done")),
)


class PlansScreen(RemovingPage, MarkingPage):
    """Steps and plans, by state or by objective; each opened with enter and moved with a key."""

    name_in_table = "plans"
    follows_journal = True
    shared_keys = ""
    AUTO_FOCUS = "Rows"
    _by_objective = False

    def page_title(self) -> str:
        """Return the place."""
        return _("Plans by objective") if self._by_objective else _("Plans")

    def compose_page(self) -> ComposeResult:
        """Rows, or the invitation."""
        yield PlainText(
            self.sentence(
                _(
                    "This is where you find the steps you set yourself, each with a day to come back to it. "
                    "They begin with a situation: press {key}."
                ),
                key="write",
            ),
            id="empty",
            classes="quiet",
        )
        yield Rows(apart=1)

    def refresh_content(self) -> None:
        """Show steps and plans."""
        notebook = self.journal.notebook
        due = coming_up.due_steps(notebook)
        asked = {step.ref for step in due}
        later = [step for step in planning.open_steps(notebook) if step.ref not in asked]
        rows = [*_under(_("Look again"), due), *_under(_("Open steps"), later)]
        rows += self._grouped(planning.plans(notebook))
        self.query_one(Rows).show(self.with_marks(rows[1:]))
        self.query_one("#empty").display = not rows

    def _grouped(self, plans: list[Entry]) -> list[Row]:
        if not self._by_objective:
            return [
                row
                for state, words in _STATES
                for row in _under(_(words), [plan for plan in plans if plan.state is state])
            ]
        groups: dict[int, list[Entry]] = {}
        for plan in plans:
            towards = next((link.ref for link in plan.links if link.rel is Rel.TOWARDS), 0)
            groups.setdefault(towards, []).append(plan)
        rows: list[Row] = []
        for towards in sorted(groups, key=lambda ref: (not ref, ref)):
            line = reading.line(self.journal.notebook, towards) if towards else None
            rows += _under(line.title if line else _("Towards no objective"), groups[towards])
        return rows

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        kind, _sep, ref = self.query_one(Rows).chosen.partition(":")
        self.host.navigation.open_entry(int(ref), kind)

    def action_group(self) -> None:
        """Group plans by objective, or by state again."""
        self._by_objective = not self._by_objective
        self.refresh_content()
        self.refresh_header()

    def action_add(self) -> None:
        """Draw up a plan."""
        self.app.push_screen(planning_routes.plan())

    def _meant(self) -> list[Entry]:
        """Return the plans and steps that are marked, or else the one one is on."""
        notebook = self.journal.notebook
        lines = (reading.line(notebook, ref) for ref in self.journal.selection)
        marked = [line.ref for line in lines if line is not None and line.kind in (Kind.PLAN, Kind.STEP)]
        _kind, _sep, which = self.query_one(Rows).chosen.partition(":")
        return [reading.entry(notebook, ref) for ref in marked or ([int(which)] if which else [])]

    def action_put(self, state: str) -> None:
        """Let the plans that are meant wait or be open; a step does neither, and says so."""
        if plans := [each for each in self._meant() if each.kind is Kind.PLAN]:
            self.host.save(changing(planning.put_all, [each.ref for each in plans], State(state)))
            self.keep_last(marked(plans, State(state)))
        else:
            went = self.key_of("plans.went")
            told = _("a step does not wait: {key} says how it went") if state == "waiting" else _("this step is open")
            self.refuse(told.format(key=went))

    def action_done(self) -> None:
        """Mark plans and steps that are meant as done; the steps of a plan stay as they are."""
        if meant := self._meant():
            self.host.save(changing(planning.done, [each.ref for each in meant]))
            left = sum(
                step.state is State.OPEN
                for each in meant
                if each.kind is Kind.PLAN
                for step in planning.steps_of(self.journal.notebook, each.ref)
            )
            self.keep_last(marked(meant, State.DONE, left))

    def action_went(self) -> None:
        """Say how the step one is on went, whatever its day."""
        kind, _sep, which = self.query_one(Rows).chosen.partition(":")
        if kind == "step":
            self.app.push_screen(planning_routes.step(int(which), went=True))
        else:
            self.refuse(
                _("how it went is said of a step; {key} marks a plan as done").format(key=self.key_of("plans.done"))
            )

    def action_trash(self) -> None:
        """Put plans and steps that are marked into the trash, or the one one is on."""
        if meant := self._meant():
            self.throw_away(*(each.ref for each in meant))


def _under(heading: str, entries: list[Entry]) -> list[Row]:
    """Return an empty line, a heading and a row for each entry; nothing for no entries."""
    if not entries:
        return []
    rows = [
        Row(f"{entry.kind.value}:{entry.ref}", entry.title or _("(no title)"), _aside(entry), whole=True)
        for entry in entries
    ]
    return [Row("", ""), Row("", heading), *rows]


def _aside(entry: Entry) -> str:
    return step_aside(entry) if entry.kind is Kind.STEP else state_word(Kind.PLAN, entry.state)
