"""A notebook on a real encrypted vault, with a clock that stands still until it is moved."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from journal.model.engagement import EngagementDetails, Form, Party, Role
from journal.model.entry import Entry, NewEntry
from journal.model.kind import Kind
from journal.model.protocol import PromptKind
from journal.model.reflection import ReflectionDetails
from journal.model.session import SessionDetails, SessionKind
from journal.practice import (
    capturing,
    framing,
    members,
    questioning,
    scheduling,
)
from journal.practice.notebook import Notebook, open_notebook
from journal.settings import Settings
from journal.store import entries, entry_writing
from journal.vault.vault import OpenVault


class StandingClock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 24, 18, 42, tzinfo=ZoneInfo("Europe/Paris"))

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, **amount: float) -> None:
        self.at += timedelta(**amount)


@pytest.fixture
def clock() -> StandingClock:
    """Return a clock that stands at a Tuesday evening."""
    return StandingClock()


@pytest.fixture
def notebook(vault: OpenVault, clock: StandingClock) -> Iterator[Notebook]:
    """Return an empty notebook."""
    opened = open_notebook(vault, clock)
    yield opened
    opened.store.close()


@pytest.fixture
def group(notebook: Notebook) -> Entry:
    """Return a group of four, oneself included."""
    begun = framing.begin(notebook, "Groupe", Form.GROUP)
    people = members.members_of("Jean-Baptiste Morel, Achats, Acmé\nOlivier Sand, Logistique\nOlga Petit")
    frame = begun.details_as(EngagementDetails)
    me = Party(role=Role.MANAGER, name="Claire Vasseur")
    return framing.reframe(notebook, begun, frame.with_(parties=(me, *people)))


@pytest.fixture
def evening(notebook: Notebook, group: Entry) -> Entry:
    """Return the evening that takes place now."""
    details = SessionDetails(number=2, meeting=SessionKind.GROUP)
    return scheduling.plan_one(notebook, group.ref, notebook.clock(), details)


def scene(notebook: Notebook, title: str, body: str = "") -> Entry:
    """Write a situation of now."""
    new = NewEntry(kind=Kind.SITUATION, title=title, body=body, happened_at=notebook.clock())
    return capturing.write(notebook, new)


class GoingClock:
    """A clock that goes on by a second each time it is read."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 24, 18, 0, tzinfo=timezone(timedelta(hours=1)))

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@pytest.fixture
def nb(vault: OpenVault) -> Iterator[Notebook]:
    """Return an empty notebook in French, whose clock goes on."""
    notebook = open_notebook(vault, clock=GoingClock(), settings=Settings(language="fr"))
    yield notebook
    notebook.store.close()


def situation(nb: Notebook, **fields: object) -> Entry:
    new = {"kind": Kind.SITUATION, "title": "Le CODIR", "body": "Elle a dit : on verra.", "happened_at": nb.clock()}
    with nb.store.writing() as tx:
        return entry_writing.add(tx, NewEntry.model_validate(new | fields), nb.clock())


def read(nb: Notebook, ref: int) -> Entry:
    with nb.store.reading() as tx:
        return entries.get(tx, ref)


def details(entry: Entry) -> ReflectionDetails:
    assert isinstance(entry.details, ReflectionDetails)
    return entry.details


def given_for(run: questioning.Run) -> int | str:
    """Return an answer that the question takes."""
    prompt = run.prompt
    assert prompt is not None
    if prompt.kind is PromptKind.SCALE:
        return 9
    if prompt.kind is PromptKind.CHOICE:
        return prompt.choices[0].id
    return f"réponse à {prompt.id}\nsur deux lignes"
