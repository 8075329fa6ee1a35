"""The register of what left: searched, read by recipient ("what does X know?") and by entry ("where did this go?")."""

from collections.abc import Iterable
from dataclasses import dataclass

from journal.model.audience import Audience
from journal.model.disclosure import Disclosure
from journal.model.entry import Ref
from journal.same_name import name_key
from journal.sharing.folding import fold
from journal.sharing.repository import Keeper
from journal.store import disclosures


@dataclass(frozen=True, slots=True)
class Known:
    """One thing that somebody received, under the title it left with, and the departures that carried it."""

    ref: Ref
    title: str
    departures: tuple[Disclosure, ...]


def register(keeper: Keeper, words: str = "") -> list[Disclosure]:
    """Return what left, newest first; with words, only what holds all of them in recipient, titles or file name."""
    with keeper.store.reading() as tx:
        everything = disclosures.all(tx)
    wanted = fold(words).split()
    found = [each for each in everything if all(word in _searched(each) for word in wanted)]
    return sorted(found, key=lambda each: each.at, reverse=True)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who received something: by name, or as whom they read when no name was told."""

    audience: Audience
    name: str = ""

    def received(self, departure: Disclosure) -> bool:
        """Whether a departure went to this reader."""
        if self.name:
            return name_key(departure.recipient) == name_key(self.name)
        return not departure.recipient and departure.audience is self.audience


def what_does(keeper: Keeper, reader: Reader) -> list[Known]:
    """Return everything that a reader ever received, each entry once, in the order of first receipt."""
    return _known(each for each in register(keeper) if reader.received(each))


def known_by(departures: Iterable[Disclosure], recipient: str) -> list[Known]:
    """Return what a recipient knows by some departures, newest of these first."""
    name = name_key(recipient)
    return _known(each for each in departures if name_key(each.recipient) == name)


def _known(departures: Iterable[Disclosure]) -> list[Known]:
    theirs = list(departures)
    received: dict[Ref, list[tuple[str, Disclosure]]] = {}
    for departure in reversed(theirs):
        for place, ref in enumerate(departure.refs):
            title = departure.titles[place] if len(departure.titles) == len(departure.refs) else ""
            received.setdefault(ref, []).append((title, departure))
    return [
        Known(ref, next((title for title, _each in reversed(told) if title), ""), tuple(each for _title, each in told))
        for ref, told in received.items()
    ]


def of_entry(keeper: Keeper, ref: Ref) -> list[Disclosure]:
    """Return the departures that carried an entry, newest first."""
    with keeper.store.reading() as tx:
        return disclosures.of_entry(tx, ref)


def recipients_known(keeper: Keeper) -> list[str]:
    """Return the names of all who ever received something, each once."""
    return sorted(_each_once(register(keeper)), key=str.casefold)


def _each_once(departures: Iterable[Disclosure]) -> Iterable[str]:
    return {name_key(each.recipient): each.recipient for each in departures if each.recipient}.values()


def readers(keeper: Keeper) -> list[Reader]:
    """Return all outside who ever received something: those with a name, then for each audience the unnamed."""
    left = register(keeper)
    by_name: dict[str, Reader] = {}
    for each in left:  # newest first: as whom they read last
        if each.recipient:
            by_name.setdefault(name_key(each.recipient), Reader(each.audience, each.recipient))
    unnamed = {each.audience for each in left if not each.recipient and each.audience.outside}
    return [
        *(by_name[name] for name in sorted(by_name)),
        *(Reader(audience) for audience in Audience if audience in unnamed),
    ]


def _searched(disclosure: Disclosure) -> str:
    return fold(" ".join((disclosure.recipient, *disclosure.titles, disclosure.file_name, disclosure.audience.value)))
