"""Whether there is a vault: told without importing what opens it, since the first screen must paint at once."""

import os
from pathlib import Path

from journal.vault import connection, header


def exists(folder: Path) -> bool:
    """Return whether the folder holds a vault, be it damaged or a link that leads nowhere."""
    return any(os.path.lexists(folder / name) for name in (header.NAME, header.MIRROR, connection.NAME))
