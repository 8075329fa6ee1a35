"""Usual requests are read without Click: what they print and how they end is what Click makes of them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from journal.cli import plain_reading
from journal.cli.reading_forms import COMMON, FORMS, Form, Given

if TYPE_CHECKING:
    from tests.cli.conftest import Shell

EXAMPLES = {
    "kind": ("situation", "case"),
    "number": ("1", "1000000"),
    "day": ("2026-03-04", "hier"),
    "ref": ("1", "#5"),
}
TEXTS = {"--tag": ("a b", "nobody has it"), "--person": ("Karim", "Nobody"), "query": ("canary", "codir karim")}
NOT_PLAIN = (
    *((), ("list", "--help"), ("--version",), ("next", "--version"), ("--lang", "fr"), ("people",), ("log", "x")),
    *(
        ("list", "x"),
        ("show",),
        ("show", "1", "2"),
        ("search",),
        ("search", ""),
        ("search", "-x"),
        ("search", "--", "x"),
    ),
    *(("list", "--limit"), ("list", "--limit", "0"), ("list", "--limit", "1000001"), ("list", "--limit", "-1")),
    *(("list", "--limit", "٣"), ("list", "--limit="), ("list", "--kind", "Case"), ("list", "--since", "whenever")),
    *(("list", "--limit", "1", "--limit", "2"), ("list", "--lang", "xx"), ("list", "--json=1"), ("list", "--js")),
    *(("show", "x"), ("show", "-1"), ("show", "9" * 16), ("next", "--limit", "1"), ("list", "--vault"), ("list", "-")),
)


def examples(given: Given) -> tuple[str, ...]:
    return TEXTS.get(given.name) or EXAMPLES[given.sort]


def requests(name: str, form: Form) -> Iterator[tuple[str, ...]]:
    """Yield a command with each of its words and options, written in each way."""
    words = tuple(examples(word)[0] for word in form.words)
    yield (name, *words)
    yield from ((name, other) for word in form.words for other in examples(word)[1:])
    for told in (("--json",), ("--plain",), ("--lang", "fr")):
        yield (*told, name, *words)
        yield (name, *told, *words)
    for option in form.options:
        yield from ((name, option.name, example, *words) for example in examples(option))
        yield (name, *words, f"{option.name}={examples(option)[0]}")
    if form.options:
        yield (name, *words, "--kind", "case", "--kind=situation", "--limit", "2", "--json", "--since", "2020-01-01")


@pytest.mark.parametrize("name", FORMS)
def test_both_readers_print_the_same_and_end_alike(filled: "Shell", monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    asked = list(requests(name, FORMS[name]))
    plain = []
    for each in asked:
        assert plain_reading.understood(each) is not None, each
        plain.append(filled.run(*each))
    monkeypatch.setattr(plain_reading, "understood", lambda _arguments: None)
    for each, done in zip(asked, plain, strict=True):
        assert filled.run(*each) == done, each
    assert {done.code for done in plain} <= {0, 4}
    assert any(done.out for done in plain)


@pytest.mark.parametrize("arguments", NOT_PLAIN)
def test_everything_else_is_left_to_click(arguments: tuple[str, ...]) -> None:
    assert plain_reading.understood(arguments) is None


def test_every_sort_that_is_declared_is_tried_here() -> None:
    declared = {each for form in FORMS.values() for each in (*form.words, *form.options)}
    assert all(examples(each) for each in declared)
    assert {each.sort for each in (*declared, *COMMON)} == set(plain_reading._READERS) | {"flag"}
