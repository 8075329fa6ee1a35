"""A year invented from end to end: a newly appointed director, her engagement and what she wrote on the way.

It feeds `recul demo`, pictures, snapshot tests and benchmarks. The data files tell days relative to today, so that
the seventh of ten sessions is always two days ahead.
"""

import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from journal.clock import here
from journal.language import SOURCE, Language, current, data_file, speaking
from journal.model.engagement import ClauseCode, Form
from journal.model.entry import Entry, Link, NewEntry, Ref, Rel
from journal.model.kind import Kind, State
from journal.model.person import Person
from journal.model.plan import StepDetails
from journal.model.protocol import Role
from journal.model.reflection import Asked, ReflectionDetails
from journal.model.rhythm import Localise
from journal.model.session import SessionDetails
from journal.model.statement import StatementDetails, Validation, statement_text
from journal.practice import capturing, clauses, known_people, reading
from journal.practice.bringing import keep_session
from journal.practice.notebook import Notebook
from journal.practice.pages import page_for, title_for
from journal.protocols import library
from journal.store import entry_writing, validations
from journal.store.store import Tx

_SOURCE_YEAR = f"practice/fictitious/{SOURCE}.toml"
_SATURDAY = 5
_HOLIDAYS = {(1, 1), (5, 1), (12, 25)}  # where nobody would believe in a session
_NEXT_SESSION = 2  # days: the seventh session is always that far ahead


def told(language: Language) -> dict[str, Any]:
    """Return the people and entries of the year as the data file tells them."""
    file = data_file(f"practice/fictitious/{language}.toml")
    return tomllib.loads((file if file.exists() else data_file(_SOURCE_YEAR)).read_text(encoding="utf-8"))


def live(notebook: Notebook, language: Language, localise: Localise = here) -> dict[str, Ref]:
    """Write the whole year into an empty notebook; return the entries' numbers by the keys of the data file."""
    year = told(language)
    today = notebook.clock().date()
    for person in year["people"]:
        known_people.keep_person(notebook, Person.model_validate(person))
    refs: dict[str, Ref] = {}
    with speaking(language):
        with notebook.store.writing() as tx:  # one for all: a transaction each would take ten times as long
            for entry in sorted(year["entries"], key=_when):
                new = capturing.titled(_entry(entry, today, refs, localise))
                kept = entry_writing.add(tx, new, min(new.happened_at, notebook.clock()))
                refs[entry["key"]] = kept.ref
                _look_again(tx, kept)
                if "validated_by" in entry:
                    _validate(tx, kept, entry["validated_by"])
        for entry in year["entries"]:
            if brought := entry.get("links", {}).get(Rel.BRINGS):
                _bring(notebook, refs[entry["key"]], [refs[key] for key in brought])
    return refs


def _look_again(tx: Tx, entry: Entry) -> None:
    """Let a step have been changed when it was looked at last, as one that was lived is."""
    if isinstance(entry.details, StepDetails) and entry.details.outcomes:
        on = entry.details.outcomes[-1].on
        entry_writing.change(tx, entry, entry.happened_at.replace(year=on.year, month=on.month, day=on.day))


def _bring(notebook: Notebook, ref: Ref, brought: list[Ref]) -> None:
    """Bring to a session what was written before it."""
    session = reading.entry(notebook, ref)
    links = (*session.links, *(Link(rel=Rel.BRINGS, ref=each) for each in brought))
    when = min(session.happened_at, notebook.clock())
    keep_session(notebook.at(partial(_at, when)), session.with_(links=links), session.details_as(SessionDetails))


def _at(moment: datetime) -> datetime:
    return moment


def _when(entry: dict[str, Any]) -> tuple[bool, int, str]:
    """Order entries as they were written: sessions and what they are planned in come before what links to them."""
    framing = entry["kind"] in (Kind.ENGAGEMENT, Kind.OBJECTIVE, Kind.SESSION)
    return not framing, Kind.all().index(Kind(entry["kind"])) if framing else entry["day"], entry.get("at", "18:00")


def _entry(told: dict[str, Any], today: date, refs: dict[str, Ref], localise: Localise) -> NewEntry:
    """Return an entry of the data file with its days counted from today and its links by number."""
    day = today + timedelta(days=told["day"])
    if told["day"] != _NEXT_SESSION:
        day = _working_day(day)
    details = _dated(told.get("details", {}), today)
    if told["kind"] == Kind.ENGAGEMENT:
        details["clauses"] = [_worded(clause, Form(details["form"])) for clause in details["clauses"]]
    if told["kind"] == Kind.CASE:
        details["offers"] = [_offered(offer, refs) for offer in details.get("offers", ())]
    if told["kind"] == Kind.REFLECTION:
        details = _asked(details["protocol"], details["answers"])
    taken = {"key", "day", "at", "links", "details", "validated_by"}
    new = NewEntry.model_validate(
        {name: value for name, value in told.items() if name not in taken}
        | {
            "happened_at": localise(datetime.combine(day, time.fromisoformat(told.get("at", "18:00")))),
            "links": tuple(_links(told.get("links", {}), refs)),
            "details": details,
        }
    )
    return new.with_(title=new.title or title_for(new), body=new.body or page_for(new))


def _validate(tx: Tx, entry: Entry, by: str) -> None:
    """Validate a statement in writing, in the manager's name, as it stands."""
    text = statement_text(entry)
    validation = Validation.of(text, by, entry.happened_at, validations.secret(tx))
    validated = entry.with_(state=State.VALIDATED, details=StatementDetails(validation=validation))
    entry_writing.change(tx, validated, entry.happened_at, keep_revision=False)


def _links(told: dict[str, list[str]], refs: dict[str, Ref]) -> Iterator[Link]:
    for rel, keys in told.items():
        if rel == Rel.BRINGS:
            continue  # sessions are planned before what is brought to them is written
        yield from (Link(rel=Rel(rel), ref=refs[key]) for key in keys)


def _working_day(day: date) -> date:
    """Return the day, or the one before that people work on: what is lived at work is lived on a working day."""
    while day.weekday() >= _SATURDAY or (day.month, day.day) in _HOLIDAYS:
        day -= timedelta(days=1)
    return day


def _worded(clause: dict[str, Any], form: Form) -> dict[str, Any]:
    """Return a clause of the agreement in the usual wording, unless it has its own."""
    return {"text": clauses.usual(form, ClauseCode(clause["code"])), **clause}


def _offered(offer: dict[str, Any], refs: dict[str, Ref]) -> dict[str, Any]:
    return {**offer, "session": refs[offer["session"]]} if "session" in offer else offer


def _asked(code: str, answers: dict[str, Any]) -> ReflectionDetails:
    """Return a run through a shipped protocol, its prompts in the language spoken."""
    protocol = library.shipped().get(code)
    given = {key: tuple(each) if isinstance(each, list) else each for key, each in answers.items()}
    numbers = {prompt.role: given.get(prompt.id) for prompt in protocol.prompts if prompt.role}
    return ReflectionDetails(
        protocol=code,
        version=protocol.version,
        language=current(),
        asked=tuple(
            Asked(
                prompt=prompt.id,
                kind=prompt.kind,
                question=prompt.question.here,
                answer=given[prompt.id],
                words=prompt.words_of(given[prompt.id], current()),
            )
            for prompt in protocol.prompts
            if prompt.id in given
        ),
        intensity_before=numbers.get(Role.INTENSITY_BEFORE),
        intensity_after=numbers.get(Role.INTENSITY_AFTER),
    )


def _dated(value: Any, today: date) -> Any:
    """Return details with every `{day = n}` made the date n days from today."""
    if isinstance(value, dict):
        if set(value) == {"day"}:
            return today + timedelta(days=value["day"])
        return {name: _dated(each, today) for name, each in value.items()}
    return [_dated(each, today) for each in value] if isinstance(value, list) else value
