"""A form of a name where it stands: whether it is the name there, by its capitals and by what stands around it."""

import re
from collections.abc import Callable

from journal.sharing.folding import WORD, Folded, fold, visible
from journal.sharing.name_forms import PARTICLES, Form
from journal.sharing.reading import Reading
from journal.sharing.whole_names import goes_on, small_name
from journal.sharing.word_or_name import reading
from journal.sharing.words import ordinary

_SMALL_PARTICLES = frozenset({"de", "du", "des", "d", "von", "van", "der", "den"})
_TIES = ("_", "@")  # within names of files and accounts, where nobody writes of stones
_FIRST_LETTERS = 2  # a name this short is only one with a capital: "Li", "Jo"
_THE = re.compile(r"(?<![^\W_])[Tt]he[ \u00a0\u202f]\Z")
_OWNED = re.compile(r"['’](?![^\W_])")
_LONGEST_THE = 5


def read_form(form: Form, folded: Folded, start: int, end: int, knows: Callable[[str], bool]) -> Reading:
    """Return what a form is that stands in a folded text; `knows` tells whether a folded word begins a known name."""
    text, span = folded.original, folded.span(start, end)
    told = text[slice(*span)]
    if form.exact is not None:
        return _read(visible(told) == form.exact.strip(" ."))
    if form.plural:
        return _read(told[0].isupper() or " " in told) if _is_plural(text, *span) else Reading.WORD
    if form.ends_small:
        return small_name(text, *span, chosen=form.chosen)
    if len(form.words) > 1:
        goes = goes_on(text, span[1])
        return _read(form.words[0] not in PARTICLES or _is_particle_name(form, told, goes_on=goes))
    if not told[0].islower():
        return reading(text, *span, knows)
    tied = folded.text[start - 1 : start] in _TIES or folded.text[end : end + 1] in _TIES
    return _read(end - start > _FIRST_LETTERS and (tied or form.words[0] not in ordinary()))


def the_before(text: str, start: int) -> int:
    """Return where "the" begins before the plural of a name, and the place itself where none stands."""
    found = _THE.search(text, max(0, start - _LONGEST_THE), start)
    return found.start() if found else start


def _read(is_name: bool) -> Reading:  # noqa: FBT001 -- nothing else is told
    return Reading.NAME if is_name else Reading.WORD


def _is_plural(text: str, start: int, end: int) -> bool:
    return _OWNED.match(text, end) is not None or the_before(text, start) < start


def _is_particle_name(form: Form, told: str, *, goes_on: bool) -> bool:
    """Whether "de La Tour" is meant and not "de la tour": its words are not ordinary, or have their capitals."""
    if not all(word in ordinary() or word in PARTICLES for word in form.words):
        return True
    small = PARTICLES if form.words[:2] == ("de", "la") and not goes_on else _SMALL_PARTICLES
    return all(word[0].isupper() for word in WORD.findall(told) if fold(word) not in small)
