"""Page of what a group changed over the months: one's own lines as written, earlier and later side by side."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates.wording import day_and_month
from journal.language import _
from journal.model.kind import Kind
from journal.practice import group_months, reading
from journal.practice.group_months import HEADINGS, Word
from screens.engagement import routes as engagement_routes
from screens.frame.page import Page
from screens.reading import routes as reading_routes
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class GroupMonthsScreen(Page):
    """Lines under their headings; each opens the page it comes from."""

    name_in_table = "group_months"
    AUTO_FOCUS = "Rows"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref

    def page_title(self) -> str:
        """Return what this is."""
        return _("What the months show")

    def compose_page(self) -> ComposeResult:
        """Yield the lines, or what will stand here."""
        invitation = _(
            "What you note around the sessions gathers here in your words: a line before and a line after, what you "
            "put down, certainties that moved, what others gave you to try."
        )
        yield PlainText(invitation, id="empty", classes="quiet")
        yield Rows(apart=1)

    def refresh_content(self) -> None:
        """Show what there is."""
        group = reading.entry(self.journal.notebook, self.ref)
        rows: list[Row] = []
        for name, words in group_months.over_the_months(self.journal.notebook, group).items():
            rows += [Row("", "")] if rows else []
            rows.append(Row("", _(HEADINGS[name])))
            for number, word in enumerate(words):
                rows += _rows(f"{name}:{number}:{word.ref or ''}", word)
        self.query_one(Rows).show(rows)
        self.query_one("#empty").display = not rows

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open the page that the line comes from."""
        chosen = self.query_one(Rows).chosen.removeprefix("then:")
        if chosen.startswith("colleagues:"):
            self.app.push_screen(
                engagement_routes.engagement(self.ref)
            )  # where members are, with what one may ask them
            return
        ref = chosen.rpartition(":")[2]
        line = reading.line(self.journal.notebook, int(ref)) if ref else None
        if line is not None and chosen.startswith("tellings:") and line.kind is Kind.SITUATION:
            self.app.push_screen(reading_routes.tellings(line.ref))
        elif line is not None:
            self.host.navigation.open_entry(line.ref, line.kind.value, found=True)


def _rows(row_id: str, word: Word) -> list[Row]:
    day = day_and_month(word.on) if word.on else ""
    first = [Row(row_id, word.text, day)] if word.text else []
    if not word.then:
        return first
    return [*first, Row(f"then:{row_id}", f"  → {word.then}", "" if first else day)]
