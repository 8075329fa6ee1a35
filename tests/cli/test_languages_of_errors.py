"""Every error a person can meet: one line in both languages, its facts in it, its documented exit code."""

import pytest

from journal import errors
from journal.errors import imports, refusals, storage
from journal.language import speaking

DOCUMENTED = range(1, 10)
FACTS = {
    "id": "ab12cd34", "path": "/some/where", "name": "Mme Lenoir",
    "ref": 12, "line": 5000, "field": "kind", "number": 3, "limit": 1024, "endings": ".md, .pdf",
    "code": "mine", "risk": "all read", "most": 200, "count": 2, "seen": "3 .png", "place": "/some/where/screens",
}  # fmt: skip


def _all(known: type[errors.ReculError]) -> list[type[errors.ReculError]]:
    return [known, *(each for below in known.__subclasses__() for each in _all(below))]


assert imports.BadEntries in _all(errors.ReculError)  # those of imports are met too
assert storage.DiskFull in _all(errors.ReculError)


@pytest.mark.parametrize("kind", _all(errors.ReculError))
def test_an_error_is_one_line_in_both_languages(kind: type[errors.ReculError]) -> None:
    error = kind(**FACTS)
    english = error.message()
    with speaking("fr"):
        french = error.message()
    assert english != french
    for text in (english, french):
        assert text
        assert "\n" not in text
        assert "{" not in text
    assert kind.exit_code in DOCUMENTED


def test_facts_appear_in_the_message_and_not_in_the_repr() -> None:
    error = refusals.TargetExists(path="/some/where")
    assert "/some/where" in str(error)
    assert "/some/where" not in repr(error)
