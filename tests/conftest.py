"""What all tests share."""

import os
from collections.abc import Callable, Iterator

import pytest

from journal import language


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
