"""Whom to talk to, country by country: public numbers with where each was read and when, and people at work.

The country is the one that the person chose; the language never decides it.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from journal.dates.vocabulary import plain
from journal.language import Language, _, current
from journal.language.overlay import completed, text_in
from journal.terms import said

_HERE = Path(__file__).parent / "countries"


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


def page(code: str | None) -> str:
    """Return the page for a country, or for no country yet: what is needed day and night comes first."""
    found = next((country for country in countries() if country.code == code), None)
    sections = _of(found) if found else _of_all()
    around = [_("Around you"), said(_("Your own doctor, someone you are close to, your {practitioner}."))]
    return "\n\n".join("\n".join(lines) for lines in (*sections, around))


def _of(country: Country) -> tuple[list[str], ...]:
    width = max(len(one.number) for one in country.numbers) + 2
    numbers = [f"{one.number:<{width}}{_told(one)}" for one in country.numbers]
    return [_("Day and night: {country}").format(country=country.name), *numbers], [_("At work"), *country.at_work]


def _told(one: Number) -> str:
    return _("{words} (please check this number)").format(words=one.words) if one.check else one.words


def _of_all() -> tuple[list[str], ...]:
    told = _("{title}: {words}")
    lines = [told.format(title=each.name, words=" · ".join(one.number for one in each.numbers)) for each in countries()]
    where = _("Settings, “Who to talk to”: your country, and what each number is for.")
    work = _("Occupational health, the staff representatives, your company’s helpline, if there is one.")
    return [_("Day and night"), *lines, where], [_("At work"), work]
