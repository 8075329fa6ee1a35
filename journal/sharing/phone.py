"""Pages for the phone that can only seal: each has a key pair of its own, the private half a row of the database.

A page holds a public key and nothing secret. Four words drawn from that key stand on it and here, so that one knows
the page of this journal from any other.
"""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from journal import p256
from journal.errors import ReculError
from journal.errors.imports import UnknownPhonePage
from journal.language import Language, _, current, languages, speaking
from journal.model import sealed_note
from journal.model.key_pair import KeyPair, KeyPurpose
from journal.sharing import writing
from journal.sharing.protecting import phone_page
from journal.sharing.repository import Keeper
from journal.sharing.words import common
from journal.store import key_pairs

_WORDS = 4
_MOST_BESIDE = 100  # pages in one folder
_BITS = 11  # of a word: the lists hold 2048 or more


@dataclass(frozen=True, slots=True)
class PhonePage:
    """A page that was written: its number, the words it shows, since when, and until when it was good."""

    number: int
    words: str
    made_at: datetime
    ended_at: datetime | None


def default_name(language: Language) -> str:
    """Return the name of a page: it says that it is personal."""
    with speaking(language):
        word, name = _("PERSONAL"), _("recul-phone.html")
    return f"{word}-{name}"


def write(
    keeper: Keeper,
    target: Path | None,
    language: Language,
    *,
    force: bool = False,
    random: Callable[[int], bytes] = os.urandom,
) -> tuple[Path, str]:
    """Write a new page, into a folder under its usual name or as a file; return where it is and its four words.

    The name of a file is given the word that marks it as personal. Raises what `writing` raises.
    """
    path = _named(target or Path(), language)
    writing.checked(path, force=force)
    private, public = p256.new_pair()
    page = random(sealed_note.PAGE)
    words = words_of(public, language)
    pair = KeyPair(
        purpose=KeyPurpose.PHONE,
        made_at=keeper.clock(),
        private=private,
        details={"page": page.hex(), "public": public.hex(), "language": language},
    )
    with keeper.store.writing() as tx:
        kept = key_pairs.add(tx, pair)
    try:
        writing.write(phone_page.made(page, public, words, language), path, force=force)
    except ReculError:
        if kept.id is not None:
            end(keeper, kept.id)
        raise
    return path, words


def _named(target: Path, language: Language) -> Path:
    if target.is_dir():
        name = Path(default_name(language))
        names = (name.stem, *(f"{name.stem}-{number}" for number in range(2, _MOST_BESIDE)))
        free = (path for each in names if not os.path.lexists(path := target / f"{each}{name.suffix}"))
        return next(free, target / name)
    with speaking(language):
        word = _("PERSONAL")
    marked = target.name if word.casefold() in target.name.casefold() else f"{word}-{target.name}"
    return target.with_name(marked if marked.lower().endswith((".html", ".htm")) else f"{marked}.html")


def words_of(public: bytes, language: Language) -> str:
    """Return four words that stand for a public key, in a language."""
    number = int.from_bytes(hashlib.sha256(b"recul phone words 1" + public).digest(), "big")
    known = common(language)[: 1 << _BITS]
    return " ".join(known[(number >> (place * _BITS)) % len(known)] for place in range(_WORDS))


def pages(keeper: Keeper) -> list[PhonePage]:
    """Return every page that was written, the newest first."""
    with keeper.store.reading() as tx:
        pairs = key_pairs.of_purpose(tx, KeyPurpose.PHONE)
    return [PhonePage(pair.id, _words(pair), pair.made_at, pair.ended_at) for pair in pairs if pair.id is not None]


def _words(pair: KeyPair) -> str:
    spoken = next((each for each in languages() if each == pair.details.get("language")), current())
    try:
        return words_of(bytes.fromhex(pair.details.get("public", "")), spoken)
    except ValueError:
        return ""


def end(keeper: Keeper, number: int) -> None:
    """Destroy the private half of a page: what it seals from now on, and what was not taken in yet, stays closed.

    Raises UnknownPhonePage for a number that no page has; a page that was ended stays so.
    """
    with keeper.store.writing() as tx:
        if number not in {pair.id for pair in key_pairs.of_purpose(tx, KeyPurpose.PHONE)}:
            raise UnknownPhonePage(number=number)
        key_pairs.end(tx, number, keeper.clock())
