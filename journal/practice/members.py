"""The members of a group: entered once, one a line, each known by an initial; all of them agree in one gesture."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from journal.language import _
from journal.model.engagement import Clause, ClauseCode, Consent, EngagementDetails, Form, Party, Role
from journal.model.entry import Entry
from journal.practice import framing, parties
from journal.practice.clauses import clauses_for
from journal.practice.notebook import Notebook
from journal.same_name import name_key

_PARTS = 3  # of a line: name, service, company


def member(line: str) -> Party | None:
    """Return the member that a line tells: name, then service, then company; None for an empty line."""
    name, *rest = [part.strip() for part in line.strip(" -•·\t").split(",", _PARTS - 1)]
    service, company = (*rest, "", "")[:2]
    return Party(role=Role.PEER, name=name, service=service, company=company) if name else None


def members_of(text: str) -> tuple[Party, ...]:
    """Return the members that a text tells, one a line; a name that stands there twice is one member."""
    told = (member(line) for line in text.splitlines())
    return tuple({name_key(party.name): party for party in told if party is not None}.values())


def marks(people: Iterable[Party]) -> dict[str, str]:
    """Return an initial for each member by which one key tells them apart: of the first name, else of a later one."""
    given: dict[str, str] = {}
    for party in people:
        initials = [word[0] for word in party.name.replace("-", " ").split() if word[0].isalpha()]
        letters = [*initials, *(letter for letter in party.name if letter.isalpha())]
        free = (letter.upper() for letter in letters if letter.upper() not in given.values())
        given[party.name] = next(free, "·")
    return given


def alias_of(notebook: Notebook, name: str) -> str:
    """Return what a member is called outside; the name itself of nobody who is known."""
    return parties.alias_of(notebook, name)


def agree_all(notebook: Notebook, engagement: Entry, on: date) -> Entry:
    """Note that all agreed to the clauses on a day; who agreed before keeps their day.

    Among three, a clause to which one of them agreed was looked at by itself, and stays as it is.
    """
    frame = engagement.details_as(EngagementDetails)
    every = frame.form is Form.GROUP
    clauses = tuple(
        _agreed(clause, frame.agreeing, on) if every or not clause.consents else clause for clause in frame.clauses
    )
    return framing.reframe(notebook, engagement, frame.with_(clauses=clauses))


def _agreed(clause: Clause, people: Iterable[Party], on: date) -> Clause:
    known = {name_key(consent.by) for consent in clause.consents}
    new = (Consent(by=party.name, on=on) for party in people if name_key(party.name) not in known)
    return clause.with_(consents=(*clause.consents, *new))


def add_clause(notebook: Notebook, engagement: Entry, title: str, text: str) -> Entry:
    """Add a clause in the words of those concerned."""
    frame = engagement.details_as(EngagementDetails)
    clause = Clause(code=ClauseCode.OWN, title=title or _("A clause of ours"), text=text)
    return framing.reframe(notebook, engagement, frame.with_(clauses=(*frame.clauses, clause)))


def reword_clause(
    notebook: Notebook, engagement: Entry, number: int, *, title: str, text: str, consents: tuple[Consent, ...]
) -> Entry:
    """Keep another wording of a clause, and who agrees to it."""
    clauses = list(engagement.details_as(EngagementDetails).clauses)
    clauses[number] = clauses[number].with_(title=title, text=text, consents=consents)
    return framing.change_frame(notebook, engagement, clauses=tuple(clauses))


def set_up(notebook: Notebook, engagement: Entry, title: str, form: Form, entered: str, **figures: Any) -> Entry:
    """Keep form and figures of an engagement, the clauses that its form asks for, and members entered one a line."""
    frame = engagement.details_as(EngagementDetails)
    known = {name_key(party.name) for party in frame.parties}
    new = tuple(party for party in members_of(entered) if name_key(party.name) not in known)
    return framing.change_frame(
        notebook,
        engagement,
        title,
        form=form,
        parties=(*frame.parties, *new),
        clauses=clauses_for(frame, form),
        **figures,
    )
