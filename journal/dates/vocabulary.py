"""Words in which people write moments, of all languages at once, read from `language/<code>.toml` when first needed."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from journal.language import facts, languages


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words by what they tell, and the expressions that are built of them."""

    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    days: Mapping[str, int]
    parts: Mapping[str, int]
    hours_named: Mapping[str, int]
    numbers: Mapping[str, int]
    minutes: Mapping[str, int]
    month_counts: Mapping[str, int]
    before_weekday: Mapping[str | None, str]
    after_weekday: Mapping[str | None, str]
    said_as: tuple[tuple[re.Pattern[str], str], ...]
    this: frozenset[str]
    alone: frozenset[str]
    before_noon: frozenset[str]
    twelve: frozenset[str]
    spans: tuple[tuple[re.Pattern[str], int], ...]
    ordinals: str
    length: re.Pattern[str]
    clock: re.Pattern[str]
    dotted: re.Pattern[str]
    four_figures: re.Pattern[str]
    twelve_hours: re.Pattern[str]
    halves: tuple[str, ...]
    hands: tuple[tuple[re.Pattern[str], int], ...]
    hours_alone: re.Pattern[str]
    weekday: re.Pattern[str]
    day_month: re.Pattern[str]
    month_day: re.Pattern[str]
    day_alone: re.Pattern[str]
    figures: re.Pattern[str]
    small_words: re.Pattern[str]
    article: re.Pattern[str]
    into: re.Pattern[str]
    span_parts: Mapping[str, int]
    part_of_span: re.Pattern[str]
    month_alone: re.Pattern[str]


_POINT = re.compile(r"(?<=[^\W\d_])\.(?=\s|$)")


@cache
def vocabulary() -> Vocabulary:
    """Return the words of all languages, read at the first call."""
    return _of([facts(language).get("dates", {}) for language in languages()])


def month_names() -> frozenset[str]:
    """Return the months of all languages, as they are written and without their accents."""
    lists = [facts(language).get("dates", {}).get("months", "") for language in languages()]
    written = [name for names in lists for name in names.replace("/", " ").split()]
    return frozenset(written) | frozenset(map(plain, written))


def plain(text: str) -> str:
    """Return a text without accents, capitals, commas, raised points, points of short words and blanks in a row."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.replace("’", "'")) if not unicodedata.combining(c))
    return " ".join(_POINT.sub("", bare.casefold().replace("‑", "-").replace(",", " ").replace("·", " ")).split())


def _of(told: list[Mapping[str, Any]]) -> Vocabulary:
    def listed(name: str) -> tuple[str, ...]:
        return tuple(word for each in told for word in _words(each.get(name, "")))

    def table(name: str) -> dict[Any, Any]:
        rows = chain.from_iterable(each.get(name, {}).items() for each in told)
        return {word: value for words, value in rows for word in _words(words)}

    def numbered(name: str, first: int) -> dict[str, int]:
        lists = [enumerate(each.get(name, "").split(), first) for each in told]
        return {plain(word): number for each in lists for number, words in each for word in words.split("/")}

    days, minutes = table("days"), table("minutes")
    before, after = table("before_weekday"), table("after_weekday")
    ordinals, twelve = _any(listed("ordinals")), listed("twelve")
    every_half = (*listed("before_noon"), *listed("after_noon"))
    halves, hours, articles = _any(every_half), _any(listed("hours")), _any(listed("articles"))
    parts, coming = table("span_parts"), _any(listed("coming"))
    months, weekdays = numbered("months", 1), numbered("weekdays", 0)
    return Vocabulary(
        weekdays=weekdays,
        months=months,
        days=days | dict.fromkeys(listed("this"), 0),
        parts=table("parts"),
        hours_named=table("hours_named"),
        numbers=table("numbers"),
        minutes=minutes,
        month_counts=table("month_counts"),
        before_weekday=before,
        after_weekday=after,
        said_as=tuple(
            (re.compile(rf"(?<!\w){re.escape(plain(words))}(?!\w)"), plain(others))
            for each in told
            for words, others in each.get("said_as", {}).items()
        ),
        this=frozenset(listed("this")),
        alone=frozenset(listed("alone")),
        before_noon=frozenset(listed("before_noon")),
        twelve=frozenset(twelve),
        spans=tuple(
            (re.compile(re.escape(plain(each[name])).replace(r"\{\}", "(.+)")), sign)
            for each in told
            for name, sign in (("ago", -1), ("ahead", 1))
            if name in each
        ),
        ordinals=ordinals,
        length=re.compile(rf"(?:(\d{{1,4}}|[^\W\d_]+) ?)??({_any(minutes)})"),
        clock=re.compile(rf"(\d{{1,2}}) ?(?::|{hours})(?: ?([0-5]\d))?(?: ?({halves}))?"),
        dotted=re.compile(rf"(\d{{1,2}})\.([0-5]\d)(?: ?({halves}))?"),
        four_figures=re.compile(r"([01]\d|2[0-3])([0-5]\d)"),
        twelve_hours=re.compile(rf"(\d{{1,2}}) ?({_any(twelve)})"),
        halves=every_half,
        hands=tuple(
            (re.compile(re.escape(plain(words)).replace(r"\{\}", "(.+)")), minutes)
            for each in told
            for words, minutes in each.get("hands", {}).items()
        ),
        hours_alone=re.compile(rf"(\d{{1,2}}|[^\W\d_]+) ?(?:{hours})"),
        weekday=re.compile(rf"(?:({_any(before)}) )?([^\W\d_]+)(?: ({_any(after)}))?"),
        day_month=re.compile(
            rf"(?:(?:{articles}) )?(\d{{1,2}})(?:{ordinals})? (?:(?:{_any(listed('of'))}) )?([^\W\d_]+)(?: (\d{{4}}))?"
        ),
        month_day=re.compile(rf"([^\W\d_]+) (\d{{1,2}})(?:{ordinals})?(?: (\d{{4}}))?"),
        day_alone=re.compile(rf"(?:({articles}) )?(\d{{1,2}})({ordinals})?"),
        figures=re.compile(r"(\d{1,2})([/.])(\d{1,2})(?:\2(\d{4}|\d\d))?"),
        small_words=re.compile(rf"^(?:{_any(listed('leading'))}) |(?:^| )(?:{_any(listed('trailing'))})$"),
        article=re.compile(rf"^(?:{articles}) "),
        into=re.compile(rf"^(?:{_any(listed('into'))}) "),
        span_parts=parts,
        part_of_span=re.compile(
            rf"(?:(?:{_any(listed('until'))}) )?(?P<part>{_any(parts)})[ -]"
            rf"(?:(?:{_any(listed('span_of'))})(?:(?<=')| ))?"
            rf"(?:(?P<this>{_any(listed('this'))}) |(?P<next>{coming}) |)"
            rf"(?:(?:{_any(listed('month_of'))})(?:(?<=')| ))?(?P<unit>[^\W\d_]+)(?: (?P<year>\d{{4}}))?"
            rf"(?P<after> (?:{coming}))?"
        ),
        month_alone=re.compile(
            rf"(?:(?:{_any(listed('in_month'))}) )?(?:(?:{coming}) )?([^\W\d_]+)(?: (?:\d{{4}}|{coming}))?"
        ),
    )


def _words(listed: str) -> tuple[str, ...]:
    """Return the words of a list, in which `_` joins those that stand together."""
    return tuple(plain(word.replace("_", " ")) for word in listed.split())


def _any(words: Iterable[str]) -> str:
    """Return an expression for any of the words, the longest first; nothing matches an empty one."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or r"(?!)"
