"""A vault opened for one command, what waited in its inbox taken over first."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from journal.cli.passphrases import passphrase
from journal.cli.printing import tell
from journal.cli.remarks import tell_remarks
from journal.cli.request import Common
from journal.errors import VaultNotFound
from journal.errors.storage import DiskFull, StorageFailed
from journal.files import has_room
from journal.language import N_, _, ngettext

if TYPE_CHECKING:
    from journal.practice.notebook import Notebook
    from journal.vault.vault import OpenVault

_DISK_FULL = N_(
    "The disk is full. You can read everything, but nothing can be saved until there is room, not even in the register "
    "of what leaves."
)


@contextmanager
def opened_vault(common: Common, *, in_hand: bool = False) -> Iterator["OpenVault"]:
    """Unlock the vault with the passphrase, or with the key in hand, and close it whatever happens."""
    from journal.vault import vault
    from journal.vault.presence import exists

    folder = common.folder()
    if not exists(folder):
        raise VaultNotFound(path=folder)
    unlocked = _with_key_in_hand(common) if in_hand else None
    if unlocked is None:
        unlocked = vault.unlock(folder, passphrase(common.passphrase_file))
    try:
        tell_remarks(folder)
        yield unlocked
    finally:
        unlocked.close()


def _with_key_in_hand(common: Common) -> "OpenVault | None":
    from journal.cli.key_in_hand import allowed, close_folder, unlocked
    from journal.errors.hand import HandUnreachable, UnsafeHand

    try:
        if allowed():
            close_folder()
        return unlocked(common)
    except (HandUnreachable, UnsafeHand) as error:  # nothing is taken there; the passphrase is asked for as ever
        tell(error.message())
        return None


@contextmanager
def opened(common: Common, *, in_hand: bool = False) -> Iterator["Notebook"]:
    """Open the notebook, with the sealed captures taken over, and close it whatever happens.

    `in_hand`: a command that only reads takes the key in hand where one is.
    """
    with opened_vault(common, in_hand=in_hand) as vault:
        from journal import paths, settings, terms
        from journal.clock import now
        from journal.dates import habits
        from journal.practice.notebook import open_notebook
        from journal.sharing import pending

        preferences = settings.load(paths.config_folder() / "settings.toml")
        terms.choose(preferences.terms)
        habits.choose(preferences.habits(now))
        notebook = open_notebook(vault, now, preferences)
        try:
            full = vault.disk_full or not has_room(vault.folder)
            try:
                if not vault.read_only:
                    _take_over_captures(notebook)
                    pending.settle(notebook)
                    _look_for_notes(notebook)
            except DiskFull:
                full = True
            if full:
                tell(_(_DISK_FULL))
            if (
                not in_hand
            ):  # who only reads makes none that refers to itself, and does not wait for a look at all there is
                gc.enable()
            with _counted(notebook, paths.state_folder()):
                yield notebook
        finally:
            notebook.store.close()


@contextmanager
def _counted(notebook: "Notebook", state: Path) -> Iterator[None]:
    """Tell of a vault that is older than the one last opened here; count an opening in which something was kept."""
    from journal.practice import openings

    if (last := openings.later_one(notebook, state)) is not None:
        tell(openings.message(last))
        tell(_("If you put it back yourself: recul check --restored"))
    yield
    if last is None and notebook.store.has_written:
        with suppress(StorageFailed):
            openings.count(notebook, state)


def _take_over_captures(notebook: "Notebook") -> None:
    """Make what was sealed from the shell entries; hardly ever does something wait."""
    if notebook.vault.waiting():
        from journal.practice import capturing

        capturing.take_over_captures(notebook)


def _look_for_notes(notebook: "Notebook") -> None:
    """Take in notes from the phone that lie in the inbox or in a folder that is watched; tell what stays closed."""
    from journal.vault import inbox

    held = notebook.settings
    if not (held.watched_folders or inbox.has_files(notebook.vault.folder)):
        return
    from journal.importing import phone_closed, phone_files

    at, remove = notebook.clock(), held.remove_taken_notes
    count = phone_files.look(notebook.store, notebook.vault.folder, held.watched_folders, at, remove=remove)
    if count:
        words = ngettext(
            "{count} note from the phone waits for you, on Today.",
            "{count} notes from the phone wait for you, on Today.",
            count,
        )
        tell(words.format(count=count))
    for each in phone_closed.closed(notebook.store):
        if not each.told:
            tell(f"{each.name}: {each.reason}")
    phone_closed.note_told(notebook.store)
