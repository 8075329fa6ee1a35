"""Everything in one readable file, for the manager alone: the archive one leaves with, or moves house with."""

from pathlib import Path

from journal.language import current
from journal.model.audience import Audience
from journal.model.disclosure import Disclosure, FileFormat
from journal.sharing.delivering import Delivery, deliver
from journal.sharing.repository import Keeper, prepare
from journal.sharing.selecting import Selection
from journal.sharing.writing import default_name
from journal.store import entries


def archive_path(keeper: Keeper, folder: Path) -> Path:
    """Return where the archive would be written: a free name that says it is personal."""
    name = default_name(Audience.ME, current(), keeper.clock().date(), FileFormat.JSON_LINES.value)
    path = folder / name
    number = 2
    while path.exists():
        path = folder / f"{Path(name).stem}-{number}.jsonl"
        number += 1
    return path


def take_along(keeper: Keeper, target: Path) -> Disclosure:
    """Write every entry that is not in the trash or sealed to a file that reads back into another journal.

    Raises what `deliver` raises; the file is there whole, or not at all.
    """
    with keeper.store.reading() as tx:
        refs = tuple(entries.every_ref(tx))
    selection = Selection(refs=refs, audience=Audience.ME, language=current(), include_private=refs)
    return deliver(keeper, prepare(keeper, selection), Delivery(target, FileFormat.JSON_LINES, plaintext=True))
