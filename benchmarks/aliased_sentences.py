"""Benchmark of sentences with aliases: how many read as a person would have written them, on labelled ones.

The sentences are ours: the text before, and how it should read. Run `python benchmarks/aliased_sentences.py`; it fails
below its floor, and whenever a sentence reveals a name or cannot be put back as it was. With a number as a seed, it
prints fifty sentences of each language drawn by lot, as they leave, for somebody to read who knows nothing of aliases.
"""

import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from journal.model.person import Person
from journal.sharing.aliasing import Aliasing
from journal.sharing.folding import WORD, fold

LABELLED = Path(__file__).parent / "labelled"
LANGUAGES = ("fr", "en")
AS_WRITTEN = 0.99
DRAWN = 50


@dataclass(frozen=True)
class Sentence:
    """A text before and after, how it should read, and whether the names can be put back and are gone."""

    text: str
    wanted: str
    got: str
    put_back: bool
    revealed: frozenset[str]

    @property
    def right(self) -> bool:
        """Whether it reads as a person would have written it."""
        return self.got == self.wanted


def sentences(language: str) -> Iterator[Sentence]:
    """Yield the labelled sentences with what becomes of them."""
    first, *lines = (LABELLED / f"aliased_sentences.{language}.jsonl").read_text(encoding="utf-8").splitlines()
    people = [Person(name=name, alias=alias) for name, alias in json.loads(first)["people"].items()]
    aliasing = Aliasing(people)
    names = {word for person in people for word in _words(person.name)}
    for line in lines:
        text, wanted = json.loads(line)["text"], json.loads(line)["wanted"]
        aliased = aliasing.apply(text)
        revealed = names & _words(aliased.text) - _words(wanted)
        yield Sentence(text, wanted, aliased.text, aliased.original == text, frozenset(revealed))


def _words(text: str) -> set[str]:
    return set(WORD.findall(fold(text)))


def drawn(language: str, seed: int) -> list[str]:
    """Return sentences as they leave, drawn by lot; those in which nobody is named are none."""
    told = {each.got: None for each in sentences(language) if each.got != each.text}
    return [each.replace("\n", " ⏎ ") for each in random.Random(seed).sample(list(told), DRAWN)]


def main() -> int:
    """Print the share of each language and the sentences that read otherwise, or a draw; return 1 below a floor."""
    if sys.argv[1:]:
        print(*(sentence for language in LANGUAGES for sentence in drawn(language, int(sys.argv[1]))), sep="\n")
        return 0
    low = False
    for language in LANGUAGES:
        told = list(sentences(language))
        right = sum(each.right for each in told) / len(told)
        faulty = [each for each in told if each.revealed or not each.put_back]
        print(f"{language}: {len(told)} sentences, {right:.1%} as written, {len(faulty)} revealing or not put back")
        print(*(f"  {each.got!r} for {each.wanted!r}\n" for each in told if not each.right), sep="", end="")
        low |= right < AS_WRITTEN or bool(faulty)
    return int(low)


if __name__ == "__main__":
    sys.exit(main())
