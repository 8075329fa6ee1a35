"""The method of an evening: how long each of its times takes, and who does what, if the group uses roles."""

from journal.language import N_, _
from journal.model.entry import Entry
from journal.model.evening import Duty, Task
from journal.practice import evenings, reading
from screens.frame.changes import changing, of
from screens.frame.form_page import FormPage
from screens.frame.form_values import figure, no_figure
from screens.frame.save_queue import Job
from screens.widgets.field import Field, Holds

DUTY_WORDS = {
    Duty.TELLER: N_("teller"),
    Duty.FACILITATOR: N_("facilitator"),
    Duty.TIMEKEEPER: N_("time keeper"),
    Duty.OBSERVER: N_("observer"),
}
_WHO = {
    Duty.TELLER: N_("Who tells"),
    Duty.FACILITATOR: N_("Who facilitates"),
    Duty.TIMEKEEPER: N_("Who keeps the time"),
    Duty.OBSERVER: N_("Who observes"),
}
_TIMES = (
    N_("Telling, in minutes"),
    N_("Questions of clarification"),
    N_("Hypotheses and angles"),
    N_("What the teller keeps"),
    N_("The round"),
)
_LONGEST = 600


class MethodScreen(FormPage):
    """Five lengths and four roles; all can be changed, none is enforced."""

    def __init__(self, session: int) -> None:
        super().__init__()
        self.ref = session

    @property
    def _meeting(self) -> Entry:
        return reading.entry(self.journal.notebook, self.ref)

    @property
    def _names(self) -> list[str]:
        meeting = self._meeting
        noted = [task.name for task in evenings.evening_of(meeting).tasks]
        return evenings.names_in(self.journal.notebook, meeting, noted)

    def page_title(self) -> str:
        """Return what this is."""
        return _("{session} · times and roles").format(session=self._meeting.title)

    def fields(self) -> list[Field]:
        """Return the lengths, then who does what."""
        names = tuple((str(at), name) for at, name in enumerate(self._names))
        return [
            *(Field(f"time{at}", _(words), many=False, holds=Holds.VALUE) for at, words in enumerate(_TIMES)),
            *(
                Field(duty.value, _(words), many=False, options=(("-", _("nobody")), *names))
                for duty, words in _WHO.items()
            ),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return what is kept."""
        evening, names = evenings.evening_of(self._meeting), self._names
        done = {task.duty.value: str(names.index(task.name)) for task in evening.tasks}
        times = {f"time{at}": str(minutes) for at, minutes in enumerate(evening.minutes)}
        return times | {duty.value: done.get(duty.value, "-") for duty in Duty}

    def unreadable(self, values: dict[str, str]) -> dict[str, str]:
        """Say which lengths cannot be read."""
        told = {f"time{at}": no_figure(values[f"time{at}"], 0, _LONGEST) for at in range(len(_TIMES))}
        return {name: words for name, words in told.items() if words}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps times and roles."""
        names = self._names
        minutes = tuple(round(figure(values[f"time{at}"]) or 0) for at in range(len(_TIMES)))
        tasks = tuple(
            Task(duty=duty, name=names[int(values[duty.value])]) for duty in Duty if values[duty.value].isdecimal()
        )
        return changing(of(self.ref, evenings.arrange), minutes, tasks)
