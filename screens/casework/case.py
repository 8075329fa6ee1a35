"""A case: the seven fields of the sheet, filled from what was already written, with people under their aliases."""

from collections.abc import Callable

from textual.screen import Screen

from journal.language import _
from journal.model.case import CASE_FIELDS, CaseDetails
from journal.model.entry import Entry, Link, Ref, Rel
from journal.model.kind import State
from journal.practice import casework, reading
from journal.practice.notebook import Notebook
from journal.practice.pages import CASE_HEADINGS
from journal.sharing.aliasing import Aliasing
from screens.casework import routes as casework_routes
from screens.frame.events import EntrySaved, Happened
from screens.frame.form_page import FormPage
from screens.frame.save_queue import Job
from screens.widgets.field import Field


class CaseScreen(FormPage):
    """Prepares a case; `about` are the entries it is filled from, `session` the one it is brought to."""

    name_in_table = "case"

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
        return [Field("title", _("Title"), many=False), *sheet]

    def stored_values(self) -> dict[str, str]:
        """Return the sheet as it is kept."""
        case = self._case
        if case is None:
            return {}
        details = case.details_as(CaseDetails)
        return {"title": case.title, **{name: getattr(details, name) for name in CASE_FIELDS}}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the sheet, and where its words came from."""
        about, session, sources = self._about, self._session, frozenset(self._sources)

        def job(notebook: Notebook) -> Happened:
            title = values["title"]
            case = (
                casework.open_case(notebook, title, about, session)
                if self.ref is None
                else reading.entry(notebook, self.ref)
            )
            self.ref = case.ref
            known = {link.ref for link in case.links if link.rel is Rel.ABOUT}
            links = (*case.links, *(Link(rel=Rel.ABOUT, ref=ref) for ref in sorted(sources - known)))
            sheet = {name: values[name] for name in CASE_FIELDS}
            kept = casework.fill(notebook, case.with_(title=title, links=links), **sheet)
            if kept.state is State.DRAFT and all(text.strip() for text in sheet.values()):
                kept = casework.ready(notebook, kept)
            return EntrySaved.of(kept)

        return job

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
        aliasing = Aliasing(reading.people(self.journal.notebook))
        words = "\n\n".join(filter(None, [entry.title, entry.body]))
        before = self.values()[name].strip()
        self._sources.add(ref)
        self.set_values({name: "\n\n".join(filter(None, [before, aliasing.apply(words).text]))})
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
        """Choose the session it is brought to."""
        self._go(casework_routes.case_session)

    def action_capture(self) -> None:
        """Note what others offer, one line each."""
        self._go(casework_routes.feedback)

    def action_take_away(self) -> None:
        """Note what one leaves with."""
        self._go(casework_routes.take_away)

    def action_share(self) -> None:
        """Share it: what leaves is shown first."""
        self.action_keep()
        self.after_saved(lambda: self.host.share((self.ref,)) if self.ref is not None else None)
