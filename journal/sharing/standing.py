"""Names in what will leave: whether one stands there that was given no alias yet, and which words may be one."""

from collections.abc import Iterator
from typing import Any

from journal.model.person import Person
from journal.sharing.aliasing import Aliasing
from journal.sharing.common_words import is_common
from journal.sharing.document import Document, Item
from journal.sharing.folding import WORD, fold
from journal.sharing.name_forms import words_of
from journal.sharing.phrases import Phrases
from journal.sharing.words import folded, ordinary

_NEVER = folded("never-names")


def stands_in(document: Document, name: str) -> int:
    """Return how often somebody of this name is told of in a document, in any form of the name."""
    aliasing = Aliasing([Person(name=name, alias="…", forms=(name,))])  # as it is typed, be it "Le"
    return sum(len(aliasing.apply(text).spans) for text in _texts(document.model_dump(exclude={"head"})))


def stands_as_typed(document: Document, words: str) -> int:
    """Return how often these very words stand in a document, whatever their capitals, however small or common."""
    phrases = Phrases((words,))
    shown = [document.title, document.opening, *(_texts([_shown(each) for each in document.items]))]
    return sum(len(list(phrases.find(fold(text)))) for text in shown)


def is_ordinary(words: str) -> bool:
    """Whether words are short and ordinary, so that their capital may tell the name from them."""
    return all(word in ordinary() | folded("small-words") | folded("particles") for word in words_of(words))


def is_everyday(words: str) -> bool:
    """Whether each word is one of every day, so that hiding each of them may hide more than is meant: “closed”."""
    return is_ordinary(words) or all(is_ordinary(word) or is_common(word) for word in words_of(words))


def _shown(item: Item) -> list[Any]:
    parts = [part.model_dump(exclude={"part"}) for part in item.parts]
    return [item.title, item.body, list(item.tags), parts]


def words_with_capitals(document: Document) -> tuple[str, ...]:
    """Return the words of a document that have a capital."""
    words = {word for text in _texts(document.model_dump(exclude={"head"})) for word in WORD.findall(text)}
    return tuple(sorted(word for word in words if word[0].isupper() and len(word) > 1 and fold(word) not in _NEVER))


def _texts(value: Any) -> Iterator[str]:
    """Yield every text within a dumped document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)
