"""Plain reading: the usual requests of the commands that read, understood without Click, whose import outlasts them.

Whatever is not written exactly as `reading_forms.py` tells it, wrong usage and `--help` included, is left to Click.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from importlib import import_module
from typing import Any, NamedTuple

from journal import language
from journal.cli import typed_values
from journal.cli.reading_forms import COMMON, FORMS, MOST, Form, Given
from journal.cli.request import Common

_Values = dict[str, Any]


class Plain(NamedTuple):
    """A request that was understood."""

    form: Form
    common: _Values
    values: _Values

    def carry_out(self) -> None:
        """Do what was asked."""
        from journal.cli.printing import speak_plainly

        speak_plainly(self.common.get("plain", False))
        asked = {name: value for name, value in self.common.items() if name not in ("plain", "lang")}
        function_of(self.form)(Common(**asked), **self.values)


class _NotPlainError(Exception):
    """Something that Click has to read."""


def function_of(form: Form) -> Callable[..., None]:
    """Return what does a command."""
    module, _dot, name = form.does.partition(".")
    function: Callable[..., None] = getattr(import_module(f"journal.cli.{module}"), name)
    return function


def understood(arguments: Sequence[str]) -> Plain | None:
    """Return the request of a command that reads; None where Click has to read it."""
    try:
        return _understood(iter(arguments))
    except _NotPlainError:
        return None


def _understood(arguments: Iterator[str]) -> Plain:
    form: Form | None = None
    words: list[str] = []
    given: list[tuple[Given, Any]] = []
    known = {option.name: option for option in COMMON}
    for argument in arguments:
        if argument.startswith("-"):
            given.append(_option(argument, arguments, known))
        elif form is not None:
            words.append(argument)
        elif argument in FORMS:
            form = FORMS[argument]
            known |= {option.name: option for option in form.options}
        else:
            raise _NotPlainError
    if form is None or len(words) != len(form.words):
        raise _NotPlainError
    given += [(each, _value(each, word)) for each, word in zip(form.words, words, strict=True)]
    common = _once([(each, value) for each, value in given if each in COMMON])
    values = _once([(each, value) for each, value in given if each not in COMMON])
    return Plain(form, common, {option.to: () if option.many else option.usual for option in form.options} | values)


def _option(argument: str, following: Iterator[str], known: dict[str, Given]) -> tuple[Given, Any]:
    name, equals, told = argument.partition("=")
    option = known.get(name)
    if option is None or (option.sort == "flag" and equals):
        raise _NotPlainError
    if option.sort == "flag":
        return option, True
    return option, _value(option, told if equals else next(following, ""))


def _value(option: Given, told: str) -> Any:
    """Return what a text means, where it is written as usual."""
    value = _READERS[option.sort](told) if told and not told.startswith("-") else None
    if value is None:
        raise _NotPlainError
    return value


def _once(given: Sequence[tuple[Given, Any]]) -> _Values:
    """Return the values by their parameters; what can be given several times as all that was given."""
    values: _Values = {}
    for option, value in given:
        if option.to in values and not option.many:
            raise _NotPlainError
        values[option.to] = (*values.get(option.to, ()), value) if option.many else value
    return values


def _number(told: str) -> int | None:
    known = told.isascii() and told.isdigit() and len(told) <= len(str(MOST)) and 0 < int(told) <= MOST
    return int(told) if known else None


def _kind(told: str) -> str | None:
    from journal.model.kind import Kind

    return told if any(told == kind.value for kind in Kind.all()) else None


def _day(told: str) -> date | None:
    from journal.errors import ReculError

    try:
        return typed_values.day(told)
    except ReculError:
        return None


_READERS: dict[str, Callable[[str], Any]] = {
    "text": lambda told: told,
    "language": lambda told: told if told in language.languages() else None,
    "number": _number,
    "kind": _kind,
    "day": _day,
    "ref": typed_values.ref,
}
