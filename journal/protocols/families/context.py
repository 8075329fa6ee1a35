"""Features around a trigger: who acts, what is denied, which words stand near."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from journal.protocols.families.proposing import Proposal
from journal.protocols.families.words import NAME, NUMBER, Clause, Reading, Word

Feature = tuple[str, str]
_SUBJECTS = frozenset({"i", "we", "you", "they", "he", "she", "it", "one", "person", "kin", NAME})
_SELF = frozenset({"i", "me"})
_TELLING = frozenset({"eff", "state", "good", "thing", "errand", "person", "time", NUMBER})
_DENIED_WITHIN, _SUBJECT_WITHIN, _NEAR = 4, 8, 4
_EDGE = Word(0, 0, "^", "^", "^", 0)


def clause_features(reading: Reading, clause: Clause) -> Iterator[Feature]:
    """Yield what a decision weighs about a whole clause: pairs of a slot and its value."""
    words = reading.words[clause.first : clause.after]
    names = [_name(one) for one in words]
    for name in set(names):
        yield "bag", name
    for pair in pairwise(names):
        yield "pair", " ".join(pair)
    for kind in {one.kind for one in words}:
        yield "holds", kind
    for sense in {one.sense for one in words if one.sense}:
        yield "tells", sense
    yield "asked", str(clause.asked)
    yield "length", str(min(6, len(words) // 3))


def trigger_features(reading: Reading, clause: Clause, proposal: Proposal) -> Iterator[Feature]:
    """Yield what a decision weighs about a proposal in its clause: pairs of a slot and its value."""
    words, first, after, group = reading.words, proposal.first, proposal.after, proposal.trigger.group
    before, later = words[clause.first : first], words[after : clause.after]
    left, further_left = before[-1] if before else _EDGE, before[-2] if len(before) > 1 else _EDGE
    right, further_right = later[0] if later else _EDGE, later[1] if len(later) > 1 else _EDGE
    trigger = "_".join(one.head for one in words[first:after])
    yield "group", group
    yield "trigger", trigger
    for side, one in (("left", left), ("right", right), ("left2", further_left), ("right2", further_right)):
        yield side, _name(one)
        yield f"{side}kind", f"{group} {one.kind}"
    yield "groupleft", f"{group} {_name(left)}"
    yield "groupright", f"{group} {_name(right)}"
    yield "triggerleft", f"{trigger} {_name(left)}"
    yield "triggerright", f"{trigger} {_name(right)}"
    yield "lefts", f"{_name(further_left)} {_name(left)}"
    yield "rights", f"{_name(right)} {_name(further_right)}"
    yield "kinds", f"{trigger} {left.kind or left.head} {right.kind or right.head}"
    yield "leftform", left.form
    yield "rightform", right.form
    for name in {_name(one) for one in before[-_NEAR:]}:
        yield "before", name
    for name in {_name(one) for one in later[:_NEAR]}:
        yield "after", name
    yield from _who(before, later, trigger, group)
    yield from _told(words[first].sense, before, later, group)
    if own := words[first].sense:
        yield "sensekinds", f"{own} {left.kind or left.head} {right.kind or right.head}"
    yield "denied", f"{group} {any(one.kind == 'neg' for one in before[-_DENIED_WITHIN:])}"
    yield "deniedlater", f"{group} {any(one.kind == 'neg' for one in later[:3])}"


def _who(before: Sequence[Word], later: Sequence[Word], trigger: str, group: str) -> Iterator[Feature]:
    """Yield who acts, whether the writer is there on either side, and what is spoken of near by."""
    subject = _subject(before)
    mine = f"{any(one.kind in _SELF for one in before):d}{any(one.kind in _SELF for one in later[:5]):d}"
    yield "subject", f"{group} {subject}"
    yield "triggersubject", f"{trigger} {subject}"
    yield "mine", f"{group} {mine}"
    yield "subjectmine", f"{subject} {mine}"
    for kind in {one.kind for one in later[:4]} & _TELLING:
        yield "near", f"{group} {kind}"
        yield "subjectnear", f"{subject} {kind}"
    for kind in {one.kind for one in (*before, *later)}:
        yield "groupholds", f"{group} {kind}"


def _told(own: str, before: Sequence[Word], later: Sequence[Word], group: str) -> Iterator[Feature]:
    """Yield what the trigger and the words near it tell of, in a language that knows."""
    if own:
        yield "sense", f"{group} {own}"
        yield "sensesubject", f"{own} {_subject(before)}"
    for side, near in (("before", before[-_NEAR:]), ("after", later[:_NEAR])):
        for sense in {one.sense for one in near if one.sense}:
            yield f"{side}sense", f"{group} {sense}"
    if before and before[-1].sense:
        yield "leftsense", f"{group} {before[-1].sense}"
    if later and later[0].sense:
        yield "rightsense", f"{group} {later[0].sense}"


def _name(word: Word) -> str:
    """Return the headword; a name or a number stands for all of its kind."""
    return "#" if word.kind in (NAME, NUMBER) else word.head


def _subject(before: Sequence[Word]) -> str:
    """Return who acts: the nearest pronoun, role or name before the trigger; a noun is a thing."""
    noun = "none"
    for one in reversed(before[-_SUBJECT_WITHIN:]):
        if one.kind in _SUBJECTS:
            return one.kind
        if one.kind == "det":
            noun = "thing"
    return noun
