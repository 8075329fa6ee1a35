"""Request: what was asked for beside the command itself."""

import os
from pathlib import Path

from journal import language


class Common:
    """The options that every command takes, as they were given."""

    def __init__(self, vault: str | None = None, passphrase_file: str | None = None, *, json: bool = False) -> None:
        self.vault = vault
        self.passphrase_file = passphrase_file
        self.json = json

    def folder(self) -> Path:
        """Return the vault's folder: the option, RECUL_VAULT, the platform's place."""
        from journal import paths

        return paths.vault_folder(self.vault, os.environ, language.current())
