"""Whom to talk to: numbers first, by the country that was chosen and never by the language."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from journal import language, terms
from journal.dates import habits
from journal.practice import contacts

FILES = sorted((Path(contacts.__file__).parent / "countries").glob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_number_has_a_source_and_a_date(path: Path) -> None:
    for one in tomllib.loads(path.read_text("utf-8"))["numbers"]:
        assert one["source"]
        assert isinstance(one["seen"], date)
        assert one["for"]["fr"] != one["for"]["en"]


def test_the_six_countries_stand_by_their_names_in_both_languages() -> None:
    for spoken, in_order in (("fr", "befrieqcgbch"), ("en", "befrieqcchgb")):
        with language.speaking(language.Language(spoken)):
            assert "".join(one.code for one in contacts.countries()) == in_order


@pytest.mark.parametrize("spoken", language.languages())
@pytest.mark.parametrize(("code", "number"), [("fr", "3114"), ("gb", "116 123"), ("qc", "811"), ("ch", "143")])
def test_the_country_decides_and_not_the_language(spoken: language.Language, code: str, number: str) -> None:
    with language.speaking(spoken):
        page = contacts.page(code)
    assert number in page.split("\n\n")[0]
    assert ("3114" in page) is (code == "fr")


@pytest.mark.parametrize("spoken", language.languages())
@pytest.mark.parametrize("code", [None, "fr", "be", "ch", "qc", "gb", "ie"])
def test_the_numbers_stand_on_the_first_screen_of_80_by_24(spoken: language.Language, code: str | None) -> None:
    with language.speaking(spoken):
        numbers = contacts.page(code).split("\n\n")[0].splitlines()
    rows = sum(-(-len(line) // 70) for line in numbers)
    assert rows <= 12


@pytest.mark.parametrize("spoken", language.languages())
def test_without_a_country_every_number_says_what_it_is_for_and_an_unknown_one_counts_as_none(
    spoken: language.Language,
) -> None:
    with language.speaking(spoken):
        page = contacts.page(None)
        assert contacts.page("atlantis") == page
        for each in contacts.countries():
            assert each.name in page
            assert all(one.words in page for one in each.numbers)


@pytest.mark.parametrize(("locale", "code"), [("FR", "fr"), ("GB", "gb"), ("CA", "qc")])
def test_the_country_of_the_locale_comes_first_until_another_is_chosen(locale: str, code: str) -> None:
    habits.choose(habits.Habits(country=locale))
    try:
        first, *_rest = contacts.page(None).split("\n\n")
        assert contacts.page(code).split("\n\n")[0] in first
        assert "Another country" in first
        assert all(each.name in contacts.page(None, elsewhere=True) for each in contacts.countries())
        assert contacts.page("be", elsewhere=True) == contacts.page("be")
        assert contacts.after(None) == contacts.after(code) != code
    finally:
        habits.choose(habits.Habits())


def test_who_goes_along_has_the_persons_own_word() -> None:
    terms.choose({"en.practitioner": "facilitator"})
    try:
        assert "your facilitator" in contacts.page("gb")
    finally:
        terms.choose({})


def test_what_was_not_seen_on_their_own_page_says_so() -> None:
    page = contacts.page("ie")
    assert "(please check this number)" in page
    assert "(please check this number)" not in contacts.page("gb")
