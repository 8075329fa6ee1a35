"""Routes to the pages of this room: each page is imported when somebody goes there."""

from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from journal.model.kind import Kind
    from screens.frame.host import Host
    from screens.vocabulary.filters import Filters


def journal() -> Screen[None]:
    """Return a page: the list of all entries, with the beginning of the current one beside it."""
    from screens.reading.journal import JournalScreen

    return JournalScreen()


def entry(ref: int) -> Screen[None]:
    """Return a page: reads an entry of any kind that has no page of its own."""
    from screens.reading.entry import EntryScreen

    return EntryScreen(ref)


def unreadable(ref: int) -> Screen[None]:
    """Return a page: what is there of an entry that cannot be read, as it is."""
    from screens.reading.unreadable import UnreadableScreen

    return UnreadableScreen(ref)


def witness(ref: int) -> Screen[None]:
    """Return a page: chooses the objective that an entry bears witness to."""
    from screens.reading.entry import WitnessScreen

    return WitnessScreen(ref)


def history(ref: int) -> Screen[None]:
    """Return a page: the wordings, newest first; below, what the chosen one said otherwise."""
    from screens.reading.history import HistoryScreen

    return HistoryScreen(ref)


def trash() -> Screen[None]:
    """Return a page: what lies in the trash; enter brings it back, nothing goes for good unless asked."""
    from screens.reading.trash import TrashScreen

    return TrashScreen()


def search(kind: "Kind | None" = None) -> Screen[None]:
    """Return a page: a field, and what it finds, those written last first."""
    from screens.reading.search import SearchScreen

    return SearchScreen(kind)


async def narrowed_journal(host: "Host", filters: "Filters") -> None:
    """Go to the Journal, narrowed to these conditions."""
    from screens.reading.journal import JournalScreen

    await host.navigation.go("journal")
    for page in host.navigation.pages():
        if isinstance(page, JournalScreen):
            page.narrow(filters)


def tellings(ref: int) -> Screen[None]:
    """Return a page: one scene as it was told, two tellings side by side."""
    from screens.reading.tellings import TellingsScreen

    return TellingsScreen(ref)
