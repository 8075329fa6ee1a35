"""A filter holds what a list can be narrowed by, and refuses what none can mean."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from journal.model.filter import Filter
from journal.model.kind import Kind

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_names_are_read_as_they_are_kept() -> None:
    where = Filter(tag=" a\tb ", people=("  Karim ",))
    assert (where.tag, where.people) == ("a b", ("Karim",))


@pytest.mark.parametrize(
    "conditions",
    [
        {"tag": ""},
        {"person": " "},
        {"people": ("x" * 201,)},
        {"since": datetime(2026, 11, 24)},  # noqa: DTZ001 -- a moment of no place
        {"until": AT.astimezone(timezone(timedelta(hours=19)))},
    ],
)
def test_what_is_no_name_and_no_moment_is_refused(conditions: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"no name|no clock"):
        Filter(**conditions)


def test_a_filter_is_changed_into_another_and_tells_nothing_when_printed() -> None:
    where = Filter(kinds=(Kind.SESSION,), person="Karim")
    assert where.with_(person=None) == Filter(kinds=(Kind.SESSION,))
    assert "Karim" not in repr(where)
    assert len({where.with_(), where}) == 1
