"""Every known name becomes its alias, in all the forms in which people write a name.

Recognised without being declared: the whole name, first name alone, family name with or without its particles, with
and without accents, in capitals, with hyphens or spaces, after a title ("Mme Lenoir"), with a part as an initial
("P. Lenoir", "Pierre L."), in one word ("PierreLenoir"), parted by emphasis or the end of a line, before a possessive;
in every script. Other forms (initials alone, nicknames) are declared with the person. A single word with a small
initial is left alone when it is an ordinary word: the stone is not Pierre. When in doubt the name is replaced.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from heapq import merge
from operator import itemgetter

from journal.model.person import Gender, Person
from journal.sharing.addresses import Addresses
from journal.sharing.aliased import Aliased, Span
from journal.sharing.apposed_roles import name_begins, role_begins, role_ends, with_article
from journal.sharing.fitting import Place, fitted
from journal.sharing.folding import WORD, Folded, fold
from journal.sharing.found_names import Found, Told, literal
from journal.sharing.grammar import kept_indefinite, of_family
from journal.sharing.markup import joined
from journal.sharing.name_forms import Form, is_initials, with_initials, words_of
from journal.sharing.near_names import NearNames
from journal.sharing.phrases import Phrases, Places, Standing, WordTree, is_gap
from journal.sharing.reading import Reading
from journal.sharing.roster import Named, prepared
from journal.sharing.standing_forms import read_form, the_before
from journal.sharing.tied_names import makes_other_name
from journal.sharing.whole_names import beginning, surname_at, with_title

_TIED_ON = re.compile(r"[-‐‑]([^\W\d_]+)")
_HYPHENS = ("-", "‐", "‑")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[-‐‑]\Z")
_LONGEST_TIED = 40


@lru_cache(maxsize=2)
def _near(people: tuple[Person, ...]) -> NearNames:
    return NearNames(people)


class Aliasing:
    """The names of a journal, ready to be replaced in any number of texts."""

    def __init__(
        self, people: Iterable[Person], replaced: Iterable[tuple[str, str]] = (), kept: Iterable[str] = ()
    ) -> None:
        """Prepare for these people, and for words that the manager chose to replace without making a person of them.

        Of what is `kept` only that counts which holds more than a name: “Mark my words”.
        """
        self._people = tuple(people)
        self._roster, self._places, literals = prepared(self._people)
        self._feminine = {
            person.alias: person.gender is Gender.FEMININE
            for person in self._people
            if person.gender is not Gender.UNKNOWN
        }
        self._indefinite = kept_indefinite(person.alias for person in self._people)
        self._chosen = WordTree[Named]()
        self._chosen_words: set[str] = set()
        self._literals = dict(self._roster.literals)
        for told, by in replaced:
            words = words_of(told)
            if _is_words(told):
                self._chosen.add(words, self._roster.decided(words, told if is_initials(told) else None, by))
                self._chosen_words.update(words)
            else:  # an address, a number, a date: these very characters and not the words among them
                self._literals[told] = by
        self._chosen_places = Places(self._chosen.beginnings)
        self._phrases = literals if self._literals == self._roster.literals else Phrases(self._literals)
        self._kept = Phrases(())
        self._kept = Phrases([words for words in kept if self._holds_more(words)])

    @property
    def near(self) -> NearNames:
        """What comes near the names of these people."""
        return _near(self._people)

    def with_words(self, replaced: Iterable[tuple[str, str]], kept: Iterable[str] = ()) -> "Aliasing":
        """Return the same people with other words that were chosen to be replaced or kept."""
        return Aliasing(self._people, replaced, kept)

    def knows(self, word: str) -> bool:
        """Whether the word alone is a name of somebody known."""
        return bool(self._named(words_of(word)))

    def known_among(self, words: frozenset[str]) -> set[str]:
        """Return which of some folded words are each a name of somebody known."""
        return {word for word in words if self._holds(word) and self.knows(word)}

    def whole(self, name: str) -> str:
        """Return a text that is a name and nothing else, such as a tag, as its alias, whatever its capitals."""
        named = self._named(words_of(name))
        return named[0].alias if named else self.apply(name, fitting=False).text

    def apply(self, text: str, *, fitting: bool = True) -> Aliased:
        """Return the text with every known name replaced, longest forms first and in one pass.

        Without `fitting` an alias stands as it is, as in a tag.
        """
        text = joined(text, self._holds)
        folded = Folded(text)
        pieces: list[str] = []
        spans: list[Span] = []
        written = length = 0
        for start, end, alias, found in self._found(folded, fitting=fitting):
            pieces += (text[written:start], alias)
            length += start - written
            spans.append(Span(length, length + len(alias), text[start:end], found.who, found.words))
            length += len(alias)
            written = end
        return Aliased("".join((*pieces, text[written:])), tuple(spans)) if spans else Aliased(text)

    def shared(self, name: str) -> tuple[str, ...]:
        """Return the aliases of all who may be meant by a text that is a name alone, where they are several."""
        named = self._named(words_of(name))
        return named[0].who if named else ()

    def _holds(self, word: str) -> bool:
        """Whether a folded word is part of a name."""
        return word in self._roster.words or word in self._chosen_words

    def _begins(self, word: str) -> bool:
        return bool(self._roster.beginning_with(word)) or word in self._chosen.beginnings

    def _named(self, words: tuple[str, ...]) -> list[Named]:
        """Return what stands for exactly these words, in the order in which it counts."""
        return [*self._chosen.values(words), *self._roster.beginning_with(words[0]).values(words)] if words else []

    def _standing(self, folded: str, place: int, word: str) -> Iterable[Standing[Named]]:
        """Return the names that stand where a word begins, longest first."""
        known = self._roster.beginning_with(word).standing(folded, place, word)
        chosen = self._chosen.standing(folded, place, word)
        return sorted([*chosen, *known], key=lambda each: -each.end) if chosen else known

    def _found(self, folded: Folded, *, fitting: bool) -> Iterator[tuple[int, int, str, Found]]:
        """Yield from where to where what stands, one after the other; an address that holds a name goes as a whole."""
        around: Addresses | None = None
        kept = [folded.span(start, end) for start, end, _words in self._kept.find(folded.text)]
        written = 0
        names = self._names_in(folded)
        literals = self._phrased(folded, self._phrases, self._literals)
        typed = self._phrased(folded, self._roster.typed_phrases, self._roster.typed, tied=True)
        for place, told in merge(literals, names, typed, key=itemgetter(0)) if literals or typed else names:
            found = told(written) if place >= written else None
            if found is None or any(start < found.end and found.start < end for start, end in kept):
                continue
            around = around or Addresses(folded.original)
            start, end = around.widened(found.start, found.end, written)
            alias = found.alias
            if fitting:
                standing = Place(
                    folded.original,
                    start,
                    end,
                    written,
                    titled=found.titled,
                    feminine=self._feminine.get(alias),
                    indefinite=alias in self._indefinite,
                )
                words = of_family(alias) if found.family else alias
                start, end, alias = fitted(standing, words, partial(self._means, alias))
            yield start, end, alias, found
            written = end

    def _means(self, alias: str, words: str) -> bool:
        """Whether words are a name of whoever has the alias, and nothing else."""
        found = next(self._found(Folded(words), fitting=False), None)
        return found is not None and found[:3] == (0, len(words), alias)

    def _phrased(
        self, folded: Folded, phrases: Phrases, by: Mapping[str, str], *, tied: bool = False
    ) -> list[tuple[int, Told]]:
        found = ((folded.span(start, end), by[words]) for start, end, words in phrases.find(folded.text))
        free = (each for each in found if not (tied and self._in_other_name(folded.original, *each[0])))
        return [(span[0], partial(literal, span, alias)) for span, alias in free]

    def _names_in(self, folded: Folded) -> Iterator[tuple[int, Told]]:
        places = (self._places.find(folded.text), self._chosen_places.find(folded.text))
        for place, word in merge(*places) if self._chosen else places[0]:
            yield folded.span(place, place + 1)[0], partial(self._name_at, folded, place, word)

    def _name_at(self, folded: Folded, place: int, word: str, written: int) -> Found | None:
        """Return from where to where the longest name stands that begins at a place, and its alias."""
        text = folded.original
        for standing in self._standing(folded.text, place, word):
            named = standing.value
            if not standing.flows or self._read(named.form, folded, place, standing.end) is not Reading.NAME:
                continue
            span = folded.span(place, standing.end)
            if len(named.form.words) > 1:
                span = span[0], self._with_tied_on(text, span[1])
            if self._in_other_name(text, *span):
                continue
            start, end = with_initials(text, span, written, named.form.initials)
            if named.shared:
                letters = WORD.findall(fold(f"{text[start : span[0]]} {text[span[1] : end]}"))
                named = named.with_initials(frozenset("".join(letters)))
            if len(named.form.words) == 1:
                start = beginning(text, start, end, written)
            if end == span[1]:
                end = self._other_half(folded, standing) or end
            if named.form.plural and (the := the_before(text, start)) < start and the >= written:
                return Found(the, end, named.alias, family=True)
            titled = with_title(text, start, written)
            words = " ".join(text[slice(*span)].split()) if named.who else ""
            found = Found(titled, end, named.alias, titled=titled < start, shared=named.who, words=words)
            return self._with_apposed(folded, standing, found, written) if end == span[1] else found
        return None

    def _with_apposed(self, folded: Folded, first: Standing[Named], found: Found, written: int) -> Found:
        """Return a name and the role beside it as one, whatever alias the role was given: "Sophie, la DAF"."""
        text, is_role = folded.original, first.value.role
        begins = (name_begins if is_role else role_begins)(folded.text, first.end)
        word = WORD.match(folded.text, begins[0]) if begins else None
        if begins is None or word is None:
            return found
        if is_role:
            other = self._name_at(folded, word.start(), word.group(), written)
            capital = text[folded.span(word.start(), word.end())[0]].isupper()
            end = role_ends(text, other.end, begins[1]) if other and capital else None
            return replace(other, start=with_article(text, found.start, written), end=end) if other and end else found
        for role in self._standing(folded.text, word.start(), word.group()):
            if (
                role.value.role
                and role.flows
                and self._read(role.value.form, folded, word.start(), role.end) is Reading.NAME
            ):
                end = role_ends(text, folded.span(word.start(), role.end)[1], begins[1])
                return replace(found, end=end) if end else found
        return found

    def unsure(self, folded: Folded) -> Iterator[tuple[int, int]]:
        """Yield from where to where a name stands that may be another word there: "Le compte", "Mark the day"."""
        kept = [(start, end) for start, end, _words in self._kept.find(folded.text)]
        for place, word in self._places.find(folded.text):
            for each in self._standing(folded.text, place, word):
                unsure = each.flows and self._read(each.value.form, folded, place, each.end) is Reading.UNSURE
                if unsure and not any(start <= place < end for start, end in kept):
                    yield folded.span(place, each.end)

    def _holds_more(self, words: str) -> bool:
        """Whether words hold a name and are more than it."""
        names = [(start, end) for start, end, *_told in self._found(Folded(words), fitting=False)]
        return bool(names) and names != [(0, len(words))]

    def _read(self, form: Form, folded: Folded, place: int, end: int) -> Reading:
        return read_form(form, folded, place, end, self._begins)

    def _other_half(self, folded: Folded, first: Standing[Named]) -> int | None:
        """Return where the other half of a name ends behind its first, under the same alias or one of its own."""
        if folded.text[first.end : first.end + 1] not in (" ", "\u00a0"):
            return None
        place = first.end + 1
        ends = (self._second(folded, first, each) for each in dict.fromkeys((place, surname_at(folded.text, place))))
        return next(filter(None, ends), None)

    def _second(self, folded: Folded, first: Standing[Named], place: int) -> int | None:
        if place >= len(folded.text) or not folded.original[folded.span(place, place + 1)[0]].isupper():
            return None
        word = WORD.match(folded.text, place)
        if word is None:
            return None
        for second in self._standing(folded.text, word.start(), word.group()):
            if second.flows and self._read(second.value.form, folded, word.start(), second.end) is Reading.NAME:
                one, other = first.value, second.value
                meant = (one.part and other.part and one.alias == other.alias) or (one.half and other.surname)
                return (
                    folded.span(word.start(), second.end)[1] if meant and one.form.words != other.form.words else None
                )
        return None

    def _with_tied_on(self, text: str, end: int) -> int:
        """Return where a whole name ends with the family name that a hyphen ties on: "Lucie Lacroix-Bodin"."""
        while (tied := _TIED_ON.match(text, end)) and tied.group(1)[0].isupper() and not self.knows(tied.group(1)):
            end = tied.end()
        return end

    def _in_other_name(self, text: str, start: int, end: int) -> bool:
        """Whether a hyphen ties the words to another name: Jean is not Jean-Pierre, nor jo one half of jo-anne."""
        if not text.startswith(_HYPHENS, start - 1 if start else 0) and not text.startswith(_HYPHENS, end):
            return False
        tied = [_WORD_BEFORE.search(text, max(0, start - _LONGEST_TIED), start), _TIED_ON.match(text, end)]
        words = [found.group(1) for found in tied if found]
        return any(makes_other_name(word, known=self._begins(fold(word))) for word in words)


def _is_words(told: str) -> bool:
    """Whether words to replace are letters alone, and known by these whatever parts them."""
    words = WORD.findall(fold(told))
    return bool(words) and all(is_gap(gap) for gap in WORD.split(fold(told).strip()) if gap)


__all__ = ["Aliased", "Aliasing", "Span"]
