"""Page of taking everything along, by its keys, and of leaving, which is asked twice on a page of its own."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.language import _
from journal.model.entry import Entry
from journal.practice import evenings, framing, reading, withdrawing
from journal.sharing.taking_along import everything
from screens.engagement import routes as engagement_routes
from screens.frame.changes import changing
from screens.frame.page import Page
from screens.sharing import routes as sharing_routes
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class WithdrawScreen(Page):
    """What can be taken along, and two ways to end; nobody asks why."""

    name_in_table = "withdraw"
    AUTO_FOCUS = "Rows"

    def __init__(self, engagement: int) -> None:
        super().__init__()
        self._of = engagement
        self._checkins = False
        self._only_this = False
        self._asides = False  # what concerns others' cases leaves with a yes of its own

    @property
    def _engagement(self) -> Entry:
        return reading.entry(self.journal.notebook, self._of)

    @property
    def _ended(self) -> bool:
        return self._engagement.state in framing.ENDED

    def page_title(self) -> str:
        """Return what this is: after the end, only what can be taken along is left."""
        return _("Take it along") if self._ended else _("End the coaching")

    def status(self) -> str:
        """Return of which engagement."""
        return self._engagement.title

    def compose_page(self) -> ComposeResult:
        """Yield what can be taken along, the ways to end, and what the row one is on does."""
        lead = "" if self._ended else _("You may stop at any time, and nobody asks for a reason.")
        yield PlainText(lead, classes="lead", id="lead")
        yield Rows()
        yield PlainText("", id="told", classes="gap-above")

    def on_mount(self) -> None:
        """Leave no room for a sentence that is not there."""
        super().on_mount()
        self.query_one("#lead").display = not self._ended

    def refresh_content(self) -> None:
        """Show the ways."""
        scope = _("this engagement") if self._only_this else _("the whole journal")
        end = [] if self._ended else [Row("keep", _("Stop, and keep the journal here"))]
        self.query_one(Rows).show(
            [
                Row("", _("Take along")),
                Row("book", _("One readable document, protected"), self.key_of("withdraw.book")),
                Row("lines", _("A file that another journal reads back"), self.key_of("withdraw.lines")),
                Row("scope", _("how much"), scope, quiet=True),
                Row("checkins", _("with check-ins"), _("yes") if self._checkins else _("no"), quiet=True),
                *self._row_of_asides(),
                Row("", ""),
                Row("", _("Stop")),
                *end,
                Row("destroy", _("Destroy the keys of this journal")),
            ]
        )

    def _row_of_asides(self) -> list[Row]:
        if not evenings.any_aside(self.journal.notebook):
            return []
        words = _("with what I jotted about others’ cases (in the file)")
        return [Row("asides", words, _("yes") if self._asides else _("no"), quiet=True)]

    @on(OptionList.OptionHighlighted)
    def _explain(self) -> None:
        words = {
            "book": _(
                "Everything in order, with a list of contents, as a locked page, a PDF or a document. Nothing from the "
                "trash, nothing sealed. It leaves as everything does: shown first, closed by a passphrase."
            ),
            "lines": _(
                "JSON Lines, complete. What is sealed is opened for it. A file that stays open asks for the typed word."
            ),
            "keep": _("The coaching is marked as ended. Everything stays as it is, encrypted, on this machine."),
            "destroy": _(
                "After this nothing opens this journal again, not the passphrase and not the recovery code. Backups "
                "and copies elsewhere survive: they have to be destroyed where they are."
            ),
        }
        self.query_one("#told", PlainText).update(words.get(self.query_one(Rows).chosen, ""))

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Take along, change how much, or go on to the page that asks twice."""
        match self.query_one(Rows).chosen:
            case "book":
                self.action_book()
            case "lines":
                self.action_lines()
            case "scope":
                self._only_this = not self._only_this
                self.refresh_content()
            case "checkins":
                self._checkins = not self._checkins
                self.refresh_content()
            case "asides":
                self._asides = not self._asides
                self.refresh_content()
            case "keep" | "destroy" as way:
                self.app.push_screen(engagement_routes.leave(self._of, way), self._left)

    def _left(self, _nothing: None) -> None:
        """Go back too, once the engagement was ended there."""
        if not self.host.is_leaving and self._ended:
            self.dismiss()

    def action_book(self) -> None:
        """Show everything in order, as one document that leaves protected."""
        taken = everything(self.journal.notebook, of=self._of if self._only_this else None)
        included = taken.private if self._checkins else ()
        refs = tuple(ref for ref in taken.refs if ref in included or ref not in taken.private)
        self.app.push_screen(sharing_routes.take_along(refs, included, title=self._title()))

    def _title(self) -> str:
        return self._engagement.title if self._only_this else _("My journal")

    def action_lines(self) -> None:
        """Show everything, as a file that reads back into another journal."""
        self.host.save(changing(withdrawing.open_every_seal)).add_done_callback(lambda _told: self._show_lines())

    def _show_lines(self) -> None:
        if self.is_current and not self.host.is_leaving:
            taken = everything(self.journal.notebook)
            self.app.push_screen(sharing_routes.take_along(taken.refs, taken.private, lines=True, asides=self._asides))

    def action_back(self) -> None:
        """Go back; nothing is changed."""
        self.dismiss()
