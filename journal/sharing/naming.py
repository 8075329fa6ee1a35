"""Rules of aliases: an alias is one person's and nobody's name, or what leaves would tell one from the other."""

from string import ascii_uppercase

from journal.errors import ReculError
from journal.errors.refusals import AliasIsName, AliasTaken, NameIsAlias
from journal.language import _
from journal.model.entry import Ref
from journal.model.person import Person
from journal.same_name import name_key
from journal.sharing.aliasing import Aliasing
from journal.sharing.folding import fold
from journal.sharing.remainders import Decision, settled_words
from journal.sharing.repository import Keeper, decide
from journal.store import people
from journal.store.store import Tx


def keep_person(keeper: Keeper, person: Person) -> Person:
    """Keep somebody; one who is known by name and not by number keeps the forms that were given before.

    Raise AliasTaken, AliasIsName, NameIsAlias; nothing is kept then.
    """
    with keeper.store.writing() as tx:
        known = _known(tx, person)
        if known is not None and person.id is None:
            forms, gender = (*known.forms, *person.forms), person.gender or known.gender
            person = person.with_(id=known.id, name=known.name, forms=forms, gender=gender)
        fault = _fault(person, known, [each for each in people.people(tx) if each.id != person.id])
        if fault is not None:
            raise fault
        return people.keep_person(tx, person)


def give_alias(keeper: Keeper, person: Person, words: str, ref: Ref | None, *, by_hand: bool = False) -> None:
    """Keep somebody, and that words are their name where they were pointed out: in an entry, however they are read.

    In small letters they are their name wherever they are pointed out; what was typed by hand is hidden anyway.
    """
    kept = keep_person(keeper, person)
    if by_hand:
        return
    told = Decision(words=settled_words(words), action="name", by=person.name, person=kept.id, ref=ref)
    decide(keeper, told)
    if ref is not None and words.islower():
        decide(keeper, told.with_(ref=None))


def refusal(keeper: Keeper, person: Person) -> ReculError | None:
    """Return why somebody cannot be kept so; None when nothing is against it."""
    with keeper.store.reading() as tx:
        known = _known(tx, person)
        number = person.id if person.id is not None or known is None else known.id
        return _fault(person, known, [each for each in people.people(tx) if each.id != number])


def proposals(keeper: Keeper) -> tuple[str, ...]:
    """Return aliases that nobody has yet and that read as nothing else: "P13", "N-1 B", "une collègue"."""
    with keeper.store.reading() as tx:
        taken = {each.alias for each in people.people(tx)}
    reports = (_("Colleague {letter}").format(letter=letter) for letter in ascii_uppercase)
    report = next((alias for alias in reports if alias not in taken), None)
    others = [alias for alias in _("a colleague, a peer").split(", ") if alias not in taken]
    return tuple(filter(None, (people.next_free(taken, len(taken) + 1)[0], report, *others)))


def alias_of(keeper: Keeper, words: str) -> str:
    """Return the alias of the one person whom words name; nothing when they name nobody, or several."""
    with keeper.store.reading() as tx:
        named = [each.alias for each in people.people(tx) if words and _names(Aliasing([each]), words)]
    return named[0] if len(named) == 1 else ""


def alias_named_by(keeper: Keeper, words: str) -> str:
    """Return the alias as which words leave that are a name and nothing else; "" for all others."""
    with keeper.store.reading() as tx:
        aliased = Aliasing(people.people(tx)).apply(words, fitting=False)
    return aliased.text if [(each.start, each.end) for each in aliased.spans] == [(0, len(aliased.text))] else ""


def names_nobody(keeper: Keeper, words: str) -> None:
    """Raise AliasIsName when words that shall stand for others name somebody of the journal."""
    with keeper.store.reading() as tx:
        if _names(Aliasing(people.people(tx)), words):
            raise AliasIsName


def _known(tx: Tx, person: Person) -> Person | None:
    """Return the person as they are kept: by number, else by name, whatever its capitals."""
    key = name_key(person.name)
    return next(
        (
            each
            for each in people.people(tx)
            if (each.id == person.id if person.id is not None else name_key(each.name) == key)
        ),
        None,
    )


def _fault(person: Person, known: Person | None, others: list[Person]) -> ReculError | None:
    """Return what is wrong; what was kept before the rule and is not touched now is no fault."""
    if known is None or fold(known.alias) != fold(person.alias):
        if fold(person.alias) in {fold(each.alias) for each in others}:
            return AliasTaken()
        if _names(Aliasing([person, *others]), person.alias):
            return AliasIsName()
    if known is None or (known.name, known.forms) != (person.name, person.forms):
        own = Aliasing([person])
        if _names(own, person.alias):
            return AliasIsName()
        if any(_names(own, each.alias) for each in others):
            return NameIsAlias()
    return None


def _names(aliasing: Aliasing, alias: str) -> bool:
    return aliasing.knows(alias) or bool(aliasing.apply(alias).spans)
