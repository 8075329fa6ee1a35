"""Those who will read what leaves, looked for in it: nobody should come upon themselves unawares to the sender."""

from collections.abc import Iterable, Sequence

from journal.language import _, ngettext
from journal.model.audience import Audience
from journal.model.engagement import Party, Role
from journal.model.entry import Entry
from journal.model.person import Person
from journal.sharing.aliasing import Aliasing
from journal.sharing.folding import fold

_READING = {
    Audience.PRACTITIONER: (Role.PRACTITIONER,),
    Audience.GROUP: (Role.PEER, Role.FACILITATOR, Role.PRACTITIONER),
}


def readers_of(audience: Audience, parties: Iterable[Party], recipients: Iterable[str]) -> tuple[str, ...]:
    """Return the names of those who read what goes to an audience: parties by their role, and kept recipients."""
    by_role = (party.name for party in parties if party.role in _READING.get(audience, ()) and party.left_on is None)
    names = {fold(name): name for name in (*by_role, *recipients)} if audience.outside else {}
    return tuple(names.values())


def named_in(
    entries: Sequence[Entry], opening: str, readers: Iterable[str], people: Iterable[Person]
) -> tuple[str, ...]:
    """Return the readers whose name stands in what leaves, in any of its forms."""
    known = {fold(person.name): person for person in people}
    texts = [opening, *(text for entry in entries for text in (entry.title, entry.body, " ".join(entry.tags)))]
    return tuple(name for name in readers if _stands(known.get(fold(name)) or Person(name=name, alias=name), texts))


def stands_in(name: str, people: Iterable[Person], text: str) -> bool:
    """Whether somebody's name stands in a text, in any of its forms."""
    known = next((person for person in people if fold(person.name) == fold(name)), None)
    return _stands(known or Person(name=name, alias=name), [text])


def _stands(person: Person, texts: Iterable[str]) -> bool:
    aliasing = Aliasing([person])
    return any(aliasing.apply(text, fitting=False).spans for text in texts)


def told(names: Sequence[str]) -> str:
    """Return the sentence that names the readers who are named in what they will read; nothing when none is."""
    if not names:
        return ""
    *others, last = names
    together = _("{names} and {last}").format(names=", ".join(others), last=last) if others else last
    return ngettext(
        "{names} will read this and is named in it.", "{names} will read this and are named in it.", len(names)
    ).format(names=together)
