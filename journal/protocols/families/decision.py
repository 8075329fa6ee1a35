"""Decide whether a trigger calls for a follow-up: a sum of trained weights, read from data when first needed."""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast

from journal.language import Language, data_file
from journal.model.protocol import Family

_GZIP = 16 + zlib.MAX_WBITS


@dataclass(frozen=True)
class Model:
    """What training found: a headword for each form, weights and a threshold for each family, what words tell of."""

    heads: Mapping[str, str]
    weights: Mapping[Family, Mapping[str, Mapping[str, int]]]
    thresholds: Mapping[Family, int]
    senses: Mapping[str, str] = field(default_factory=dict)

    def weigh(self, family: Family, features: Iterable[tuple[str, str]]) -> int:
        """Return how much the features, pairs of a slot and its value, speak for a family."""
        slots, nothing = self.weights[family], dict[str, int]()
        return sum([slots.get(slot, nothing).get(value, 0) for slot, value in features])


@cache
def model(language: Language) -> Model:
    """Return the trained model of a language, read at the first call; where there is none, it decides nothing."""
    data = trained(language)
    if not data:
        return Model({}, {}, {})
    return Model(
        heads=dict(forms(data["heads"])),
        weights={
            Family(code): {slot: dict(_weights(written)) for slot, written in slots.items()}
            for code, slots in data["weights"].items()
        },
        thresholds={Family(code): threshold for code, threshold in data["thresholds"].items()},
        senses=told_of(data.get("senses", {})),
    )


def trained(language: Language) -> dict[str, Any]:
    """Return what training wrote of a language, as it is packed; nothing where it was not trained."""
    file = data_file(f"protocols/families/{language}.json.gz")
    return cast("dict[str, Any]", json.loads(zlib.decompress(file.read_bytes(), _GZIP))) if file.exists() else {}


def told_of(senses: Mapping[str, str]) -> dict[str, str]:
    """Return what each word tells of; words that tell of the same are kept together."""
    return {word: sense for sense, words in senses.items() for word in words.split()}


def _weights(written: str) -> Iterator[tuple[str, int]]:
    """Yield each value of a slot with its weight; values of one weight are kept together."""
    for together in written.split(";"):
        weight, _colon, values = together.partition(":")
        for value in values.split("|"):
            yield value, int(weight)


def forms(heads: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each form with its headword; forms are kept as what they begin with, and their endings."""
    for head, written in heads.items():
        stem, _bar, endings = written.partition("|")
        for ending in endings.split(","):
            yield stem + ending, head
