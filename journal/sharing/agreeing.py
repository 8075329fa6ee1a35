"""Agreeing: the manager's hand marks a line of a meeting of three as agreed by all, with the day."""

from datetime import date

from journal.errors.refusals import NamesInLine, NotOfThree, PartiesMissing
from journal.model.engagement import EngagementDetails, Party, Role
from journal.model.entry import Entry, Ref, Rel
from journal.model.record_line import AgreedMark, RecordLine
from journal.model.session import OF_THREE, SessionDetails
from journal.sharing.report import names_of_others
from journal.sharing.repository import Keeper
from journal.sharing.wording import told_where
from journal.store import entries, entry_writing, people, validations
from journal.store.store import Tx


def agree(keeper: Keeper, ref: Ref, number: int, on: date) -> Entry:
    """Mark a line as agreed by all who take part, on a day.

    Raises NotOfThree, PartiesMissing, NamesInLine when it names somebody who does not take part, EntryNotFound.
    """
    with keeper.store.writing() as tx:
        session, record = _record(tx, ref)
        names = tuple(party.name for party in _parties(tx, session))
        if len(names) < 2:  # noqa: PLR2004 -- nobody agrees with themselves alone
            raise PartiesMissing
        line = record[number]
        mark = AgreedMark.of(line.text, names, on, validations.secret(tx))
        if words := names_of_others(line.text, mark.by, people.people(tx)):
            raise NamesInLine({"words": words, "line": line.text, "where": told_where(session)}, ref=ref)
        return _keep(keeper, tx, session, (*record[:number], line.with_(agreed=mark), *record[number + 1 :]))


def disagree(keeper: Keeper, ref: Ref, number: int) -> Entry:
    """Take a mark back; no reason is asked."""
    with keeper.store.writing() as tx:
        session, record = _record(tx, ref)
        changed = record[number].with_(agreed=None)
        return _keep(keeper, tx, session, (*record[:number], changed, *record[number + 1 :]))


def standing(keeper: Keeper, session: Entry) -> tuple[bool, ...]:
    """Return for each line of a record whether it stands as agreed by all."""
    with keeper.store.reading() as tx:
        secret = validations.secret(tx)
    record = session.details_as(SessionDetails).record
    return tuple(line.agreed is not None and line.agreed.holds(line.text, secret) for line in record)


def _record(tx: Tx, ref: Ref) -> tuple[Entry, tuple[RecordLine, ...]]:
    session = entries.get(tx, ref)
    if not isinstance(session.details, SessionDetails) or session.details.meeting not in OF_THREE:
        raise NotOfThree({"where": told_where(session)}, ref=ref)
    return session, session.details.record


def _parties(tx: Tx, session: Entry) -> tuple[Party, ...]:
    part_of = [link.ref for link in session.links if link.rel is Rel.PART_OF]
    frames = [each.details for each in entries.readable(tx, part_of) if isinstance(each.details, EngagementDetails)]
    return tuple(party for frame in frames[:1] for party in frame.parties if party.role is not Role.PEER)


def _keep(keeper: Keeper, tx: Tx, session: Entry, record: tuple[RecordLine, ...]) -> Entry:
    details = session.details_as(SessionDetails).with_(record=record)
    return entry_writing.change(tx, session.with_(details=details), keeper.clock())
