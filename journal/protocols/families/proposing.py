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
    """Yield what may call for a follow-up, in the order of the text: one proposal per word and family.

    A word proposes by its form, its headword, what it tells of, or its kind.
    """
    words = reading.words
    for at, word in enumerate(words):
        form, head, sense = word.form, word.head, word.sense
        listed = triggers.get(form, ())
        if head != form and head in triggers:
            listed = (*listed, *triggers[head])
        if sense in triggers:
            listed = (*listed, *triggers[sense])
        if (kind := f"kind.{word.kind}") in triggers:
            listed = (*listed, *triggers[kind])
        taken: list[Family] = []
        for trigger in listed:
            more = len(trigger.parts) - 1
            if trigger.family not in taken and (not more or _stands(trigger.parts, words, at)):
                taken.append(trigger.family)
                yield Proposal(trigger, at, at + more + 1)


def _stands(parts: Sequence[str], words: Sequence[Word], at: int) -> bool:
    """Whether the other parts of a trigger follow its first word in the same clause."""
    last = at + len(parts) - 1
    if last >= len(words) or words[last].clause != words[at].clause:
        return False
    for part in parts[1:]:
        at += 1
        if part not in (words[at].form, words[at].head):
            return False
    return True
