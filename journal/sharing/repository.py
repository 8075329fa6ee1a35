"""Repository of sharing: entries, people, decisions, recipients, words to look out for."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Protocol

from journal.clock import Clock
from journal.model.audience import Audience
from journal.model.engagement import EngagementDetails, Party
from journal.model.entry import Entry, Ref, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.kind_spec import spec_of
from journal.model.objective import ObjectiveDetails
from journal.model.recipient import Recipient
from journal.model.unreadable import as_found
from journal.same_name import name_key
from journal.sharing.composing.road import AHEAD, Road, linked, of_case, of_plans, since_session, to_session
from journal.sharing.consent import meant_for_fewer
from journal.sharing.folding import fold
from journal.sharing.previewing import Material, Preview, compose
from journal.sharing.remainders import Decision
from journal.sharing.report import Frame
from journal.sharing.selecting import Selection
from journal.store import entries, people, preferences, validations
from journal.store.store import Store, Tx

_DECISIONS = "sharing.decisions"
_LISTED = "sharing.words"
_RECIPIENTS = "sharing.recipients"
_MOST_ENGAGEMENTS = 100


class Keeper(Protocol):
    """Who holds the open vault and the time; a Notebook is one."""

    @property
    def store(self) -> Store:
        """The open store."""

    @property
    def clock(self) -> Clock:
        """The time now."""


def prepare(keeper: Keeper, selection: Selection) -> Preview:
    """Return exactly what would be written; raise what `compose` raises, and EntryNotFound."""
    if selection.audience is Audience.SPONSOR and selection.on is None:
        selection = selection.with_(on=keeper.clock().date())  # a report bears its date
    with keeper.store.reading() as tx:
        whole = _with_what_is_brought(tx, selection)
        material = gather(tx, whole)
    preview = compose(material, whole)
    return replace(preview, for_fewer=meant_for_fewer(whole, preview.refs, material.entries, material.road))


def _with_what_is_brought(tx: Tx, selection: Selection) -> Selection:
    """Return the selection of a session that lies ahead with all that is brought to it, but what is for oneself alone.

    That leaves only when it is named.
    """
    session = prepared_session(tx, selection)
    if session is None:
        return selection
    lines = (entries.line_of(tx, ref) for ref in linked(session, Rel.BRINGS))
    brought = tuple(line.ref for line in lines if line is not None and not spec_of(line.kind).private)
    return selection.with_(refs=tuple(dict.fromkeys((session.ref, *brought, *selection.refs))))


def prepared_session(tx: Tx, selection: Selection) -> Entry | None:
    """Return the session that lies ahead and is shared with those who will sit in it; None for anything else."""
    if not selection.refs or selection.audience not in (Audience.PRACTITIONER, Audience.GROUP):
        return None
    found = entries.read(tx, selection.refs[0]) if entries.line_of(tx, selection.refs[0]) else None
    return found if isinstance(found, Entry) and found.kind is Kind.SESSION and found.state in AHEAD else None


def _road(tx: Tx, selection: Selection, chosen: Iterable[Entry]) -> Road:
    if selection.audience not in (Audience.PRACTITIONER, Audience.GROUP):
        return Road()
    if (session := prepared_session(tx, selection)) is not None:
        return to_session(tx, session)
    if selection.since_session is not None:
        return since_session(tx, selection.since_session, selection.on or date.max)
    told = list(chosen)
    if len(told) == 1 and isinstance(told[0], Entry) and told[0].kind is Kind.CASE:
        return of_case(tx, told[0])
    return of_plans(tx, told)


def gather(tx: Tx, selection: Selection) -> Material:
    """Read all that a preview is made of."""
    chosen = list(_chosen(tx, selection))
    return Material(
        entries=tuple(chosen),
        people=tuple(people.people(tx)),
        decisions=tuple(each for each in _decisions(tx) if each.holds_for(selection.audience)),
        listed=_listed(tx),
        frame=_frame(tx, chosen, every_objective=selection.every_objective),
        secret=validations.secret(tx),
        parties=_parties(tx),
        recipients=tuple(each.name for each in _recipients(tx) if each.audience is selection.audience),
        road=_road(tx, selection, chosen),
    )


def _parties(tx: Tx) -> tuple[Party, ...]:
    """Return the parties of all engagements."""
    lines = entries.newest(tx, Filter(kinds=(Kind.ENGAGEMENT,)), _MOST_ENGAGEMENTS)
    found = (each.details for each in entries.readable(tx, [line.ref for line in lines]))
    return tuple(party for details in found if isinstance(details, EngagementDetails) for party in details.parties)


def _chosen(tx: Tx, selection: Selection) -> Iterator[Entry]:
    """Yield what was selected; what cannot be read whole goes to nobody but the manager, as it is."""
    for ref in selection.refs:
        found = entries.read(tx, ref)
        if isinstance(found, Entry):
            yield found
        elif not selection.audience.outside:
            yield as_found(found)


def decide(keeper: Keeper, decision: Decision) -> None:
    """Remember what was decided about some words; a later decision about the same words replaces it.

    What is decided for some readers leaves alone what holds for others.
    """
    about = decision.words, decision.ref
    with keeper.store.writing() as tx:
        others = [
            each
            for each in _decisions(tx)
            if (each.words, each.ref) != about or decision.audience not in (None, each.audience)
        ]
        preferences.put(tx, _DECISIONS, [each.model_dump(mode="json") for each in [*others, decision]])


def decisions(keeper: Keeper) -> tuple[Decision, ...]:
    """Return what was decided so far."""
    with keeper.store.reading() as tx:
        return _decisions(tx)


def listed_words(keeper: Keeper) -> tuple[str, ...]:
    """Return the company, project and other words to look out for."""
    with keeper.store.reading() as tx:
        return _listed(tx)


def list_words(keeper: Keeper, words: Iterable[str]) -> None:
    """Keep the words to look out for, in place of the former ones."""
    with keeper.store.writing() as tx:
        once: dict[str, str] = {}
        for word in filter(None, map(str.strip, words)):
            once.setdefault(fold(word), word)  # they are looked for whatever their capitals
        preferences.put(tx, _LISTED, list(once.values()))


def recipients(keeper: Keeper) -> tuple[Recipient, ...]:
    """Return those to whom something leaves, by name."""
    with keeper.store.reading() as tx:
        return _recipients(tx)


def recipient(keeper: Keeper, name: str) -> Recipient | None:
    """Return the recipient of this name, whatever its capitals."""
    return next((each for each in recipients(keeper) if name_key(each.name) == name_key(name)), None)


def keep_recipient(keeper: Keeper, recipient: Recipient) -> None:
    """Keep a recipient, in place of the one of the same name."""
    with keeper.store.writing() as tx:
        others = [each for each in _recipients(tx) if name_key(each.name) != name_key(recipient.name)]
        _put_recipients(tx, [*others, recipient])


def forget_recipient(keeper: Keeper, name: str) -> None:
    """Forget a recipient; what they received stays in the register."""
    with keeper.store.writing() as tx:
        _put_recipients(tx, [each for each in _recipients(tx) if name_key(each.name) != name_key(name)])


def _put_recipients(tx: Tx, kept: Iterable[Recipient]) -> None:
    by_name = sorted(kept, key=lambda each: each.name.casefold())
    preferences.put(tx, _RECIPIENTS, [each.model_dump(mode="json") for each in by_name])


def _recipients(tx: Tx) -> tuple[Recipient, ...]:
    return tuple(Recipient.model_validate(each) for each in preferences.get(tx, _RECIPIENTS) or ())


def _decisions(tx: Tx) -> tuple[Decision, ...]:
    return tuple(Decision.model_validate(each) for each in preferences.get(tx, _DECISIONS) or ())


def _listed(tx: Tx) -> tuple[str, ...]:
    return tuple(str(word) for word in preferences.get(tx, _LISTED) or ())


def _frame(tx: Tx, chosen: Iterable[Entry], *, every_objective: bool = False) -> Frame:
    """Return what the sponsor's report says beside statements; empty when no statement was chosen."""
    towards = _linked(chosen, Kind.STATEMENT, Rel.TOWARDS)
    objectives = [entry for entry in entries.readable(tx, towards) if entry.kind is Kind.OBJECTIVE] if towards else []
    part_of = (
        _linked(chosen, Kind.SESSION, Rel.PART_OF)
        or _linked(objectives, Kind.OBJECTIVE, Rel.PART_OF)
        or _linked(chosen, Kind.STATEMENT, Rel.PART_OF)
    )
    found = [_as_it_ended(each) for each in entries.readable(tx, part_of[:1])] if part_of else []
    details = next((each.details for each in found if isinstance(each.details, EngagementDetails)), None)
    shared = [*objectives, *(_objectives_of(tx, part_of[0], objectives) if part_of and every_objective else ())]
    signs = {each.ref: each.details.signs for each in shared if isinstance(each.details, ObjectiveDetails)}
    return Frame.of(details, {entry.ref: entry.title for entry in shared}, signs)


def _objectives_of(tx: Tx, engagement: Ref, known: Iterable[Entry]) -> list[Entry]:
    """Return the shared objectives of an engagement beside those known, as they were agreed on."""
    wanted = Filter(kinds=(Kind.OBJECTIVE,), linked_to=engagement)
    refs = {line.ref for line in entries.newest(tx, wanted, _MOST_ENGAGEMENTS)} - {entry.ref for entry in known}
    return entries.readable(tx, sorted(refs))


def _as_it_ended(engagement: Entry) -> Entry:
    """Return an engagement whose period ends when it was closed; of one that was left, the day is nobody's."""
    details = engagement.details
    if engagement.state is not State.CLOSED or not isinstance(details, EngagementDetails) or not details.ended_on:
        return engagement
    return engagement.with_(details=details.with_(ends_on=details.ended_on))


def _linked(chosen: Iterable[Entry], kind: Kind, rel: Rel) -> list[Ref]:
    """Return the refs to which entries of a kind are linked, each once, in order."""
    found = (link.ref for entry in chosen if entry.kind is kind for link in entry.links if link.rel is rel)
    return list(dict.fromkeys(found))
