"""Queries of commands: bindings of a page, and what its room brings."""

from collections.abc import Iterable
from importlib import import_module

from textual.binding import Binding, BindingType

from screens.frame.command import EVERYWHERE, VISIT, Command


def bindings(rows: Iterable[Command]) -> list[BindingType]:
    """Return the bindings of some commands; those of EVERYWHERE come before what a focused widget would do."""
    first = (EVERYWHERE, VISIT)
    return [Binding(row.keys, row.action, row.id, show=False, id=row.id, priority=row.where in first) for row in rows]


def brought_with(module: str) -> tuple[Command, ...]:
    """Return the commands of the room in which a page's module lives: those of `keys.py` beside it, if it has one."""
    name = f"{module.rpartition('.')[0]}.keys"
    try:
        sections = import_module(name).SECTIONS
    except ModuleNotFoundError as missing:
        if missing.name is None or not name.startswith(missing.name):
            raise
        return ()
    return tuple(command for section in sections for command in section.commands)


def beside(own: Iterable[Command], shared: Iterable[Command]) -> list[Command]:
    """Return the shared commands whose keys mean nothing else among a page's own."""
    taken = {key for row in own for key in row.keys.split(",")}
    return [row for row in shared if taken.isdisjoint(row.keys.split(","))]
