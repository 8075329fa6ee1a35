"""The parties of an engagement as people of the journal: each has an alias from the moment they are entered."""

from journal.language import N_, _
from journal.model.engagement import EngagementDetails, Role
from journal.practice.notebook import Notebook
from journal.store import people

# What they are called outside at first; the manager changes it at will. In French these words suit man and woman.
_CALLED = {
    Role.MANAGER: N_("the manager"),
    Role.SPONSOR: N_("my sponsor"),
    Role.PRACTITIONER: N_("my coach"),
}


def introduce(notebook: Notebook, details: EngagementDetails) -> None:
    """Enter the parties among the people, called by their role where that tells one person."""
    with notebook.store.writing() as tx:
        for party in details.parties:
            people.known_or_new(tx, party.name, _(_CALLED[party.role]) if party.role in _CALLED else "")


def alias_of(notebook: Notebook, name: str) -> str:
    """Return what somebody is called outside; the name itself of nobody who is known."""
    folded = name.casefold()
    with notebook.store.reading() as tx:
        found = next((each for each in people.people(tx) if each.name.casefold() == folded), None)
    return found.alias if found else name
