"""Remarks about a vault: told to a person, or to a program."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from journal.cli.printing import tell

if TYPE_CHECKING:
    from journal.vault.remarks import Remark


def tell_remarks(folder: Path) -> None:
    """Tell everything there is to know of a vault's folder."""
    from journal.vault import remarks

    for each in remarks.about(folder):
        tell(each.message())


def as_json(found: "Iterable[Remark]") -> list[dict[str, str]]:
    """Return remarks in their public form."""
    return [{"sort": each.sort.value, "path": str(each.path)} for each in found]
