"""Notes from the page for the phone: opened, checked, and kept as captures that wait to be looked at.

Whoever has the page can seal anything, and a file can come from anybody: nothing of a note is believed.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from pydantic import ValidationError

from journal import p256
from journal.clock import here, on_a_clock
from journal.dates.parsing import parse_past
from journal.errors import ReculError
from journal.hygiene import clean, one_line
from journal.language import Language, _, current, languages
from journal.model import sealed_note
from journal.model.entry import NewEntry, Ref, title_of
from journal.model.key_pair import KeyPair, KeyPurpose
from journal.model.kind import Kind, State
from journal.model.prompt import PromptKind
from journal.model.sealed_note import SealedNote
from journal.model.situation import HeatAnswers, SituationDetails
from journal.protocols.library import HEAT, shipped
from journal.store import entry_writing, key_pairs, source_keys
from journal.store.store import Store, Tx

SOURCE = "phone"
_ID = re.compile(r"[0-9a-f]{32}")  # of a note's own
_LONGEST = 40_000  # characters; the page lets 20,000 be typed
_LONGEST_WHEN = 200
_LONGEST_ANSWER = 8_000
_YEARS = range(2000, 9000)
_AHEAD = timedelta(days=1)  # a clock that goes wrong tells no future
_LEVEL = re.compile(r"[0-9]|10")


class Why(StrEnum):
    """Why a note stays closed."""

    DAMAGED = "damaged"
    FOREIGN = "foreign"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of some notes: those that are new, how many were there before, and why others stay closed."""

    refs: tuple[Ref, ...] = ()
    known: int = 0
    closed: tuple[Why, ...] = ()

    def __add__(self, other: "Taken") -> "Taken":
        """Return both together."""
        return Taken(self.refs + other.refs, self.known + other.known, self.closed + other.closed)


@dataclass(frozen=True, slots=True)
class _Note:
    key: str
    new: NewEntry = field(repr=False)


def take(store: Store, notes: Sequence[SealedNote | None], at: datetime) -> Taken:
    """Keep each note that opens and did not come in before; None stands for one that is cut."""
    with store.reading() as tx:
        pairs = {pair.details.get("page", ""): pair for pair in key_pairs.of_purpose(tx, KeyPurpose.PHONE)}
    read = [Why.DAMAGED if note is None else _read(pairs, note, at) for note in notes]
    closed = tuple(each for each in read if isinstance(each, Why))
    opened = [each for each in read if isinstance(each, _Note)]
    if not opened:
        return Taken(closed=closed)
    with store.writing() as tx:
        refs = [_kept(tx, each, at) for each in opened]
    new = tuple(ref for ref in refs if ref is not None)
    return Taken(new, len(refs) - len(new), closed)


def from_phone(store: Store, refs: Iterable[Ref]) -> frozenset[Ref]:
    """Return those of the entries that were sealed on a phone."""
    with store.reading() as tx:
        return source_keys.of_source(tx, SOURCE, refs)


def _spoken(pair: KeyPair) -> Language:
    """Return the language that a page speaks."""
    return next((each for each in languages() if each == pair.details.get("language")), current())


def _kept(tx: Tx, note: _Note, at: datetime) -> Ref | None:
    """Keep a note under its id; None when it came in before, even if its entry is gone by now."""
    if source_keys.known(tx, SOURCE, [note.key]):
        return None
    entry = entry_writing.add(tx, note.new, at)
    source_keys.keep(tx, SOURCE, note.key, entry.ref)
    return entry.ref


def _read(pairs: Mapping[str, KeyPair], note: SealedNote, at: datetime) -> _Note | Why:
    pair = pairs.get(note.page.hex())
    if pair is None:
        return Why.FOREIGN
    if pair.ended_at is not None or not pair.private:
        return Why.ENDED
    padded = p256.opened(pair.private, note.sealed, sealed_note.info(note.page))
    content = None if padded is None else p256.unframed(padded)
    try:
        return Why.DAMAGED if content is None else _checked(json.loads(content), pair, note.page, at)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, ValidationError):
        return Why.DAMAGED


def _checked(told: Mapping[str, Any], pair: KeyPair, page: bytes, at: datetime) -> _Note | Why:
    language = _spoken(pair)
    name, text, when = told["id"], _text(told, "text", _LONGEST), _text(told, "when", _LONGEST_WHEN)
    if told["v"] != 1 or not _ID.fullmatch(name):
        return Why.DAMAGED
    answers = {each: _text(told["heat"], each, _LONGEST_ANSWER) for each in told["heat"]}
    written = _written(told.get("at"), at)
    happened, unread = _happened(when, written)
    asked = _heat(answers)
    title, body = title_of("", text)
    if not title:
        title = title_of("", next((said for said in asked.values() if not said.isdecimal()), ""))[0]
    if not title and asked:
        title = shipped().get(HEAT).title.in_(language)
    whole = "\n\n".join(filter(None, [body, _("When: “{words}”").format(words=unread) if unread else ""]))
    if not title and not whole:
        return Why.DAMAGED
    heat = HeatAnswers(written_at=written, language=language, answers=tuple(asked.items())) if asked else None
    new = NewEntry(
        kind=Kind.SITUATION,
        state=State.CAPTURED,
        title=one_line(title),
        body=whole,
        happened_at=happened,
        details=SituationDetails(intensity=_first_level(asked), heat=heat),
    )
    return _Note(f"{page.hex()}:{name}", new)


def _text(told: Mapping[str, Any], name: str, longest: int) -> str:
    said = told.get(name, "")
    if not isinstance(said, str) or len(said) > longest:
        raise ValueError(name)
    return clean(said).strip()


def _written(told: object, at: datetime) -> datetime:
    """Return when a note says that it was sealed; now when it says nothing sensible."""
    try:
        moment = datetime.fromisoformat(str(told))
        moment = on_a_clock(moment if moment.tzinfo else here(moment))
        return moment if moment.year in _YEARS and moment <= at + _AHEAD else at
    except (TypeError, ValueError, OverflowError, OSError):
        return at


def _happened(when: str, written: datetime) -> tuple[datetime, str]:
    """Return when it happened, seen from when it was written, and the words that tell no moment that is known."""
    if not when:
        return written, ""
    try:
        return parse_past(one_line(when), written), ""
    except ReculError:
        return written, one_line(when)


def _heat(answers: Mapping[str, str]) -> dict[str, str]:
    """Return the answers that fit a question, in the order in which it is asked."""
    told = {}
    for prompt in shipped().get(HEAT).prompts:
        said = answers.get(prompt.id, "")
        if said and (prompt.kind is not PromptKind.SCALE or _LEVEL.fullmatch(said)):
            told[prompt.id] = said
    return told


def _first_level(asked: Mapping[str, str]) -> int | None:
    """Return how strong a hold it had at first."""
    scales = [prompt.id for prompt in shipped().get(HEAT).prompts if prompt.kind is PromptKind.SCALE]
    return next((int(asked[each]) for each in scales if each in asked), None)
