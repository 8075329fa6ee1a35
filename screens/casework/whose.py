"""Words for whose case is told: that of another member by alias, as the language bends it: “le cas d’un pair”."""

from collections.abc import Iterable

from journal.language import _
from journal.practice import known_people
from journal.practice.notebook import Notebook
from journal.sharing.aliasing import Aliasing


def cases_of(notebook: Notebook, names: Iterable[str]) -> dict[str, str]:
    """Return for each member what their case is called."""
    aliasing = Aliasing(known_people.people(notebook))
    return {name: aliasing.apply(_("The case of {name}").format(name=name)).text for name in names}
