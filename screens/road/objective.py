"""One objective at a milestone: its signs, what bears witness, the rating then and now, what the sponsor may hear."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates.wording import day_and_month
from journal.language import N_, _
from journal.model.entry import Entry, Rel
from journal.model.kind import Kind
from journal.model.milestone import Milestone
from journal.model.objective import ObjectiveDetails
from journal.model.statement import may_leave, statement_text
from journal.practice import evidence, reading, road
from journal.practice.evidence import Found, Witness
from journal.practice.protocols_at_hand import at_hand
from screens.frame.changes import changing
from screens.frame.events import DraftSaved
from screens.frame.page import Page
from screens.frame.text_dialog import TextDialog
from screens.questioning import routes as questioning_routes
from screens.road.milestone import open_part, standing
from screens.sharing.statements import routes as statement_routes
from screens.widgets.entry_row import title_of
from screens.widgets.rows import Row, Rows

_BY = {Found.LINK: N_("linked"), Found.TAG: N_("by a tag"), Found.WORDS: N_("by its words")}


class ObjectiveOnTheRoadScreen(Page):
    """What one sees of an objective now: all of it chosen by hand."""

    name_in_table = "road_objective"
    follows_journal = True
    AUTO_FOCUS = "Rows"

    def __init__(self, ref: int, which: str) -> None:
        super().__init__()
        self.ref = ref
        self._which = Milestone(which)
        self._wanted = ""
        self._chose = False  # evidence was just chosen: it goes up, and the cursor stays

    @property
    def _objective(self) -> Entry:
        return reading.entry(self.journal.notebook, self.ref)

    def page_title(self) -> str:
        """Return the objective."""
        return self._objective.title

    def page_name(self) -> str:
        """Return which page this is, whatever its title."""
        return _("Shared objective")

    def status(self) -> str:
        """Return which milestone."""
        return _(road.MILESTONE_WORDS[self._which])

    def compose_page(self) -> ComposeResult:
        """Yield the rows."""
        yield Rows(apart=1)

    def refresh_content(self) -> None:
        """Show questions, ratings, evidence and statements."""
        objective = self._objective
        parts = road.objective_parts(self.journal.notebook, at_hand(), self.ref, self._which)
        rows = [
            *(Row("", f"· {sign}") for sign in objective.details_as(ObjectiveDetails).signs),
            *(Row(f"part:{part.protocol.code}", part.protocol.title.here, standing(part)) for part in parts),
            *self._rating_rows(),
            *self._evidence_rows(objective),
            *self._statement_rows(),
        ]
        shown, in_place = self.query_one(Rows), self._chose
        self._chose = False
        shown.show_in_place(rows) if in_place else shown.show(rows)

    def _rating_rows(self) -> list[Row]:
        told = road.ratings(self.journal.notebook, self.ref)
        if not told:
            return []
        rows = [
            Row("", f"{each.value:>2}   {each.words}", day_and_month(each.on))
            for each in dict.fromkeys([told[0], told[-1]])
        ]
        return [Row("", ""), Row("", _("Where I saw myself, then and now")), *rows]

    def _evidence_rows(self, objective: Entry) -> list[Row]:
        found = evidence.offered(self.journal.notebook, objective, self._wanted)
        heading = (
            Row("", ""),
            Row("", _("Evidence"), self.hint("road_objective.choose", "road_objective.find")),
        )
        if not found:
            return [*heading, Row("", _("Nothing found yet."))]
        return [*heading, *map(_witness_row, found)]

    def _statement_rows(self) -> list[Row]:
        notebook = self.journal.notebook
        lines = [
            reading.entry(notebook, line.ref)
            for rel, line in reading.backlinks(notebook, self.ref)
            if rel is Rel.TOWARDS and line.kind is Kind.STATEMENT
        ]
        rows = [
            Row(f"statement:{each.ref}", statement_text(each), _("validated") if may_leave(each) else _("draft"))
            for each in lines
        ]
        more = Row("line:", _("a line for the sponsor…"), quiet=True)
        return [Row("", ""), Row("", _("What I would say to the sponsor")), *rows, more]

    @on(DraftSaved)
    def _draft_changed(self) -> None:
        self.mark_stale()

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open the row one is on."""
        what, _colon, which = self.query_one(Rows).chosen.partition(":")
        match what:
            case "part":
                parts = road.objective_parts(self.journal.notebook, at_hand(), self.ref, self._which)
                open_part(self, next(each for each in parts if each.protocol.code == which))
            case "witness":
                self.host.navigation.open_entry(int(which), reading.entry(self.journal.notebook, int(which)).kind.value)
            case "statement":
                self.host.navigation.open_entry(int(which), what)
            case "line":
                self.action_statement()

    def action_choose(self) -> None:
        """Let the entry one is on bear witness, or no longer."""
        what, _colon, which = self.query_one(Rows).chosen.partition(":")
        if what != "witness":
            return
        self._chose = True
        self.host.save(changing(evidence.choose, int(which), self.ref))

    def action_find(self) -> None:
        """Look for entries by words of one's own."""
        self.app.push_screen(TextDialog(_("Which words should it hold?")), self._find)

    def _find(self, words: str | None) -> None:
        self._wanted = words or ""
        self.refresh_content()
        self.query_one(Rows).choose("witness:")

    def action_again(self) -> None:
        """Ask the questions once more."""
        for part in road.objective_parts(self.journal.notebook, at_hand(), self.ref, self._which)[:1]:
            self.app.push_screen(questioning_routes.questioning(code=part.protocol.code, about=self.ref))

    def action_statement(self) -> None:
        """Write a line that the sponsor may read one day."""
        self.app.push_screen(statement_routes.statement(objective=self.ref))


def _witness_row(witness: Witness) -> Row:
    mark = "✓" if witness.by is Found.CHOSEN else " "
    by = "" if witness.by is Found.CHOSEN else f"{_(_BY[witness.by])} · "
    return Row(
        f"witness:{witness.line.ref}",
        f"{mark} {title_of(witness.line)}",
        f"{by}{day_and_month(witness.line.happened_at.date())}",
    )
