"""Departures between intent and register, looked for at every opening without what makes files."""

from typing import TYPE_CHECKING

from journal.store import preferences

if TYPE_CHECKING:
    from journal.sharing.repository import Keeper

KEY = "sharing.pending"


def settle(keeper: "Keeper") -> int:
    """Settle the departures that a kill left half done; return how many were registered."""
    with keeper.store.reading() as tx:
        if not preferences.get(tx, KEY):
            return 0
    from journal.sharing.delivering import settle_pending

    return settle_pending(keeper)
