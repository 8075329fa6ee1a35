"""A calendar file of the sessions, under a title that says nothing of their content."""

from pathlib import Path

from textual.app import ComposeResult

from journal.errors import ReculError
from journal.errors.refusals import TargetExists
from journal.files import storage_errors, write_new
from journal.language import _
from journal.practice import scheduling
from screens.frame.events import JournalChanged
from screens.frame.form_page import FormPage
from screens.frame.save_queue import Job
from screens.widgets.field import Field, Holds
from screens.widgets.plain import PlainText

_COMING = "coming"
_ALL = "all"
_PUBLIC = "public"
_PRIVATE = "private"


class CalendarScreen(FormPage):
    """Asks for a title and a place, and writes the file."""

    name_in_table = "calendar"

    def __init__(self, engagement: int) -> None:
        super().__init__()
        self._of = engagement

    def page_title(self) -> str:
        """Return what this is."""
        return _("Calendar file")

    def fields(self) -> list[Field]:
        """Return title, which sessions, how others see them, and place."""
        which = ((_COMING, _("coming sessions")), (_ALL, _("all sessions")))
        classes = ((_PUBLIC, _("as any other appointment")), (_PRIVATE, _("marked as private")))
        return [
            Field("title", _("The title every session carries in your calendar"), many=False),
            Field("which", _("Which ones"), many=False, options=which),
            Field("class", _("In a calendar that others see"), many=False, options=classes),
            Field("path", _("Where to write it"), many=False, holds=Holds.WHOLE),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return a title that tells nothing, and a file name that says it is personal."""
        return {
            "title": _("Appointment"),
            "which": _COMING,
            "class": _PUBLIC,
            "path": str(Path.home() / _("PERSONAL-appointments.ics")),
        }

    def compose_page(self) -> ComposeResult:
        """Yield the fields and what became of them."""
        yield PlainText(
            _("An employer’s calendar is read by others: the file holds the times and this title, nothing else."),
            classes="quiet",
        )
        yield from self.compose_fields()
        yield PlainText("", id="told", classes="gap-above")

    def save_job(self, values: dict[str, str]) -> Job:  # noqa: ARG002 -- every page of fields has it
        """Return a job that keeps nothing: the file is written by its own key."""
        return lambda _notebook: JournalChanged()

    def flush(self) -> None:
        """Leave nothing half-written: there is nothing here that could be lost."""

    def action_write(self) -> None:
        """Write the file; an existing one is left as it is."""
        texts = self.values()
        target = Path(texts["path"]).expanduser()
        notebook = self.journal.notebook
        now = notebook.clock()
        row = scheduling.sessions(notebook, self._of)
        row = row if texts["which"] == _ALL else scheduling.for_calendar(row, now)
        content = scheduling.calendar(row, texts["title"], now, private=texts["class"] == _PRIVATE)
        try:
            with storage_errors(target):
                write_new(target, content)
        except FileExistsError:
            self._say(TargetExists(path=target).message())
        except ReculError as error:
            self._say(error.message())
        else:
            self._say(_("Written: {path}").format(path=target))

    def _say(self, words: str) -> None:
        self.query_one("#told", PlainText).update(words)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()
