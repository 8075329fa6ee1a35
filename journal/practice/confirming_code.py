"""Confirmation of the recovery code: a code that nobody wrote down opens nothing later.

Only that it waits is remembered, in the vault; never the code itself.
"""

from journal.practice.notebook import Notebook
from journal.store import preferences

_WAITING = "recovery-code-unconfirmed"


def shown(nb: Notebook) -> None:
    """Remember that a new code is being shown, and was not typed back yet."""
    with nb.store.writing() as tx:
        preferences.put(tx, _WAITING, value=True)


def confirmed(nb: Notebook) -> None:
    """Remember that its groups were typed back."""
    with nb.store.writing() as tx:
        preferences.put(tx, _WAITING, value=False)


def is_waiting(nb: Notebook) -> bool:
    """Tell whether a code was shown that was never typed back."""
    with nb.store.reading() as tx:
        return preferences.get(tx, _WAITING) is True
