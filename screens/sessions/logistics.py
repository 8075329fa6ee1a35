"""Page on how a session takes place: what it is for, how long, where."""

from journal.dates.lengths import parse_length
from journal.dates.wording import duration
from journal.language import N_, _
from journal.model.entry import Entry
from journal.model.session import SessionDetails, SessionKind
from journal.practice import meeting, reading, scheduling
from screens.frame.changes import of, saving
from screens.frame.form_page import FormPage
from screens.frame.form_values import no_length
from screens.frame.save_queue import Job
from screens.vocabulary.meetings import MEETING_WORDS
from screens.widgets.field import Field, Holds

MEETINGS = tuple((each.value, words) for each, words in MEETING_WORDS.items())
_PLACES = (("place", N_("in person")), ("video", N_("by video")))


class LogisticsScreen(FormPage):
    """The few things that are agreed about one session beside its date."""

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref

    @property
    def _session(self) -> Entry:
        return reading.entry(self.journal.notebook, self.ref)

    def page_title(self) -> str:
        """Return which session."""
        return _("{session} · length and place").format(session=self._session.title)

    def fields(self) -> list[Field]:
        """Return kind, length and place."""
        session, label = self._session, _("What it is for")
        usual = session.details_as(SessionDetails).meeting is not SessionKind.GROUP
        if usual and meeting.lacks_sponsor(self.journal.notebook, session):
            label = _("What it is for · no sponsor is noted yet for a three-way one")
        return [
            Field("meeting", label, many=False, options=MEETINGS),
            Field("minutes", _("How long"), many=False, holds=Holds.VALUE),
            Field("video", _("How you meet"), many=False, options=_PLACES),
            Field("place", _("Where"), many=False),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return what is kept."""
        details = self._session.details_as(SessionDetails)
        return {
            "meeting": details.meeting.value,
            "minutes": duration(details.minutes),
            "video": "video" if details.video else "place",
            "place": details.place,
        }

    def unreadable(self, values: dict[str, str]) -> dict[str, str]:
        """Say that a length cannot be read."""
        told = no_length(values["minutes"])
        return {"minutes": told} if told else {}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps it."""
        return saving(
            of(self.ref, scheduling.arrange),
            meeting=SessionKind(values["meeting"]),
            minutes=parse_length(values["minutes"]) or 0,
            video=values["video"] == "video",
            place=values["place"],
        )
