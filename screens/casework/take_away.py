"""Page of what one leaves a session with: what confirms, what one keeps, what unsettles, what one will try."""

from textual.app import ComposeResult

from journal.language import _
from journal.model.case import CaseDetails
from journal.practice import casework, reading
from screens.casework.offer_rows import offer_words
from screens.frame.changes import of, saving
from screens.frame.form_page import FormPage
from screens.frame.save_queue import Job
from screens.questioning import routes as questioning_routes
from screens.widgets.field import Field, Holds
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class TakeAwayScreen(FormPage):
    """What one leaves with, one line each: learnings, and steps to try."""

    name_in_table = "take_away"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref
        self.draft_key = f"take-away:{ref}"

    def page_title(self) -> str:
        """Return what this is."""
        return _("What I leave with")

    def fields(self) -> list[Field]:
        """Return the four sides."""
        hint = _("One line each.")
        return [
            Field("confirms", _("What confirms me"), hint, holds=Holds.LINES),
            Field("keeps", _("What I keep"), hint, holds=Holds.LINES),
            Field("unsettles", _("What unsettled me"), hint, holds=Holds.LINES),
            Field("will_try", _("What I will try"), hint, holds=Holds.LINES),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return nothing: what was kept before stands below."""
        return {}

    def compose_below(self) -> ComposeResult:
        """Yield what was kept before, and what others offered."""
        yield PlainText(_("What others offered: enter keeps the line you are on"), id="offered", classes="heading")
        yield Rows(id="rows", apart=1)

    def refresh_content(self) -> None:
        """Show what others offered, to be kept with Enter."""
        details = reading.entry(self.journal.notebook, self.ref).details_as(CaseDetails)
        self.query_one("#offered").display = bool(details.offers)
        rows = [Row(str(number), offer.text, offer_words(offer, {})) for number, offer in enumerate(details.offers)]
        self.query_one(Rows).show([*rows, *_taken_before(details)])

    def on_option_list_option_selected(self) -> None:
        """Add the line one is on to what one keeps."""
        offers = reading.entry(self.journal.notebook, self.ref).details_as(CaseDetails).offers
        line = offers[int(self.query_one(Rows).chosen)].text
        kept = [each for each in self.values()["keeps"].splitlines() if each.strip()]
        if line not in kept:
            self.set_values({"keeps": "\n".join([*kept, line])})

    def action_team(self) -> None:
        """Take what was offered to one's team."""
        self.action_keep()
        about = self.ref
        self.after_saved(lambda: self.app.push_screen(questioning_routes.questioning(code="team", about=about)))

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps these lines, each once."""
        told = {name: _lines(values[name]) for name in ("confirms", "keeps", "unsettles", "will_try")}
        return saving(of(self.ref, casework.take_away), **told)


def _taken_before(details: CaseDetails) -> list[Row]:
    """Return what was taken away in an earlier session, to be read and not to be chosen."""
    sides = (
        (_("What confirms me"), details.confirms),
        (_("What I keep"), details.keeps),
        (_("What unsettled me"), details.unsettles),
        (_("What I will try"), details.will_try),
    )
    rows = [Row("", line, words) for words, lines in sides for line in lines]
    return [Row("", ""), Row("", _("Taken away before")), *rows] if rows else []


def _lines(text: str) -> list[str]:
    return [line.strip(" -•·\t") for line in text.splitlines() if line.strip(" -•·\t")]
