"""The app as its pages know it: what they may ask of it, and nothing more."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from textual.widget import Widget

from journal.settings import Settings
from screens.frame.command import CommandTable
from screens.frame.events import Happened
from screens.frame.navigation import Navigation
from screens.frame.page_faults import PageFaults
from screens.frame.save_queue import Job
from screens.terminal.environment import Environment

if TYPE_CHECKING:
    from journal.practice.notebook import Notebook
    from journal.vault.vault import OpenVault
    from screens.frame.open_journal import OpenJournal


class Host(Protocol):
    """What a page may ask of the app it stands in."""

    said: str
    """What was just done, told in the header until the next key."""

    @property
    def settings(self) -> Settings:
        """The settings as they hold now."""

    @property
    def environment(self) -> Environment:
        """Folders, clocks and the doors of the vault."""

    @property
    def table(self) -> CommandTable:
        """Every command there is."""

    @property
    def state_folder(self) -> Path:
        """Where the blind log is kept."""

    @property
    def is_open(self) -> bool:
        """Whether the vault is open."""

    @property
    def is_leaving(self) -> bool:
        """Whether the journal is being closed: nothing is read from it any more."""

    @property
    def navigation(self) -> Navigation:
        """The way to places and to the pages of entries."""

    @property
    def journal(self) -> "OpenJournal":
        """What is open; only pages behind the door ask for it."""

    def save(self, job: Job, key: str = "", *, text: str = "") -> "asyncio.Future[Happened]":
        """Have something kept, after everything that was asked before."""

    async def prefer(self, **changes: Any) -> None:
        """Change settings, keep them on the disk, and let them hold at once."""

    def open_notebook(self, vault: "OpenVault") -> "Notebook":
        """Return the journal of an open vault; called in a thread."""

    def hold(self, notebook: "Notebook") -> None:
        """Keep a new journal that is open and not gone into yet."""

    async def enter(self, notebook: "Notebook") -> None:
        """Go in: the vault is open."""

    @property
    def faults(self) -> PageFaults:
        """The pages that failed."""

    def meet_fault(self, error: Exception) -> None:
        """Do what can be done about an exception that nobody caught."""

    def leave_for(self, notebook: "Notebook") -> None:
        """Keep everything in another vault that holds all of this one, and leave, saying where it is."""

    def end_without_journal(self) -> None:
        """Leave after the journal's keys were destroyed."""

    def share(self, refs: tuple[int, ...]) -> None:
        """Show exactly what would leave, before anything does."""

    def guide(self) -> Iterable[Widget]:
        """Return what stands below the header of a page while somebody is shown around; nothing else than then."""


@runtime_checkable
class HostingApp(Protocol):
    """An app in which pages can stand."""

    def as_host(self) -> Host:
        """Return the app as its pages know it."""
