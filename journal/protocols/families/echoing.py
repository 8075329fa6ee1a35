"""Choose the words around a trigger that a question gives back."""

from collections.abc import Sequence

from journal.protocols.families.proposing import Proposal
from journal.protocols.families.words import Word

_SAYS_LITTLE = frozenset(
    {"prep", "det", "conj", "adv", "i", "you", "he", "she", "they", "one", "it", "we", "neg", "be", "have"}
)
_BEGINS_NOTHING = frozenset({"prep", "conj", "adv", "be"})
_FURTHEST = 2  # characters between two words of one echo: a space and perhaps an apostrophe


def echo(words: Sequence[Word], proposal: Proposal, around: tuple[int, int]) -> tuple[int, int]:
    """Return where the words begin and end that a question repeats: a few beside the trigger, never half a phrase."""
    first, last = proposal.first, proposal.after - 1
    low, high = first, last
    while low > 0 and first - low < around[0] and _goes_on(words[low - 1], words[low]):
        low -= 1
    while high + 1 < len(words) and high - last < around[1] and _goes_on(words[high], words[high + 1]):
        high += 1
    while low < first and words[low].kind in _BEGINS_NOTHING:
        low += 1
    while high > last and words[high].kind in _SAYS_LITTLE:
        high -= 1
    return words[low].start, words[high].end


def _goes_on(one: Word, other: Word) -> bool:
    return one.clause == other.clause and other.start - one.end < _FURTHEST
