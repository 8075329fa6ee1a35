"""Whom a name means as it is typed: somebody known by a first name, or either of several; said before it is kept."""

from collections.abc import Iterable, Sequence

from journal.language import _
from journal.practice.short_names import who_is
from journal.same_name import name_key


def whole_name(name: str, known: Sequence[str]) -> str:
    """Return the name of the only one whom a short name can mean, else the name as it is."""
    found = who_is(name, [known])
    return found[0] if len(found) == 1 else name


def told_of(typed: Iterable[str], known: Sequence[str]) -> str:
    """Return what is to be said of the names typed that are short for somebody known; nothing of all others."""
    return " ".join(filter(None, (_told(name, who_is(name, [known])) for name in typed if name.strip())))


def _told(name: str, found: Sequence[str]) -> str:
    if len(found) > 1:
        return _("“{name}” can be {people}: write the whole name.").format(name=name, people=", ".join(found))
    (whole,) = found
    if name_key(whole) == name_key(name):
        return ""
    if name_key(whole.partition(" ")[0]) == name_key(name):
        return _("“{name}”: {whole}, known already. If not, write the whole name.").format(name=name, whole=whole)
    return _("Is it {whole}? Then write the whole name.").format(whole=whole)
