"""A case: the seven fields of the sheet, filled from what was already written, with people under their aliases."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import OptionList

from journal.dates.wording import full_day
from journal.language import _, ngettext
from journal.model.case import CASE_FIELDS, CaseDetails
from journal.model.entry import Entry, EntryLine, Ref, Rel
from journal.model.kind import Kind
from journal.practice import casework, known_people, reading, scheduling
from journal.practice.case_questions import PROTOCOL, begun_from
from journal.practice.notebook import Notebook
from journal.practice.pages import CASE_HEADINGS
from journal.sharing.aliasing import Aliasing
from screens.casework import routes as casework_routes
from screens.frame.changes import saving
from screens.frame.form_page import FormPage
from screens.frame.save_queue import Job
from screens.questioning import routes as questioning_routes
from screens.widgets.entry_row import title_of
from screens.widgets.field import Field, Holds
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_BESIDE = ("unwanted", "recognised", "ready_for")


class CaseScreen(FormPage):
    """Prepares a case; `about` are the entries it is filled from, `session` the one it is brought to."""

    name_in_table = "case"
    footer_lines = 2
    follows_journal = True

    def __init__(self, ref: int | None = None, about: tuple[int, ...] = (), session: int | None = None) -> None:
        super().__init__()
        self.ref = ref
        self.draft_key = f"case:{ref}" if ref is not None else ""
        self._about = about
        self._session = session
        self._sources: set[int] = set()

    @property
    def _case(self) -> Entry | None:
        return reading.entry(self.journal.notebook, self.ref) if self.ref is not None else None

    def page_title(self) -> str:
        """Return what this is."""
        return _("Case")

    def status(self) -> str:
        """Return how much of the sheet holds something, and when it was kept."""
        typed = self.values()
        count = sum(bool(typed.get(name, "").strip()) for name in CASE_FIELDS)
        return " · ".join(filter(None, [casework.counted(count), super().status()]))

    def fields(self) -> list[Field]:
        """Return the title and the sheet."""
        sheet = [Field(name, _(CASE_HEADINGS[name])) for name in CASE_FIELDS]
        beside = [Field(name, _(CASE_HEADINGS[name])) for name in _BESIDE]
        title = Holds.VALUE if self.ref is None else Holds.PROSE  # the one proposed gives way to one’s own
        return [Field("title", _("Title"), many=False, holds=title), *sheet, *beside]

    def stored_values(self) -> dict[str, str]:
        """Return the sheet as it is kept."""
        case = self._case
        if case is None:
            return {}
        details = case.details_as(CaseDetails)
        return {"title": case.title, **{name: getattr(details, name) for name in (*CASE_FIELDS, *_BESIDE)}}

    def _left_here(self) -> dict[str, str]:
        """Return the draft that was left here, else what a new case begins with: the situation it comes from."""
        return super()._left_here() or (self._begun() if self.ref is None else {})

    def _begun(self) -> dict[str, str]:
        notebook = self.journal.notebook
        lines = [line for ref in self._about if (line := reading.line(notebook, ref)) is not None]
        kinds = [[each for each in lines if each.kind is kind] for kind in (Kind.SITUATION, Kind.REFLECTION)]
        scenes = kinds[0] or kinds[1]
        if len(scenes) != 1:
            return {}  # of several one says which goes where
        entry, aliasing = reading.entry(notebook, scenes[0].ref), Aliasing(known_people.people(notebook))
        told = {"title": entry.title, **begun_from(entry)}
        return {name: aliasing.apply(words).text for name, words in told.items()}

    def compose_below(self) -> ComposeResult:
        """Yield where it is told and what it is made of: on these rows letters are commands."""
        yield PlainText(_("Where it is told, and what it comes from"), id="around", classes="heading")
        yield Rows(id="rows")

    def focus_first(self) -> None:
        """Begin at the rows of a sheet that holds something: it was opened to be used; else in its first field."""
        case = self._case
        if case is not None and case.details_as(CaseDetails).filled:
            self.query_one(Rows).focus()
        else:
            super().focus_first()

    def refresh_content(self) -> None:
        """Show sessions, what others offered, sources."""
        case = self._case
        rows = self._rows(case) if case is not None else []
        self.query_one(Rows).show(rows)
        for each in ("#around", "#rows"):
            self.query_one(each).display = bool(rows)

    def _rows(self, case: Entry) -> list[Row]:
        notebook = self.journal.notebook
        details = case.details_as(CaseDetails)
        linked = [line for link in case.links if (line := reading.line(notebook, link.ref)) is not None]
        count = len(details.offers)
        return [
            *self._session_rows(case),
            *(
                [Row("offers:", ngettext("{count} offer", "{count} offers", count).format(count=count))]
                if count
                else []
            ),
            *(Row(f"{line.kind.value}:{line.ref}", title_of(line)) for line in linked if line.kind != "session"),
        ]

    def _session_rows(self, case: Entry) -> list[Row]:
        """Return every session the case is brought to, with its engagement: one may be a group's, another not."""
        notebook = self.journal.notebook
        lines = casework.sessions_of(notebook, case)
        if not lines:
            return [Row("session:", _("no session yet"), self.key_of("case.session"), quiet=True)]
        return [Row(f"session:{line.ref}", _named(notebook, line), full_day(line.happened_at.date())) for line in lines]

    @on(OptionList.OptionSelected)
    def _open(self) -> None:
        what, _colon, which = self.query_one(Rows).chosen.partition(":")
        if which:
            self.host.navigation.open_entry(int(which), what)
        elif what == "offers":
            self.action_capture()
        else:
            self.action_session()

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the sheet, and where its words came from."""
        sheet = {name: values[name] for name in (*CASE_FIELDS, *_BESIDE)}
        return saving(self._write, values["title"], frozenset(self._sources), sheet)

    def _write(self, notebook: Notebook, title: str, sources: frozenset[int], sheet: dict[str, str]) -> Entry:
        """Keep it in the journal, where it may be since the save before."""
        if self.ref is None:
            case = casework.open_case(notebook, title, self._about, self._session)
            self.ref = case.ref
        else:
            case = reading.entry(notebook, self.ref)
        return casework.keep_sheet(notebook, case, title, sources, sheet)

    # --- filling from what was written

    def action_pick(self) -> None:
        """Choose an entry whose words go into the field the cursor is in."""
        name = getattr(getattr(self.focused, "field", None), "name", "")
        if name not in CASE_FIELDS:
            name = CASE_FIELDS[0]
        case = self._case
        linked = tuple(link.ref for link in case.links if link.rel is Rel.ABOUT) if case else ()
        page = casework_routes.case_pick(about=(*self._about, *linked), chosen=lambda ref: self._take(name, ref))
        self.app.push_screen(page)

    def _take(self, name: str, ref: int) -> None:
        entry = reading.entry(self.journal.notebook, ref)
        aliasing = Aliasing(known_people.people(self.journal.notebook))
        typed = self.values()
        words = aliasing.apply(casework.words_to_bring(entry, typed["title"])).text
        self._sources.add(ref)
        self.set_values({name: casework.added(typed[name], words)})
        self.keep_now()
        self.refresh_header()

    # --- telling it, and what follows

    def _go(self, route: Callable[[Ref], Screen[None]]) -> None:
        """Open a page of this case, which is kept first."""
        if self.ref is None:
            self.keep_now()
        else:
            self.action_keep()
        self.after_saved(lambda: self.app.push_screen(route(self.ref)) if self.ref is not None else None)

    def action_rehearse(self) -> None:
        """Tell the case against a clock that never punishes."""
        self._go(casework_routes.rehearsal)

    def action_session(self) -> None:
        """Choose the sessions it is brought to."""
        self._go(casework_routes.case_session)

    def action_capture(self) -> None:
        """Note what others offer, one line each."""
        self._go(casework_routes.feedback)

    def action_take_away(self) -> None:
        """Note what one leaves with."""
        self._go(casework_routes.take_away)

    def action_share(self) -> None:
        """Share it: who reads it is looked at once, then what leaves is shown."""
        self._go(casework_routes.readers)

    def action_questions(self) -> None:
        """Have the sheet filled question by question."""
        self._go(lambda ref: questioning_routes.questioning(code=PROTOCOL, about=ref))


def _named(notebook: Notebook, line: EntryLine) -> str:
    """Return a session with the engagement it belongs to."""
    of = scheduling.engagement_of(reading.entry(notebook, line.ref))
    engagement = reading.line(notebook, of) if of is not None else None
    return " · ".join(filter(None, [line.title, engagement.title if engagement is not None else ""]))
