"""JSON of others: without NaN, without depth that exhausts, and with an eye on keys that come twice."""

import json
from typing import Any, NoReturn

from journal.errors.imports import DamagedImport, ImportTooLarge

DEEPEST = 32  # levels of nesting in one value
MOST_VALUES = 4_000_000  # in one document, so that some bytes cannot become gigabytes


def parse(text: str, line: int) -> tuple[Any, int]:
    """Return a JSON value and how many of its keys came twice; raise DamagedImport with the line, from `line` on."""
    if sum(map(text.count, ",[{")) > MOST_VALUES:
        raise ImportTooLarge
    repeated = 0

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal repeated
        value = dict(found)
        repeated += len(found) - len(value)
        return value

    try:
        value = json.loads(text, parse_constant=_no_constant, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        raise DamagedImport(line=line + error.lineno - 1) from None
    except (ValueError, RecursionError):
        raise DamagedImport(line=line) from None
    if _too_deep(value):
        raise DamagedImport(line=line)
    return value, repeated


def _no_constant(_name: str) -> NoReturn:
    raise ValueError("NaN and Infinity are not JSON")


def _too_deep(value: object) -> bool:
    depth, level = 0, [value]
    while level and depth <= DEEPEST:
        depth += 1
        inner: list[object] = []
        for each in level:
            if isinstance(each, dict):
                inner.extend(each.values())
            elif isinstance(each, list):
                inner.extend(each)
        level = inner
    return depth > DEEPEST
