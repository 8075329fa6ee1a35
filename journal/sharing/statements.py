"""Progress statements: written line by line, validated in writing, back to draft with the slightest change."""

from enum import StrEnum

from journal.errors import NotAStatement
from journal.errors.refusals import LongName, NameDiffers, NamesInStatement
from journal.hygiene import one_line, plain_name
from journal.model.entry import Entry, Link, NewEntry, Ref, Rel
from journal.model.kind import Kind, State
from journal.model.person import LONGEST_NAME
from journal.model.statement import (
    StatementDetails,
    Validation,
    lost_validation,
    may_leave,
    statement_text,
)
from journal.sharing.report import names_in
from journal.sharing.repository import Keeper
from journal.sharing.signing import check_signature
from journal.store import entries, entry_writing, people, preferences, validations
from journal.store.store import Tx

_LONGEST_TITLE = 300
_TAKEN_OVER = "statements.taken_over"


class Standing(StrEnum):
    """Whether the sponsor may read a statement; `LOST` tells of a draft whose validation does not hold any more."""

    DRAFT = "draft"
    VALIDATED = "validated"
    LOST = "lost"


def standing(entry: Entry) -> Standing:
    """Return where a statement stands."""
    if may_leave(entry):
        return Standing.VALIDATED
    return Standing.LOST if lost_validation(entry) else Standing.DRAFT


def statement(keeper: Keeper, ref: Ref) -> Entry:
    """Return a statement; raise NotAStatement for another entry, EntryNotFound for none."""
    with keeper.store.reading() as tx:
        return _statement(tx, ref)


def write(keeper: Keeper, text: str, objective: Ref | None = None) -> Entry:
    """Keep a new statement as a draft, linked to the objective it serves."""
    now = keeper.clock()
    title, body = _placed(text)
    links = (Link(rel=Rel.TOWARDS, ref=objective),) if objective is not None else ()
    new = NewEntry.model_validate(
        {"kind": Kind.STATEMENT, "title": title, "body": body, "happened_at": now, "links": links}
    )
    with keeper.store.writing() as tx:
        return entry_writing.add(tx, new, now)


def reword(keeper: Keeper, ref: Ref, text: str) -> Entry:
    """Change a statement's text; one character is enough to make it a draft again."""
    with keeper.store.writing() as tx:
        entry = _statement(tx, ref)
        title, body = _placed(text)
        if (title, body) == (entry.title, entry.body):
            return entry
        draft = entry.with_(title=title, body=body, state=State.DRAFT, details=StatementDetails())
        return entry_writing.change(tx, draft, keeper.clock())


def validate(keeper: Keeper, ref: Ref, by: str, again: str) -> Entry:
    """Validate exactly the text that is kept, in the manager's own name, typed twice.

    Raise NameDiffers when the names differ or are empty, LongName, NameTooShort, NotTheManager, NamesInStatement when
    the text names somebody of the journal, NotAStatement or EntryNotFound when there is no such statement.
    """
    name = plain_name(by)
    if not name or name != plain_name(again):
        raise NameDiffers
    if len(name) > LONGEST_NAME:
        raise LongName(most=LONGEST_NAME)
    now = keeper.clock()
    with keeper.store.writing() as tx:
        entry = _statement(tx, ref)
        check_signature(tx, name)
        text = statement_text(entry)
        if words := names_in(text, people.people(tx)):
            raise NamesInStatement({"words": words, "line": text}, ref=ref)
        validation = Validation.of(text, name, now, validations.secret(tx))
        validated = entry.with_(state=State.VALIDATED, details=StatementDetails(validation=validation))
        return entry_writing.change(tx, validated, now, keep_revision=False)


def unvalidate(keeper: Keeper, ref: Ref) -> Entry:
    """Take a validation back; no reason is asked."""
    with keeper.store.writing() as tx:
        draft = _statement(tx, ref).with_(state=State.DRAFT, details=StatementDetails())
        return entry_writing.change(tx, draft, keeper.clock(), keep_revision=False)


def taken_over(keeper: Keeper) -> list[Entry]:
    """Return the validated statements that an upgrade took over and that the manager has not been shown yet."""
    with keeper.store.reading() as tx:
        known = set(validations.claimed(tx))
        return [entries.get(tx, ref) for ref in preferences.get(tx, _TAKEN_OVER) or () if ref in known]


def seen_taken_over(keeper: Keeper) -> None:
    """Note that the manager was shown what was taken over."""
    with keeper.store.writing() as tx:
        preferences.put(tx, _TAKEN_OVER, [])


def _statement(tx: Tx, ref: Ref) -> Entry:
    entry = entries.get(tx, ref)
    if entry.kind is not Kind.STATEMENT:
        raise NotAStatement(ref=ref)
    return entry


def _placed(text: str) -> tuple[str, str]:
    """Return title and body of a statement: one line, which is its title as long as a title may be."""
    line = one_line(text)
    return (line, "") if len(line) <= _LONGEST_TITLE else ("", line)
