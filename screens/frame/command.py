"""Command: what a row of the table of commands says, and the table that rooms bring their rows to."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

EVERYWHERE = "everywhere"  # also while one writes, and before anything else hears the key
READING = "reading"  # on every page where nothing is being written
VISIT = "visit"  # on every page while somebody is shown around
FOUND = "found"  # in the palette alone, wherever one reads: pages that no key leads to
BACK = "back"  # on every page that opened over another and has no word of its own for the way back
OPENS, CHOOSES = "rows:open", "rows:choose"  # on pages whose list answers to one key, by what it does
REMOVES = "removes"  # on pages on whose rows something can be thrown away
LAST = 90  # the place of the help in a footer: it stays when keys give way
ROOM_LEFT = 99  # a place that is taken only where every other key is shown


class Command(NamedTuple):
    """Something a person can ask for. `where` is EVERYWHERE, READING or the `name` of a page.

    `keys` are Textual's key names, several separated by commas; `footer` is the place among the keys shown below a
    page, 0 for none; commands of one `group` share one place there. `locked`: also offered before the vault is open.
    `opens` names the page that it leads to and that the palette offers wherever one reads; `words` are what somebody
    who does not know it yet may look for it by.
    """

    id: str
    title: str
    help: str
    keys: str
    action: str
    where: str
    footer: int = 0
    group: str = ""
    locked: bool = False
    listed: bool = True
    opens: str = ""
    words: str = ""


class Section(NamedTuple):
    """The commands that stand under one heading where all of them are listed: the choice of keys."""

    title: str
    commands: tuple[Command, ...]


class CommandTable:
    """Every command there is, in order; footer, palette, help, the choice of keys and the README read it."""

    def __init__(self, *sections: Section) -> None:
        self.sections = sections
        self.rows = tuple(command for section in sections for command in section.commands)
        self._at: dict[str, list[int]] = {}  # each key and each page asks for some, and looked through all
        self._running: dict[str, list[Command]] = {}
        for at, row in enumerate(self.rows):
            self._at.setdefault(row.where, []).append(at)
            self._running.setdefault(row.action.removeprefix("app.").partition("(")[0], []).append(row)

    def of(self, *wheres: str, keymap: Mapping[str, str] | None = None) -> list[Command]:
        """Return the commands of some places, in the table's order, with the keys that the person chose."""
        places = sorted(at for where in {*wheres} for at in self._at.get(where, ()))
        return with_keys((self.rows[at] for at in places), keymap or {})

    def before_opening(self, where: str, *, keymap: Mapping[str, str]) -> list[Command]:
        """Return what can be asked for on a page while the vault is closed; the help stands last below it."""
        helping = [row._replace(footer=LAST) for row in self.by_action("help") if row.locked]
        return [*(row for row in self.of(where, keymap=keymap) if row.locked), *helping]

    def elsewhere(self, here: Iterable[Command], keymap: Mapping[str, str]) -> list[Command]:
        """Return the commands that open a page from anywhere but are not offered here; those with a key first."""
        offered = {row.id for row in here}
        rows = (row for row in self.rows if row.opens and row.id not in offered)
        return with_keys(sorted(rows, key=lambda row: not row.keys), keymap)

    def way_to(self, row: Command, keymap: Mapping[str, str]) -> list[Command]:
        """Return the commands whose keys lead to a page from wherever one reads, one after the other."""
        places = [each for each in self.by_action("go") if each.action == f"app.go('{row.where}')"]
        return with_keys([*places, row], keymap) if places and row.keys else []

    def by_action(self, action: str) -> list[Command]:
        """Return the commands that run an action of the app (its name without arguments)."""
        return [*self._running.get(action, ())]

    def row(self, command: str) -> Command:
        """Return the command of this id."""
        return next(row for row in self.rows if row.id == command)


def with_keys(rows: Iterable[Command], keymap: Mapping[str, str]) -> list[Command]:
    """Return commands with the keys that the person chose for them."""
    return [row._replace(keys=keymap[row.id]) if row.id in keymap else row for row in rows]
