"""Routes to the pages of this room: each page is imported when somebody goes there."""

from textual.screen import Screen


def settings(at: str = "") -> Screen[None]:
    """Return a page: one row per setting."""
    from screens.settings.place import SettingsScreen

    return SettingsScreen(at)


def keymap() -> Screen[None]:
    """Return a page: all commands with their keys; enter, then the new key."""
    from screens.settings.keymap import KeymapScreen

    return KeymapScreen()


def families() -> Screen[None]:
    """Return a page: the twelve families, one a row; what the chosen one listens for stands below."""
    from screens.settings.follow_up_families import FamiliesScreen

    return FamiliesScreen()


def terms() -> Screen[None]:
    """Return a page: the person's own words for those around their work."""
    from screens.settings.terms import TermsScreen

    return TermsScreen()


def backups() -> Screen[None]:
    """Return a page: the backups beside the vault, newest first."""
    from screens.settings.backups import BackupsScreen

    return BackupsScreen()


def old_journal() -> Screen[None]:
    """Return a page: brings an old journal; what it holds is shown first."""
    from screens.settings.old_journal import OldJournalScreen

    return OldJournalScreen()
