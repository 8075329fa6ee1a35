"""Choose the words around a trigger that a question gives back."""

from collections.abc import Sequence

from journal.protocols.families.proposing import Proposal
from journal.protocols.families.words import NAME, Word

_SAYS_LITTLE = frozenset(
    {"prep", "det", "conj", "adv", "i", "you", "he", "she", "they", "one", "it", "we", "neg", "be", "have"}
)
_BEGINS_NOTHING = frozenset({"prep", "conj", "adv", "be"})
_BEGINS_A_PHRASE = frozenset({"det", "i", "we", "he", "she", "they", "one", "it", NAME})
_ENDS_NOTHING = frozenset(
    {
        "mon",
        "ma",
        "mes",
        "notre",
        "nos",
        "votre",
        "vos",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "my",
        "our",
        "your",
        "their",
    }
)
_FURTHEST = 2  # characters between two words of one echo: a space and perhaps an apostrophe
_FURTHER_BACK = 6  # words that a subject may be longer than what stands around a trigger
_LONGEST_START = 45  # characters up to the trigger: a longer subject leaves no room for what is said of it


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
    while high > last and (words[high].kind in _SAYS_LITTLE or words[high].form in _ENDS_NOTHING):
        high -= 1
    if low < first:
        low = _start_of_phrase(words, low, first)
    return words[low].start, words[high].end


def _start_of_phrase(words: Sequence[Word], low: int, first: int) -> int:
    """Go back to where the phrase begins in which an echo would begin: never in the middle of its subject."""
    at = low
    while low - at <= _FURTHER_BACK and words[first].start - words[at].start <= _LONGEST_START:
        alone = at == 0 or not _goes_on(words[at - 1], words[at]) or words[at - 1].kind == "conj"
        if alone or (words[at].kind in _BEGINS_A_PHRASE and not _leads_on(words[at - 1])):
            return at
        at -= 1
    return low


def _leads_on(word: Word) -> bool:
    """Whether what follows a word belongs to the phrase before it."""
    return word.kind in _BEGINS_A_PHRASE or word.kind == "prep"


def _goes_on(one: Word, other: Word) -> bool:
    return one.clause == other.clause and other.start - one.end < _FURTHEST
