"""Page of somebody around one's role: how far, what they expect, what one gives and needs, one conversation to have."""

from functools import cached_property

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from journal.hygiene import LONGEST_NAME, one_line
from journal.language import _
from journal.model.actor_map import Actor, Distance
from journal.practice import actors, known_people, meant_people
from journal.practice.actors import DISTANCE_WORDS
from journal.same_name import one_name
from screens.frame.changes import saving
from screens.frame.form_page import FormPage
from screens.frame.save_queue import Job
from screens.widgets.field import Field, Holds
from screens.widgets.name_suggester import LastNameSuggester
from screens.widgets.plain import PlainText

_NAMES = ("expects", "gives", "needs", "talk")


class ActorScreen(FormPage):
    """A few lines; emptying the name takes the person off the map of today."""

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._who = name
        self._first = name

    def identity(self) -> tuple[object, ...]:
        """Return whom it is about."""
        return (self._first,)

    def page_title(self) -> str:
        """Return who it is."""
        return self._who or _("Somebody around me")

    def page_name(self) -> str:
        """Return which page this is, whatever its title."""
        return _("Somebody around me")

    def fields(self) -> list[Field]:
        """Return the fields."""
        distances = tuple((distance.value, words) for distance, words in DISTANCE_WORDS.items())
        return [
            Field(
                "name",
                _("Who"),
                _("a name, or what you call them; emptied, they leave the map"),
                many=False,
                holds=Holds.WHOLE,
            ),
            Field("distance", _("How far, as you feel it"), many=False, options=distances),
            Field("expects", _("Expects of me"), many=False),
            Field("gives", _("I give"), many=False),
            Field("needs", _("I would need"), many=False),
            Field("talk", _("One conversation to have"), many=False),
        ]

    def compose_page(self) -> ComposeResult:
        """Yield the fields, and below the name whom it means."""
        for widget in self.compose_fields():
            yield widget
            if widget.id == "field-name":
                yield PlainText("", id="meant", classes="quiet")

    def on_mount(self) -> None:
        """Complete the name of somebody known."""
        super().on_mount()
        self.query_one("#field-name", Input).suggester = LastNameSuggester(self._known)
        self.query_one("#meant").display = False

    @cached_property
    def _known(self) -> list[str]:
        return [each.name for each in known_people.people(self.journal.notebook)]

    def _meant(self, typed: str) -> str:
        """Return the name that goes on the map: of somebody new who is known by the first name, the whole one."""
        name = one_line(typed)[:LONGEST_NAME].strip()
        return name if not name or one_name(name, self._first) else meant_people.whole_name(name, self._known)

    @on(Input.Changed, "#field-name")
    def _tell_meant(self, changed: Input.Changed) -> None:
        same = one_name(changed.value, self._first)
        told = "" if same else meant_people.told_of([one_line(changed.value).strip()], self._known)
        self.query_one("#meant", PlainText).update(told)
        self.query_one("#meant").display = bool(told)

    def stored_values(self) -> dict[str, str]:
        """Return what the map holds."""
        found = actors.actor(actors.newest(self.journal.notebook), self._who) if self._who else None
        if found is None:
            return {"name": "", "distance": Distance.WITHIN_REACH.value, **dict.fromkeys(_NAMES, "")}
        return {"name": found.name, "distance": found.distance.value, **{each: getattr(found, each) for each in _NAMES}}

    def unreadable(self, values: dict[str, str]) -> dict[str, str]:
        """Say that words about nobody wait for a name."""
        nobody = not self._who and not one_line(values["name"]).strip()
        return {"name": _("A name is needed.")} if nobody and any(values[each].strip() for each in _NAMES) else {}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that puts them on the map of today."""
        before, name = self._who, self._meant(values["name"])
        distance = Distance(values["distance"] or Distance.WITHIN_REACH)
        words = {each: one_line(values[each]) for each in _NAMES}
        self._who = name
        becomes = Actor(name=name, distance=distance, **words) if name else None
        return saving(actors.put, becomes, before)
