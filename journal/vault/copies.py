"""The header and its mirror: read whichever can be read, and keep both alike."""

from pathlib import Path

from journal.errors import AlteredVault, DamagedVault, NewerFormat, ReculError
from journal.files import named, replace
from journal.vault import header, keys
from journal.vault.header import Header


def read(folder: Path) -> Header:
    """Return the header, or its mirror when the header cannot be read; a newer format is refused by either.

    A header that is no plain file is refused too: what it leads to would keep an earlier one. Raises DamagedVault,
    NewerFormat, and AccessDenied or StorageFailed when the system lets neither be read.
    """
    try:
        return header.read(folder / header.NAME)
    except (NewerFormat, AlteredVault):
        raise
    except (OSError, DamagedVault):
        try:
            return header.read(folder / header.MIRROR)
        except FileNotFoundError as error:
            raise DamagedVault from error
        except OSError as error:
            raise named(error, folder / header.NAME) from error


def write(folder: Path, name: str, known: Header, data_key: bytes) -> None:
    """Put an authentic header in the place of one of the two, verified before the name changes."""
    replace(folder / name, header.encode(known), lambda raw: keys.check_whole(header.decode(raw), data_key))


def mend(folder: Path, known: Header, data_key: bytes) -> tuple[str, ...]:
    """Make both alike again; return the names of those that were damaged.

    An older mirror and a missing one are what a kill leaves between two writes, and no damage.
    """
    damaged = []
    for name in (header.NAME, header.MIRROR):
        copy: Header | None = None
        try:
            copy = header.read(folder / name)
        except FileNotFoundError:
            damaged += [name] if name == header.NAME else []
        except (OSError, ReculError):
            damaged.append(name)
        if copy is not None and copy != known and copy.generation >= known.generation:
            damaged.append(name)
        if copy != known:
            write(folder, name, known, data_key)
    return tuple(damaged)
