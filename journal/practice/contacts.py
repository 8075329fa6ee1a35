"""Whom to talk to, country by country: public numbers with where each was read and when, and people at work.

The country is the one that the person chose, else that of the locale; the language never decides it.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from journal.dates import habits
from journal.dates.vocabulary import plain
from journal.language import Language, _, current
from journal.language.overlay import completed, text_in
from journal.terms import said

_HERE = Path(__file__).parent / "countries"
_OF_LOCALE = {"ca": "qc"}
"""Locales whose country has its numbers under another name."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number to call; `check` where it was not seen on the page of those who answer it."""

    number: str
    words: str
    check: bool = False


@dataclass(frozen=True, slots=True)
class Country:
    """Whom to talk to in a country, in one language."""

    code: str
    name: str
    numbers: tuple[Number, ...]
    at_work: tuple[str, ...]


def countries() -> tuple[Country, ...]:
    """Return the countries that are known, by their names in the language spoken now: none comes first for it."""
    return _read(current())


def untranslated(language: Language) -> int:
    """Return how many texts are not there in a language."""
    told = [(data["name"], data["at_work"], *(one["for"] for one in data["numbers"])) for _code, data in _data()]
    return sum(language not in texts for country in told for texts in country)


@cache
def _data() -> tuple[tuple[str, dict[str, Any]], ...]:
    read = [
        (path.stem, completed(tomllib.loads(path.read_text("utf-8")), "practice/countries/in", path.stem))
        for path in _HERE.glob("*.toml")
    ]
    return tuple(sorted(read))


@cache
def _read(language: Language) -> tuple[Country, ...]:
    known = (
        Country(
            code=code,
            name=text_in(data["name"], language),
            numbers=tuple(
                Number(one["number"], text_in(one["for"], language), one.get("check", False)) for one in data["numbers"]
            ),
            at_work=tuple(text_in(data["at_work"], language)),
        )
        for code, data in _data()
    )
    return tuple(sorted(known, key=lambda country: plain(country.name)))


def shown(code: str | None) -> str | None:
    """Return the country whose numbers come first, the one chosen or that of the locale; None where none is known."""
    told = habits.country().lower()
    wanted = (code, _OF_LOCALE.get(told, told))
    known = {country.code for country in countries()}
    return next((one for one in wanted if one in known), None)


def after(code: str | None) -> str:
    """Return the country that comes after the one shown, all of them in turn."""
    codes = [country.code for country in countries()]
    now = shown(code)
    return codes[(codes.index(now) + 1) % len(codes)] if now else codes[0]


def page(code: str | None, *, elsewhere: bool = False) -> str:
    """Return the page for a country, or for all of them where none is known: what is needed day and night comes first.

    With `elsewhere`, the numbers of the others stand at the end of a page for a country that was only guessed.
    """
    first = shown(code)
    own = [each for each in countries() if each.code == first]
    others = [_numbers(each) for each in countries() if each.code != first]
    if not own:
        others[-1].append(_another())
        work = [_("Occupational health, the staff representatives, your company’s helpline, if there is one.")]
        sections = [*others, [_("At work"), *work], _around()]
    else:
        guessed = first != code
        numbers = [*_numbers(own[0]), *([_another()] if guessed else [])]
        sections = [numbers, [_("At work"), *own[0].at_work], _around(), *(others if guessed and elsewhere else [])]
    return "\n\n".join("\n".join(lines) for lines in sections)


def _around() -> list[str]:
    return [_("Around you"), said(_("Your own doctor, someone you are close to, your {practitioner}."))]


def _another() -> str:
    return _("Another country: Settings, “Who to talk to”.")


def _numbers(country: Country) -> list[str]:
    width = max(len(one.number) for one in country.numbers) + 2
    return [
        _("Day and night: {country}").format(country=country.name),
        *(f"{one.number:<{width}}{_told(one)}" for one in country.numbers),
    ]


def _told(one: Number) -> str:
    return _("{words} (please check this number)").format(words=one.words) if one.check else one.words
