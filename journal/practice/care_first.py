"""Care before any question: whether somebody says, in the first person, that they want to die or to be no more.

Either of two hears it: turns, plain patterns in `care_turns/<code>.toml`, and trained weights of words in
`care_turns/<code>.json.gz`, which `benchmarks/train_care.py` writes. All languages are heard whatever is spoken.
Nothing is counted, kept, logged or told to anybody: a page that hears it offers whom to talk to, and one may go on
writing.
"""

import json
import re
import tomllib
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from journal.language import Language, _, data_file, languages
from journal.practice.care_words import STOP, Kinds, bare, features, kinds_of, stretches

_GZIP = 16 + zlib.MAX_WBITS


@dataclass(frozen=True)
class Heard:
    """What is listened for in a language: turns, manners of speaking that are none, and what words weigh together."""

    turns: re.Pattern[str]
    idioms: re.Pattern[str]
    kinds: Kinds
    weights: Mapping[str, int]
    least: int

    def told(self, text: str) -> bool:
        """Whether one of the turns stands in a bare text, once what is only a manner of speaking is left out."""
        return self.turns.search(self.idioms.sub(STOP, text)) is not None

    def known(self, words: Sequence[str]) -> int:
        """Return how many words of a stretch tell of something in this language."""
        return sum([word in self.kinds for word in words])

    def weigh(self, words: Sequence[str]) -> int:
        """Return how much the words of a stretch say it together."""
        weights = self.weights
        return sum([weights.get(feature, 0) for feature in features(words, self.kinds)])


def offer() -> str:
    """Return the one line that offers it: no question, no alarm, no advice."""
    return _("If you want to talk, people will listen, day or night.")


def calls_for_care(text: str) -> bool:
    """Tell whether a text says it, by a turn or by all its words together.

    A turn may be broken by the end of a line, or begin where a line does without a full stop before it.
    """
    heard = _heard(tuple(languages()))
    lines = {bare(each) for each in (text, *text.splitlines())}
    if any(one.told(line) for one in heard for line in lines):
        return True
    return any(_weighed(words, heard) for words in stretches(text))


def _weighed(words: Sequence[str], heard: Sequence[Heard]) -> bool:
    """Weigh a stretch in the language that knows most of its words, in several where they know as many."""
    known = [one.known(words) for one in heard]
    most = max(known, default=0)
    return most > 0 and any(
        one.weigh(words) > one.least for one, knows in zip(heard, known, strict=True) if knows == most
    )


@cache
def _heard(spoken: Sequence[Language]) -> tuple[Heard, ...]:
    return tuple(heard(each) for each in spoken if data_file(f"practice/care_turns/{each}.toml").exists())


def heard(language: Language) -> Heard:
    """Return what is listened for in a language; where nothing was trained, turns alone."""
    listed = tomllib.loads(data_file(f"practice/care_turns/{language}.toml").read_text("utf-8"))
    file = data_file(f"practice/care_turns/{language}.json.gz")
    trained: dict[str, Any] = (
        json.loads(zlib.decompress(file.read_bytes(), _GZIP)) if file.exists() else {"weights": {}, "least": 0}
    )
    return Heard(
        turns=_any(listed["heard"]["turns"], listed["parts"]),
        idioms=_any(listed["heard"]["idioms"], listed["parts"]),
        kinds=kinds_of(listed["kinds"]),
        weights={one: int(weight) for weight, those in trained["weights"].items() for one in those.split("|")},
        least=trained["least"],
    )


def _any(patterns: list[str], parts: dict[str, str]) -> re.Pattern[str]:
    """Return one expression for any of the patterns, `{name}` in them a part, which may hold parts itself."""
    whole = "|".join(patterns)
    for _round in parts:
        for name, part in parts.items():
            whole = whole.replace(f"{{{name}}}", part)
    return re.compile(rf"(?<!\w)(?:{whole})")
