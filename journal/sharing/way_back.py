"""The way back of what left in a locked page: a key pair of this departure, and marks that only the vault can map.

The public half travels inside the ciphertext, where nobody on the way can exchange it. The private one stays with the
line of the register until the manager ends it there. Marks are random: a number would tell how much was written.
"""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from journal import p256
from journal.errors import ReculError
from journal.errors.imports import AlteredAnswer, EndedAnswers, ForeignAnswer
from journal.model import sealed_answer
from journal.model.audience import Audience
from journal.model.disclosure import Disclosure, FileFormat, Protection
from journal.model.entry import Ref
from journal.model.key_pair import KeyPair, KeyPurpose
from journal.model.kind import Kind
from journal.model.returned import Came, Returned, ReturnedText
from journal.model.sealed_answer import SealedAnswer
from journal.sharing.document import Room
from journal.sharing.previewing import Preview
from journal.sharing.protecting.html_page import Answering
from journal.sharing.repository import Keeper
from journal.store import disclosures, entries, key_pairs
from journal.store.store import Tx

ANSWERING = (Audience.PRACTITIONER, Audience.GROUP)
"""Who may answer: a reader whose questions are wished for."""
_MARK = 8  # bytes
NO_BOX = "-"
_MOST_TEXTS = 200
_LONGEST_TEXT = 8000  # characters; the page lets 4000 be typed
_ID = 64


@dataclass(frozen=True, slots=True)
class WayBack:
    """A pair that was made and is not kept yet, with what goes into the page."""

    pair: KeyPair = field(repr=False)
    answering: Answering

    @property
    def intent(self) -> dict[str, Any]:
        """What settles a departure that a kill left unregistered."""
        pair = self.pair
        return {"private": pair.private.hex(), "details": dict(pair.details), "made_at": pair.made_at.isoformat()}


def wanted(preview: Preview, form: FileFormat, protection: Protection) -> bool:
    """Whether the reader of this can answer in the page: in a locked one alone, an open one could be altered."""
    locked = form == FileFormat.HTML and protection is Protection.HTML
    return locked and preview.selection.audience in ANSWERING


def made(preview: Preview, at: datetime, *, random: Callable[[int], bytes] = os.urandom) -> WayBack:
    """Make a pair for a departure, and a mark for each of its passages."""
    private, public = p256.new_pair()
    departure = random(sealed_answer.DEPARTURE)
    marked = [(random(_MARK).hex() if told else NO_BOX, told) for told in _passages(preview)]
    passages = {mark: told for mark, told in marked if told}
    pair = KeyPair(
        purpose=KeyPurpose.ANSWER,
        made_at=at,
        private=private,
        details={"departure": departure.hex(), "passages": json.dumps(passages, ensure_ascii=False)},
    )
    return WayBack(pair, Answering(departure, public, tuple(mark for mark, _told in marked)))


def _passages(preview: Preview) -> list[tuple[Ref | None, str] | None]:
    """Return, for each passage as it stands in the page, its entry and its title there; None for room to write."""
    items = preview.document.items
    return [
        None if item.parts and all(isinstance(part, Room) for part in item.parts) else (ref, item.title)
        for ref, item in zip(preview.passages, items, strict=True)
    ]


def keep(tx: Tx, intent: Mapping[str, Any] | None, disclosure: Disclosure) -> None:
    """Keep the pair of a departure with its line of the register."""
    if intent is None or disclosure.id is None:
        return
    pair = KeyPair(
        purpose=KeyPurpose.ANSWER,
        disclosure_id=disclosure.id,
        made_at=datetime.fromisoformat(intent["made_at"]),
        private=bytes.fromhex(intent["private"]),
        details=intent["details"],
    )
    key_pairs.add(tx, pair)


def is_open(keeper: Keeper, departure: Disclosure) -> bool:
    """Whether answers to a departure can still be opened."""
    if departure.id is None:
        return False
    with keeper.store.reading() as tx:
        pair = key_pairs.of_disclosure(tx, departure.id)
    return pair is not None and pair.ended_at is None


def end(keeper: Keeper, departure: Disclosure) -> None:
    """Destroy the private half: what comes back to this departure from now on stays closed."""
    if departure.id is None:
        return
    with keeper.store.writing() as tx:
        pair = key_pairs.of_disclosure(tx, departure.id)
        if pair is not None and pair.id is not None:
            key_pairs.end(tx, pair.id, keeper.clock())


def all_opened(keeper: Keeper, came: Came) -> tuple[list[Returned], ReculError | None]:
    """Return what came back, answers to one departure together, and why one stays closed; raise that when all do."""
    found: dict[object, Returned] = {}
    refused = came.refused
    for each in came.found:
        try:
            told = opened(keeper, each) if isinstance(each, SealedAnswer) else each
        except ReculError as error:
            refused = refused or error
            continue
        whose = each if told.disclosure is None else told.disclosure
        before = found[whose].texts if whose in found else ()
        found[whose] = replace(told, texts=tuple(dict.fromkeys((*before, *told.texts))))
    if refused is not None and not found:
        raise refused
    return list(found.values()), refused


def opened(keeper: Keeper, answer: SealedAnswer) -> Returned:
    """Return what an answer says, each text with its passage; raise ForeignAnswer, EndedAnswers or AlteredAnswer."""
    with keeper.store.reading() as tx:
        pairs = key_pairs.of_purpose(tx, KeyPurpose.ANSWER)
        pair = next((each for each in pairs if each.details.get("departure") == answer.departure.hex()), None)
        if pair is None:
            raise ForeignAnswer
        if pair.ended_at is not None or not pair.private:
            raise EndedAnswers
        told = _checked(_decrypted(pair, answer))
        left = next((each for each in disclosures.all(tx) if each.id == pair.disclosure_id), None)
        passages = json.loads(pair.details.get("passages", "{}"))
        texts = tuple(_text(tx, at, text, passages) for at, text in told)
        session = next((ref for ref in (left.refs if left else ()) if _is_session(tx, ref)), None)
    sender = left.recipient if left is not None else ""
    return Returned(texts, sender=sender, disclosure=pair.disclosure_id, session=session, all_ask=True)


def _is_session(tx: Tx, ref: Ref) -> bool:
    line = entries.line_of(tx, ref)
    return line is not None and line.kind is Kind.SESSION


def _text(tx: Tx, at: str, text: str, passages: Mapping[str, tuple[Ref | None, str]]) -> ReturnedText:
    """Return a text with its passage, unless that was destroyed since; a mark that nobody gave ties it to nothing."""
    ref, title = passages.get(at, (None, ""))
    there = ref is not None and entries.line_of(tx, ref) is not None
    return ReturnedText(text, passage=ref if there else None, title=title)


def _decrypted(pair: KeyPair, answer: SealedAnswer) -> bytes:
    framed = p256.opened(pair.private, answer.sealed, sealed_answer.info(answer.departure))
    if framed is None:
        raise AlteredAnswer
    return framed


def _checked(framed: bytes) -> list[tuple[str, str]]:
    """Return marks and texts; whoever holds the page can seal anything, so nothing of it is believed."""
    content = p256.unframed(framed)
    if content is None:
        raise AlteredAnswer
    try:
        told = json.loads(content)
        version, answers = told["v"], told["answers"]
        texts = [(each["at"], each["text"]) for each in answers]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise AlteredAnswer from None
    if version != 1 or not texts or len(texts) > _MOST_TEXTS:
        raise AlteredAnswer
    if not all(isinstance(at, str) and isinstance(text, str) for at, text in texts):
        raise AlteredAnswer
    if any(len(at) > _ID or len(text) > _LONGEST_TEXT for at, text in texts):
        raise AlteredAnswer
    return texts
