"""What others offer to a case, one line each, fast; then what one keeps, what unsettles, what one will try."""

from uuid import uuid4

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from journal.dates.wording import full_day
from journal.language import N_, _
from journal.model.case import CaseDetails, OfferKind
from journal.model.entry import EntryLine
from journal.practice import casework, reading
from journal.practice.notebook import Notebook
from screens.casework import routes as casework_routes
from screens.frame.events import EntrySaved, Happened, JournalChanged
from screens.frame.form_page import FormPage
from screens.frame.page import Page
from screens.frame.save_queue import Job
from screens.widgets.field import Field
from screens.widgets.one_line import LineByLine
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

OFFER_WORDS = {
    OfferKind.ANGLE: N_("An angle"),
    OfferKind.HYPOTHESIS: N_("A hypothesis"),
    OfferKind.QUESTION: N_("A question"),
}


class FeedbackScreen(Page):
    """One line, Enter, the next: what peers offer is caught while they speak."""

    name_in_table = "offers"
    follows_journal = True
    reading = False
    AUTO_FOCUS = "Input"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref
        self._kind = OfferKind.ANGLE
        self._session: int | None = None

    def page_title(self) -> str:
        """Return what this is."""
        return _("What others offer")

    def compose_room(self) -> ComposeResult:
        """Yield the line, then what was caught."""
        with Vertical(classes="column split"):
            yield PlainText("", id="kind", classes="heading")
            yield LineByLine(compact=True, id="line")
            yield Rows(id="rows")

    def refresh_content(self) -> None:
        """Show what was caught, the newest session first."""
        case = reading.entry(self.journal.notebook, self.ref)
        told_in = casework.session_of(self.journal.notebook, case)
        self._session = told_in.ref if told_in is not None else None
        offers = case.details_as(CaseDetails).offers
        rows: list[Row] = []
        for session in dict.fromkeys(offer.session for offer in reversed(offers)):
            line = reading.line(self.journal.notebook, session) if session is not None else None
            rows.append(Row("", _session_words(line)))
            rows += [
                Row(f"offer:{number}", offer.text, _(OFFER_WORDS[offer.kind]))
                for number, offer in reversed([*enumerate(offers)])
                if offer.session == session
            ]
        self.query_one(Rows).show(rows)
        self._tell_kind()

    def _tell_kind(self) -> None:
        self.query_one("#kind", PlainText).update(_(OFFER_WORDS[self._kind]))

    def action_kind(self) -> None:
        """Go from angle to hypothesis to question."""
        kinds = [*OfferKind]
        self._kind = kinds[(kinds.index(self._kind) + 1) % len(kinds)]
        self._tell_kind()

    @on(Input.Submitted)
    def _caught(self, caught: Input.Submitted) -> None:
        self._keep(caught.value)

    def flush(self) -> None:
        """Keep the line that stands there, and be ready for the next."""
        place = self.query_one("#line", Input)
        line, place.value = place.value, ""
        self._keep(line)

    def _keep(self, line: str) -> None:
        text, kind, session, ref = line.strip(), self._kind, self._session, self.ref
        if not text:
            return

        def job(notebook: Notebook) -> Happened:
            casework.offered(notebook, reading.entry(notebook, ref), kind, text, session)
            return JournalChanged()

        self.host.save(job, key=f"offer:{uuid4().hex}", text=text)

    def action_take_away(self) -> None:
        """Go on to what one leaves with."""
        self.flush()
        self.host.save(_nothing_more).add_done_callback(
            lambda _told: self.app.push_screen(casework_routes.take_away(ref=self.ref))
        )

    def action_back(self) -> None:
        """Keep the line and go back."""
        self.flush()
        self.dismiss()


class TakeAwayScreen(FormPage):
    """What one leaves with, one line each: learnings, and steps to try."""

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref
        self.draft_key = f"take-away:{ref}"

    def page_title(self) -> str:
        """Return what this is."""
        return _("What I leave with")

    def fields(self) -> list[Field]:
        """Return the three sides."""
        hint = _("One line each.")
        return [
            Field("keeps", _("What I keep"), hint),
            Field("unsettles", _("What unsettled me"), hint),
            Field("will_try", _("What I will try"), hint),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return nothing: what was kept before stands below."""
        return {}

    def compose_below(self) -> ComposeResult:
        """Yield what was kept before, and what others offered."""
        yield PlainText(_("What others offered: enter keeps the line you are on"), id="offered", classes="heading")
        yield Rows(id="rows")

    def refresh_content(self) -> None:
        """Show what others offered, to be kept with Enter."""
        details = reading.entry(self.journal.notebook, self.ref).details_as(CaseDetails)
        self.query_one("#offered").display = bool(details.offers)
        rows = [Row(str(number), offer.text, _(OFFER_WORDS[offer.kind])) for number, offer in enumerate(details.offers)]
        self.query_one(Rows).show([*rows, *_taken_before(details)])

    def on_option_list_option_selected(self) -> None:
        """Add the line one is on to what one keeps."""
        offers = reading.entry(self.journal.notebook, self.ref).details_as(CaseDetails).offers
        line = offers[int(self.query_one(Rows).chosen)].text
        kept = [each for each in self.values()["keeps"].splitlines() if each.strip()]
        if line not in kept:
            self.set_values({"keeps": "\n".join([*kept, line])})

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps these lines, each once."""
        ref = self.ref

        def job(notebook: Notebook) -> Happened:
            case = reading.entry(notebook, ref)
            details = case.details_as(CaseDetails)
            new = {
                name: tuple(line for line in dict.fromkeys(_lines(values[name])) if line not in getattr(details, name))
                for name in ("keeps", "unsettles", "will_try")
            }
            kept = casework.take_away(notebook, case, **new)
            return EntrySaved.of(kept)

        return job


def _taken_before(details: CaseDetails) -> list[Row]:
    """Return what was taken away in an earlier session, to be read and not to be chosen."""
    sides = (
        (_("What I keep"), details.keeps),
        (_("What unsettled me"), details.unsettles),
        (_("What I will try"), details.will_try),
    )
    rows = [Row("", line, words) for words, lines in sides for line in lines]
    return [Row("", ""), Row("", _("Taken away before")), *rows] if rows else []


def _session_words(session: EntryLine | None) -> str:
    if session is None:
        return _("No session")
    return _("{session} · {day}").format(session=session.title, day=full_day(session.happened_at.date()))


def _lines(text: str) -> list[str]:
    return [line.strip(" -•·\t") for line in text.splitlines() if line.strip(" -•·\t")]


def _nothing_more(_notebook: Notebook) -> Happened:
    return Happened()
