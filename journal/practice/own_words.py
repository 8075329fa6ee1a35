"""The manager's own words of a month, counted by their folded form: no word of a question, none of another person.

What is counted is how often a word stands there. Small words that carry no subject are left out by the lists of the
languages; everything else is the person's to read.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, NamedTuple

from journal.language import facts, languages
from journal.model.entry import Entry
from journal.model.kind import Kind
from journal.model.prompt import PromptKind
from journal.model.reflection import ReflectionDetails
from journal.practice.learning import words_of
from journal.store import folding

OWN_KINDS = (Kind.SITUATION, Kind.REFLECTION, Kind.REVIEW, Kind.LEARNING)
"""The kinds that hold the manager's own running text."""

_VERSION = 2  # of the way of counting
_TOKEN = re.compile(r"(?<!\w)[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*(?!\w)")  # with its accents, also apart
_SENTENCE = re.compile(r"[^.!?…;:()\[\]«»“”\"\n|]+")
MOST_WORDS, MOST_EXPRESSIONS = 3000, 2000  # of a month: some forty texts hold as many, and are counted whole
_SHORTEST = 3  # letters of a word that is counted
_BRIDGE = 2  # small words that an expression can reach across
_LONGEST = 40  # letters of a word


class Token(NamedTuple):
    """A word where it stands in a text."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, repr=False)
class MonthWords:
    """How often each word and each expression stands in a month, how it is mostly written, and at which hours."""

    words: Mapping[str, int] = field(default_factory=dict)
    expressions: Mapping[str, int] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)
    hours: Mapping[int, int] = field(default_factory=dict)


def own_texts(entry: Entry) -> tuple[str, ...]:
    """Return the texts of an entry that its writer worded; questions as they were asked are not among them."""
    details = entry.details
    if isinstance(details, ReflectionDetails):
        given = [each for each in details.asked if each.kind not in {PromptKind.CHOICE, PromptKind.SCALE}]
        return tuple(text for each in given for text in (each.words, *(also.answer for also in each.followed)))
    return (words_of(entry),)


def count(entries: Iterable[Entry]) -> MonthWords:
    """Return what a month's entries hold."""
    words: Counter[str] = Counter()
    expressions: Counter[str] = Counter()
    forms: dict[str, str] = {}
    hours: Counter[int] = Counter()
    for entry in entries:
        hours[entry.happened_at.hour] += 1
        for text in own_texts(entry):
            for tokens in sentences(text):
                for token in filter(carries, tokens):
                    words[token.folded] += 1
                    forms.setdefault(token.folded, text[token.start : token.end].lower())
                for key, start, end in expressions_of(tokens):
                    expressions[key] += 1
                    forms.setdefault(key, " ".join(text[start:end].lower().split()))
    kept = _most(words, MOST_WORDS), _most(expressions, MOST_EXPRESSIONS)
    spelt = {key: forms[key] for each in kept for key in each if forms[key] != key}
    return MonthWords(*kept, spelt, dict(hours))


def merged(one: MonthWords, other: MonthWords) -> MonthWords:
    """Return what two lots of entries of a month hold together."""
    words, expressions = Counter(one.words), Counter(one.expressions)
    words.update(other.words)
    expressions.update(other.expressions)
    hours = Counter(one.hours)
    hours.update(other.hours)
    kept = _most(words, MOST_WORDS), _most(expressions, MOST_EXPRESSIONS)
    return MonthWords(*kept, {**other.forms, **one.forms}, dict(hours))


def _most(counted: Counter[str], most: int) -> dict[str, int]:
    """Return all that was counted; of a month that holds more than can be read at once, what returns most."""
    return dict(counted) if len(counted) <= most else dict(counted.most_common(most))


def sentences(text: str) -> Iterator[list[Token]]:
    """Yield the words of each sentence, or of each part of one, with their places in the text."""
    for part in _SENTENCE.finditer(text):
        yield [Token(_folded(each.group()), *each.span()) for each in _TOKEN.finditer(text, *part.span())]


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    return folding.fold(word).replace(" ", "")


def carries(token: Token) -> bool:
    """Return whether a word is one to count: neither small nor of one or two letters."""
    return _SHORTEST <= len(token.folded) <= _LONGEST and token.folded not in small_words()


def expressions_of(tokens: list[Token]) -> Iterator[tuple[str, int, int]]:
    """Yield two words that carry something, next to each other or with a small word or two between them."""
    last: int | None = None
    for number, token in enumerate(tokens):
        if not carries(token):
            continue
        if last is not None and number - last <= _BRIDGE + 1:
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
    told = (str(facts(language).get("small_words", "")) for language in languages())
    return frozenset(word for each in told for word in folding.words(each))


def version() -> str:
    """Return by which way of counting, and which lists of small words: what was kept by another is counted anew."""
    return f"{_VERSION}:{len(small_words())}"


def to_json(month: MonthWords) -> dict[str, Any]:
    """Return a month as it is kept."""
    return {
        "version": version(),
        "words": dict(month.words),
        "expressions": dict(month.expressions),
        "forms": dict(month.forms),
        "hours": {str(hour): many for hour, many in month.hours.items()},
    }


def from_json(kept: Any) -> MonthWords | None:
    """Return a month that was kept; None when it was kept otherwise than today's, or makes no sense."""
    try:
        if kept["version"] != version():
            return None
        hours = {int(hour): int(many) for hour, many in kept["hours"].items()}
        return MonthWords(dict(kept["words"]), dict(kept["expressions"]), dict(kept["forms"]), hours)
    except (TypeError, KeyError, ValueError, AttributeError):
        return None
