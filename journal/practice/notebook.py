"""The manager's notebook: the open journal with the time and the preferences that every service needs."""

from contextlib import suppress

from journal.clock import Clock, now
from journal.errors.storage import StorageFailed
from journal.settings import Settings
from journal.store import sealed_entries
from journal.store.store import Store
from journal.vault.vault import OpenVault


class Notebook:
    """What a service is handed first."""

    def __init__(self, store: Store, vault: OpenVault, clock: Clock, settings: Settings) -> None:
        self.store = store
        self.vault = vault
        self.clock = clock
        self.settings = settings

    def at(self, clock: Clock) -> "Notebook":
        """Return the same journal by another clock."""
        return Notebook(self.store, self.vault, clock, self.settings)

    def close(self) -> None:
        """Close the journal and the vault."""
        self.store.close()
        self.vault.close()


def open_notebook(vault: OpenVault, clock: Clock = now, settings: Settings | None = None) -> Notebook:
    """Open the journal of a vault, and what was sealed until today with it.

    Raises NewerFormat, DamagedVault, StorageFailed and its kinds.
    """
    store = Store.open(vault)
    notebook = Notebook(store=store, clock=clock, settings=settings or Settings(), vault=vault)
    if not vault.read_only:
        with suppress(StorageFailed):  # what cannot be opened today waits until something can be written
            open_what_is_due(notebook)
    return notebook


def open_what_is_due(notebook: Notebook) -> int:
    """Open the entries that were sealed until a moment that has come; return how many."""
    at = notebook.clock()
    with notebook.store.reading() as tx:
        waiting = sealed_entries.may_be_due(tx, at) and any(until <= at for _, until in sealed_entries.sealed(tx))
    if not waiting:
        return 0
    with notebook.store.writing() as tx:
        return sealed_entries.unseal_due(tx, at)
