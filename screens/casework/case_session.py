"""Page: choosing the session that a case is brought to; one case can be brought to several."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates.wording import full_day
from journal.language import _
from journal.model.kind import AHEAD
from journal.practice import casework, framing, scheduling
from screens.frame.changes import changing, of
from screens.frame.command import CHOOSES
from screens.frame.page import Page
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class CaseSessionScreen(Page):
    """The sessions that lie ahead and the one held last, engagement by engagement."""

    name_in_table = "case_session"
    on_a_row = CHOOSES
    AUTO_FOCUS = "Rows"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref

    def page_title(self) -> str:
        """Return what is asked."""
        return _("Which session are you bringing this case to?")

    def compose_page(self) -> ComposeResult:
        """Yield the sessions."""
        yield Rows(id="rows")
        yield PlainText(_("No session is planned."), id="empty", classes="quiet")

    def refresh_content(self) -> None:
        """Show what lies ahead, and the session held last."""
        notebook = self.journal.notebook
        rows: list[Row] = []
        for engagement in framing.engagements(notebook):
            row = scheduling.sessions(notebook, engagement.ref)
            held = [each for each in row if each.state not in AHEAD][-1:]
            shown = [*held, *(each for each in row if each.state in AHEAD)]
            if shown:
                rows += [Row("", ""), Row("", engagement.title)]
                rows += [Row(str(each.ref), each.title, full_day(each.happened_at.date())) for each in shown]
        self.query_one(Rows).show(rows[1:])
        self.query_one("#empty").display = not rows

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        session = int(self.query_one(Rows).chosen)
        self.host.save(changing(of(self.ref, casework.bring_to), session))
        self.dismiss()
