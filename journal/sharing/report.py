"""The sponsor's report: validated progress statements by objective, the period, the parties, and nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from journal.errors.refusals import NamesInStatement, NothingValidated
from journal.language import N_, Language, _, speaking
from journal.model.audience import Audience
from journal.model.engagement import EngagementDetails, Role
from journal.model.entry import Ref
from journal.model.kind import Kind
from journal.model.statement import ValidatedStatement
from journal.sharing.aliasing import Aliasing
from journal.sharing.document import Document, Item
from journal.sharing.wording import AUDIENCE_WORDS, day
from journal.terms import term

_ROLES = {
    Role.MANAGER: N_("manager"),
    Role.SPONSOR: N_("sponsor"),
    Role.PRACTITIONER: N_("practitioner"),
    Role.PEER: N_("peer"),
}


def _role_word(role: Role) -> str:
    return term("practitioner") if role is Role.PRACTITIONER else _(_ROLES[role])


@dataclass(frozen=True, slots=True)
class Frame:
    """What the report says beside the statements: whose engagement, from when to when, towards which objectives."""

    starts_on: date | None = None
    ends_on: date | None = None
    parties: tuple[tuple[Role, str], ...] = field(default=(), repr=False)
    objectives: Mapping[Ref, str] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, details: EngagementDetails | None, objectives: Mapping[Ref, str]) -> "Frame":
        """Return the frame of an engagement; peers have no part in what a sponsor reads."""
        if details is None:
            return cls(objectives=objectives)
        parties = tuple((party.role, party.name) for party in details.parties if party.role is not Role.PEER)
        return cls(details.starts_on, details.ends_on, parties, objectives)


def report(
    statements: Sequence[ValidatedStatement],
    frame: Frame,
    aliasing: Aliasing,
    language: Language,
    since: datetime | None = None,
) -> Document:
    """Return the report as a document, with statements validated from `since` on when it is given.

    A statement is never reworded, not even by an alias, since it leaves as it was validated. Raise NamesInStatement
    when one names somebody of the journal, NothingValidated when there is none.
    """
    telling = [each for each in statements if since is None or each.validation.at >= since]
    if not telling:
        raise NothingValidated
    for statement in telling:
        if aliasing.apply(statement.text).spans:
            raise NamesInStatement(ref=statement.ref)
    with speaking(language):
        objectives = [ref for ref in frame.objectives if any(each.objective == ref for each in telling)]
        groups: list[tuple[str, list[ValidatedStatement]]] = [
            (aliasing.apply(frame.objectives[ref]).text, [each for each in telling if each.objective == ref])
            for ref in objectives
        ]
        others = [each for each in telling if each.objective not in frame.objectives]
        if others:
            groups.append((_("Other progress") if groups else _("Progress made"), others))
        items = tuple(
            Item(ref=place, kind=Kind.STATEMENT, kind_words="", title=title, body=_lines(lines))
            for place, (title, lines) in enumerate(groups, 1)
        )
        return Document(
            title=_("Coaching progress report"),
            audience=Audience.SPONSOR,
            audience_words=_(AUDIENCE_WORDS[Audience.SPONSOR]),
            language=language,
            opening=_opening(frame, since),
            items=items,
            closing=_mention(telling),
        )


def _lines(statements: Sequence[ValidatedStatement]) -> str:
    return "\n".join(f"- {_as_text(each.text)}" for each in statements)


def _as_text(text: str) -> str:
    """Return a statement as Markdown that shows exactly its characters, on one line."""
    from journal.sharing.rendering.markdown import escaped

    return escaped(" ".join(text.split("\n")))


def _opening(frame: Frame, since: datetime | None) -> str:
    lines = []
    start = since.date() if since else frame.starts_on
    end = frame.ends_on
    if start and end:
        lines.append(_("Period: {start} to {end}").format(start=day(start), end=day(end)))
    elif start:
        lines.append(_("Period: from {start}").format(start=day(start)))
    lines += [_("{name} ({role})").format(name=_as_text(name), role=_role_word(role)) for role, name in frame.parties]
    return "\n".join(f"- {line}" for line in lines)


def _mention(statements: Sequence[ValidatedStatement]) -> str:
    names = list(dict.fromkeys(each.validation.by for each in statements))
    return _("Each line was validated in writing by {names}.").format(names=", ".join(names))
