"""A curve as it is drawn: what was noted stands at its day and level, whatever room there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from screens.checking_in.curve_plot import Curve, drawn, named

WEEK = Curve("load", (0, 3, 6), (0, 5, 10))


def test_a_line_goes_through_what_was_noted() -> None:
    assert drawn(WEEK, 7, 13, 3) == [
        "10         ▗▄▄●",
        " 5     ▄●▄▀▘",
        " 0●▄▀▀▀",
    ]


def test_one_note_is_one_dot_and_none_is_an_empty_plot() -> None:
    assert drawn(Curve("mood", (6,), (10,)), 7, 5, 3) == ["10    ●", " 5", " 0"]
    assert drawn(Curve("mood", (), ()), 7, 5, 3) == ["10", " 5", " 0"]


@pytest.mark.parametrize(
    ("wide", "told"),
    [(30, "3 November     8         today"), (14, "3 November")],
)
def test_days_stand_below_their_place_and_never_over_one_another(wide: int, told: str) -> None:
    assert named({0: "3 November", 28: "8", 55: "today"}, 56, wide) == told


@given(
    some.dictionaries(some.integers(0, 364), some.integers(0, 10), max_size=60),
    some.integers(1, 90),
    some.integers(3, 9),
)
def test_every_curve_fits_its_room_and_shows_each_note(noted: dict[int, int], wide: int, high: int) -> None:
    curve = Curve("load", tuple(sorted(noted)), tuple(noted[day] for day in sorted(noted)))
    lines = drawn(curve, 365, wide, high)
    assert len(lines) == high
    assert all(len(line) <= wide + 2 for line in lines)
    assert [line[:2].strip() for line in lines if line[:2].strip()] == ["10", "5", "0"]
    assert any(line[2:].strip() for line in lines) is bool(noted)
    assert ("●" in "".join(lines)) is (0 < len(noted) <= 40)
