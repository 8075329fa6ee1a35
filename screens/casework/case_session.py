"""Page: choosing the sessions that a case is brought to; it says which are chosen, and a key takes one away again."""

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates.wording import full_day
from journal.language import _
from journal.model.entry import Entry, Ref
from journal.practice import case_sessions, casework, reading
from journal.practice.case_sessions import Offered
from screens.frame.changes import changing, of
from screens.frame.page import Page
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class CaseSessionScreen(Page):
    """The sessions that lie ahead, engagement by engagement; below them those that were held."""

    name_in_table = "case_session"
    follows_journal = True
    AUTO_FOCUS = "Rows"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref

    def page_title(self) -> str:
        """Return what is asked."""
        return _("Which sessions are you bringing this case to?")

    def compose_page(self) -> ComposeResult:
        """Yield the sessions."""
        yield Rows(id="rows")
        yield PlainText(_("No session is planned."), id="empty", classes="quiet")

    def refresh_content(self) -> None:
        """Show what lies ahead, and below it what was held."""
        notebook = self.journal.notebook
        case = reading.entry(notebook, self.ref)
        taken = {line.ref for line in casework.sessions_of(notebook, case)}
        rows = _rows(case_sessions.offered(notebook, case), taken)
        self.query_one(Rows).show(rows)
        self.query_one("#empty").display = not rows

    @on(OptionList.OptionSelected)
    def action_bring(self) -> None:
        """Bring the case to the session one is on, or no longer."""
        session = self.query_one(Rows).chosen
        if session:
            self.host.save(changing(of(self.ref, case_sessions.bring_or_not), int(session)))


def _rows(offered: Iterable[Offered], taken: set[Ref]) -> list[Row]:
    rows: list[Row] = []
    for each in offered:
        if each.ahead:
            rows += [Row("", ""), Row("", each.engagement.title), *(_row(one, taken) for one in each.ahead)]
    held = [(each.engagement, one) for each in offered for one in each.held]
    if held:
        rows += [Row("", ""), Row("", _("Already held"))]
        rows += [_row(one, taken, engagement.title) for engagement, one in held]
    return rows[1:]


def _row(session: Entry, taken: set[Ref], of_engagement: str = "") -> Row:
    words = " · ".join(filter(None, [session.title, of_engagement]))
    mark = "✓" if session.ref in taken else "·"
    return Row(str(session.ref), f"{mark} {words}", full_day(session.happened_at.date()))
