"""Page of another's case: what one takes from it for oneself, what one promised; nothing of what was told."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates.wording import day_and_month
from journal.language import _
from journal.model.entry import Entry
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.practice import evenings, noticing, reading
from screens.casework import routes as casework_routes
from screens.casework.whose import cases_of
from screens.frame.changes import of, saving
from screens.frame.form_page import FormPage
from screens.frame.save_queue import Job
from screens.widgets.field import Field, Holds
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class OthersCaseScreen(FormPage):
    """Echoes become learnings, promises come back next time, the aide-mémoire stays here."""

    name_in_table = "others_case"
    follows_journal = True
    keeps_while_typing = False  # half an echo would be a learning

    def __init__(self, session: int) -> None:
        super().__init__()
        self.ref = session
        self._about: int | None = None

    @property
    def _meeting(self) -> Entry:
        return reading.entry(self.journal.notebook, self.ref)

    def page_title(self) -> str:
        """Return whose case it was."""
        turn = evenings.evening_of(self._meeting).turn
        if not turn:
            return _("Another’s case · what I take")
        return _("{case} · what I take").format(case=cases_of(self.journal.notebook, [turn])[turn])

    def compose_page(self) -> ComposeResult:
        """Say what this page holds and what it does not, then the fields."""
        honest = _("Nothing of what was told stands here: it belongs to the one who told it.")
        yield PlainText(honest, classes="quiet")
        yield from self.compose_fields()

    def fields(self) -> list[Field]:
        """Return echo, promises, aide-mémoire."""
        return [
            Field(
                "echoes",
                _("What this teaches me about my own situation"),
                _("One line each: a learning, an echo."),
                holds=Holds.LINES,
            ),
            Field(
                "promised",
                _("What I promised to do or to ask"),
                _("One line each; next time begins with it."),
                holds=Holds.LINES,
            ),
            Field("aside", _("Aide-mémoire · stays here; it leaves only with a yes of its own")),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return what is kept; echoes kept before stand below."""
        evening = evenings.evening_of(self._meeting)
        mine = [promise.text for promise in evening.promises if not promise.by]
        return {"echoes": "", "promised": "\n".join(mine), "aside": evening.aside}

    def compose_below(self) -> ComposeResult:
        """Yield the situation of one's own, and the echoes kept so far."""
        yield PlainText("", id="about", classes="heading")
        yield Rows(id="rows")

    def refresh_content(self) -> None:
        """Show what the echo is linked to, and what was kept."""
        notebook = self.journal.notebook
        about = reading.line(notebook, self._about) if self._about is not None else None
        words = (
            _("Linked to: {title}").format(title=about.title)
            if about is not None
            else _("Link the echo to a situation of yours: {key}").format(key=self.key_of("others_case.link"))
        )
        self.query_one("#about", PlainText).update(words)
        kept = evenings.echoes(notebook, self.ref)
        self.query_one(Rows).show(
            [Row(str(each.ref), each.title, day_and_month(each.happened_at.date())) for each in kept]
        )

    def action_link(self) -> None:
        """Choose the situation of one's own that the echo is about; those set aside come first."""
        notebook = self.journal.notebook
        aside = tuple(entry.ref for entry in noticing.set_aside(notebook))
        recent = tuple(line.ref for line in reading.newest(notebook, Filter(kinds=(Kind.SITUATION,)), 10))
        self.app.push_screen(casework_routes.case_pick(about=(*aside, *recent), chosen=self._link, asked=self._asked()))

    def _asked(self) -> str:
        return _("Which situation of yours does it echo?")

    def _link(self, ref: int) -> None:
        self._about = ref
        self.refresh_content()

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps echoes as learnings, promises and aide-mémoire with the session."""
        lines = _lines(values["echoes"])
        take_home = of(self.ref, evenings.take_home)
        return saving(take_home, lines, values["promised"], values["aside"], self._about)

    @on(OptionList.OptionSelected)
    def _open(self) -> None:
        self.host.navigation.open_entry(int(self.query_one(Rows).chosen), "learning")


def _lines(text: str) -> list[str]:
    return list(dict.fromkeys(line.strip(" -•·\t") for line in text.splitlines() if line.strip(" -•·\t")))
