"""Catalogues read text by text tell what the standard gettext tells, plurals and contexts included."""

import gettext

import pytest

from journal import language
from journal.language.catalogue import Catalogue

COUNTS = (0, 1, 2, 5, 1_000_000)


@pytest.mark.parametrize("domain", ["recul", "brief"])
def test_every_text_is_the_one_that_the_standard_module_reads(domain: str) -> None:
    path = language.data_file(f"locale/fr/LC_MESSAGES/{domain}.mo")
    ours = Catalogue(path.read_bytes())
    with path.open("rb") as file:
        theirs = gettext.GNUTranslations(file)
    assert ours.texts()
    for each in (*ours.texts(), "nobody wrote this"):
        context, _mark, text = each.rpartition("\x04")
        assert ours.gettext(each) == theirs.gettext(each)
        assert ours.pgettext(context, text) == theirs.pgettext(context, text)
        assert [ours.ngettext(each, "many", n) for n in COUNTS] == [theirs.ngettext(each, "many", n) for n in COUNTS]
    assert ours.texts() == {key if isinstance(key, str) else key[0] for key in theirs._catalog} - {""}  # type: ignore[attr-defined]


def test_without_a_catalogue_texts_are_what_they_are_in_english() -> None:
    assert Catalogue().gettext("One") == Catalogue().pgettext("here", "One") == "One"
    assert [Catalogue().ngettext("one", "many", count) for count in COUNTS] == ["many", "one", "many", "many", "many"]
