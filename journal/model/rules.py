"""Rules of values in plain functions: models are made of them, and shapes name them."""

from collections.abc import Callable, Mapping, Sized
from typing import Any

from journal.clock import on_a_clock
from journal.hygiene import clean, one_line, plain_name
from journal.language import Language, languages


def known_language(language: Language) -> Language:
    """Return a language there is a file of. Raises ValueError."""
    if language not in languages():
        raise ValueError("a language that nobody knows")
    return language


def chosen_exists(chosen: int | None = None, options: Sized = (), **_others: object) -> None:
    """Refuse with ValueError a choice that is none of the options."""
    if chosen is not None and not 0 <= chosen < len(options):
        raise ValueError("the chosen option does not exist")


OF_ONE: Mapping[str, Callable[[Any], Any]] = {
    rule.__name__: rule for rule in (clean, one_line, plain_name, on_a_clock, known_language)
}
"""By name, those that return a value as it is held."""
OF_WHOLE: Mapping[str, Callable[..., None]] = {rule.__name__: rule for rule in (chosen_exists,)}
"""By name, those that look at several fields."""
