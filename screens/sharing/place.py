"""Share: what left, to whom, and all that keeps the wall tight."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input, OptionList

from journal.dates.wording import day_and_month
from journal.language import _, ngettext
from journal.model.disclosure import Disclosure
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.practice import coming_up, known_people, reading
from journal.sharing import repository as keeping
from journal.sharing.disclosing import register
from screens.frame.page import Page
from screens.sharing import routes
from screens.sharing.register import DepartureScreen
from screens.sharing.sharing_page import form_words
from screens.sharing.statements import routes as statements_routes
from screens.vocabulary.audiences import audience_words
from screens.widgets.one_line import OneLine
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_MANY = 10_000


class ShareScreen(Page):
    """What left, newest first, and the ways to statements, recipients, people and words."""

    name_in_table = "share"
    follows_journal = True
    shared_keys = ""
    AUTO_FOCUS = "Rows"
    _departures: tuple[Disclosure, ...] = ()

    @property
    def reading(self) -> bool:  # type: ignore[override]  # letters are commands only while nothing is typed
        """Whether letters are commands now."""
        return not isinstance(self.focused, Input)

    def page_title(self) -> str:
        """Return the place."""
        return _("Share")

    def compose_page(self) -> ComposeResult:
        """Yield how to begin, the ways, and what left."""
        yield PlainText(
            self.sentence(
                _("To share, mark entries in the Journal ({key}): you see exactly what leaves before anything does."),
                key="journal",
            ),
            classes="lead",
        )
        yield OneLine(placeholder=_("a name, a title, a file…"), compact=True, id="filter")
        yield Rows()

    def on_mount(self) -> None:
        """Fill the page; what is typed to narrow it comes when asked for."""
        self.query_one("#filter").display = False
        super().on_mount()

    def on_screen_resume(self) -> None:
        """Show what holds now, when one comes back from a page of this place."""
        self._stale = True
        super().on_screen_resume()

    def refresh_content(self) -> None:
        """Show the ways and the register."""
        words = self.query_one("#filter", Input).value if self.query_one("#filter").display else ""
        self._departures = tuple(register(self.journal.notebook, words))
        left = [Row(f"left:{number}", *departure_words(each)) for number, each in enumerate(self._departures)]
        heading = Row("", _("What left ({count})").format(count=len(left)) if left else _("What left"))
        nothing = Row("", _("Nothing found.") if words else _("Nothing has left this journal."))
        ways = [] if words else [*self._ways(), Row("", "")]
        self.query_one(Rows).show([*ways, heading, *(left or [nothing])])

    def _ways(self) -> list[Row]:
        notebook = self.journal.notebook
        statements = reading.newest(notebook, Filter(kinds=(Kind.STATEMENT,)), _MANY)
        people, words = known_people.people(notebook), keeping.listed_words(notebook)
        ways = (
            ("returned", _("Paste or open what came back to me"), _many(len(coming_up.waiting(notebook)))),
            ("phone", _("Notes from the phone"), ""),
            ("statements", _("Progress statements"), _many(len(statements))),
            ("report", _("The sponsor’s report"), ""),
            ("known", _("Who knows what"), ""),
            ("recipients", _("Recipients"), _many(len(keeping.recipients(notebook)))),
            ("people", _("People and aliases"), _many(len(people))),
            ("words", _("Words to look out for"), _many(len(words))),
        )
        return [
            Row(f"way:{name}", title, f"{count}   {self.key_of(f'share.{name}')}".strip())
            for name, title, count in ways
        ]

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Open what is chosen."""
        what, _sep, which = self.query_one(Rows).chosen.partition(":")
        if what == "way":
            self._open(which)
        elif what == "left":
            self.app.push_screen(DepartureScreen(self._departures[int(which)]))

    def _open(self, way: str) -> None:
        pages: dict[str, Callable[[], Screen[None]]] = {
            "returned": routes.returned,
            "phone": routes.phone,
            "statements": statements_routes.statements,
            "report": statements_routes.report,
            "known": routes.known,
            "recipients": routes.recipients,
            "people": routes.people,
            "words": routes.words,
        }
        self.app.push_screen(pages[way]())

    def action_way(self, way: str) -> None:
        """Open one of the ways by its key."""
        self._open(way)

    def action_filter(self) -> None:
        """Narrow the register by words."""
        self.query_one("#filter").display = True
        self.query_one("#filter").focus()
        self.refresh_header()

    @on(Input.Changed)
    def _narrow(self) -> None:
        self.refresh_content()

    @on(Input.Submitted)
    def _go_down(self) -> None:
        self.query_one(Rows).focus()
        self.refresh_header()

    def action_clear(self) -> None:
        """Show the whole register again."""
        words = self.query_one("#filter", Input)
        words.value = ""
        words.display = False
        self.query_one(Rows).focus()
        self.refresh_content()
        self.refresh_header()


def departure_words(departure: Disclosure) -> tuple[str, str]:
    """Return what left and, quietly, when and for whom."""
    titles = [title for title in departure.titles if title]
    first = titles[0] if titles else departure.file_name
    more = len(departure.refs) - 1
    if more > 0:
        first = ngettext("{title} and {count} more", "{title} and {count} more", more).format(title=first, count=more)
    form = form_words(departure.format, departure.protection)
    return (
        f"{day_and_month(departure.at.date())}   {first}",
        f"{audience_words(departure.audience, departure.recipient)} · {form}",
    )


def _many(count: int) -> str:
    return str(count) if count else ""
