"""Signature of a statement: the manager's own name, in letters, as the engagement or an earlier validation has it."""

from collections.abc import Iterator

from journal.errors.refusals import NameTooShort, NotTheManager
from journal.model.engagement import EngagementDetails, Role
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.model.statement import StatementDetails
from journal.same_name import name_key
from journal.store import entries, validations
from journal.store.store import Tx

_LETTERS = 2  # less is a key that was pressed
_MOST_ENGAGEMENTS = 100


def check_signature(tx: Tx, name: str) -> None:
    """Raise NameTooShort for what is no name, NotTheManager for a name that is none of the manager's known ones."""
    if sum(map(str.isalpha, name)) < _LETTERS:
        raise NameTooShort
    known = list(dict.fromkeys(_managers(tx))) or list(dict.fromkeys(_signed(tx)))
    if known and not any(_share(name, each) for each in known):
        raise NotTheManager({"known": known[-1]})


def _managers(tx: Tx) -> Iterator[str]:
    lines = entries.newest(tx, Filter(kinds=(Kind.ENGAGEMENT,)), _MOST_ENGAGEMENTS)
    for engagement in entries.readable(tx, [line.ref for line in lines]):
        if isinstance(engagement.details, EngagementDetails):
            yield from (each.name for each in engagement.details.parties if each.role is Role.MANAGER and each.name)


def _signed(tx: Tx) -> Iterator[str]:
    """Yield the names with which lines are validated; what was too short when nothing asked for more says nothing."""
    for each in entries.readable(tx, validations.claimed(tx)):
        validation = each.details.validation if isinstance(each.details, StatementDetails) else None
        if validation is not None and sum(map(str.isalpha, validation.by)) >= _LETTERS:
            yield validation.by


def _share(name: str, other: str) -> bool:
    """Whether two names have a whole word in common: one signs with the first name, or with another surname."""
    words, others = (set(name_key(each).replace(".", " ").split()) for each in (name, other))
    return any(len(word) >= _LETTERS for word in words & others)
