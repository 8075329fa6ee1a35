"""Steps of the visit: a page, what it is for in a sentence or two, the one key to press, and the way there."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from journal.language import N_
from journal.model.entry import EntryLine
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.practice import choosing, coming_up, reading
from journal.practice.protocols_at_hand import at_hand
from screens.frame.page import Page
from screens.frame.told_keys import ENTER
from screens.questioning import routes as questioning_routes
from screens.settings import routes as settings_routes

Opens = Callable[[Page], Awaitable[None] | None]
"""A way to the page of a step, from the page where one is."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the names of the pages on which it stands, what it says there, and how one gets there.

    The words name keys by what they do; `keys` says which command each is. A step on a situation is passed over where
    none is left.
    """

    pages: tuple[str, ...]
    words: str
    opens: Opens
    keys: Mapping[str, str] = field(default_factory=dict)
    on_a_situation: bool = False

    def can_be_shown(self, page: Page) -> bool:
        """Return whether there is what it is about."""
        return not self.on_a_situation or bool(_situations(page))


def _place(place: str) -> Opens:
    return lambda page: page.host.navigation.go(place)


def _situations(page: Page) -> list[EntryLine]:
    return reading.newest(page.journal.notebook, Filter(kinds=(Kind.SITUATION,)), 1)


def _newest(page: Page) -> int:
    return _situations(page)[0].ref


def _choose_protocol(page: Page) -> None:
    page.app.push_screen(questioning_routes.choose_protocol(_newest(page)))


def _question(page: Page) -> None:
    ref = _newest(page)
    first = choosing.proposals(page.journal.notebook, ref, at_hand())[0]
    page.app.push_screen(questioning_routes.questioning(code=first.protocol.code, about=ref))


def _open_session(page: Page) -> None:
    session = coming_up.next_session(page.journal.notebook)
    if session is not None:
        page.host.navigation.open_entry(session.ref, Kind.SESSION)


def _preview(page: Page) -> None:
    session = coming_up.next_session(page.journal.notebook)
    if session is not None:
        page.host.share((session.ref,))


STEPS: tuple[Step, ...] = (
    Step(
        ("today",),
        N_("Today shows the next thing to do. Press {write} to write down what happened."),
        _place("today"),
        {"write": "write"},
    ),
    Step(
        ("situation",),
        N_("Write a sentence, as it comes. {keep} keeps it; {question} also questions it."),
        lambda page: page.host.navigation.write_new(),
        {"keep": "situation.keep", "question": "situation.question"},
    ),
    Step(
        ("choose_protocol",),
        N_("Three ways in, each with its reason. {enter} takes the one you are on."),
        _choose_protocol,
        {"enter": ENTER},
        on_a_situation=True,
    ),
    Step(
        ("questioning",),
        N_("One question at a time. {next} keeps an answer, {skip} skips, {later} stops here."),
        _question,
        {"next": "questioning.next", "skip": "questioning.skip", "later": "questioning.later"},
        on_a_situation=True,
    ),
    Step(
        ("entry", "reflection", "reflection_end"),
        N_("What you answer stays with the situation. {plans} leads to your plans."),
        lambda page: page.host.navigation.open_entry(_newest(page)),
        {"plans": "plans"},
        on_a_situation=True,
    ),
    Step(
        ("plans",),
        N_("A step says if and then, and when to look again. {there} leads to the sessions."),
        _place("plans"),
        {"there": "sessions"},
    ),
    Step(
        ("sessions",),
        N_("The next session stands first. {enter} opens it, to prepare it."),
        _place("sessions"),
        {"enter": ENTER},
    ),
    Step(
        ("session",),
        N_("Your question; {next} moves on to what you bring. There, {share} shows what would leave."),
        _open_session,
        {"next": "fields.next", "share": "session.share"},
    ),
    Step(
        ("preview",),
        N_("Say for whom, then read exactly what would leave. Key {settings} opens the settings."),
        _preview,
        {"settings": "settings"},
    ),
    Step(
        ("settings",),
        N_("Language, colours, backups, lock. {lock} locks at once, and here it ends the demo."),
        lambda page: page.app.push_screen(settings_routes.settings()),
        {"lock": "lock"},
    ),
)
