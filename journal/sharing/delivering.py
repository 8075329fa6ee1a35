"""The last step: what was shown is made into a file, protected, written and registered, or nothing happens at all.

The register's intent is kept before the file gets its name and becomes the register's line after; what a kill leaves in
between is settled at the next unlock by looking at the folder. So nothing leaves without its line, and no line tells
of something that did not leave.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from journal.errors import ReculError
from journal.errors.refusals import ChangedSincePreview, NameInFileName, PlaintextNotConfirmed
from journal.errors.storage import DiskFull, StorageFailed
from journal.model.disclosure import Disclosure, FileFormat, Protection
from journal.sharing import way_back, writing
from journal.sharing.aliasing import Aliasing
from journal.sharing.folding import WORD, visible
from journal.sharing.pending import KEY
from journal.sharing.previewing import Preview, compose
from journal.sharing.protecting import Encryption, protect
from journal.sharing.protecting.html_page import tell_the_mail
from journal.sharing.rendering import render
from journal.sharing.repository import Keeper, gather, prepare
from journal.sharing.way_back import WayBack
from journal.store import disclosures, people, preferences
from journal.store.store import Tx


@dataclass(frozen=True)
class Delivery:
    """How a preview leaves: where to, in which form, closed how, for whom by name.

    `plaintext` tells that the manager confirmed, by a typed word or --plaintext, that the file is readable by anyone;
    files for oneself need the confirmation as well.
    """

    target: Path
    format: FileFormat
    encryption: Encryption = field(default_factory=Encryption, repr=False)
    recipient: str = ""
    plaintext: bool = False
    force: bool = False


def deliver(keeper: Keeper, preview: Preview, delivery: Delivery) -> Disclosure:
    """Write exactly what was shown and register it; return the register's line.

    Raise ChangedSincePreview when the vault would now give something else, NameInFileName, PlaintextNotConfirmed,
    TargetExists, UnsafeTarget, DiskFull and the like. After an error no file of the target's name was made or changed.
    """
    if delivery.encryption.protection is Protection.NONE and not delivery.plaintext:
        raise PlaintextNotConfirmed
    delivery.encryption.check(delivery.format)
    writing.checked(delivery.target, force=delivery.force)
    _names_nobody(keeper, preview, delivery.target.name)
    way = _way_back(keeper, preview, delivery)
    content = _content(preview, delivery, way)
    staged = writing.plan(content, delivery.target, force=delivery.force)
    disclosure = _disclosure(keeper, preview, delivery, staged)
    try:
        with keeper.store.writing() as tx:
            _unchanged(tx, preview)
            _intend(tx, staged, disclosure, way, staging=True)
    except DiskFull:
        if preview.selection.audience.outside:
            raise
        return _taken_elsewhere(staged, content, disclosure, force=delivery.force)
    try:
        writing.stage(staged, content)
        with keeper.store.writing() as tx:
            _unchanged(tx, preview)
            _intend(tx, staged, disclosure, way, staging=False)
        writing.settle(staged, force=delivery.force)
    except BaseException:
        _undo(keeper, staged, disclosure)
        raise
    with suppress(StorageFailed), keeper.store.writing() as tx:
        _drop(tx, staged)
        return _register(tx, disclosure, way.intent if way else None)
    return disclosure  # it has left; what was intended is on the disk, and the next opening registers it


def _way_back(keeper: Keeper, preview: Preview, delivery: Delivery) -> WayBack | None:
    """Return the way back that goes into a locked page; what was shown says nothing of it, and stays as it was."""
    wanted = way_back.wanted(preview, delivery.format, delivery.encryption.protection)
    return way_back.made(preview, keeper.clock()) if wanted else None


def _content(preview: Preview, delivery: Delivery, way: WayBack | None) -> bytes:
    document, encryption = preview.document, delivery.encryption
    rendered = render(document, delivery.format)
    if way is None and delivery.format == FileFormat.HTML and document.audience in way_back.ANSWERING:
        rendered = tell_the_mail(rendered, document.language)
    return protect(rendered, encryption, document, way.answering if way else None)


def _register(tx: Tx, disclosure: Disclosure, way: Mapping[str, Any] | None) -> Disclosure:
    """Keep the register's line, and with it the key to which answers come back."""
    kept = disclosures.add(tx, disclosure)
    way_back.keep(tx, way, kept)
    return kept


def signed(keeper: Keeper, preview: Preview, signature: str) -> Preview:
    """Return the preview with another signature; raise ChangedSincePreview when anything else would change with it."""
    if preview.document.head is None or preview.selection.signature == signature:
        return preview
    again = prepare(keeper, preview.selection.with_(signature=signature))
    head = again.document.head
    as_before = head and head.with_(signature=preview.document.head.signature)
    if again.document.with_(head=as_before).digest() != preview.digest:
        raise ChangedSincePreview
    return again


def _taken_elsewhere(staged: writing.Staged, content: bytes, disclosure: Disclosure, *, force: bool) -> Disclosure:
    """Write what is for oneself from a disk that has no room for the register: it may be all that can be saved."""
    writing.stage(staged, content)
    try:
        writing.settle(staged, force=force)
    except BaseException:
        writing.withdraw(staged)
        raise
    return disclosure


def settle_pending(keeper: Keeper) -> int:
    """Settle what a kill left between intent and register; return how many departures were registered.

    While its content was being written nothing can have left. After that, a file under its name with the intended
    content left, also when it still has its temporary name as well; one that waits under its temporary name alone did
    not, and is removed. When neither is there, the file got its name and was moved on since: it left.
    """
    with keeper.store.reading() as tx:
        pending = preferences.get(tx, KEY) or []
    if not pending:
        return 0
    registered = 0
    with keeper.store.writing() as tx:
        for intent in pending:
            staged, disclosure = _read(intent)
            left = not intent["staging"] and (_named(staged) or not staged.temporary.exists())
            writing.withdraw(staged)
            if left:
                _register(tx, disclosure, intent.get("way_back"))
                registered += 1
        preferences.put(tx, KEY, [])
    return registered


def _names_nobody(keeper: Keeper, preview: Preview, file_name: str) -> None:
    """Raise NameInFileName when a file for others bears somebody's name, which whoever finds it could read."""
    if not preview.selection.audience.outside or not preview.selection.aliased:
        return
    with keeper.store.reading() as tx:
        known = Aliasing(people.people(tx))
    words = " ".join(WORD.findall(visible(file_name)))  # hyphens and dots part words here, and tie no names together
    if spans := known.apply(words).spans:
        raise NameInFileName({"words": ", ".join(dict.fromkeys(span.name for span in spans))})


def _unchanged(tx: Tx, preview: Preview) -> None:
    """Raise ChangedSincePreview unless the vault gives the very document that was shown."""
    try:
        again = compose(gather(tx, preview.selection), preview.selection)
    except ReculError:
        raise ChangedSincePreview from None
    if again.digest != preview.digest or preview.document.digest() != preview.digest:
        raise ChangedSincePreview


def _disclosure(keeper: Keeper, preview: Preview, delivery: Delivery, staged: writing.Staged) -> Disclosure:
    return Disclosure(
        at=keeper.clock(),
        audience=preview.selection.audience,
        recipient=delivery.recipient,
        refs=preview.refs,
        titles=preview.titles,
        format=delivery.format,
        protection=delivery.encryption.protection,
        file_name=staged.target.name,
        sha256=staged.sha256,
        preview_digest=preview.digest,
    )


def _undo(keeper: Keeper, staged: writing.Staged, disclosure: Disclosure) -> None:
    """Take a departure back that did not happen; one that did is left for `settle_pending`.

    The intent says "staging" again before the file goes, so that a kill in between cannot pass for a departure.
    """
    if _named(staged):
        return
    with keeper.store.writing() as tx:
        _intend(tx, staged, disclosure, staging=True)
    writing.withdraw(staged)
    with keeper.store.writing() as tx:
        _drop(tx, staged)


def _named(staged: writing.Staged) -> bool:
    """Whether the file has its name, be it beside the one it was written under."""
    if writing.same_file(staged):
        return True
    return not staged.temporary.exists() and writing.sha256_of(staged.target) == staged.sha256


def _intend(
    tx: Tx, staged: writing.Staged, disclosure: Disclosure, way: WayBack | None = None, *, staging: bool
) -> None:
    _drop(tx, staged)
    intent = {
        "staging": staging,
        "temporary": str(staged.temporary),
        "target": str(staged.target),
        "disclosure": disclosure.model_dump(mode="json"),
        "way_back": way.intent if way else None,
    }
    preferences.put(tx, KEY, [*_pending(tx), intent])


def _drop(tx: Tx, staged: writing.Staged) -> None:
    others = [each for each in _pending(tx) if each["temporary"] != str(staged.temporary)]
    preferences.put(tx, KEY, others)


def _pending(tx: Tx) -> Iterable[dict[str, Any]]:
    return preferences.get(tx, KEY) or []


def _read(intent: dict[str, Any]) -> tuple[writing.Staged, Disclosure]:
    disclosure = Disclosure.model_validate(intent["disclosure"])
    return writing.Staged(Path(intent["temporary"]), Path(intent["target"]), disclosure.sha256), disclosure
