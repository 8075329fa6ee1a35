"""A quotation that is quoted stands between one pair of marks."""

import pytest

from journal.language import speaking
from journal.quoting import quoted


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Laissons tomber", "«\u00a0Laissons tomber\u00a0»"),
        ("«\u00a0Laissons tomber\u00a0»", "«\u00a0Laissons tomber\u00a0»"),
        ("“Let it go”", "«\u00a0Let it go\u00a0»"),
        ("« Oui », puis « non »", "«\u00a0« Oui », puis « non »\u00a0»"),
        ("", "«\u00a0\u00a0»"),
    ],
)
def test_words_are_quoted_once(words: str, told: str) -> None:
    with speaking("fr"):
        assert quoted(words) == told
