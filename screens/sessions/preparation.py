"""The one page that is brought to a session: compiled from what is already there, reworded if one wishes."""

from journal.language import _
from journal.model.session import SessionDetails
from journal.practice import evenings, facilitating, preparing, reading
from screens.frame.changes import of, saving
from screens.frame.command import Command
from screens.frame.form_page import FormPage
from screens.frame.save_queue import Job
from screens.sessions.session_page import share_session
from screens.sharing import routes as sharing_routes
from screens.widgets.field import Field


class PreparationScreen(FormPage):
    """Shows the page; a changed wording is kept, an emptied page is compiled again."""

    name_in_table = "preparation"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref

    def page_title(self) -> str:
        """Return whose page this is."""
        session = reading.entry(self.journal.notebook, self.ref)
        return _("{session} · the page I’m bringing").format(session=session.title)

    def fields(self) -> list[Field]:
        """Return the page."""
        return [Field("page", _("Names become aliases when it is shared; empty it to rebuild it."))]

    def stored_values(self) -> dict[str, str]:
        """Return the page as it stands."""
        notebook = self.journal.notebook
        return {"page": preparing.preparation_page(notebook, reading.entry(notebook, self.ref))}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps this wording."""
        return saving(of(self.ref, preparing.reword), values["page"])

    def action_compile(self) -> None:
        """Compile the page anew from what is brought."""
        notebook = self.journal.notebook
        session = reading.entry(notebook, self.ref)
        bare = session.with_(details=session.details_as(SessionDetails).with_(page=""))
        self.set_values({"page": preparing.preparation_page(notebook, bare)})

    def action_lines(self) -> None:
        """Tick line by line what leaves."""
        self.action_keep()
        self.after_saved(lambda: self.app.push_screen(sharing_routes.page_lines(self.ref)))

    def commands(self) -> list[Command]:
        """Return the keys; a facilitator reads the page of a group."""
        session = reading.entry(self.journal.notebook, self.ref)
        is_group = evenings.group_of(self.journal.notebook, session) is not None
        return [each for each in super().commands() if is_group or each.id != "preparation.facilitator"]

    def action_facilitator(self) -> None:
        """Compile the page that a facilitator needs: who brings, question, help wanted, times."""
        session = reading.entry(self.journal.notebook, self.ref)
        if evenings.group_of(self.journal.notebook, session) is not None:
            self.set_values({"page": facilitating.facilitators_page(self.journal.notebook, session)})

    def action_share(self) -> None:
        """Share it: what leaves is shown first."""
        self.action_keep()
        self.after_saved(lambda: share_session(self, self.ref))
