"""The English article before an alias: by its sound and not by its first letter."""

import pytest

from journal.sharing.grammar import Alias, after

AN = """
honest adviser, hourly worker, heir, honourable member, honorary chair, HR lead, MP, MBA student, NGO worker, IT lead,
EU delegate, HMRC inspector, N-1, N+1, R&D lead, X-ray nurse, M., adviser, engineer, intern, older colleague, uncle,
unassuming boss, uninvolved manager, unimportant visitor, unidentified caller, urgent case, usher, ultimate decider,
upstairs neighbour, Ivorian colleague, 8-year-old, 11th guest, 18-year-old, 80-year-old, unanswered caller
"""
A = """
boss, coach, European colleague, eulogist, one-time mentor, once close friend, union rep, unit head, unique case,
university friend, useful ally, user, usual suspect, utility man, Ukrainian colleague, UK lead, UN delegate, US visitor,
UX designer, Ugandan partner, Uruguayan partner, uranium trader, urologist, unanimous board, NATO officer, CEO, PhD,
house mate, hotelier, heavy smoker, honey seller, Honolulu lead, 100-year-old, 7-year-old, 180-day guest, yearly visitor
"""


def words(several: str) -> list[str]:
    return [each.strip() for each in several.replace("\n", " ").split(",")]


@pytest.mark.parametrize(("article", "several"), [("an", words(AN)), ("a", words(A))])
def test_the_article_is_the_one_that_is_said(article: str, several: list[str]) -> None:
    for before in ("a", "an"):
        for each in several:
            led = after(before, Alias.of(f"my {each}"), elided=False, titled=False)
            assert led is not None
            assert f"{led.lead}{led.words}" == f"{article} {each}"
