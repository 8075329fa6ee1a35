"""Triggers of a text: generous proposals, each for a decision to accept or turn down."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from journal.model.protocol import Family
from journal.protocols.families.word_lists import Trigger
from journal.protocols.families.words import Reading, Word


class Proposal(NamedTuple):
    """A trigger that stands in a text, from its first word to the one after its last."""

    trigger: Trigger
    first: int
    after: int


def proposals(reading: Reading, triggers: Mapping[str, Sequence[Trigger]]) -> Iterator[Proposal]:
    """Yield what may call for a follow-up, in the order of the text: one proposal per word and family."""
    for at, word in enumerate(reading.words):
        listed = triggers.get(word.form, ())
        if word.head != word.form and word.head in triggers:
            listed = (*listed, *triggers[word.head])
        taken: set[Family] = set()
        for trigger in listed:
            after = at + len(trigger.parts)
            if trigger.family not in taken and (after == at + 1 or _stands(trigger.parts, reading.words[at:after])):
                taken.add(trigger.family)
                yield Proposal(trigger, at, after)


def _stands(parts: Sequence[str], words: Sequence[Word]) -> bool:
    return len(words) == len(parts) and all(
        part in (word.form, word.head) and word.clause == words[0].clause
        for part, word in zip(parts, words, strict=True)
    )
