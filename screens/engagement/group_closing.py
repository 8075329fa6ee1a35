"""The end of a group: what was learnt together, as all accept it, and what each member says; the latter stays here."""

from journal.language import _
from journal.model.engagement import EngagementDetails, Voice
from journal.model.entry import Entry
from journal.practice import framing, reading
from screens.frame.changes import of, saving
from screens.frame.form_page import FormPage
from screens.frame.save_queue import Job
from screens.widgets.field import Field

_FIELD = "voice"


class GroupClosingScreen(FormPage):
    """One text that all accept, and a place for the words of each member."""

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref

    @property
    def _group(self) -> Entry:
        return reading.entry(self.journal.notebook, self.ref)

    @property
    def _names(self) -> list[str]:
        frame = self._group.details_as(EngagementDetails)
        said = [voice.by for voice in frame.voices]
        return list(dict.fromkeys([*(party.name for party in frame.members), *said]))

    def page_title(self) -> str:
        """Return what this is."""
        return _("The end of the group")

    def fields(self) -> list[Field]:
        """Return the text of all, then a line for each."""
        together = Field(
            "together", _("What we learnt to do together"), _("Only what everyone accepts to see written.")
        )
        each = [
            Field(f"{_FIELD}{number}", _("{name}, in their words · stays here").format(name=name))
            for number, name in enumerate(self._names)
        ]
        return [together, *each]

    def stored_values(self) -> dict[str, str]:
        """Return what is kept."""
        frame = self._group.details_as(EngagementDetails)
        said = {voice.by: voice.text for voice in frame.voices}
        each = {f"{_FIELD}{number}": said.get(name, "") for number, name in enumerate(self._names)}
        return {"together": frame.learnt_together, **each}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps it."""
        said = [(name, values[f"{_FIELD}{number}"]) for number, name in enumerate(self._names)]
        voices = tuple(Voice(by=name, text=text) for name, text in said if text.strip())
        return saving(of(self.ref, framing.change_frame), learnt_together=values["together"], voices=voices)
