"""Evidence for an objective: offered by links, tags and words from what was written, chosen by the manager alone."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from journal.model.entry import Entry, EntryLine, Link, Ref, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.objective import ObjectiveDetails
from journal.practice import capturing, framing, reading
from journal.practice.notebook import Notebook
from journal.store import entries, folding, searching

OFFERED = (Kind.SITUATION, Kind.REFLECTION, Kind.LEARNING, Kind.PLAN, Kind.STEP, Kind.CASE)
_MOST = 12
_PER_WORD = 30
_SHORTEST = 5  # letters of a word that says something


class Found(StrEnum):
    """By what an entry was found."""

    CHOSEN = "chosen"
    LINK = "link"
    TAG = "tag"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Witness:
    """An entry that bears witness to an objective, or that could, and by what it was found."""

    line: EntryLine
    by: Found


def offered(notebook: Notebook, objective: Entry, wanted: str = "") -> list[Witness]:
    """Return what was chosen, newest first, then what could be: linked, tagged, or holding the objective's words.

    With `wanted`, what holds these words instead.
    """
    chosen = framing.evidence(notebook, objective.ref)
    found = [Witness(line, Found.CHOSEN) for line in chosen]
    with notebook.store.reading() as tx:
        where = Filter(kinds=OFFERED)
        if wanted.strip():
            more = [Witness(each.line, Found.WORDS) for each in searching.search(tx, wanted, where, _MOST)]
        else:
            words = _words(objective)
            linked = [line for rel, line in entries.backlinks(tx, objective.ref) if rel is Rel.TOWARDS]
            more = [Witness(line, Found.LINK) for line in linked if line.kind in OFFERED]
            tags = [tag for tag, _used in entries.tags(tx) if set(folding.words(tag)) & words]
            tagged = (line for tag in tags for line in entries.newest(tx, Filter(kinds=OFFERED, tag=tag), _PER_WORD))
            more += [Witness(line, Found.TAG) for line in tagged]
            hits = Counter(ref for word in sorted(words) for ref in searching.newest_of(tx, word, _PER_WORD))
            lines = (entries.line_of(tx, ref) for ref, _count in hits.most_common(2 * _MOST))
            more += [Witness(line, Found.WORDS) for line in lines if line is not None and line.kind in OFFERED]
    once = {each.line.ref: each for each in reversed([*found, *more])}
    known = dict.fromkeys(each.line.ref for each in [*found, *more])
    open_ones = [once[ref] for ref in known if once[ref].line.state is not State.SEALED]
    return open_ones[: len(chosen) + _MOST]


def _words(objective: Entry) -> set[str]:
    """Return the folded words of an objective and its signs that are long enough to say something."""
    details = objective.details_as(ObjectiveDetails)
    text = " ".join([objective.title, *details.signs])
    return {word for word in folding.words(text) if len(word) >= _SHORTEST}


def choose(notebook: Notebook, entry: Ref, objective: Ref) -> bool:
    """Let an entry bear witness to an objective, or no longer; return whether it does now."""
    witness = reading.entry(notebook, entry)
    link = Link(rel=Rel.EVIDENCE, ref=objective)
    if link not in witness.links:
        framing.bear_witness(notebook, entry, objective)
        return True
    capturing.rewrite(notebook, witness.with_(links=tuple(each for each in witness.links if each != link)))
    return False
