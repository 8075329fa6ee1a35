"""The people of the journal: who is known, by which names, and who is forgotten."""

from journal.model.person import Person
from journal.practice.notebook import Notebook
from journal.store import people as kept
from journal.store.folding import words


def people(notebook: Notebook) -> list[Person]:
    """Return everybody who appears in the journal."""
    with notebook.store.reading() as tx:
        return kept.people(tx)


def person_called(notebook: Notebook, name: str) -> Person | None:
    """Return who is called so, by name or by another form, whatever the case and accents; None for nobody."""
    folded = words(name)
    return next((each for each in people(notebook) if folded in map(words, (each.name, *each.forms))), None)


def keep_person(notebook: Notebook, person: Person) -> Person:
    """Keep somebody's name, alias and forms."""
    with notebook.store.writing() as tx:
        return kept.keep_person(tx, person)


def forget_person(notebook: Notebook, number: int) -> None:
    """Take somebody out of the people. Raises PersonNotFound."""
    with notebook.store.writing() as tx:
        kept.forget_person(tx, number)
