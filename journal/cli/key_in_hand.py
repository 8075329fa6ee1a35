"""Key in hand, taken by a command that reads: when it was switched on, and where one is held."""

from typing import TYPE_CHECKING

from journal.cli.printing import tell
from journal.cli.request import Common
from journal.hand.offering import offered
from journal.hygiene import visible
from journal.language import _

if TYPE_CHECKING:
    from journal.vault.vault import OpenVault


def close_folder() -> None:
    """Close the folder of the sockets again where others could enter it, and say so."""
    from journal.hand import held

    if (folder := held.close_again()) is not None:
        tell(_("{path} was open to others: it is closed to them again.").format(path=visible(str(folder))))


def vault_id(options: Common) -> str:
    """Return which vault is meant, from its header alone. Raises VaultNotFound."""
    from journal.errors import VaultNotFound
    from journal.vault import copies
    from journal.vault.presence import exists

    folder = options.folder()
    if not exists(folder):
        raise VaultNotFound(path=folder)
    return copies.read(folder).vault.hex()


def allowed() -> bool:
    """Return whether the person switched it on."""
    from journal import paths, settings

    return settings.load(paths.config_folder() / "settings.toml").key_in_hand


def unlocked(options: Common) -> "OpenVault | None":
    """Return the vault opened with the key in hand; None where none is held, or it is not this vault's any more.

    Raises HandUnreachable, UnsafeHand.
    """
    from journal.errors.hand import KeyReplaced
    from journal.hand import held
    from journal.vault import vault

    if options.passphrase_file or not offered() or not allowed():
        return None
    name = vault_id(options)
    key = held.key_of(name)
    if key is None:
        return None
    try:
        return vault.unlock_with_key(options.folder(), key)
    except KeyReplaced:  # this one opens nothing any more
        held.let_go(name)
        return None
