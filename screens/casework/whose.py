"""Words for whose case is told: that of another member by alias, as the language bends it: “le cas d’un pair”."""

from collections.abc import Iterable

from journal.language import _
from journal.model.entry import Entry
from journal.practice import known_people
from journal.practice.notebook import Notebook
from journal.sharing.aliasing import Aliasing


def cases_of(notebook: Notebook, names: Iterable[str]) -> dict[str, str]:
    """Return for each member what their case is called."""
    aliasing = Aliasing(known_people.people(notebook))
    return {name: aliasing.apply(_("The case of {name}").format(name=name)).text for name in names}


def my_case(case: Entry) -> str:
    """Return what a case of one's own is called beside those of others: by its title, unless that says no more."""
    told = _("My case · {title}").format(title=case.title or _("(no title)"))
    return _("My case") if case.title == _("My case") else told
