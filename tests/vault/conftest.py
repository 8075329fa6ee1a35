"""What tests of the vault share: a vault as it is made, and all that its folder holds, to be compared."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.vault.keys import KdfCost
from journal.vault.vault import OpenVault, create


@pytest.fixture
def vault(vault_folder: Path, passphrase: str, cost: KdfCost) -> Iterator[OpenVault]:
    """Return a new vault, open, that no journal was in."""
    opened, _ = create(vault_folder, passphrase, cost=cost)
    yield opened
    opened.close()


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != "vault.lock"}
