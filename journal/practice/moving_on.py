"""Service for a replaced file: what is here goes on in another folder."""

from collections.abc import Iterable
from pathlib import Path

from journal.errors import FolderMissing
from journal.practice.notebook import Notebook, open_notebook
from journal.practice.sealed_notes import notes_of


def into_new_vault(notebook: Notebook, folder: Path) -> Notebook:
    """Copy the journal as it is open here into a vault in a new folder and return that one, open.

    Passphrase and recovery code stay. Raises VaultExists, FolderNotEmpty, StorageFailed and its kinds.
    """
    key = notebook.vault.database_key()
    vault = notebook.vault.copied_to(folder, lambda target: notebook.store.copy_to(target, key))
    return open_notebook(vault, notebook.clock, notebook.settings)


def into_sealed_notes(notebook: Notebook, texts: Iterable[str], folder: Path) -> list[Path]:
    """Seal texts to this vault's own key, into a folder that is there; return the files.

    Moved into a vault's inbox they wait on Today. Raises FolderMissing, StorageFailed and its kinds.
    """
    if not folder.is_dir():
        raise FolderMissing(path=folder)
    return [notebook.vault.seal_into(folder, note) for note in notes_of(texts, notebook.clock())]
