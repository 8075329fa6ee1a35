"""The round that ends an evening: who was there, whose turn comes next, what was promised, a line before and after."""

from journal.language import _
from journal.model.entry import Entry
from journal.practice import evenings, reading
from screens.frame.changes import of, saving
from screens.frame.form_page import FormPage
from screens.frame.save_queue import Job
from screens.widgets.field import Field, Holds


class RoundScreen(FormPage):
    """What goes from one evening to the next; all of it is for oneself."""

    def __init__(self, session: int) -> None:
        super().__init__()
        self.ref = session

    @property
    def _meeting(self) -> Entry:
        return reading.entry(self.journal.notebook, self.ref)

    @property
    def _names(self) -> list[str]:
        meeting = self._meeting
        evening = evenings.evening_of(meeting)
        noted = [*evening.present, *filter(None, [evening.next_turn])]
        return evenings.names_in(self.journal.notebook, meeting, noted)

    def page_title(self) -> str:
        """Return what this is."""
        return _("{session} · the round").format(session=self._meeting.title)

    def fields(self) -> list[Field]:
        """Return the lines and choices."""
        names = tuple((str(at), name) for at, name in enumerate(self._names))
        there = [Field("present", _("Who was there"), options=names)] if names else []
        turns = (
            [Field("next", _("Whose turn next"), many=False, options=(("-", _("not said yet")), *names))]
            if names
            else []
        )
        return [
            Field("before", _("How I came, in a line, if you wish"), many=False),
            Field("after", _("How I leave, in a line"), many=False),
            *there,
            *turns,
            Field(
                "promises",
                _("What was promised"),
                _("One line each. “Paul: asks HR”; without a name it is yours."),
                holds=Holds.LINES,
            ),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return what is kept."""
        evening, names = evenings.evening_of(self._meeting), self._names
        return {
            "before": evening.before,
            "after": evening.after,
            "present": " ".join(str(names.index(name)) for name in evening.present),
            "next": str(names.index(evening.next_turn)) if evening.next_turn else "-",
            "promises": evenings.told_promises(evening),
        }

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the round."""
        names = self._names
        chosen = values.get("next", "-")
        present = tuple(names[int(at)] for at in values.get("present", "").split())
        told = {
            "before": values["before"],
            "after": values["after"],
            "present": present,
            "next_turn": names[int(chosen)] if chosen.isdecimal() else "",
        }
        return saving(of(self.ref, evenings.keep_round), told, values["promises"], names)
