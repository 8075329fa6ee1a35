"""The words around a meeting of three: what each saw, what I want said, what I keep to myself; and one line decided."""

from textual.app import ComposeResult

from journal.language import _
from journal.model.entry import Entry
from journal.model.session import SessionDetails, SessionKind
from journal.practice import meeting, reading
from journal.practice.notebook import Notebook
from journal.sharing import for_three
from screens.frame.changes import of, saving
from screens.frame.form_page import FormPage
from screens.frame.page import Page
from screens.frame.save_queue import Job
from screens.widgets.field import Field
from screens.widgets.plain import PlainText
from screens.widgets.prose import prose


class MeetingWordsScreen(FormPage):
    """What is said, what is not, and what each party saw."""

    def __init__(self, ref: int, at: str = "") -> None:
        super().__init__()
        self.ref = ref
        self._at = self.begins_at = at
        self.draft_key = ""

    def page_title(self) -> str:
        """Return which meeting."""
        return _(meeting.MEETING_WORDS[self._details.meeting])

    @property
    def _details(self) -> SessionDetails:
        return reading.entry(self.journal.notebook, self.ref).details_as(SessionDetails)

    def _names(self) -> list[str]:
        """Return who saw something: at the start nobody did, and expectations stand with the parties."""
        if self._details.meeting is SessionKind.FRAMING:
            return []
        session = reading.entry(self.journal.notebook, self.ref)
        return [party.name for party in meeting.parties(self.journal.notebook, session)]

    def fields(self) -> list[Field]:
        """Return what is said and what is not, then a field for each party."""
        seen = [
            Field(str(number), _("What {name} saw").format(name=name), _("in their words, as far as you know"))
            for number, name in enumerate(self._names())
        ]
        said = Field("said", _("What I want said"))
        unsaid = Field("unsaid", _("What I keep to myself"), _("on no page but your own"))
        return [*seen, said, unsaid] if self._at.isdecimal() else [said, unsaid, *seen]

    def stored_values(self) -> dict[str, str]:
        """Return the words as they are kept."""
        session = reading.entry(self.journal.notebook, self.ref)
        details = session.details_as(SessionDetails)
        views = {str(number): meeting.view_of(session, name) for number, name in enumerate(self._names())}
        return {"said": details.said, "unsaid": details.unsaid, **views}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the words."""
        views = {name: values[str(number)] for number, name in enumerate(self._names())}
        return saving(of(self.ref, meeting.keep_words), views=views, said=values["said"], unsaid=values["unsaid"])


class RecordLineScreen(FormPage):
    """One thing that was decided; another wording is not agreed yet."""

    def __init__(self, ref: int, number: int | None = None) -> None:
        super().__init__()
        self.ref = ref
        self._number = number

    def identity(self) -> tuple[object, ...]:
        """Return which line of which meeting."""
        return (self.ref, self._number)

    def page_title(self) -> str:
        """Return what this is."""
        return _("What was decided")

    def fields(self) -> list[Field]:
        """Return the line."""
        return [Field("text", _("In one line, as the three of you said it"))]

    def compose_page(self) -> ComposeResult:
        """Yield the line and what a change does."""
        yield from self.compose_fields()
        yield PlainText(_("Changing a line takes its mark away; emptying it takes the line out."), classes="quiet")

    def stored_values(self) -> dict[str, str]:
        """Return the line as it is kept."""
        if self._number is None:
            return {"text": ""}
        record = reading.entry(self.journal.notebook, self.ref).details_as(SessionDetails).record
        return {"text": record[self._number].text if self._number < len(record) else ""}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the line."""
        return saving(of(self.ref, self._write), values["text"])

    def _write(self, notebook: Notebook, session: Entry, text: str) -> Entry:
        """Keep it where it was written before, or at the end of the record from now on."""
        if self._number is None:
            self._number = len(session.details_as(SessionDetails).record)
        return meeting.write_line(notebook, session, self._number, text)


class PageForMeScreen(Page):
    """The page that one takes along oneself; it is never shared from here."""

    name_in_table = "page_for_me"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref

    def page_title(self) -> str:
        """Return what this is."""
        return _("The page for me")

    def status(self) -> str:
        """Return which meeting."""
        details = reading.entry(self.journal.notebook, self.ref).details_as(SessionDetails)
        return _(meeting.MEETING_WORDS[details.meeting])

    def compose_page(self) -> ComposeResult:
        """Yield the page."""
        yield PlainText("", id="page")

    def refresh_content(self) -> None:
        """Show the page as it is compiled now."""
        self.query_one("#page", PlainText).update(prose(self._page()))

    def _page(self) -> str:
        notebook = self.journal.notebook
        session = reading.entry(notebook, self.ref)
        told = meeting.page_for_me(notebook, session, for_three.statements_for(notebook, session))
        return told or _("Nothing is written for this meeting yet.")
