"""Write `journal/model/shapes.json`: what the models ask of each stored value, as plain data.

Run by hand when a model has changed: `python .ci/shapes.py`; a test says when it has. What this does not understand
becomes "doubtful", which is left to the model.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, NoReturn, Union, get_args, get_origin

from pydantic import AfterValidator, AwareDatetime, BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from journal.model.entry import Entry
from journal.model.kind_spec import specs
from journal.model.rules import OF_ONE, OF_WHOLE
from journal.model.shape import FILE

DOUBTFUL = ["doubtful"]
OF_ENTRIES = ("ref", "title", "body", "tags", "people", "patterns", "audience", "links", "revision")
"""The fields of every entry that a row holds as they are."""
BOUNDS = {"ge": "least", "min_length": "least", "le": "most", "max_length": "most", "pattern": "pattern"}


class NotUnderstood(Exception):
    """A part of a model for which shapes have no word."""


def facts(metadata: Iterable[Any]) -> tuple[dict[str, Any], list[Any]]:
    """Return the bounds and the functions that annotations name."""
    bounds: dict[str, Any] = {}
    functions = []
    for each in metadata:
        if isinstance(each, AfterValidator):
            functions.append(each.func)
        elif isinstance(each, FieldInfo):
            inner, more = facts(each.metadata)
            bounds |= inner
            functions += more
        elif isinstance(each, StringConstraints):
            told = {name: value for name, value in vars(each).items() if value is not None}
            bounds |= named(told)
        else:
            bounds |= named(vars(each) if hasattr(each, "__dict__") else {n: getattr(each, n) for n in each.__slots__})
    return bounds, functions


def named(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return bounds under our names; that a type is taken strictly needs no word, since shapes are."""
    if unknown := set(told) - {*BOUNDS, "strict"}:
        raise NotUnderstood(unknown)
    return {BOUNDS[name]: value for name, value in told.items() if name in BOUNDS}


def shape_of(kind: Any, metadata: Iterable[Any] = ()) -> list[Any]:
    """Return the shape of what an annotation takes."""
    try:
        return understood(kind, tuple(metadata))
    except NotUnderstood:
        return DOUBTFUL


def understood(kind: Any, metadata: tuple[Any, ...]) -> list[Any]:
    """Return the shape of what an annotation takes; raise NotUnderstood."""
    if get_origin(kind) is Annotated:
        inner, *more = get_args(kind)
        return understood(inner, (*more, *metadata))
    bounds, functions = facts(metadata)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return ["one", [each.value for each in kind if passes(each, functions)]]
    return bounded(kind, bounds, [rule_name(function) for function in functions])


def bounded(kind: Any, bounds: Mapping[str, Any], rules: list[str]) -> list[Any]:
    """Return the shape of what may have bounds or rules; raise NotUnderstood."""
    origin, inside = get_origin(kind), get_args(kind)
    least, most = bounds.get("least"), bounds.get("most")
    if kind is str:
        return ["text", rules, least or 0, most, *filter(None, [bounds.get("pattern")])]
    if rules:
        return ["moment", rules] if kind is AwareDatetime and not bounds else refused(kind)
    if kind is int:
        return ["number", least, most]
    if origin is tuple and inside[1:] == (...,):
        return ["many", shape_of(inside[0]), least or 0, most]
    return refused(kind) if bounds else composed(kind, origin, inside)


def composed(kind: Any, origin: Any, inside: tuple[Any, ...]) -> list[Any]:
    """Return the shape of what has neither; raise NotUnderstood."""
    if kind in SIMPLE:
        return [SIMPLE[kind]]
    if origin in {Union, UnionType}:
        return ["either", *map(shape_of, inside)]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return ["mapping", *map(shape_of, inside)]
    return whole(kind) if isinstance(kind, type) and issubclass(kind, BaseModel) else refused(kind)


def refused(kind: Any) -> NoReturn:
    """Raise NotUnderstood."""
    raise NotUnderstood(kind)


SIMPLE: Mapping[Any, str] = {bool: "flag", date: "day", NoneType: "nothing"}


def passes(value: Any, functions: Iterable[Any]) -> bool:
    """Whether no function refuses a value."""
    try:
        for function in functions:
            function(value)
    except ValueError:
        return False
    return True


def rule_name(function: Any) -> str:
    """Return the name of a rule; raise NotUnderstood for any other function."""
    for name, rule in OF_ONE.items():
        if rule is function:
            return name
    raise NotUnderstood(function)


def whole(model: type[BaseModel]) -> list[Any]:
    """Return the shape of a model: its fields, those that it needs, and the rules that look at several."""
    validators = model.__pydantic_decorators__
    rules = [name.lstrip("_") for name in validators.model_validators]
    aliased = any(field.alias for field in model.model_fields.values())
    if aliased or validators.field_validators or validators.validators or not set(rules) <= set(OF_WHOLE):
        raise NotUnderstood(model)
    fields = {name: field_shape(field) for name, field in model.model_fields.items()}
    needed = [name for name, field in model.model_fields.items() if field.is_required()]
    return ["whole", fields, needed, rules]


def field_shape(field: FieldInfo) -> list[Any]:
    """Return the shape of a field."""
    return shape_of(field.annotation, field.metadata)


def every_shape() -> dict[str, Any]:
    """Return what the file holds."""
    fields = {name: field_shape(Entry.model_fields[name]) for name in OF_ENTRIES}
    return {"entry": fields} | {str(spec.kind): shape_of(spec.details) for spec in specs()}


def text() -> str:
    """Return the file's text, a kind a line."""
    lines = (f"{json.dumps(name)}: {json.dumps(shape)}" for name, shape in every_shape().items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")
