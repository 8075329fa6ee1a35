"""The sponsor's report and the page for three: validated statements, agreed lines, the period, the parties."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from journal.errors.refusals import NamesInLine, NamesInStatement, NothingValidated
from journal.language import N_, _, speaking
from journal.model.agreed_line import AgreedLine
from journal.model.audience import Audience
from journal.model.engagement import EngagementDetails, Role
from journal.model.entry import Ref
from journal.model.kind import Kind
from journal.model.person import Person
from journal.model.session import SessionKind
from journal.model.statement import ValidatedStatement
from journal.sharing.aliasing import Aliasing
from journal.sharing.document import Document, Head, Item
from journal.sharing.selecting import Selection
from journal.sharing.wording import AUDIENCE_WORDS, day, is_feminine
from journal.terms import practitioner

_ROLES = {
    Role.MANAGER: N_("manager"),
    Role.SPONSOR: N_("sponsor"),
    Role.PRACTITIONER: N_("practitioner"),
    Role.PEER: N_("peer"),
    Role.FACILITATOR: N_("facilitator"),
}


_TITLES = {
    SessionKind.FRAMING: N_("Our three-way meeting, at the start"),
    SessionKind.INTERIM: N_("Our three-way meeting, half-way"),
    SessionKind.CLOSING: N_("Our three-way meeting, at the close"),
}


def _role_word(role: Role, *, feminine: bool = False) -> str:
    """Return what a role is called; a person’s own word for who goes along agrees where it is the usual one."""
    return practitioner(feminine=feminine) if role is Role.PRACTITIONER else _(_ROLES[role])


@dataclass(frozen=True, slots=True)
class Frame:
    """What the report says beside the statements: whose engagement, from when to when, towards which objectives."""

    starts_on: date | None = None
    ends_on: date | None = None
    parties: tuple[tuple[Role, str, str], ...] = field(default=(), repr=False)  # each with what they are
    objectives: Mapping[Ref, str] = field(default_factory=dict, repr=False)
    signs: Mapping[Ref, tuple[str, ...]] = field(default_factory=dict, repr=False)
    ended_on: date | None = None

    @classmethod
    def of(
        cls,
        details: EngagementDetails | None,
        objectives: Mapping[Ref, str],
        signs: Mapping[Ref, tuple[str, ...]] | None = None,
    ) -> "Frame":
        """Return the frame of an engagement; peers have no part in what a sponsor reads."""
        if details is None:
            return cls(objectives=objectives, signs=signs or {})
        told = (party for party in details.parties if party.role is not Role.PEER)
        parties = tuple((party.role, party.name, party.service) for party in told)
        return cls(details.starts_on, details.ends_on, parties, objectives, signs or {}, details.ended_on)


@dataclass(frozen=True, slots=True, repr=False)
class Told:
    """All that a sponsor can be told; both are types that nothing else can become."""

    statements: tuple[ValidatedStatement, ...] = ()
    agreed: tuple[AgreedLine, ...] = ()
    where: Mapping[Ref, str] = field(default_factory=dict)  # the meetings of agreed lines, as they are recognised


def report(told: Told, frame: Frame, people: Sequence[Person], selection: Selection) -> Document:
    """Return the report as a document, or the page for a meeting of three, in the selection's language.

    A line is never reworded, not even by an alias, since it leaves as it was validated or agreed. Raise
    NamesInStatement or NamesInLine when one names somebody of the journal, NothingValidated when there is none.
    """
    if not told.statements and not told.agreed:
        raise NothingValidated
    aliasing = Aliasing(people)
    for statement in told.statements:
        if words := names_in(statement.text, people):
            raise NamesInStatement({"words": words, "line": statement.text}, ref=statement.ref)
    for line in told.agreed:
        if words := names_of_others(line.text, line.mark.by, people):
            where = told.where.get(line.ref) or day(line.mark.on)
            raise NamesInLine({"words": words, "line": line.text, "where": where}, ref=line.ref)
    with speaking(selection.language):
        return Document(
            title=_(_TITLES[selection.meeting]) if selection.meeting else _("Coaching progress report"),
            audience=Audience.SPONSOR,
            audience_words=_("for the three of us") if selection.meeting else _(AUDIENCE_WORDS[Audience.SPONSOR]),
            language=selection.language,
            head=_head(selection),
            opening=_opening(frame, selection.since, people),
            dated_on=selection.on,
            items=(*_statement_items(told.statements, frame, aliasing, selection), *_agreed_items(told.agreed)),
            closing=" ".join(filter(None, [_mention(told.statements, alone=not told.agreed), _agreement(told.agreed)])),
        )


def _head(selection: Selection) -> Head | None:
    """Return the day of writing; what three keep of their meeting is no report."""
    if selection.on is None:
        return None
    words = _("page of {day}") if selection.meeting else _("report of {day}")
    return Head(sent=words.format(day=day(selection.on)))


def names_in(text: str, people: Iterable[Person]) -> str:
    """Return the words of a line that name somebody of the journal, as they stand there; "" for none."""
    return ", ".join(dict.fromkeys(span.name for span in Aliasing(people).apply(text).spans))


def names_of_others(text: str, taking_part: Sequence[str], people: Iterable[Person]) -> str:
    """Return the words that name somebody who did not agree to a line; those who did may stand in it by their name."""
    return names_in(text, [person for person in people if person.name not in taking_part])


def _statement_items(
    statements: Sequence[ValidatedStatement], frame: Frame, aliasing: Aliasing, selection: Selection
) -> Iterator[Item]:
    """Yield the objectives with their signs and lines; those without a line when all were asked for."""
    named = {each.objective for each in statements}
    objectives = [ref for ref in frame.objectives if ref in named or selection.every_objective]
    groups: list[tuple[str, tuple[str, ...], list[ValidatedStatement]]] = [
        (
            aliasing.apply(frame.objectives[ref]).text,
            tuple(aliasing.apply(sign).text for sign in frame.signs.get(ref, ())),
            [each for each in statements if each.objective == ref],
        )
        for ref in objectives
    ]
    others = [each for each in statements if each.objective not in frame.objectives]
    if others:
        groups.append((_("Other progress") if groups else _("Progress made"), (), others))
    for place, (title, signs, lines) in enumerate(groups, 1):
        told_too = signs if selection.meeting is None else ()  # the page for three holds lines alone
        seen = _("Signs of progress: {signs}").format(signs=" · ".join(map(_as_text, told_too))) if told_too else ""
        told = "\n".join(_validated(each, days=selection.validation_days) for each in lines)
        body = "\n\n".join(filter(None, (seen, told or _("Nothing passed on to this day."))))
        yield Item(ref=place, kind=Kind.STATEMENT, kind_words="", title=title, body=body)


def _validated(statement: ValidatedStatement, *, days: bool) -> str:
    """Return a statement as a line, with the day of its validation where the manager let it be told."""
    told = _as_text(statement.text)
    return f"- {told} " + _("(validated on {day})").format(day=day(statement.validation.at)) if days else f"- {told}"


def _agreed_items(agreed: Sequence[AgreedLine]) -> Iterator[Item]:
    """Yield what was agreed, day by day."""
    for place, on in enumerate(sorted({each.mark.on for each in agreed}), 1):
        lines = [each for each in agreed if each.mark.on == on]
        title = _("What we agreed on {day}").format(day=day(on))
        yield Item(ref=place, kind=Kind.SESSION, kind_words="", title=title, body=_lines(lines))


def _lines(statements: Sequence[AgreedLine]) -> str:
    return "\n".join(f"- {_as_text(each.text)}" for each in statements)


def _as_text(text: str) -> str:
    """Return a statement as Markdown that shows exactly its characters, on one line."""
    from journal.sharing.rendering.markdown import escaped

    return escaped(" ".join(text.split("\n")))


def _opening(frame: Frame, since: datetime | None, people: Sequence[Person]) -> str:
    lines = []
    start = since.date() if since else frame.starts_on
    end = frame.ends_on
    if start and frame.ended_on:
        lines.append(_("From {first} to {last}").format(first=day(start), last=day(frame.ended_on)))
    elif start and end:
        lines.append(_("Expected from {start} to {end}").format(start=day(start), end=day(end)))
    elif start:
        lines.append(_("Period: from {start}").format(start=day(start)))
    for role, name, what in frame.parties:
        words = filter(None, (_role_word(role, feminine=is_feminine(name, people)), _as_text(what)))
        lines.append(_("{name} ({role})").format(name=_as_text(name), role=_(", ").join(words)))
    return "\n".join(f"- {line}" for line in lines)


def _mention(statements: Sequence[ValidatedStatement], *, alone: bool) -> str:
    names = list(dict.fromkeys(each.validation.by for each in statements))
    if not names:
        return ""
    if not alone:
        return _("The lines on progress were validated in writing by {names}.").format(names=_listed(names))
    return _("Each line was validated in writing by {names}.").format(names=_listed(names))


def _agreement(agreed: Sequence[AgreedLine]) -> str:
    names = list(dict.fromkeys(name for each in agreed for name in each.mark.by))
    return _("Everything that we agreed on was agreed by {names}.").format(names=_listed(names)) if names else ""


def _listed(names: Sequence[str]) -> str:
    """Return names as a sentence tells them: "A, B and C"."""
    *first, last = names
    return _("{names} and {last}").format(names=", ".join(first), last=last) if first else last
