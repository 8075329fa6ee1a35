"""A session's moment in plain words: ahead, or the day that has just passed where the next is far."""

from datetime import datetime

import pytest

from screens.sessions.moment_dialog import _nearest_ahead

NOW = datetime.fromisoformat("2026-11-30T15:00:00+01:00")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("24 novembre 14h", "2026-11-24T14:00"),
        ("Mon 9 Nov, 4pm", "2026-11-09T16:00"),
        ("3 décembre 14h", "2026-12-03T14:00"),
        ("14h", "2026-12-01T14:00"),
        ("15 mars 10h", "2027-03-15T10:00"),
        ("jeudi 14h", "2026-12-03T14:00"),
        ("24 novembre 2027 14h", "2027-11-24T14:00"),
    ],
)
def test_the_nearest_that_fits(words: str, told: str) -> None:
    assert _nearest_ahead(words, NOW).isoformat()[:16] == told
