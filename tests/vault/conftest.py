"""What tests of the vault share: all that its folder holds, to be compared."""

from pathlib import Path


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != "vault.lock"}
