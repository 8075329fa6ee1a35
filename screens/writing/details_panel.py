"""Widget: what can be told of a situation beside its text; all of it optional, shown only when asked for."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.widgets import Input

from journal.clock import Clock
from journal.dates.parsing import parse_past
from journal.dates.skipping import skipped_hour
from journal.dates.wording import clock_time, dated, weekday
from journal.errors.moments import UnknownMoment
from journal.language import _
from journal.model.audience import Audience
from journal.model.entry import Entry, NewEntry, title_of
from journal.model.kind import Kind
from journal.model.pattern import Pattern
from journal.model.situation import SituationDetails
from journal.no_name import is_no_name
from journal.practice import meant_people
from journal.practice.patterns_in_words import PATTERN_WORDS
from screens.frame.form_fields import not_saved
from screens.frame.form_values import no_name, said_at_once
from screens.vocabulary.audiences import word
from screens.vocabulary.patterns import sign
from screens.widgets.choice import ChoiceField
from screens.widgets.field import Field, FieldLabel, Holds, LineField
from screens.widgets.name_suggester import LastNameSuggester
from screens.widgets.plain import PlainText
from screens.widgets.scale import Scale

PATTERNS = tuple((pattern.value, words) for pattern, words in PATTERN_WORDS.items())


class _Told(PlainText):
    """What is said under a field, over both columns: a grid would measure it by the first of them."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the height in the whole width of the panel."""
        panel = self.query_ancestor(DetailsPanel)
        return super().get_content_height(container, viewport, panel.content_size.width or width)


class DetailsPanel(VerticalScroll, can_focus=False):
    """Title, time, people, tags, patterns, intensity, audience."""

    def __init__(self, people: Sequence[str], tags: Sequence[str], clock: Clock) -> None:
        super().__init__(id="details")
        self.known: Mapping[str, str] = {}  # the fields as the journal holds them
        self._clock = clock
        self._people = people
        self._tags = tags

    def compose(self) -> ComposeResult:
        """Yield a label and a place for each."""
        audiences = tuple((each.value, word(each)) for each in Audience if each is not Audience.SPONSOR)
        for field in (
            Field("title", _("Title"), _("the first line of the text"), many=False),
            Field("when", _("When"), _("now; or “yesterday 6pm”"), many=False, day=True),
            Field("people", _("Who"), _("names, separated by commas"), many=False, holds=Holds.NAMES),
            Field("tags", _("Tags"), _("separated by commas"), many=False, holds=Holds.NAMES),
        ):
            yield FieldLabel(field)
            yield LineField(field)
            if field.name in _TOLD:
                yield _Told("", id=f"told-{field.name}", classes="quiet")
        patterns = Field("patterns", _("What I recognise in it"), options=PATTERNS)
        yield FieldLabel(patterns)
        yield ChoiceField(patterns)
        yield _Told("", id="told-patterns", classes="quiet")
        yield FieldLabel(Field("intensity", _("Intensity, 0 to 10")))
        yield Scale()
        audience = Field("audience", _("Meant for"), many=False, options=audiences)
        yield FieldLabel(audience)
        yield ChoiceField(audience)

    @property
    def _when(self) -> str:
        return self.query_one("#field-when", LineField).told

    def unread(self) -> dict[str, str]:
        """Return what is said of a moment that cannot be read, and of a line that is no name, by their fields."""
        typed = {name: self.query_one(f"#field-{name}", LineField).told for name in _TOLD}
        changed = {name: text for name, text in typed.items() if text.strip() and text != self.known.get(name, "")}
        said = {name: _TOLD[name](text, self._clock(), self.known) for name, text in changed.items()}
        return {name: words for name, words in said.items() if words}

    def refusal(self) -> str:
        """Return the first that is said of what cannot be read, "" where all can."""
        return next(iter(self.unread().values()), "")

    def not_kept(self) -> str:
        """Return what is said on the next page of what cannot be read, "" where all can."""
        unread = self.unread()
        fields = [Field("when", _("When")), Field("people", _("Who"))]
        return not_saved(unread, fields) if unread else ""

    @on(Input.Changed, "#field-when")
    def _tell_understood(self) -> None:
        now, same = self._clock(), self._when == self.known.get("when", "")
        self.tell("when", "" if same else skipped_hour(self._when, now) or told(self._when, now))

    @on(Input.Changed, "#field-people")
    def _tell_known(self) -> None:
        typed = self.query_one("#field-people", LineField).told
        same = typed == self.known.get("people", "")
        self.tell("people", "" if same else meant_people.told_of(names(typed), self._people))

    def tell(self, name: str, words: str) -> None:
        """Say under a field what is to know of it; nothing takes no room."""
        told = self.query_one(f"#told-{name}", PlainText)
        told.update(words)
        told.display = bool(words)

    def on_mount(self) -> None:
        """Complete from what is known."""
        for name in _TOLD:
            self.tell(name, "")
        chosen = self.query_one("#field-patterns", ChoiceField)
        for each in ("at", "has_focus"):
            self.watch(chosen, each, self._tell_pattern)
        self.query_one("#field-people", Input).suggester = LastNameSuggester(self._people)
        self.query_one("#field-tags", Input).suggester = LastNameSuggester(self._tags)

    def _tell_pattern(self) -> None:
        """Say how the pattern one is at is noticed, as long as one chooses among them."""
        chosen, told = self.query_one("#field-patterns", ChoiceField), self.query_one("#told-patterns", PlainText)
        told.update(sign(chosen.options[chosen.at][0]))
        told.display = chosen.has_focus

    def write(self, fields: dict[str, str]) -> None:
        """Put in what is known."""
        for name in ("title", "when", "people", "tags"):
            self.query_one(f"#field-{name}", Input).value = fields.get(name, "")
        for name in ("patterns", "audience"):
            self.query_one(f"#field-{name}", ChoiceField).text = fields.get(name, "")
        intensity = fields.get("intensity", "")
        self.query_one(Scale).value = int(intensity) if intensity else None

    def typed(self) -> dict[str, str]:
        """Return what stands in the panel."""
        lines = {name: self.query_one(f"#field-{name}", LineField).told for name in ("title", "when", "people", "tags")}
        chosen = {name: self.query_one(f"#field-{name}", ChoiceField).text for name in ("patterns", "audience")}
        value = self.query_one(Scale).value
        return lines | chosen | {"intensity": "" if value is None else str(value)}


def fields_of(entry: NewEntry) -> dict[str, str]:
    """Return what the panel shows of an entry."""
    details = entry.details
    intensity = details.intensity if isinstance(details, SituationDetails) else None
    return {
        "title": "",
        "when": _("{day} {time}").format(day=dated(entry.happened_at.date()), time=clock_time(entry.happened_at)),
        "people": ", ".join(entry.people),
        "tags": ", ".join(entry.tags),
        "patterns": " ".join(pattern.value for pattern in entry.patterns),
        "audience": entry.audience.value,
        "intensity": "" if intensity is None else str(intensity),
    }


def told(typed: str, now: datetime) -> str:
    """Return in full which moment was understood, and whether it has not come yet; "" for none."""
    try:
        at = parse_past(typed, now) if typed.strip() else None
    except UnknownMoment as unknown:
        return said_at_once(unknown)
    if at is None:
        return ""
    words = _("{weekday} {day}, {time}").format(weekday=weekday(at), day=dated(at.date()), time=clock_time(at))
    return _("{moment} · still to come").format(moment=words) if at > now else words


def _no_moment(typed: str, now: datetime, _known: Mapping[str, str]) -> str:
    try:
        parse_past(typed, now)
    except UnknownMoment as unknown:
        return unknown.message()
    return ""


def _nobody(typed: str, _now: datetime, known: Mapping[str, str]) -> str:
    new = (each for each in names(typed) if each not in names(known.get("people", "")))
    return next((no_name(each) for each in new if is_no_name(each)), "")


_TOLD = {"when": _no_moment, "people": _nobody}
"""The fields under which something is said, and what is said of what is typed there."""


def names(text: str) -> tuple[str, ...]:
    """Return what stands between commas."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def entry_of(text: str, fields: Mapping[str, str], happened_at: datetime, known: Entry | None) -> NewEntry:
    """Return what a text and the panel tell as an entry; set aside for the group it stays, which is said elsewhere."""
    title, body = title_of(fields["title"], text)
    return NewEntry(
        kind=Kind.SITUATION,
        title=title[:300],
        body=body,
        happened_at=happened_at,
        people=names(fields["people"]),
        tags=names(fields["tags"]),
        patterns=tuple(map(Pattern, fields["patterns"].split())),
        audience=Audience(fields["audience"] or Audience.ME.value),
        details=SituationDetails(
            intensity=int(fields["intensity"]) if fields["intensity"] else None,
            for_group=known is not None and known.details_as(SituationDetails).for_group,
        ),
    )
