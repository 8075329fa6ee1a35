"""What all tests share."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import screens  # noqa: F401 -- drops TEXTUAL* before any test sets one
from journal import language
from journal.vault.keys import KdfCost
from journal.vault.vault import OpenVault, create

PASSPHRASE = "correct horse battery staple"


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Start and leave every test in English."""
    language.choose("en")
    yield
    language.choose("en")


@pytest.fixture
def proof_count() -> Callable[[int, int], int]:
    """Return how often a proof repeats itself: the small count, or the full one when RECUL_PROOF=full."""
    return lambda small, full: full if os.environ.get("RECUL_PROOF") == "full" else small


@pytest.fixture
def passphrase() -> str:
    """Return the passphrase of the vault that tests open."""
    return PASSPHRASE


@pytest.fixture
def cost() -> KdfCost:
    """Return a price of guessing that tests can afford: far below the floor."""
    return KdfCost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture
def vault_folder(tmp_path: Path) -> Path:
    """Return the folder in which a test's vault lives; nothing is there yet."""
    return tmp_path / "Recul PERSONAL"


@pytest.fixture
def vault(vault_folder: Path, cost: KdfCost) -> Iterator[OpenVault]:
    """Return a new vault, open, that `passphrase` unlocks."""
    opened, _ = create(vault_folder, PASSPHRASE, cost=cost)
    yield opened
    opened.close()
