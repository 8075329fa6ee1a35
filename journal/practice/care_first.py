"""Care before any question: whether somebody says, in the first person, that they want to die or to be no more.

Turns are plain patterns, `care_turns/<code>.toml`, and all languages are heard whatever is spoken. Nothing is counted,
kept, logged or told to anybody: a page that hears one offers whom to talk to, and one may go on writing.
"""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from functools import cache

from journal.language import Language, _, data_file, languages

_APOSTROPHE = re.compile(r"['’‘ʼ`´]")
_OTHER_SIGN = re.compile(r"[^\w\s-]+")
_STOP = " . "


def offer() -> str:
    """Return the one line that offers it: no question, no alarm, no advice."""
    return _("If you want to talk, people will listen, day or night.")


def calls_for_care(text: str) -> bool:
    """Tell whether one of the turns stands in a text, once what is only a manner of speaking is left out.

    A turn may be broken by the end of a line, or begin where a line does without a full stop before it.
    """
    told = {_bare(each) for each in (text, *text.splitlines())}
    return any(turns.search(idioms.sub(_STOP, bare)) for turns, idioms in _heard(tuple(languages())) for bare in told)


def _bare(text: str) -> str:
    """Return a text as hurried hands may type it: no capitals, accents or apostrophes, other signs a full stop."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    signs = _OTHER_SIGN.sub(_STOP, _APOSTROPHE.sub("", letters))
    return " ".join(signs.replace("-", " ").replace("_", " ").split())


@cache
def _heard(spoken: Sequence[Language]) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    files = [data_file(f"practice/care_turns/{each}.toml") for each in spoken]
    return tuple(_read(file.read_text("utf-8")) for file in files if file.exists())


def _read(written: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    told = tomllib.loads(written)
    return _any(told["heard"]["turns"], told["parts"]), _any(told["heard"]["idioms"], told["parts"])


def _any(patterns: list[str], parts: dict[str, str]) -> re.Pattern[str]:
    """Return one expression for any of the patterns, `{name}` in them a part, which may hold parts itself."""
    whole = "|".join(patterns)
    for _round in parts:
        for name, part in parts.items():
            whole = whole.replace(f"{{{name}}}", part)
    return re.compile(rf"(?<!\w)(?:{whole})")
