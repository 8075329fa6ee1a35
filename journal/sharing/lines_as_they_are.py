"""Remainders of lines that leave as they were validated or agreed: nothing is reworded there, but all is pointed out.

A name that is surely one is refused; “Will” and “Le” at the beginning of a sentence may be one, as in any text.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from journal.model.entry import Ref
from journal.model.person import Person
from journal.sharing.aliasing import Aliased
from journal.sharing.folding import WORD, fold
from journal.sharing.kept_aliasing import aliasing_for
from journal.sharing.remainders import Decision, Remainder, Remnants
from journal.sharing.report import Frame, Told


def remainders_of(
    told: Told, frame: Frame, known: Sequence[Person], decided: Iterable[Decision], listed: Collection[str]
) -> tuple[Remainder, ...]:
    """Return what may tell too much of what a sponsor is told: objectives and signs, statements, agreed lines."""
    aliasing = aliasing_for(tuple(known))
    remnants = Remnants(aliasing, decisions=decided, listed=listed)
    found: list[Remainder] = []
    for ref, text in _objectives(told, frame):
        found += remnants.find(aliasing.apply(text), -1, "body", ref)
    for statement in told.statements:
        found += remnants.find(Aliased(statement.text), -1, "body", statement.ref)
    for line in told.agreed:
        found += not_of(remnants.find(Aliased(line.text), -1, "body", line.ref), line.mark.by)
    return tuple(found)


def _objectives(told: Told, frame: Frame) -> Iterator[tuple[Ref, str]]:
    for ref in {each.objective for each in told.statements}:
        if ref is not None and ref in frame.objectives:
            yield from ((ref, text) for text in (frame.objectives[ref], *frame.signs.get(ref, ())))


def not_of(found: Iterable[Remainder], taking_part: Iterable[str]) -> list[Remainder]:
    """Return what does not name those who agreed themselves."""
    theirs = {word for name in taking_part for word in WORD.findall(fold(name))}
    return [each for each in found if not theirs.issuperset(WORD.findall(fold(each.words)))]
