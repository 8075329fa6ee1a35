"""A vault opened for one command, what waited in its inbox taken over first."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from journal.cli.common import Common
from journal.cli.passphrases import passphrase
from journal.errors import VaultNotFound

if TYPE_CHECKING:
    from journal.practice.notebook import Notebook
    from journal.vault.vault import OpenVault


@contextmanager
def opened_vault(common: Common) -> Iterator["OpenVault"]:
    """Unlock the vault with the passphrase and close it whatever happens."""
    from journal.vault import vault
    from journal.vault.presence import exists

    folder = common.folder()
    if not exists(folder):
        raise VaultNotFound(path=folder)
    unlocked = vault.unlock(folder, passphrase(common.passphrase_file))
    try:
        yield unlocked
    finally:
        unlocked.close()


@contextmanager
def opened(common: Common) -> Iterator["Notebook"]:
    """Open the notebook, with the sealed captures taken over, and close it whatever happens."""
    with opened_vault(common) as vault:
        from journal import paths, settings
        from journal.clock import now
        from journal.practice import capturing
        from journal.practice.notebook import open_notebook
        from journal.sharing.delivering import settle_pending

        notebook = open_notebook(vault, now, settings.load(paths.config_folder() / "settings.toml"))
        try:
            if not vault.read_only:
                capturing.take_over_captures(notebook)
                settle_pending(notebook)
            yield notebook
        finally:
            notebook.store.close()
