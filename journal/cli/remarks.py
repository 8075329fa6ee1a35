"""What has to be known of a vault beside what is in it, in the person's words."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from journal.cli.printing import tell
from journal.language import N_, _

if TYPE_CHECKING:
    from journal.vault.remarks import Remark

_WORDS = {
    "open-to-others": N_("Other users of this machine can read or change {path}. To keep it to yourself: chmod -R go="),
    "copy-beside": N_(
        "{path} is a copy that Recul does not read. A synced folder makes such copies when two machines write at once."
    ),
}


def tell_remarks(folder: Path) -> None:
    """Tell everything there is to know of a vault's folder."""
    from journal.vault import remarks

    for each in remarks.about(folder):
        tell(_(_WORDS[each.sort.value]).format(path=each.path))


def as_json(found: "Iterable[Remark]") -> list[dict[str, str]]:
    """Return remarks in their public form."""
    return [{"sort": each.sort.value, "path": str(each.path)} for each in found]
