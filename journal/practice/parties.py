"""The parties of an engagement as people of the journal: each has an alias from the moment they are entered."""

from collections.abc import Collection, Sequence
from difflib import SequenceMatcher

from journal.language import N_, Language, _, languages, speaking
from journal.model.engagement import EngagementDetails, Role
from journal.model.entry import Ref
from journal.model.person import Person
from journal.practice.notebook import Notebook
from journal.same_name import name_key, one_name
from journal.store import people, unused_people
from journal.store.store import Tx

_NEAR = 0.75  # of two spellings that are one name with a slip in it

# What they are called outside at first; the manager changes it at will. In French these words suit man and woman.
_CALLED = {
    Role.MANAGER: N_("the manager"),
    Role.SPONSOR: N_("my sponsor"),
    Role.PRACTITIONER: N_("my coach"),
}


def introduce(
    notebook: Notebook, details: EngagementDetails, before: EngagementDetails, others: Sequence[EngagementDetails]
) -> None:
    """Enter the parties among the people, called by their role where that tells one person.

    Who has another role than before, and in none of the `others` the one that the alias tells, is called anew: an
    alias that was proposed would tell it wrongly. One that was typed stays, and so does what left under the old one.
    """
    with notebook.store.writing() as tx:
        for person, language in _told_wrongly(tx, details, before, others):
            role = next(party.role for party in details.parties if one_name(party.name, person.name))
            _call(tx, person, role, language)
        for party in details.parties:
            people.known_or_new(tx, party.name, _(_CALLED[party.role]) if party.role in _CALLED else "")


def _told_wrongly(
    tx: Tx, details: EngagementDetails, before: EngagementDetails, others: Sequence[EngagementDetails]
) -> list[tuple[Person, Language]]:
    """Return whose alias is the one that was proposed for a role they no longer have, and in which language."""
    roles = {name_key(party.name): party.role for party in details.parties}
    had = {name_key(party.name): party.role for party in before.parties}
    elsewhere = {(name_key(party.name), party.role) for each in others for party in each.parties}
    changed = {key: was for key, was in had.items() if roles.get(key, was) is not was and (key, was) not in elsewhere}
    told = ((each, changed.get(name_key(each.name))) for each in people.people(tx))
    return [(each, language) for each, was in told if was in _CALLED and (language := _proposed(each.alias, was))]


def _proposed(alias: str, role: Role) -> Language:
    """Return the language in which an alias is the one proposed for a role; "" where it is not."""
    for language in languages():
        with speaking(language):
            if alias == _(_CALLED[role]):
                return language
    return ""


def _call(tx: Tx, person: Person, role: Role, language: Language) -> None:
    """Give somebody the alias proposed for a role, or one that tells nothing where it is taken or there is none."""
    taken = [each.alias for each in people.people(tx)]
    with speaking(language):
        wanted = _(_CALLED[role]) if role in _CALLED else ""
    free = wanted and not any(one_name(wanted, each) for each in taken)
    people.keep_person(tx, person.with_(alias=wanted if free else people.next_free(taken, len(taken))[0]))


def correct(notebook: Notebook, was: str, name: str, here: Collection[Ref]) -> None:
    """Call a person by their corrected name, under the alias they have; `here` are the entries that follow it.

    The old spelling goes, unless something else has it: then it stays a form of the name where it is one slip away, and
    somebody else's name where it is not.
    """
    with notebook.store.writing() as tx:
        known = people.people(tx)
        person = next((each for each in known if one_name(each.name, was)), None)
        if person is None:
            return
        taken = any(one_name(each.name, name) for each in known if each.id != person.id)
        elsewhere = unused_people.is_elsewhere(tx, person, here)
        if taken and not elsewhere and person.id is not None:
            people.forget_person(tx, person.id)
        elif not taken and not elsewhere:
            people.keep_person(tx, person.with_(name=name))
        elif not taken and _a_slip(was, name):
            forms = person.forms if one_name(was, name) else (*person.forms, was)
            people.keep_person(tx, person.with_(name=name, forms=forms))


def _a_slip(was: str, name: str) -> bool:
    """Whether a name is another spelling of one, or more or less of it."""
    before, after = name_key(was), name_key(name)
    words, others = set(before.split()), set(after.split())
    return words <= others or others <= words or SequenceMatcher(None, before, after).ratio() >= _NEAR


def alias_of(notebook: Notebook, name: str) -> str:
    """Return what somebody is called outside; the name itself of nobody who is known."""
    key = name_key(name)
    with notebook.store.reading() as tx:
        found = next((each for each in people.people(tx) if name_key(each.name) == key), None)
    return found.alias if found else name
