"""The questions of `peer-case` and the sheet are one thing: answers become rubrics, one to one."""

from collections.abc import Mapping

from journal.model.case import CASE_FIELDS, CaseDetails
from journal.model.entry import Entry, Link, Ref, Rel
from journal.model.kind import Kind
from journal.model.reflection import ReflectionDetails
from journal.practice import casework, reading
from journal.practice.notebook import Notebook

PROTOCOL = "peer-case"
_RUBRICS = {
    "facts": "facts",
    "actors": "actors",
    "recognised": "recognised",
    "my-side": "did_and_felt",
    "attempts": "attempts",
    "at-stake": "stake",
    "question": "question",
    "help": "help_wanted",
    "unwanted": "unwanted",
    "if-then": "ready_for",
}
"""What each question of the protocol fills; the first one gives the title."""

_IN_THE_HEAT = {"facts": "facts", "felt": "did_and_felt"}


def sheet_of(notebook: Notebook, reflection: Ref, session: Ref | None = None) -> Entry:
    """Return the case that a run through the questions fills: the one it was about, the one it filled before, or new.

    Rubrics are filled once: what stands there already stays, and the answer comes below it where it says more.
    """
    run = reading.entry(notebook, reflection)
    answers = _words(run)
    case = _known(notebook, run)
    if case is None:
        about = tuple(link.ref for link in run.links if link.rel is Rel.ABOUT)
        case = casework.open_case(notebook, answers.get("title", ""), about, session)
    link = Link(rel=Rel.SOURCE, ref=reflection)
    linked = case if link in case.links else case.with_(links=(*case.links, link))
    details = linked.details_as(CaseDetails)
    filled = {
        field: casework.added(getattr(details, field), answers[prompt])
        for prompt, field in _RUBRICS.items()
        if prompt in answers
    }
    return casework.fill(notebook, linked.with_(title=case.title or answers.get("title", "")), **filled)


def begun_from(entry: Entry) -> Mapping[str, str]:
    """Return the rubrics with which a case begins that comes from one entry: what was told in the heat fills two."""
    if entry.kind is Kind.REFLECTION:
        answers = _words(entry)
        if told := {field: answers[prompt] for prompt, field in _IN_THE_HEAT.items() if prompt in answers}:
            return told
    return {CASE_FIELDS[0]: casework.words_to_bring(entry, entry.title)}


def _words(run: Entry) -> Mapping[str, str]:
    details = run.details_as(ReflectionDetails)
    return {asked.prompt: asked.words for asked in details.asked if asked.words.strip()}


def _known(notebook: Notebook, run: Entry) -> Entry | None:
    """Return the case that the run was about or filled; None while there is none."""
    refs = [link.ref for link in run.links if link.rel is Rel.ABOUT]
    refs += [line.ref for rel, line in reading.backlinks(notebook, run.ref) if rel is Rel.SOURCE]
    for ref in refs:
        line = reading.line(notebook, ref)
        if line is not None and line.kind is Kind.CASE:
            return reading.entry(notebook, ref)
    return None
