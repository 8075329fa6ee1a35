"""Files in which notes from the phone lie: of the inbox, of folders that are looked at, or named one by one.

Folders are read within caps, by a pattern of names, and no link is followed. A mail without a sealed note is taken in
when it is named, or lies in the inbox, and nowhere else: then it is a note that was not sealed.
"""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from journal import plain_files
from journal.errors import FileMissing, ReculError
from journal.errors.imports import ImportTooLarge, NoNote, RepeatedNote, UnrecognisedImport
from journal.faults import named
from journal.hygiene import one_line, visible
from journal.importing import answers
from journal.importing.phone_closed import REFUSED, Closed, closed, keep
from journal.importing.phone_notes import Taken, take
from journal.importing.phone_places import in_folder, in_inbox
from journal.model import sealed_note
from journal.model.entry import LONGEST_TITLE, NewEntry, Ref
from journal.model.kind import Kind, State
from journal.model.sealed_note import SealedNote
from journal.store import entry_writing, source_keys
from journal.store.store import Store
from journal.vault import inbox

LARGEST = 4 * 1024 * 1024  # bytes of a file: a mail, some notes
_SNIFFED = 96 * 1024
_LONGEST_NAME = 120
_MAIL = ".eml"
_MAIL_SOURCE = "mail"


def look(store: Store, vault: Path, folders: Iterable[str], at: datetime, *, remove: bool = False) -> int:
    """Take in what lies in the inbox and in the folders that are watched; return how many notes are new.

    A file of the inbox is removed once it is taken in, and put aside when it does not open. One of a watched folder
    stays, unless `remove` lets it go once all of it is taken in.
    """
    count = 0
    for path in in_inbox(vault):
        taken = _of_file(store, path, at, mails=True)
        if taken is None:
            continue
        with suppress(ReculError, OSError):
            inbox.quarantine(path) if taken.closed else path.unlink()
        count += len(taken.refs)
    for folder in folders:
        for path in in_folder(folder):
            taken = _of_file(store, path, at, mails=False)
            if taken is not None and remove and not taken.closed and path.suffix.lower() != _MAIL:
                with suppress(OSError):
                    path.unlink()
            count += len(taken.refs) if taken else 0
    return count


def holds_notes(source: str) -> bool:
    """Whether a sealed note stands in a file, by its beginning; False for what cannot be read."""
    try:
        with plain_files.opened(Path(source)) as file:
            start = file.read(_SNIFFED)
    except (OSError, ReculError, ValueError):
        return False
    return sealed_note.marked(start.decode("utf-8", "replace"))


def take_text(store: Store, text: str, at: datetime) -> Taken:
    """Take in the notes of a text that was pasted; raise NoNote, or why none of them is new."""
    if not sealed_note.marked(text):
        raise NoNote
    return _told(take(store, sealed_note.notes_in(text), at))


def take_file(store: Store, path: Path, at: datetime) -> tuple[Taken, bool]:
    """Take in what a file holds that was named, and whether it was sealed; raise NoNote, or why nothing is new."""
    try:
        with plain_files.opened(path) as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise FileMissing(path=str(path)) from None
    except OSError as error:
        raise named(error) from None
    if len(content) > LARGEST:
        raise ImportTooLarge
    notes = _notes(content, path.suffix.lower())
    if notes:
        return _told(take(store, notes, at)), True
    if path.suffix.lower() != _MAIL:
        raise NoNote
    return _told(_unsealed(store, content, at)), False


def _told(taken: Taken) -> Taken:
    """Return what was taken in; raise why nothing was."""
    if taken.refs:
        return taken
    if taken.closed:
        raise REFUSED[taken.closed[0]]
    raise RepeatedNote


def _of_file(store: Store, path: Path, at: datetime, *, mails: bool) -> Taken | None:
    """Return what became of a file; None for one that holds nothing for us, or was put aside before."""
    try:
        with plain_files.opened_itself(path) as file:
            content = file.read(LARGEST + 1)
    except (OSError, ReculError):
        return None
    if len(content) > LARGEST:
        return None
    digest = hashlib.sha256(content).hexdigest()
    if any(each.digest == digest for each in closed(store)):
        return None
    try:
        notes = _notes(content, path.suffix.lower())
        if notes:
            taken = take(store, notes, at)
        elif mails and path.suffix.lower() == _MAIL:
            taken = _unsealed(store, content, at)
        else:
            return None
    except (ImportTooLarge, UnrecognisedImport, NoNote):
        return None
    if taken.closed:
        name = visible(one_line(path.name))[:_LONGEST_NAME]
        keep(store, [Closed(name, taken.closed[0], digest), *closed(store)])
    return taken


def _notes(content: bytes, ending: str) -> list[SealedNote | None]:
    """Return the sealed notes of a file: of its text, else of each text in a mail."""
    if ending != _MAIL:
        return sealed_note.notes_in(content.decode("utf-8", "replace"))
    found: list[SealedNote | None] = []
    for text in answers.texts_of(answers.mail_of(content)):
        notes = sealed_note.notes_in(text)
        found += [each for each in notes if each not in found]  # the same as plain text and as a page
    return found


def _unsealed(store: Store, content: bytes, at: datetime) -> Taken:
    """Keep a mail to oneself as a note that was not sealed."""
    mail = answers.mail_of(content)
    words = "\n".join(answers.own_lines(answers.words_of(mail))).strip()
    title = one_line(str(mail.get("Subject", "")))[:LONGEST_TITLE]
    if not words and not title:
        raise NoNote
    key = hashlib.sha256(content).hexdigest()
    new = NewEntry(kind=Kind.SITUATION, state=State.CAPTURED, title=title, body=words, happened_at=_sent(mail, at))
    with store.writing() as tx:
        if source_keys.known(tx, _MAIL_SOURCE, [key]):
            return Taken(known=1)
        ref: Ref = entry_writing.add(tx, new, at).ref
        source_keys.keep(tx, _MAIL_SOURCE, key, ref)
    return Taken((ref,))


def _sent(mail: Any, at: datetime) -> datetime:
    """Return when a mail says that it was sent; now when it says nothing sensible."""
    try:
        moment: datetime | None = mail["Date"].datetime
    except (AttributeError, TypeError, ValueError, KeyError):
        return at
    return moment if moment is not None and moment.tzinfo is not None and moment <= at else at
