"""Every known name becomes its alias, in all the forms in which people write a name.

Recognised without being declared: the whole name, first name alone, family name with or without its particles, with
and without accents, in capitals, with hyphens or spaces, after a title ("Mme Lenoir"), with a part as an initial
("P. Lenoir", "Pierre L."), in one word ("PierreLenoir"), parted by emphasis, before a possessive. Other forms (initials
alone, nicknames) are declared with the person. A single word with a small initial is left alone when it is an ordinary
word: the stone is not Pierre. When in doubt the name is replaced.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from journal.model.person import Person
from journal.sharing.addresses import whole
from journal.sharing.folding import WORD, fold, visible
from journal.sharing.markup import joined
from journal.sharing.name_forms import PARTICLES, TITLES, forms_of, is_initials, with_initials
from journal.sharing.words import ordinary

_SMALLPARTICLES = frozenset({"de", "du", "des", "d", "von", "van", "der", "den"})
_FIRST_LETTERS = 2  # a name this short is only one with a capital: "Li", "Jo"
_GAP = frozenset(" \t\n\u00a0\u202f.-_'’‐‑")
_HYPHENS = ("-", "‐", "‑")
_WIDEST_GAP = 3
_TITLE_BEFORE = re.compile(r"([a-z]+)(?:\. | |\u00a0|\.\u00a0)$")
_LONGEST_TITLE = 16
_FEW = 64
_ASCII_WORD = re.compile("[a-z]+")  # three times as fast as the letters of all scripts


@dataclass(frozen=True, slots=True)
class Span:
    """Where an alias stands in the text that leaves, from `start` up to and without `end`."""

    start: int
    end: int
    name: str = field(repr=False)  # the words that stood there


@dataclass(frozen=True, slots=True)
class Aliased:
    """A text in which every known name was replaced, and where."""

    text: str = field(repr=False)
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write a name: its words, what replaces it, its other initials, the letters that alone may count."""

    words: tuple[str, ...]
    alias: str
    initials: frozenset[str] = frozenset()
    exact: str | None = None


class Aliasing:
    """The names of a journal, ready to be replaced in any number of texts."""

    def __init__(self, people: Iterable[Person], replaced: Iterable[tuple[str, str]] = ()) -> None:
        """Prepare for these people and for words that the manager chose to replace without making a person of them."""
        self._forms: dict[str, list[_Form]] = {}
        found: dict[tuple[tuple[str, ...], str | None], list[str]] = {}
        initials: dict[tuple[str, ...], frozenset[str]] = {}
        for person in people:
            for words, exact, others in forms_of(person):
                initials[words] = initials.get(words, frozenset()) | others
                aliases = found.setdefault((words, exact), [])
                if person.alias not in aliases:
                    aliases.append(person.alias)
        self._literals: dict[str, str] = {}
        for told, by in replaced:
            if set(fold(told)) - _GAP <= set("".join(WORD.findall(fold(told)))):
                found[tuple(WORD.findall(fold(told))), told if is_initials(told) else None] = [by]
            else:  # an address, a number, a date: these very characters and not the words among them
                self._literals[fold(told).strip()] = by
        self._literal = _any_literal(self._literals)
        for (words, exact), aliases in found.items():
            if words:
                form = _Form(words, " / ".join(aliases), initials.get(words, frozenset()), exact)
                self._forms.setdefault(words[0], []).append(form)
        for forms in self._forms.values():
            forms.sort(key=lambda form: (-len(form.words), form.exact is None))
        self._first = frozenset(self._forms)
        self._ascii = {word for word in self._first if word.isascii()}
        self._other = self._first - self._ascii
        self._ordinary = ordinary()
        self._words = frozenset(word for forms in self._forms.values() for form in forms for word in form.words)

    def knows(self, word: str) -> bool:
        """Whether the word alone is a name of somebody known."""
        folded = tuple(WORD.findall(fold(word)))
        return any(form.words == folded for form in self._forms.get(folded[0] if folded else "", ()))

    def whole(self, name: str) -> str:
        """Return a text that is a name and nothing else, such as a tag, as its alias, whatever its capitals."""
        folded = tuple(WORD.findall(fold(name)))
        for form in self._forms.get(folded[0] if folded else "", ()):
            if form.words == folded:
                return form.alias
        return self.apply(name).text

    def apply(self, text: str) -> Aliased:
        """Return the text with every known name replaced, longest forms first and in one pass."""
        text = joined(visible(text), self._words)
        folded = fold(text)
        present = self._present(folded)
        if not present and self._literal is None:
            return Aliased(text)
        pieces: list[str] = []
        spans: list[Span] = []
        written = length = 0
        for start, end, alias in self._found(text, folded, present):
            pieces += (text[written:start], alias)
            length += start - written
            spans.append(Span(length, length + len(alias), text[start:end]))
            length += len(alias)
            written = end
        return Aliased("".join((*pieces, text[written:])), tuple(spans)) if spans else Aliased(text)

    def _found(self, text: str, folded: str, present: set[str]) -> Iterator[tuple[int, int, str]]:
        """Yield from where to where what stands, one after the other; an address that holds a name goes as a whole."""
        literals = {match.start(): match for match in self._literal.finditer(folded)} if self._literal else {}
        addresses = whole(folded)
        places = _places(folded, present)
        if literals:
            places = sorted([*places, *((start, "") for start in literals)])
        written = 0
        for place, word in places:
            if place < written:
                continue
            if not word:
                start, end, alias = place, literals[place].end(), self._literals[literals[place].group()]
            else:
                form, end = self._at(text, folded, place, word)
                if form is None:
                    continue
                start, end = with_initials(text, (place, end), written, form.initials)
                start, alias = _with_title(folded, start, written), form.alias
            around = next((each for each in addresses if each[0] <= place and end <= each[1]), None)
            start, end = around if around and around[0] >= written else (start, end)
            yield start, end, alias
            written = end

    def _present(self, folded: str) -> set[str]:
        """Return the first words of names that may stand in a text: looked for one by one when they are few."""
        if len(self._first) <= _FEW:
            return {word for word in self._first if word in folded}
        found = self._ascii.intersection(_ASCII_WORD.findall(folded))
        return found | {word for word in self._other if word in folded}

    def _at(self, text: str, folded: str, start: int, word: str) -> tuple[_Form | None, int]:
        """Return the longest form that stands at a word, when it is a name there, and where it ends."""
        for form in self._forms[word]:
            end = _matched(form, folded, start)
            span = (start, end)
            if end and self._is_name(form, text, folded, span) and not self._in_other_name(text, folded, span):
                return form, end
        return None, 0

    def _is_name(self, form: _Form, text: str, folded: str, span: tuple[int, int]) -> bool:
        start, end = span
        if form.exact is not None:
            return text[start:end] == form.exact.strip(" .")
        if len(form.words) > 1:
            return form.words[0] not in PARTICLES or self._is_particle_name(form, text[start:end])
        return not text[start].islower() or (end - start > _FIRST_LETTERS and folded[start:end] not in self._ordinary)

    def _is_particle_name(self, form: _Form, told: str) -> bool:
        """Whether "de La Tour" is meant and not "de la tour": its words are not ordinary, or have their capitals."""
        if not all(word in self._ordinary or word in PARTICLES for word in form.words):
            return True
        return all(word[0].isupper() for word in WORD.findall(told) if fold(word) not in _SMALLPARTICLES)

    def _in_other_name(self, text: str, folded: str, span: tuple[int, int]) -> bool:
        """Whether a hyphen ties the words to another, unknown name: Jean is not Jean-Pierre."""
        start, end = span
        tied_before, tied_after = text[start - 1 : start] in _HYPHENS, text[end : end + 1] in _HYPHENS
        if not tied_before and not tied_after:
            return False
        before = _last_word(folded, text, start - 1) if tied_before else ""
        after = _next_word(folded, text, end + 1) if tied_after else ""
        return any(word[:1].isupper() and fold(word) not in self._first for word in (before, after) if word)


def _any_literal(literals: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(filter(None, literals), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)") if longest_first else None


def _places(folded: str, words: Iterable[str]) -> list[tuple[int, str]]:
    """Return where each of the words stands between the ends of letters, in the order of the text."""
    places = []
    for word in words:
        start = folded.find(word)
        while start >= 0:
            end = start + len(word)
            if not folded[start - 1 : start].isalpha() and not folded[end : end + 1].isalpha():
                places.append((start, word))
            start = folded.find(word, end)
    return sorted(places)


def _matched(form: _Form, folded: str, start: int) -> int:
    """Return where the form ends when its words follow each other from a place on; 0 when they do not."""
    end = start + len(form.words[0])
    for word in form.words[1:]:
        following = WORD.search(folded, end, end + _WIDEST_GAP + len(word) + 1)
        if following is None or following.group() != word or not set(folded[end : following.start()]) <= _GAP:
            return 0
        if not 0 < following.start() - end <= _WIDEST_GAP:
            return 0
        end = following.end()
    return end


def _with_title(folded: str, start: int, written: int) -> int:
    """Return where the replacement starts: at the title before the name when there is one, as "Mme Lenoir"."""
    before = _TITLE_BEFORE.search(folded, max(written, start - _LONGEST_TITLE), start)
    if before is None or before.group(1) not in TITLES:
        return start
    return before.start() if not folded[before.start() - 1 : before.start()].isalpha() else start


def _last_word(folded: str, text: str, end: int) -> str:
    start = end
    while start > 0 and folded[start - 1].isalpha():
        start -= 1
    return text[start:end]


def _next_word(folded: str, text: str, start: int) -> str:
    end = start
    while end < len(folded) and folded[end].isalpha():
        end += 1
    return text[start:end]


__all__ = ["Aliased", "Aliasing", "Span"]
