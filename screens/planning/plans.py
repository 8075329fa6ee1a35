"""Plans: steps whose day has come, open steps, and plans that are open, waiting or done."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.language import N_, _, ngettext
from journal.model.entry import Entry, Rel
from journal.model.kind import Kind, State
from journal.practice import coming_up, planning, reading
from journal.practice.states_in_words import state_word
from screens.frame.changes import changing
from screens.frame.marking_page import MarkingPage
from screens.planning import routes as planning_routes
from screens.planning.plan import step_aside
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_STATES = (
    (State.OPEN, N_("Open plans")),
    (State.WAITING, N_("Waiting")),
    (State.DONE, N_("Done")),
)


class PlansScreen(MarkingPage):
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

    def action_put(self, state: str) -> None:
        """Let the plans that are marked, or the one one is on, wait, be done, be open; a step has its own page."""
        kind, _sep, which = self.query_one(Rows).chosen.partition(":")
        lines = (reading.line(self.journal.notebook, ref) for ref in self.journal.selection)
        marked = [line.ref for line in lines if line is not None and line.kind is Kind.PLAN]
        if refs := marked or ([int(which)] if kind == "plan" else []):
            self.host.save(changing(planning.put_all, refs, State(state)))
            if marked:
                told = ngettext("{count} plan: {state}", "{count} plans: {state}", len(refs))
                self.host.said = told.format(count=len(refs), state=state_word(Kind.PLAN, State(state)))
                self.refresh_header()


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
