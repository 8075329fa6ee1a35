"""Page before a case leaves: who reads it, three plain questions asked once, and what of it leaves."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList

from journal.language import _
from journal.model.case import AROUND, CASE_FIELDS, CaseDetails
from journal.model.case_sheet import CASE_HEADINGS
from journal.model.engagement import EngagementDetails, Form, Party
from journal.model.entry import Entry
from journal.practice import casework, framing, reading, scheduling
from journal.sharing.colleagues import Colleagues, look_over
from screens.frame.changes import changing, of
from screens.frame.page import Page
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class ReadersScreen(Page):
    """What others read of a case is ticked here; going on shows exactly what would leave."""

    name_in_table = "readers"
    follows_journal = True
    AUTO_FOCUS = "Rows"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref

    @property
    def _case(self) -> Entry:
        return reading.entry(self.journal.notebook, self.ref)

    def page_title(self) -> str:
        """Return what is asked."""
        return _("Before this case leaves")

    def compose_room(self) -> ComposeResult:
        """Yield the honest line and the three questions, which stay in sight; the parts of the sheet scroll below."""
        with Vertical(classes="column split"):
            yield PlainText(_("Among colleagues, a pseudonym hides nobody."), classes="lead")
            yield PlainText("", id="questions")
            yield Rows(id="rows", classes="gap-above")

    def refresh_content(self) -> None:
        """Show the questions while they were not asked yet, and what leaves."""
        details = self._case.details_as(CaseDetails)
        questions = self.query_one("#questions", PlainText)
        questions.display = not details.weighed
        if not details.weighed:
            questions.update(_asked(look_over(self.journal.notebook, self._case, self._parties())))
        rows = [Row("", _("What leaves of it: space ticks"))]
        rows += [_part(details, name) for name in CASE_FIELDS if getattr(details, name).strip()]
        around = [_part(details, name) for name in AROUND if getattr(details, name)]
        rows += [Row("", _("What the session added to it")), *around] if around else []
        self.query_one(Rows).show(rows)

    def _parties(self) -> tuple[Party, ...]:
        """Return those of the group that the case is told in; of every group while it is told in none yet."""
        notebook = self.journal.notebook
        told_in = casework.session_of(notebook, self._case)
        of = scheduling.engagement_of(reading.entry(notebook, told_in.ref)) if told_in is not None else None
        frames = [
            each.details_as(EngagementDetails) for each in framing.engagements(notebook) if of in (None, each.ref)
        ]
        return tuple(party for frame in frames if of or frame.form is Form.GROUP for party in frame.parties)

    def action_tick(self) -> None:
        """Let the part one is on leave, or no longer."""
        name = self.query_one(Rows).chosen
        if name:
            self.host.save(changing(of(self.ref, casework.let_leave), name))

    @on(OptionList.OptionSelected)
    def action_go_on(self) -> None:
        """Note that the questions were asked, and show exactly what would leave."""
        self.host.save(changing(of(self.ref, casework.weighed))).add_done_callback(lambda _told: self._go_on())

    def _go_on(self) -> None:
        if not self.host.is_leaving:
            self.dismiss()
            self.host.share((self.ref,))


def _part(details: CaseDetails, name: str) -> Row:
    return Row(name, f"{'✓' if name in details.leaving else '·'} {_(CASE_HEADINGS[name])}")


def _asked(found: Colleagues) -> str:
    """Return the three questions, each with what the text itself answers."""
    seen = [_("  {name} is in the text.").format(name=name) for name in found.appear]
    seen += [_("  {name} reports to {boss}, who is in the text.").format(name=a, boss=b) for a, b in found.reports]
    details = ["  " + ", ".join(found.details)] if found.details else []
    return "\n".join(
        [
            _("1. Who among the readers is in it, or reports to somebody who is?"),
            *seen,
            _("2. Which detail alone names somebody: a service, a night, a date?"),
            *details,
            _("3. Would you say this if that person were in the room?"),
        ]
    )
