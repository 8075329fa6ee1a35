"""Read the word lists of follow-ups: one TOML file per language, opened when first needed.

A file holds `[words]` (how words are parted, their endings, contractions, kinds of words), `[speech]` (what announces
words of others, as expressions) and one table per family, in order of priority. A family has `questions`, `triggers`
(words that may call for them, what words tell of, as `noun.feeling!`, or their kind, as `kind.he`, in named groups; `_`
joins words that stand together; those of group `who` are whom the text is about), `more` cases with questions of their
own, `echo` and `echo_who` (how many words around a trigger are given back) and perhaps `leads_to`. A family of absence
has `present` (expressions that must not occur) and `least_words` instead. A trigger only proposes: `decision.py`
decides it from its context.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from journal.language import Language, data_file
from journal.model.protocol import Family
from journal.protocols.families.decision import Model, model
from journal.protocols.families.words import Lexicon, fold

_NAMED = re.compile(r"<([a-z]+)>")
_JOINED = re.compile(r"[_'-]")
_NOTHING = r"(?!)"
_SILENT: Mapping[str, Any] = {
    "words": {"part": r"\w+", "kinds": {}},
    "speech": {"before": "", "after": "", "mine": ""},
    "families": {},
}


class _Compiled:
    """Lines of patterns that become one expression when somebody first asks for it."""

    def __init__(self, lines: str, words: dict[str, str] | None = None, *, bare: bool = False) -> None:
        self._lines, self._words, self._bare = lines, words or {}, bare

    @cached_property
    def expression(self) -> re.Pattern[str]:
        one_each = [line.strip() for line in self._lines.splitlines() if line.strip()]
        whole = _NAMED.sub(lambda named: self._words[named[1]], "|".join(one_each) or _NOTHING)
        return re.compile(f"(?:{whole})" if self._bare else rf"\b(?:{whole})(?:\b|(?<='))")


@dataclass(frozen=True)
class Trigger:
    """Words that may call for a follow-up, the group they are listed in, and which of the family's cases is theirs."""

    family: Family
    case: int
    group: str
    parts: tuple[str, ...]

    @property
    def is_who(self) -> bool:
        """Whether it is whom the text is about, of whom the words after it say something."""
        return self.group == "who"


@dataclass(frozen=True)
class WordList:
    """One family in one language: the questions of each case, and how much of the text around a trigger they repeat.

    More is repeated (`echo_who`) where the trigger is whom or what the text is about, and what is said comes after it.
    """

    family: Family
    questions: tuple[tuple[str, ...], ...]
    echo: tuple[int, int]
    echo_who: tuple[int, int]
    present: _Compiled
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
    """All that is listened for in one language; families in order of priority, triggers by their first word."""

    speech: Speech
    lexicon: Lexicon
    families: tuple[WordList, ...]
    triggers: Mapping[str, tuple[Trigger, ...]]


@cache
def vocabulary(language: Language) -> Vocabulary:
    """Return the word lists of a language, read at the first call."""
    return read(language, model(language))


def data(language: Language) -> Mapping[str, Any]:
    """Return the file of a language as it is written, and one that hears nothing where there is none."""
    file = data_file(f"protocols/families/{language}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else _SILENT


def read(language: Language, trained: Model) -> Vocabulary:
    """Read the word lists of a language beside a model, whose headwords they use."""
    listed = data(language)
    speech, words = listed["speech"], listed["words"]
    return Vocabulary(
        speech=Speech(
            before=_Compiled(speech["before"], speech),
            after=_Compiled(speech["after"], speech, bare=True),
            mine=_Compiled(speech["mine"], speech, bare=True),
        ),
        lexicon=Lexicon(
            part=re.compile(words["part"]),
            contractions=words.get("contractions", {}),
            heads=trained.heads,
            kinds={fold(one): kind for kind, listed in words["kinds"].items() for one in listed.split()},
            senses=trained.senses,
            endings=[(end, instead) for end, _bar, instead in (one.partition("-") for one in _endings(words))],
        ),
        families=tuple(_word_list(Family(code), table) for code, table in listed["families"].items()),
        triggers=_by_first_word(triggers(listed)),
    )


def _endings(words: Mapping[str, Any]) -> list[str]:
    """Return the endings that the forms of words take, each with a hyphen and what stands there instead."""
    written: str = words.get("endings", "")
    return written.split()


def _word_list(family: Family, table: dict[str, Any]) -> WordList:
    before, after = table.get("echo", (0, 0))
    before_who, after_who = table.get("echo_who", (before, after))
    return WordList(
        family=family,
        questions=tuple(tuple(case["questions"]) for case in _cases(table)),
        echo=(before, after),
        echo_who=(before_who, after_who),
        present=_Compiled(table.get("present", "")),
        least_words=table.get("least_words", 0),
        leads_to=table.get("leads_to"),
    )


def triggers(listed: Mapping[str, Any]) -> Iterator[Trigger]:
    """Yield all triggers of a file, in its order."""
    for code, table in listed["families"].items():
        for number, case in enumerate(_cases(table)):
            for group, parts in _groups(case.get("triggers", "")):
                yield Trigger(Family(code), number, group, parts)


def _by_first_word(all_of_them: Iterable[Trigger]) -> dict[str, tuple[Trigger, ...]]:
    """Sort triggers by their first word, those of more words first."""
    found: dict[str, list[Trigger]] = {}
    for trigger in all_of_them:
        found.setdefault(trigger.parts[0], []).append(trigger)
    return {first: tuple(sorted(those, key=lambda one: -len(one.parts))) for first, those in found.items()}


def _groups(lines: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    group = ""
    for one in lines.split():
        if one.endswith(":"):
            group = one[:-1]
        else:
            yield group, tuple(fold(part) for part in _JOINED.split(one) if part)


def _cases(table: dict[str, Any]) -> list[dict[str, Any]]:
    return [table, *table.get("more", [])]
