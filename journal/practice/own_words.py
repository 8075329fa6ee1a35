"""The manager's own words of a month, counted by their folded form: no word of a question, none of another person.

What is counted is how often a word stands there. Small words that carry no subject are left out by the lists of the
languages; everything else is the person's to read.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeVar

from journal.language import facts, languages
from journal.model.entry import Entry
from journal.model.kind import Kind
from journal.model.prompt import PromptKind
from journal.model.reflection import ReflectionDetails
from journal.model.situation import SituationDetails
from journal.practice.learning import words_of
from journal.store import folding

OWN_KINDS = (Kind.SITUATION, Kind.REFLECTION, Kind.REVIEW, Kind.LEARNING)
"""The kinds that hold the manager's own running text."""

_VERSION = 3  # of the way of counting
_TOKEN = re.compile(r"(?<!\w)[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*(?!\w)")  # with its accents, also apart
_SENTENCE = re.compile(r"[^.!?…;:()\[\]«»“”\"\n|]+")
MOST_WORDS, MOST_EXPRESSIONS = 3000, 2000  # of a month: some forty texts hold as many, and are counted whole
_SHORTEST = 3  # letters of a word that is counted
_BRIDGE = 2  # small words that an expression can reach across
_LONGEST = 40  # letters of a word
_Key = TypeVar("_Key", str, int)


class Token(NamedTuple):
    """A word where it stands in a text."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, repr=False)
class MonthWords:
    """How often each word and each expression stands in a month, how it is written, at which hours, which patterns."""

    words: Mapping[str, int] = field(default_factory=dict)
    expressions: Mapping[str, int] = field(default_factory=dict)
    spelt: str = "\n"  # "\nreunion\tréunion\n": what is written otherwise than folded; read where it is shown alone
    hours: Mapping[int, int] = field(default_factory=dict)
    patterns: Mapping[str, int] = field(default_factory=dict)

    def form(self, key: str) -> str:
        """Return how a word or an expression is written in this month."""
        at = self.spelt.find(f"\n{key}\t")
        begins = at + len(key) + 2
        return key if at < 0 else self.spelt[begins : self.spelt.index("\n", begins)]


def own_texts(entry: Entry) -> tuple[str, ...]:
    """Return the texts of an entry that its writer worded; questions as they were asked are not among them."""
    details = entry.details
    if isinstance(details, ReflectionDetails):
        given = [each for each in details.asked if each.kind not in {PromptKind.CHOICE, PromptKind.SCALE}]
        return tuple(text for each in given for text in (each.words, *(also.answer for also in each.followed)))
    return (words_of(entry),)


class Tally:
    """What entries hold that are counted one after the other."""

    def __init__(self) -> None:
        self._words: Counter[str] = Counter()
        self._expressions: Counter[str] = Counter()
        self._forms: dict[str, str] = {}
        self._hours: Counter[int] = Counter()
        self._patterns: Counter[str] = Counter()

    def add(self, entries: Iterable[Entry]) -> None:
        """Count some entries more."""
        for entry in entries:
            self._hours[entry.happened_at.hour] += 1
            self._patterns.update(each.value for each in entry.patterns if isinstance(entry.details, SituationDetails))
            for text in own_texts(entry):
                for tokens in sentences(text):
                    self._add_sentence(text, tokens)

    def _add_sentence(self, text: str, tokens: list[Token]) -> None:
        forms, words, expressions = self._forms, self._words, self._expressions
        for token in filter(is_word, tokens):
            words[token.folded] += 1
            if token.folded not in forms:
                forms[token.folded] = text[token.start : token.end].lower()
        for key, start, end in expressions_of(tokens):
            expressions[key] += 1
            if key not in forms:
                forms[key] = " ".join(text[start:end].lower().split())

    def month(self) -> MonthWords:
        """Return what was counted so far."""
        kept = _most(self._words, MOST_WORDS), _most(self._expressions, MOST_EXPRESSIONS)
        return MonthWords(*kept, _spelt(self._forms, *kept), dict(self._hours), dict(self._patterns))


def count(entries: Iterable[Entry]) -> MonthWords:
    """Return what some entries hold."""
    tally = Tally()
    tally.add(entries)
    return tally.month()


def _spelt(forms: Mapping[str, str], *kept: Mapping[str, int]) -> str:
    """Return how what was kept is written, where it is written otherwise."""
    told = (f"{key}\t{forms[key]}\n" for each in kept for key in each if forms.get(key, key) != key)
    return "\n" + "".join(told)


def _forms(month: MonthWords) -> dict[str, str]:
    return dict(line.split("\t", 1) for line in month.spelt.split("\n") if line)


def merged(one: MonthWords, other: MonthWords) -> MonthWords:
    """Return what two lots of entries of a month hold together."""
    kept = (
        _most(totals((one.words, other.words)), MOST_WORDS),
        _most(totals((one.expressions, other.expressions)), MOST_EXPRESSIONS),
    )
    hours, patterns = totals((one.hours, other.hours)), totals((one.patterns, other.patterns))
    held = [*one.words, *one.expressions]
    spelt = {**_forms(other), **dict.fromkeys(held), **_forms(one)}  # what the first lot holds is written as there
    return MonthWords(*kept, _spelt({key: form or key for key, form in spelt.items()}, *kept), hours, patterns)


def totals(counted: Iterable[Mapping[_Key, int]]) -> dict[_Key, int]:
    """Return how often each stands in all of them together."""
    found: dict[_Key, int] = {}
    for each in counted:
        for key, many in each.items():
            found[key] = found.get(key, 0) + many
    return found


def _most(counted: Mapping[str, int], most: int) -> dict[str, int]:
    """Return all that was counted; of a month that holds more than can be read at once, what returns most."""
    return dict(counted) if len(counted) <= most else dict(Counter(counted).most_common(most))


def sentences(text: str) -> Iterator[list[Token]]:
    """Yield the words of each sentence, or of each part of one, with their places in the text."""
    for part in _SENTENCE.finditer(text):
        yield [Token(_folded(each.group()), *each.span()) for each in _TOKEN.finditer(text, *part.span())]


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    return folding.fold(word).replace(" ", "")


def carries(token: Token) -> bool:
    """Return whether a word says something beside others: neither small nor of one or two letters."""
    return _carries(token.folded)


@lru_cache(maxsize=65536)
def _carries(folded: str) -> bool:
    return _SHORTEST <= len(folded) <= _LONGEST and folded not in small_words()


def is_word(token: Token) -> bool:
    """Return whether a word is one to count: it carries something by itself, as “take” and “put” do not."""
    return carries(token) and token.folded not in common_verbs()


def expressions_of(tokens: list[Token]) -> Iterator[tuple[str, int, int]]:
    """Yield two words that carry something, next to each other or with a small word or two between them.

    One of them may be a common verb, as in “take the lead”.
    """
    last: int | None = None
    for number, token in enumerate(tokens):
        if not carries(token):
            continue
        near = last is not None and number - last <= _BRIDGE + 1
        if last is not None and near and (is_word(tokens[last]) or is_word(token)):
            key = " ".join(each.folded for each in tokens[last : number + 1])
            yield key, tokens[last].start, token.end
        last = number


def finds(*names: str) -> tuple[tuple[str, ...], ...]:
    """Return by which words somebody is found; a longer form that holds a shorter one is found with it."""
    forms = [words for name in names if (words := _found_by(name))]
    single = {words for words in forms if len(words) == 1}
    longer = [words for words in forms if len(words) > 1 and single.isdisjoint((word,) for word in words)]
    return tuple(dict.fromkeys([*sorted(single), *longer]))


def _found_by(name: str) -> tuple[str, ...]:
    """Return the word of a name that carries it, or its first two with what stands between; () when it has none."""
    tokens = next(sentences(name), [])
    for key, _start, _end in expressions_of(tokens):
        return tuple(key.split())
    return tuple(token.folded for token in tokens if carries(token))[:1]


@cache
def small_words() -> frozenset[str]:
    """Return the folded small words of every language there is: nobody says in which one they write."""
    return _listed("small_words")


@cache
def common_verbs() -> frozenset[str]:
    """Return the folded forms of verbs that say little by themselves, of every language there is."""
    return _listed("common_verbs")


def _listed(name: str) -> frozenset[str]:
    told = (str(facts(language).get(name, "")) for language in languages())
    return frozenset(word for each in told for word in folding.words(each))


def version() -> str:
    """Return by which way of counting, and which lists of words: what was kept by another is counted anew."""
    return f"{_VERSION}:{len(small_words())}:{len(common_verbs())}"


def to_json(month: MonthWords) -> dict[str, Any]:
    """Return a month as it is kept: long texts and rows of numbers, which are read in a tenth of the time."""
    return {
        "version": version(),
        "words": " ".join(month.words),
        "words_counts": list(month.words.values()),
        "expressions": "\n".join(month.expressions),
        "expressions_counts": list(month.expressions.values()),
        "spelt": month.spelt,
        "hours": {str(hour): many for hour, many in month.hours.items()},
        "patterns": dict(month.patterns),
    }


def from_json(kept: Any) -> MonthWords | None:
    """Return a month that was kept; None when it was kept otherwise than today's, or makes no sense."""
    try:
        if kept["version"] != version():
            return None
        words = _counted(kept["words"].split(), kept["words_counts"])
        expressions = _counted(kept["expressions"].splitlines(), kept["expressions_counts"])
        hours = {int(hour): int(many) for hour, many in kept["hours"].items()}
        patterns = {str(pattern): int(many) for pattern, many in kept["patterns"].items()}
        return MonthWords(words, expressions, str(kept["spelt"]), hours, patterns)
    except (TypeError, KeyError, ValueError, AttributeError):
        return None


def _counted(keys: list[str], counts: list[int]) -> dict[str, int]:
    sum(counts)  # raises where one is no number
    return dict(zip(keys, counts, strict=True))
