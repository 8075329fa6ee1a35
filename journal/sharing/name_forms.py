"""The ways in which people write a name: its parts alone and together, in one word, and with some as initials."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice, product

from journal.model.person import Person
from journal.sharing.folding import WORD, fold
from journal.sharing.group_names import names_group
from journal.sharing.words import folded as folded_list
from journal.sharing.words import ordinary

PARTICLES = folded_list("particles")
TITLES = folded_list("titles")
SAINTS = frozenset({"st", "ste", "saint", "sainte"})
_SMALL_WORDS = folded_list("small-words")  # surnames as well: Mr Le, Dr An
_SMALL = PARTICLES | _SMALL_WORDS
_NO_FIRST_NAMES = PARTICLES - folded_list("first-names")  # Ben Carter

_FIRST_LETTERS = 2  # less than this is no name by itself
_INITIALS = 3
_GLUED_FAMILY = 5  # letters of a family name from which on "plenoir" can be meant
_MOST_SPELLINGS = 8
_SPACE = " \u00a0\u202f"
_LETTER = r"[^\W\d_]"
_BEFORE = re.compile(rf"(?<![\w'’])({_LETTER}{{1,3}})(\.[{_SPACE}‐‑-]?|[{_SPACE}‐‑-])\Z")
_AFTER = re.compile(rf"[{_SPACE}]({_LETTER})(?![\w'’])")
_GOES_ON = re.compile(rf"\.(?=,|[{_SPACE}]+({_LETTER}))")  # after the full stop of an initial, not of a sentence
_LONGEST_BEFORE = 6
_WORDS_THEMSELVES = frozenset("aioyвиксу")  # "A", "I", "Ô" before a name are words unless a full stop follows
_DIGIT = re.compile(r"\d")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a name: its folded words, the very letters when these alone count, its other initials.

    One that ends with a small word, as "Mr Le", is a name with a capital alone; `chosen` tells that the manager gave
    it as it is. A plural, "Lenoirs", is one where it is owned by or behind "the".
    """

    words: tuple[str, ...]
    exact: str | None = None
    initials: frozenset[str] = frozenset()
    ends_small: bool = False
    chosen: bool = False
    plural: bool = False


def with_initials(text: str, span: tuple[int, int], written: int, initials: frozenset[str]) -> tuple[int, int]:
    """Return from where to where a name stands together with the initials of its other parts: "P. Lenoir"."""
    start, end = span
    if not initials:
        return span
    while (before := _BEFORE.search(text[max(written, start - _LONGEST_BEFORE) : start])) and _initial_before(
        before.group(1), before.group(2), initials
    ):
        start -= len(before.group())
    return (start, end) if start < span[0] else (start, _with_initial_after(text, end, initials))


def _initial_before(letters: str, tie: str, initials: frozenset[str]) -> bool:
    dotted = tie.startswith(".")
    alone = fold(letters) in _WORDS_THEMSELVES and not dotted
    return not alone and (letters.isupper() or (dotted and len(letters) == 1)) and set(fold(letters)) <= initials


def _with_initial_after(text: str, end: int, initials: frozenset[str]) -> int:
    after = _AFTER.match(text, end)
    if after is None or not after.group(1).isupper() or not set(fold(after.group(1))) <= initials:
        return end
    end_of_initial = after.end()
    dotted = text[end_of_initial : end_of_initial + 1] == "."
    if fold(after.group(1)) in _WORDS_THEMSELVES and not dotted:
        return end
    goes_on = _GOES_ON.match(text, end_of_initial)
    stays = goes_on is None or (goes_on.group(1) is not None and not goes_on.group(1).islower())
    return end_of_initial if stays else end_of_initial + 1


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded."""
    return tuple(WORD.findall(fold(text)))


def forms_of(person: Person) -> Iterator[Form]:
    """Yield each way to write a person's name in letters; names with digits are `literals_of` the person."""
    for name in _spellings(person.name):
        if is_of_a_saint(name):
            yield from _of_a_saint(name)
            continue
        yield from _derived(name)
        yield from _ending_small(name)
        yield from plurals_of(name)
    for form in person.forms:
        if is_initials(form):
            yield Form(words_of(form), form)
        else:
            for name in _spellings(form):
                small = _ends_small(_tokens(name))
                yield from _ending_small(name, chosen=True) if small else (Form(words_of(name)),)


def literals_of(person: Person) -> list[str]:
    """Return the names with digits and the phrases: they are found as they are written, and not by their parts."""
    return [each for each in (person.name, *person.forms) if _DIGIT.search(each) or is_phrase(each)]


def typed_of(person: Person) -> list[str]:
    """Return what was given without a capital: whoever types "jo" means each "jo"; a common name alone is no form."""
    own = [] if set(words_of(person.name)) <= ordinary() | _SMALL else [person.name]
    small = [each for each in (*person.forms, *own) if each == each.lower() != each.upper()]
    return [each for each in small if not is_phrase(each)]


def is_phrase(name: str) -> bool:
    """Whether a name is several ordinary words in small letters, or a group's: none of "baby room" is a name alone.

    The words of a role are one: "my boss" is called "boss" as well.
    """
    if names_group(name):
        return True
    told = [words_of(part) for part in name.split()]
    words = [word for each in told for word in each]
    if len(told) < 2 or any(part[:1].isupper() for part in name.split()[1:]):  # noqa: PLR2004 -- one word is none
        return False
    roles, known = TITLES | folded_list("roles"), ordinary() | _SMALL_WORDS
    if len(told) > 2 and name.islower() and not (PARTICLES | roles).intersection(words):  # noqa: PLR2004
        return any(word in known for word in words[1:])  # "jo had started"
    return all(word in known and word not in roles and not _is_first_name(word) for word in words)


def beginnings_of(person: Person) -> set[str]:
    """Return at least the words with which a form of the name can begin."""
    names = [each for name in (person.name, *person.forms) for each in _spellings(name)]
    words = {word for each in names for word in words_of(each)}
    glued = (_glued(_tokens(name)) for name in _spellings(person.name))
    plural = {form.words[0] for name in _spellings(person.name) for form in plurals_of(name)}
    saints = SAINTS if any(map(is_of_a_saint, names)) else frozenset[str]()
    return words.union(plural, saints, *glued, *(_titles_of(name) for name in names if _ends_small(_tokens(name))))


def parts_of(person: Person) -> list[tuple[str, ...]]:
    """Return the words of each part of a name: "Anne", "de", "La", "Tour"."""
    return [token for name in _spellings(person.name) if not is_of_a_saint(name) for token in _tokens(name)]


def is_half(person: Person) -> bool:
    """Whether of somebody no more than a first name or a family name is known: "Yann", "Le Goff"."""
    return sum(any(word not in PARTICLES for word in token) for token in _tokens(person.name)) <= 1


def is_part(form: Form, person: Person) -> bool:
    """Whether a form is less than somebody's whole name."""
    return sum(map(len, form.words)) < sum(map(len, chain.from_iterable(_tokens(person.name))))


def can_be_surname(form: Form, person: Person) -> bool:
    """Whether a part of a name can stand behind another person's first name: no first name, nor one with its title."""
    if form.ends_small or form.words[0] in TITLES or is_of_a_saint(person.name):
        return False
    if is_half(person):
        return not _is_first_name(form.words[0])
    return form.words[0] != _tokens(person.name)[0][0]


def is_of_a_saint(name: str) -> bool:
    """Whether a name is that of a saint, as places have it: "St Mark’s", "école Saint-Pierre"."""
    words = words_of(name)
    return len(words) > 1 and words[0] in SAINTS and _is_first_name(words[1])


def plurals_of(name: str) -> Iterator[Form]:
    """Yield a first name and a family name in the plural of English: "Lenoirs", "Joneses", "van den Bergs"."""
    tokens = _tokens(name)
    if not tokens or _ends_small(tokens) or not name.isascii():
        return
    for first in range(len(tokens)):
        words = [word for token in (tokens[:1] if first == 0 else tokens[first:]) for word in token]
        if len(words[-1]) > _FIRST_LETTERS and not _too_common_alone(tokens, first if first == 0 else len(tokens) - 1):
            ending = "es" if words[-1].endswith(("s", "x", "z")) else "s"
            yield Form((*words[:-1], f"{words[-1]}{ending}"), plural=True)


def _of_a_saint(name: str) -> Iterator[Form]:
    """Yield the ways to write the name of a place that is a saint's: whole alone, since the saint is nobody's."""
    words = words_of(name)[1:]
    owned = words[:2] if words[1:2] == ("s",) else words[:1]
    for rest in dict.fromkeys((words, owned, words[:1])):
        yield from (Form((saint, *rest)) for saint in sorted(SAINTS))


def _is_first_name(word: str) -> bool:
    return word in folded_list("first-names") or word in folded_list("first-names-that-are-words")


def _spellings(name: str) -> list[str]:
    """Return a name, also with its umlauts in two letters, and with "McLeod" in two words; none of `literals_of`."""
    if _DIGIT.search(name) or is_phrase(name):
        return []
    if name.isascii():
        return list(dict.fromkeys((name, _HUMP.sub(" ", name))))
    parts = [dict.fromkeys((part, part.translate(_UMLAUTS))) for part in name.split()]
    return [" ".join(spelt) for spelt in islice(product(*parts), _MOST_SPELLINGS)]


def _tokens(name: str) -> list[tuple[str, ...]]:
    return [words for part in _without_titles(name) if (words := words_of(part))]


def _without_titles(name: str) -> list[str]:
    parts = name.split()
    return [part for part in parts if fold(part).strip(".") not in TITLES] or parts


def _derived(name: str) -> Iterator[Form]:
    """Yield the whole name, its first names, its family name with and without particles, and both in one word."""
    tokens = _tokens(name)
    for first in range(len(tokens)):
        for last in range(first + 1, len(tokens) + 1):
            words = tuple(word for token in tokens[first:last] for word in token)
            alone = last - first == 1
            if words[-1] in _SMALL or (last < len(tokens) and first > 0 and not alone):
                continue
            if alone and _too_common_alone(tokens, first):
                continue
            yield Form(words, initials=_initials(tokens[:first]) | _initials(tokens[last:]))
    yield from _half_names(tokens)
    yield from (Form((each,)) for each in sorted(_glued(tokens)))


def _ends_small(tokens: list[tuple[str, ...]]) -> bool:
    return bool(tokens) and len(tokens[-1]) == 1 and tokens[-1][0] in _SMALL and len(tokens[-1][0]) >= _FIRST_LETTERS


def _titles_of(name: str) -> list[str]:
    """Return the titles that a name is written with; all where it has none."""
    return [title for part in name.split() if (title := fold(part).strip(".")) in TITLES] or sorted(TITLES)


def _ending_small(name: str, *, chosen: bool = False) -> Iterator[Form]:
    """Yield the forms of a name that end with a word as small as "Le" or "An": whole, alone, and after a title."""
    tokens = _tokens(name)
    if tokens and tokens[0][-1] in _SMALL - _NO_FIRST_NAMES:
        yield Form(tokens[0], initials=_initials(tokens[1:]), ends_small=True)
    if not _ends_small(tokens):
        return
    last = tokens[-1]
    if len(tokens) > 1:
        yield Form(tuple(chain.from_iterable(tokens)), ends_small=True)
    yield Form(last, initials=_initials(tokens[:-1]), ends_small=True, chosen=chosen)
    yield from (Form((title, *last), ends_small=True) for title in _titles_of(name))


def _half_names(tokens: list[tuple[str, ...]]) -> Iterator[Form]:
    """Yield a first name with one half of a family name in two: "Lucie Bodin" for "Lucie Lacroix-Bodin"."""
    if len(tokens) > 1 and len(tokens[-1]) > 1:
        yield from (Form((*tokens[0], half)) for half in tokens[-1] if half not in PARTICLES)


def _initials(tokens: Iterable[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(word[0] for token in tokens for word in token if word not in _NO_FIRST_NAMES)


def _glued(tokens: list[tuple[str, ...]]) -> set[str]:
    """Return parts of a name in one word, as in a login or a tag: "pierrelenoir", "plenoir", "delatour"."""
    words = [word for token in tokens for word in token]
    together = {"".join(token) for token in tokens if len(token) > 1}
    if len(words) < 2:  # noqa: PLR2004 -- one word is not glued to another
        return together
    first, family = words[0], "".join(words[1:])
    together |= {first + family, family + first, "".join(word for word in words if word not in PARTICLES)}
    if words[1] in PARTICLES and len(family) >= _GLUED_FAMILY:
        together.add(family)
    if len(words[-1]) >= _GLUED_FAMILY:
        together |= {first[0] + words[-1]} - ordinary()
    return together


def _too_common_alone(tokens: list[tuple[str, ...]], position: int) -> bool:
    """Whether a part of a name says too little by itself: a small particle, a letter, "Tour" of "de La Tour"."""
    words = tokens[position]
    if len(words) > 1:
        return False
    after_particle = position > 0 and tokens[position - 1][-1] in _NO_FIRST_NAMES
    return len(words[0]) < _FIRST_LETTERS or words[0] in PARTICLES or (after_particle and words[0] in ordinary())


def is_initials(form: str) -> bool:
    """Whether a form is made of so few capitals that only these very letters may count."""
    letters = [character for character in form if character.isalpha()]
    return 0 < len(letters) <= _INITIALS and all(letter.isupper() for letter in letters)
