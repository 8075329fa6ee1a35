"""A notebook on a real encrypted vault, with a clock that stands still until it is moved."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from journal.model.engagement import EngagementDetails, Form, Party, Role
from journal.model.entry import Entry
from journal.model.session import SessionDetails, SessionKind
from journal.practice import (
    framing,
    members,
    scheduling,
)
from journal.practice.notebook import Notebook, open_notebook
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
