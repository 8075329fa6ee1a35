"""Read the word lists of follow-ups: one TOML file per language, opened and compiled when first needed.

A file holds `[words]` (fragments that patterns name as `<fragment>`), `[speech]` (what announces words of others) and
one table per family, in order of priority. A family has `questions`, `patterns` (what calls for them), `more` cases
with questions of their own, `exceptions` (what silences a match that it touches) and perhaps `leads_to`; a family of
absence has `present` (what must not occur) and `least_words` instead of patterns. Patterns are regular expressions,
one a line, matched at word boundaries against text in lower case with straight apostrophes.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from journal.language import Language
from journal.model.protocol import Family

_HERE = Path(__file__).parent
_NAMED = re.compile(r"<([a-z]+)>")
_NOTHING = r"(?!)"


class _Compiled:
    """Lines of patterns that become one expression when somebody first asks for it."""

    def __init__(self, lines: str, words: dict[str, str], *, bare: bool = False) -> None:
        self._lines, self._words, self._bare = lines, words, bare

    @cached_property
    def expression(self) -> re.Pattern[str]:
        one_each = [line.strip() for line in self._lines.splitlines() if line.strip()]
        whole = "|".join(one_each) or _NOTHING
        while _NAMED.search(whole):
            whole = _NAMED.sub(lambda named: self._words[named[1]], whole)
        return re.compile(f"(?:{whole})" if self._bare else rf"\b(?:{whole})(?:\b|(?<='))")


@dataclass(frozen=True)
class Case:
    """Wordings that call for one of several questions."""

    wordings: _Compiled
    questions: tuple[str, ...]


@dataclass(frozen=True)
class WordList:
    """One family in one language."""

    family: Family
    cases: tuple[Case, ...]
    exceptions: _Compiled
    least_words: int
    leads_to: str | None

    @property
    def hears_absence(self) -> bool:
        """Whether the family asks for what a text does not hold."""
        return self.least_words > 0


@dataclass(frozen=True)
class Speech:
    """What announces words of others before them and after them, and what announces one's own inner voice."""

    before: _Compiled
    after: _Compiled
    mine: _Compiled


@dataclass(frozen=True)
class Vocabulary:
    """All that is listened for in one language; families in order of priority."""

    speech: Speech
    families: tuple[WordList, ...]


@cache
def vocabulary(language: Language) -> Vocabulary:
    """Return the word lists of a language, read at the first call."""
    data = tomllib.loads((_HERE / f"{language}.toml").read_text(encoding="utf-8"))
    words: dict[str, str] = data["words"]
    speech = data["speech"]
    return Vocabulary(
        speech=Speech(
            before=_Compiled(speech["before"], words),
            after=_Compiled(speech["after"], words, bare=True),
            mine=_Compiled(speech["mine"], words, bare=True),
        ),
        families=tuple(_word_list(Family(code), table, words) for code, table in data["families"].items()),
    )


def _word_list(family: Family, table: dict[str, Any], words: dict[str, str]) -> WordList:
    """Read one family; the wordings of a family of absence are those that must not occur."""
    sources = [{"patterns": table.get("present", ""), **table}, *table.get("more", [])]
    return WordList(
        family=family,
        cases=tuple(Case(_Compiled(one["patterns"], words), tuple(one["questions"])) for one in sources),
        exceptions=_Compiled(table.get("exceptions", ""), words),
        least_words=table.get("least_words", 0),
        leads_to=table.get("leads_to"),
    )
