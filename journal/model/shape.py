"""Shape of a value: what its model asks of it, in plain data, for commands that have no time to read the models.

`.ci/shapes.py` writes them from the models. A shape is stricter: it takes what it is sure of, as the models write it,
and leaves all else to them.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from journal.model.rules import OF_ONE, OF_WHOLE

FILE = Path(__file__).with_name("shapes.json")
Shape = Sequence[Any]
"""A sort of value, then what its taker below is told."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-][0-2]\d:[0-5]\d)", re.ASCII)


class Doubtful(ValueError):
    """A value of which the model has to say whether it takes it."""


@cache
def shapes() -> Mapping[str, Any]:
    """Return the shapes of what each kind carries, by its name, and under "entry" those of the fields of all."""
    told: Mapping[str, Any] = json.loads(FILE.read_bytes())
    return told


def from_json(shape: Shape, text: object) -> Any:
    """Return the value that a JSON text holds, as its model holds it. Raises ValueError, RecursionError."""
    if not isinstance(text, str):
        raise Doubtful
    return taken(shape, json.loads(text, object_pairs_hook=_each_once))


def taken(shape: Shape, value: object) -> Any:
    """Return a value as its model holds it, whole ones by their fields. Raises ValueError."""
    sort, *facts = shape
    return _TAKERS[sort](value, *facts)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    _sure(len(fields) == len(pairs))
    return fields


def _sure(known: object) -> None:
    if not known:
        raise Doubtful


def _text(value: Any, rules: Sequence[str], least: int, most: int | None, pattern: str | None = None) -> str:
    _sure(type(value) is str and (value.isascii() or value.encode()))  # no half of a pair of surrogates
    _sure(pattern is None or re.fullmatch(pattern, value))
    held: str = _ruled(value, rules)
    _sure(all(least <= len(each) and (most is None or len(each) <= most) for each in (value, held)))
    return held


def _ruled(value: Any, rules: Sequence[str]) -> Any:
    for rule in rules:
        value = OF_ONE[rule](value)
    return value


def _number(value: Any, least: int | None, most: int | None) -> int:
    _sure(type(value) is int and (least is None or least <= value) and (most is None or value <= most))
    return int(value)


def _flag(value: object) -> bool:
    _sure(type(value) is bool)
    return bool(value)


def _nothing(value: object) -> None:
    _sure(value is None)


def _one(value: Any, names: Sequence[str]) -> str:
    _sure(type(value) is str and value in names)
    return str(value)


def _day(value: Any) -> date:
    _sure(type(value) is str and _DAY.fullmatch(value))
    return date.fromisoformat(value)


def _moment(value: Any, rules: Sequence[str]) -> datetime:
    _sure(type(value) is str and _MOMENT.fullmatch(value))
    at: datetime = _ruled(datetime.fromisoformat(value), rules)
    return at


def _many(value: Any, shape: Shape, least: int, most: int | None) -> tuple[Any, ...]:
    _sure(type(value) in (list, tuple) and least <= len(value) and (most is None or len(value) <= most))
    return tuple(taken(shape, each) for each in value)


def _mapping(value: Any, key: Shape, shape: Shape) -> dict[Any, Any]:
    _sure(type(value) is dict)
    return {taken(key, name): taken(shape, each) for name, each in value.items()}


def _either(value: object, *among: Shape) -> Any:
    for shape in among:
        try:
            return taken(shape, value)
        except ValueError:
            continue
    raise Doubtful


def _whole(value: Any, fields: Mapping[str, Shape], needed: Sequence[str], rules: Sequence[str]) -> dict[str, Any]:
    _sure(type(value) is dict and value.keys() <= fields.keys() and value.keys() >= set(needed))
    held = {name: taken(fields[name], each) for name, each in value.items()}
    for rule in rules:
        OF_WHOLE[rule](**held)
    return held


def _doubtful(_value: object) -> None:
    raise Doubtful


_TAKERS: Mapping[str, Callable[..., Any]] = {
    "text": _text,
    "number": _number,
    "flag": _flag,
    "nothing": _nothing,
    "one": _one,
    "day": _day,
    "moment": _moment,
    "many": _many,
    "mapping": _mapping,
    "either": _either,
    "whole": _whole,
    "doubtful": _doubtful,
}
