"""Archive for the manager alone: everything in one readable file, to leave or to move house with."""

from dataclasses import dataclass
from pathlib import Path

from journal.language import current
from journal.model.audience import Audience
from journal.model.disclosure import Disclosure, FileFormat
from journal.model.engagement import EngagementDetails
from journal.model.entry import Ref
from journal.model.filter import Filter
from journal.model.kind_spec import spec_of
from journal.sharing.delivering import Delivery, deliver
from journal.sharing.repository import Keeper, prepare
from journal.sharing.selecting import Selection
from journal.sharing.writing import default_name
from journal.store import entries
from journal.store.store import Tx

_MOST = 1_000_000


def archive_path(keeper: Keeper, folder: Path) -> Path:
    """Return where the archive would be written: a free name that says it is personal."""
    name = default_name(Audience.ME, current(), keeper.clock().date(), FileFormat.JSON_LINES.value)
    path = folder / name
    number = 2
    while path.exists():
        path = folder / f"{Path(name).stem}-{number}.jsonl"
        number += 1
    return path


@dataclass(frozen=True, slots=True)
class Taken:
    """All that can be taken along, in the order in which it happened, and what of it is for the manager alone."""

    refs: tuple[Ref, ...]
    private: tuple[Ref, ...]


def everything(keeper: Keeper, of: Ref | None = None) -> Taken:
    """Return what is neither in the trash nor sealed, of one engagement's time or of all."""
    with keeper.store.reading() as tx:
        where = _time_of(tx, of) if of is not None else Filter()
        lines = entries.newest(tx, where, _MOST)[::-1]
    private = tuple(line.ref for line in lines if spec_of(line.kind).private)
    return Taken(tuple(line.ref for line in lines), private)


def _time_of(tx: Tx, engagement: Ref) -> Filter:
    frame = entries.get(tx, engagement)
    details = frame.details_as(EngagementDetails)
    return Filter(first_day=details.starts_on or frame.happened_at.date(), last_day=details.ended_on)


def take_along(keeper: Keeper, target: Path, *, asides: bool = False) -> Disclosure:
    """Write every entry that is not in the trash or sealed to a file that reads back into another journal.

    With `asides` also what was jotted about others' cases in the evenings of a group.

    Raises what `deliver` raises; the file is there whole, or not at all.
    """
    with keeper.store.reading() as tx:
        refs = tuple(entries.every_ref(tx))
    selection = Selection(
        refs=refs,
        audience=Audience.ME,
        language=current(),
        include_private=refs,
        asides=refs if asides else (),
    )
    return deliver(keeper, prepare(keeper, selection), Delivery(target, FileFormat.JSON_LINES, plaintext=True))
