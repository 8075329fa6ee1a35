"""Routes to the pages of this room: each page is imported when somebody goes there."""

from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from journal.model.disclosure import Disclosure
    from journal.model.session import SessionKind


def share() -> Screen[None]:
    """Return a page: what left, newest first, and the ways to statements, recipients, people and words."""
    from screens.sharing.place import ShareScreen

    return ShareScreen()


def preview(refs: tuple[int, ...]) -> Screen[None]:
    """Return a page: asks for whom, then shows what leaves, byte for byte; nothing is written here."""
    from screens.sharing.preview import PreviewScreen

    return PreviewScreen(refs)


def for_three(refs: tuple[int, ...], meeting: "SessionKind") -> Screen[None]:
    """Return a page: exactly what the page for a meeting of three holds, and its way out."""
    from journal.model.audience import Audience
    from screens.sharing.preview import PreviewScreen

    return PreviewScreen(refs, Audience.SPONSOR, meeting=meeting)


def page_lines(ref: int) -> Screen[None]:
    """Return a page: the lines of a session's page that leave, each with its tick."""
    from screens.sharing.page_lines import PageLinesScreen

    return PageLinesScreen(ref)


def for_me(refs: tuple[int, ...]) -> Screen[None]:
    """Return a page: exactly what one takes along oneself, and its way out."""
    from journal.model.audience import Audience
    from screens.sharing.preview import PreviewScreen

    return PreviewScreen(refs, Audience.ME)


def take_along(
    refs: tuple[int, ...], included: tuple[int, ...], *, title: str = "", lines: bool = False, asides: bool = False
) -> Screen[None]:
    """Return a page: everything that one takes along oneself, as one document or as lines that read back."""
    from journal.model.audience import Audience
    from journal.model.disclosure import FileFormat
    from screens.sharing.preview import PreviewScreen

    form = FileFormat.JSON_LINES if lines else None
    return PreviewScreen(refs, Audience.ME, included=included, title=title, form=form, asides=refs if asides else ())


def departure(departure: "Disclosure") -> Screen[None]:
    """Return a page: one departure, with what left in it."""
    from screens.sharing.register import DepartureScreen

    return DepartureScreen(departure)


def phone(at: str = "") -> Screen[None]:
    """Return a page: the pages for the phone, the folders that are looked into, and what stays closed."""
    from screens.sharing.phone import PhoneScreen

    return PhoneScreen(at)


def returned() -> Screen[None]:
    """Return a page: room to paste what came back, or to name its file."""
    from screens.sharing.pasting import PastingScreen

    return PastingScreen()


def known() -> Screen[None]:
    """Return a page: everything that somebody ever received."""
    from screens.sharing.register import KnowingScreen

    return KnowingScreen()


def recipients() -> Screen[None]:
    """Return a page: who receives, in which form, with which key."""
    from screens.sharing.recipients import RecipientsScreen

    return RecipientsScreen()


def people() -> Screen[None]:
    """Return a page: people, and the aliases they carry outside."""
    from screens.sharing.people import PeopleScreen

    return PeopleScreen()


def words() -> Screen[None]:
    """Return a page: company, projects and other words to look out for."""
    from screens.sharing.people import WordsScreen

    return WordsScreen()
