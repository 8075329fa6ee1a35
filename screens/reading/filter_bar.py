"""The fields that narrow a list, shown only when asked for: choices turned with the arrows, names that complete."""

import unicodedata
from asyncio import Lock
from collections.abc import Sequence
from typing import Any, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input

from journal.language import _
from journal.model.kind import Kind
from journal.model.kind_spec import spec_of
from journal.model.pattern import Pattern
from journal.terms import term
from screens.frame.resting import Rest
from screens.vocabulary.filters import PERIOD_WORDS, Filters, Period
from screens.vocabulary.patterns import listed, sign
from screens.widgets.plain import PlainText, plain

_REST = 0.3  # seconds
_NEXT: list[BindingType] = [
    Binding("enter,down", "app.focus_next", show=False),
    Binding("up", "app.focus_previous", show=False),
]


class FilterChoice(Widget, can_focus=True):
    """One of several words, turned with the left and right arrows or a click; the first means "all"."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right,space", "turn(1)", show=False),
        *_NEXT,
    ]
    value: reactive[Any] = reactive(None)

    class Changed(Message):
        """Another word was chosen."""

    def __init__(self, options: Sequence[tuple[Any, str]], *, id: str) -> None:  # noqa: A002 -- Textual's name
        super().__init__(id=id)
        self._options = list(options)

    def render(self) -> Content:
        """Return the word, between the arrows that turn it while it has the keys."""
        words = plain(next(word for value, word in self._options if value == self.value))
        return Content.assemble(("‹ ", "$accent"), words, (" ›", "$accent")) if self.has_focus else words

    def on_focus(self) -> None:
        """Show the arrows."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the arrows."""
        self.refresh()

    def action_turn(self, by: int) -> None:
        """Choose the next word or the one before."""
        values = [value for value, _word in self._options]
        self.value = values[(values.index(self.value) + by) % len(values)]
        self.post_message(self.Changed())

    def on_click(self, event: events.Click) -> None:
        """Choose the next word."""
        event.stop()
        self.action_turn(1)


def _folded(name: str) -> str:
    """Return a name as it is compared: neither accents nor capitals matter."""
    decomposed = unicodedata.normalize("NFKD", name.strip().casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


class NameSuggester(Suggester):
    """Completes what was begun, with or without its accents."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(case_sensitive=True)
        self._known = list(known)

    async def get_suggestion(self, value: str) -> str | None:
        """Return what was typed, followed by the end of the first name that begins so."""
        begun = _folded(value)
        name = next((name for name in self._known if begun and _folded(name[: len(value)]) == begun), None)
        return value + name[len(value) :] if name else None


class NameField(Input):
    """A name that the journal knows; it completes as one types, and only a known one narrows."""

    BINDINGS: ClassVar[list[BindingType]] = _NEXT

    def __init__(self, *, id: str) -> None:  # noqa: A002 -- Textual's name
        super().__init__(compact=True, id=id)
        self._known: dict[str, str] = {}

    def know(self, names: Sequence[str], hint: str, value: str) -> None:
        """Take the names that the journal knows now, what is told while nothing stands here, and what stands here."""
        self.suggester = NameSuggester(names)
        self._known = {_folded(name): name for name in names}
        self.placeholder, self.value = hint, value

    @property
    def name_meant(self) -> str:
        """The known name that stands here, "" for none."""
        return self._known.get(_folded(self.value), "")

    @property
    def leads_nowhere(self) -> bool:
        """Whether something stands here with which no known name begins."""
        begun = _folded(self.value)
        return bool(begun) and not any(name.startswith(begun) for name in self._known)

    @property
    def unknown(self) -> str:
        """What stands here and narrows nothing, "" when it is a known name or nothing."""
        return "" if self.name_meant else self.value.strip()

    def complete(self) -> None:
        """Complete what was begun, when it can only mean one thing; write a known name as it is known."""
        begun = _folded(self.value)
        meant = [name for folded, name in self._known.items() if folded.startswith(begun)] if begun else []
        if self.name_meant or len(meant) == 1:
            self.value = self.name_meant or meant[0]

    def on_blur(self) -> None:
        """Complete what was begun."""
        self.complete()


class FilterBar(Vertical):
    """Five quiet lines above a list."""

    class Changed(Message):
        """The list is to be narrowed otherwise."""

        def __init__(self, narrowing: Filters) -> None:
            super().__init__()
            self.narrowing = narrowing

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's name
        super().__init__(id=id)
        self._told = Filters()
        self._rest = Rest(self, self._make_in_turn)
        self._making = Lock()
        self.display = False

    def make_at_rest(self) -> None:
        """Let the fields stand before they are asked for, once the hand rests: some twenty parts are made for them."""
        if not self.children:
            self._rest.begin(_REST)

    @work(name="fields", group="fields")
    async def _make_in_turn(self) -> None:
        await self._make()

    async def _make(self) -> None:
        async with self._making:
            if not self.children:
                await self.mount_all(self._lines())

    async def open(self, narrowing: Filters, tags: Sequence[str], people: Sequence[str]) -> None:
        """Show the fields, filled with what narrows the list now."""
        await self._make()
        self._told = narrowing
        self.query_one("#filter-kind", FilterChoice).value = narrowing.kind
        self.query_one("#filter-pattern", FilterChoice).value = narrowing.pattern
        self.query_one("#filter-period", FilterChoice).value = narrowing.period
        someone = _("someone, or a role: {boss}").format(boss=term("boss"))
        self.query_one("#filter-tag", NameField).know(tags, _("a tag you use"), narrowing.tag)
        self.query_one("#filter-person", NameField).know(people, someone, narrowing.person)
        self._tell_more()
        self.display = True
        self.query_one("#filter-kind").focus()

    def close(self) -> None:
        """Hide the fields; what narrows the list stays."""
        self.display = False

    def complete(self) -> str:
        """Complete the names that were begun; return the first unknown one, "" for none."""
        fields = list(self.query(NameField))
        for field in fields:
            field.complete()
        return next((field.unknown for field in fields if field.unknown), "")

    def compose(self) -> ComposeResult:
        """Nothing stands here until it is asked for."""
        yield from ()

    def _lines(self) -> list[Widget]:
        kinds = FilterChoice(
            [(None, _("all")), *((kind, _(spec_of(kind).word)) for kind in Kind.all())], id="filter-kind"
        )
        patterns = FilterChoice(
            [(None, _("all")), *((pattern, listed(pattern)) for pattern in Pattern)], id="filter-pattern"
        )
        periods = FilterChoice(
            [(None, _("any time")), *((period, _(PERIOD_WORDS[period])) for period in Period)], id="filter-period"
        )
        return [
            _line(_("Kind"), kinds),
            _line(_("Tag"), NameField(id="filter-tag"), _("no tag of this name")),
            _line(_("Person"), NameField(id="filter-person"), _("nobody of this name")),
            _line(_("What I recognise in it"), patterns),
            _quiet("filter-pattern-told"),
            _line(_("Period"), periods),
        ]

    @on(FilterChoice.Changed)
    @on(Input.Changed)
    def _changed(self, event: Message) -> None:
        event.stop()
        self._tell_more()
        narrowing = Filters(
            kind=self.query_one("#filter-kind", FilterChoice).value,
            tag=self.query_one("#filter-tag", NameField).name_meant,
            person=self.query_one("#filter-person", NameField).name_meant,
            pattern=self.query_one("#filter-pattern", FilterChoice).value,
            period=self.query_one("#filter-period", FilterChoice).value,
        )
        if narrowing != self._told:
            self._told = narrowing
            self.post_message(self.Changed(narrowing))

    def _tell_more(self) -> None:
        """Say beside a field what leads nowhere, and below a pattern what it is."""
        for field in self.query(NameField):
            self.query_one(f"#{field.id}-unknown").display = field.leads_nowhere
        pattern = self.query_one("#filter-pattern", FilterChoice).value
        told = self.query_one("#filter-pattern-told", PlainText)
        told.update(sign(pattern))
        told.display = pattern is not None


def _quiet(name: str) -> PlainText:
    """Return a line that says more of what was chosen above, shown once there is something."""
    told = PlainText("", id=name, classes="quiet")
    told.display = False
    return told


def _line(label: str, field: Widget, unknown: str = "") -> Widget:
    told = PlainText(unknown, id=f"{field.id}-unknown", classes="filter-unknown quiet")
    told.display = False
    return Horizontal(PlainText(label, classes="filter-label"), field, told, classes="filter-line")
