"""The cases of a test that are left to the whole run, since they tell again what another of its cases tells."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from inspect import iscoroutinefunction
from typing import Any

import pytest


def further_cases(items: Iterable[pytest.Item]) -> Iterator[pytest.Item]:
    """Yield a sweep's cases but the first, and of a walk through the app its English beside French, its other sizes."""
    cases: defaultdict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for item in items:
        if isinstance(item, pytest.Function) and hasattr(item, "callspec"):
            cases[item.path, item.originalname].append(item)
    for each in cases.values():
        first = min(each, key=lambda case: not _has(case, "fr"))
        yield from (case for case in each if case is not first and _tells_again(case, first))


def _tells_again(case: Any, first: Any) -> bool:
    """Tell whether a case adds another language, another size or another place to sweep, and no other behaviour."""
    if case.get_closest_marker("sweep"):
        return True
    sizes = [each.callspec.params.get("size") for each in (case, first)]
    return iscoroutinefunction(case.function) and ((_has(first, "fr") and _has(case, "en")) or sizes[0] != sizes[1])


def _has(case: Any, language: str) -> bool:
    return any(isinstance(value, str) and value == language for value in case.callspec.params.values())
