"""Whom to talk to, in the person's own words."""

from journal.language import _
from journal.practice import checking_in
from screens.frame.changes import changing
from screens.frame.form_page import FormPage
from screens.frame.save_queue import Job
from screens.widgets.field import Field


class ContactsScreen(FormPage):
    """One text; emptied, the first wording comes back."""

    name_in_table = "contacts"

    def page_title(self) -> str:
        """Return what this is."""
        return _("Who to talk to")

    def fields(self) -> list[Field]:
        """Return the one field."""
        return [Field("text", _("Names and numbers; leave empty to bring back the first version"))]

    def stored_values(self) -> dict[str, str]:
        """Return the page as it stands."""
        return {"text": checking_in.contacts(self.journal.notebook)}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the page."""
        return changing(checking_in.keep_contacts, values["text"])

    def flush(self) -> None:
        """Keep the page when the app locks."""
        self.action_keep()
