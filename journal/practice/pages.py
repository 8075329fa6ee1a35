"""The page that stands in an entry's body when its content lives in fields: compiled Markdown, in the language spoken.

Search, previews and exports read bodies; compiling them once, when something is kept, lets all of them treat every
kind alike.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from journal.dates.wording import dated
from journal.language import N_, _
from journal.model.case import CaseDetails
from journal.model.case_sheet import CASE_HEADINGS, bullets, case_page, page_of
from journal.model.checkin import CheckInDetails
from journal.model.details import Details
from journal.model.engagement import Clause, ClauseCode, EngagementDetails, Role
from journal.model.entry import NewEntry
from journal.model.objective import ObjectiveDetails
from journal.model.plan import PlanDetails, StepDetails
from journal.model.reflection import ReflectionDetails, compiled
from journal.model.review import ReviewDetails
from journal.model.session import SessionDetails
from journal.practice.checking_in import checkin_page
from journal.protocols import library
from journal.terms import bears_feminine_title, practitioner

_HEADING = re.compile(r"^(##? )", re.MULTILINE)
ROLES = {
    Role.MANAGER: N_("manager"),
    Role.SPONSOR: N_("sponsor"),
    Role.PRACTITIONER: N_("practitioner"),
    Role.PEER: N_("peer"),
    Role.FACILITATOR: N_("facilitator"),
}


def role_word(role: Role, name: str = "") -> str:
    """Return what a role is called: who goes along with the person, in their own word, agreeing with their title."""
    return practitioner(feminine=bears_feminine_title(name)) if role is Role.PRACTITIONER else _(ROLES[role])


CLAUSES = {
    ClauseCode.CONSENT: N_("Free consent"),
    ClauseCode.NEUTRALITY: N_("Neutrality"),
    ClauseCode.CONFIDENTIALITY: N_("Confidentiality"),
    ClauseCode.SPONSOR: N_("What is passed on to the sponsor"),
    ClauseCode.STOP: N_("The right to stop without giving a reason"),
    ClauseCode.ENDING: N_("If someone else ends it"),
    ClauseCode.WORKING_TIME: N_("Working time"),
    ClauseCode.CANCELLING: N_("Moving or cancelling a session"),
    ClauseCode.NOTES: N_("The notes of whoever coaches"),
    ClauseCode.ETHICS: N_("Code of ethics"),
    ClauseCode.MEETINGS: N_("The three meetings of three"),
    ClauseCode.RECIPROCITY: N_("Giving and receiving"),
    ClauseCode.ADVICE: N_("No advice unless asked"),
    ClauseCode.ABSENT: N_("Those who are not here"),
    ClauseCode.TIME: N_("Time"),
    ClauseCode.KNOWN: N_("A colleague whom everybody knows"),
    ClauseCode.OUTSIDE: N_("After the session"),
    ClauseCode.HOME: N_("What may be written at home"),
    ClauseCode.PRESENCE: N_("Presence"),
    ClauseCode.HIERARCHY: N_("If one member comes to lead another"),
    ClauseCode.OWN: N_("A clause of ours"),
}


def clause_title(clause: Clause) -> str:
    """Return what a clause is called: by its own title where those concerned gave it one."""
    return clause.title or _(CLAUSES[clause.code])


def engagement_page(details: EngagementDetails) -> str:
    """Return the frame as a page: who expects what, and the clauses with those who agreed."""
    parties = [
        (
            _("{name} ({role})").format(name=party.name, role=role_word(party.role, party.name)),
            bullets(party.expectations) or "…",
        )
        for party in details.parties
    ]
    clauses = [
        (
            clause_title(clause),
            "\n\n".join(
                filter(
                    None,
                    [
                        clause.text,
                        _consents(clause),
                    ],
                )
            ),
        )
        for clause in details.clauses
    ]
    together = (_("What we learnt to do together"), details.learnt_together)
    return page_of([*parties, *clauses, together])


def _consents(clause: Clause) -> str:
    """Return who agreed to a clause, day by day, a line for each day."""
    days: dict[date, list[str]] = {}
    for each in clause.consents:
        days.setdefault(each.on, []).append(each.by)
    told = _("agreed on {day}: {names}")
    return bullets(told.format(day=dated(on), names=", ".join(names)) for on, names in days.items())


def objective_page(details: ObjectiveDetails) -> str:
    """Return the signs by which progress will be seen."""
    return page_of([(_("Signs of progress"), bullets(details.signs))])


def session_page(details: SessionDetails, brought: Sequence[NewEntry] = ()) -> str:
    """Return the page of a session: the preparation in its own wording or compiled, then what was noted in it."""
    asked = page_of([(_("My question"), details.question), (_("What I want from this session"), details.expectation)])
    prepared = details.page or "\n\n".join(filter(None, [asked, *map(_brought, brought)]))
    seen = "\n".join(f"- {view.party}: {' '.join(view.words.split())}" for view in details.views)
    after = page_of(
        [
            (_("What I want said"), details.said),
            (_("What each party saw"), seen),
            (_("What was decided"), bullets(line.text for line in details.record)),
            (_("Notes"), details.notes),
        ]
    )
    return "\n\n".join(filter(None, [prepared, after]))


def _brought(entry: NewEntry) -> str:
    """Return what is brought under its title; what is all in its title, as a step is, stands there once."""
    body = _nested(entry.body).strip()
    title = entry.title or _("Untitled")
    return f"## {title}\n\n{body}" if body else f"## {title}"


def _nested(page: str) -> str:
    """Return a page to stand under a heading of its own: its headings are one level lower."""
    return _HEADING.sub(r"#\1", page)


def plan_page(details: PlanDetails) -> str:
    """Return a plan: options with what each gives, costs and asks, the chosen one told apart, then the rest."""
    options = []
    for index, option in enumerate(details.options):
        parts = [
            text.format(words=words)
            for text, words in (
                (_("gives: {words}"), option.gives),
                (_("costs: {words}"), option.costs),
                (_("asks of others: {words}"), option.asks),
            )
            if words
        ]
        chosen = _("**{option}** (chosen)").format(option=option.text) if index == details.chosen else option.text
        options.append(" · ".join([chosen, *parts]))
    return page_of(
        [
            (_("Options"), bullets(options)),
            (_("The obstacle I expect"), details.obstacle),
            (_("What I will do about it"), details.answer),
            (_("The support I need"), details.support),
            (_("How I will know it worked"), details.proof),
        ]
    )


_BEGINNING = re.compile(r"^(?:Je|On|Nous|Vous|Il|Elle|We)\b|^J(?=[’'])")
_ELIDED = re.compile(r"^Si (?=ils?\b)", re.IGNORECASE)  # French says « s’il », never « si il »


_TYPED_IF = re.compile(r"^(?:(?:si|if)\s+|s[’'](?=ils?\b))", re.IGNORECASE)
_TYPED_THEN = re.compile(r"^(?:alors|then)\b[\s,]*", re.IGNORECASE)


def _inside(half: str, typed: re.Pattern[str]) -> str:
    """Return a half as it stands inside a sentence: without the “if” or “then” that was typed along with it.

    A word that may be a name keeps its capital.
    """
    bare = typed.sub("", half, count=1).rstrip(" ,") or half
    return _BEGINNING.sub(lambda word: word.group().lower(), bare)


def step_line(details: StepDetails) -> str:
    """Return a step as one sentence."""
    if details.when and details.then:
        line = _("If {when}, then {then}").format(
            when=_inside(details.when, _TYPED_IF), then=_inside(details.then, _TYPED_THEN)
        )
        return _ELIDED.sub("S’", line)
    return details.then or details.when


def step_page(details: StepDetails) -> str:
    """Return what became of a step, each time it came back."""
    told = ["\n\n".join(filter(None, [dated(each.on), each.helped, each.following])) for each in details.outcomes]
    return page_of([(_("What became of it"), "\n\n".join(told))])


__all__ = ["CASE_HEADINGS", "bullets", "case_page", "page_of"]  # of the sheet, which stands below this layer

PAGES: dict[type[Details], Callable[[Any], str]] = {
    EngagementDetails: engagement_page,
    ObjectiveDetails: objective_page,
    SessionDetails: session_page,
    PlanDetails: plan_page,
    StepDetails: step_page,
    CaseDetails: case_page,
    ReflectionDetails: lambda details: compiled(details.asked),
    ReviewDetails: lambda details: compiled(details.asked),
    CheckInDetails: checkin_page,
}


def page_for(entry: NewEntry) -> str:
    """Return the page of an entry whose content lives in its details; the body as it is for all other kinds."""
    compile_page = PAGES.get(type(entry.details))
    return compile_page(entry.details) if compile_page else entry.body


def title_for(entry: NewEntry) -> str:
    """Return the title of an entry that nobody titles by hand."""
    match entry.details:
        case SessionDetails() as details:
            return session_title(details)
        case ReflectionDetails() as details:
            return library.shipped().get(details.protocol).title.here
        case CheckInDetails():
            return _("Check-in")
        case _:
            return ""


def session_title(details: SessionDetails) -> str:
    """Return a session's name within its engagement."""
    return _("Session {number}").format(number=details.number)
