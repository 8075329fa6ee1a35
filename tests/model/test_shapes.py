"""Shapes take no value that its model refuses, hold it as the model does, and take all that a model writes."""

import json
import runpy
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from journal.model import shape
from journal.model.details import Details
from journal.model.kind import Kind
from journal.model.kind_spec import spec_of, specs

SCRIPT = Path(__file__).parents[2] / ".ci" / "shapes.py"
HOSTILE: "st.SearchStrategy[object]" = st.sampled_from(
    [
        *(None, True, 0, 1, -1, 11, 1.0, 1e300, 2**70, float("nan"), [], [None], {}),
        *("", "1", "true", "x", "x" * 201, "x" * 2001, "two-words", "two-words\n", "Fr", "fr", "xx"),
        *("\ud800", "\x00", "\u202ex", " a  b ", "a\u0301", "\u0958" * 150),
        *(
            "2026-11-30",
            "2026-11-31",
            "2026-1-1",
            "2026-11-30T10:00:00Z",
            "2026-11-30T10:00:00",
            "2026-11-30T24:00:00Z",
        ),
        *(
            "2026-11-30T10:00:00+18:01",
            "2026-11-30T10:00:00-00:00",
            "2026-11-30 10:00:00Z",
            "2026-11-30T10:00:60+01:00",
        ),
    ]
)
LANGUAGES = st.sampled_from(["fr", "en"])
Drawn = st.SearchStrategy[Any]
BY_SORT: Mapping[str, Callable[..., Drawn]] = {
    "text": lambda rules, _least, most, pattern=None: (
        LANGUAGES if "known_language" in rules else st.just("two-words") if pattern else st.text(max_size=most or 20)
    ),
    "number": st.integers,
    "flag": st.booleans,
    "nothing": st.none,
    "one": st.sampled_from,
    "day": lambda: st.dates().map(str),
    "moment": lambda _rules: st.datetimes().map(lambda at: f"{at.isoformat()}+02:00"),
    "many": lambda inner, least, most: st.lists(drawn(inner), min_size=least, max_size=min(most or 2, 5)),
    "mapping": lambda key, inner: st.dictionaries(drawn(key, spoilt=False), drawn(inner), max_size=3),
    "either": lambda *among: st.one_of(*map(drawn, among)),
    "whole": lambda fields, needed, _rules: st.fixed_dictionaries(
        {name: drawn(fields[name]) for name in needed},
        optional={name: drawn(inner) for name, inner in fields.items() if name not in needed},
    ),
    "doubtful": lambda: HOSTILE,
}
some = settings(max_examples=40, derandomize=True, deadline=None, database=None)
every_kind = pytest.mark.parametrize("kind", Kind.all())


def drawn(told: shape.Shape, *, spoilt: bool = True) -> Drawn:
    """Return what a shape takes, and now and then, where it may be spoilt, something else."""
    sort, *facts = told
    fitting = BY_SORT[sort](*facts)
    return st.integers(0, 40).flatmap(lambda die: fitting if die or not spoilt else HOSTILE)


def of_model(kind: Kind, text: str) -> Details | None:
    with suppress(ValidationError):
        return spec_of(kind).details.model_validate_json(text)
    return None


def of_shape(kind: Kind, text: str) -> dict[str, Any] | None:
    with suppress(ValueError):
        held: dict[str, Any] = shape.from_json(shape.shapes()[kind], text)
        return held
    return None


def test_the_shapes_are_those_of_the_models() -> None:
    assert shape.FILE.read_text("utf-8") == runpy.run_path(str(SCRIPT))["text"](), "write them: python .ci/shapes.py"
    assert set(shape.shapes()) == {"entry", *(str(spec.kind) for spec in specs())}
    assert shape.FILE.read_text("utf-8").count("doubtful") == 1  # answers that wait with a note, which hardly any has


@pytest.mark.sweep
@every_kind
@some
@given(data=st.data())
def test_what_a_shape_takes_its_model_takes_too_and_holds_alike(kind: Kind, data: st.DataObject) -> None:
    text = json.dumps(data.draw(drawn(shape.shapes()[kind])))
    held = of_shape(kind, text)
    assume(held is not None)
    model = of_model(kind, text)
    assert model is not None, text
    told = {name: getattr(model, name) for name in model.model_fields_set} | model.model_dump(exclude_unset=True)
    assert held == told, text


@pytest.mark.sweep
@every_kind
@some
@given(data=st.data())
def test_what_a_model_writes_its_shape_takes(kind: Kind, data: st.DataObject) -> None:
    model = of_model(kind, json.dumps(data.draw(drawn(shape.shapes()[kind]))))
    assume(model is not None)
    written = model.model_dump_json(exclude={"heat"}) if model else ""
    assume(of_model(kind, written) is not None)
    assert of_shape(kind, written) is not None, written


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "{",
            "[]",
            "null",
            "NaN",
            "\ufeff{}",
            "[" * 9000,
            '{"intensity": 3, "intensity": 4}',
            '{"\\ud800": 1}',
            b"{}",
        ),
        *('{"intensity": 3.0}', '{"intensity": true}', '{"intensity": "3"}', '{"intensity": 11}', '{"for_group": 1}'),
    ],
)
def test_what_is_not_as_models_write_it_is_left_to_them(text: object) -> None:
    with pytest.raises((ValueError, RecursionError)):
        shape.from_json(shape.shapes()[Kind.SITUATION], text)
    assert shape.from_json(shape.shapes()[Kind.SITUATION], '{"intensity": 3}') == {"intensity": 3}
