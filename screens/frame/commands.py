"""Queries of commands: bindings of a page, names of keys, the places of a footer."""

import re
from collections.abc import Iterable
from importlib import import_module

from textual.binding import Binding, BindingType

from journal.language import N_, _
from screens.frame.command import EVERYWHERE, READING, VISIT, Command

GROUP_TITLES = {"places": N_("places"), "order": N_("order")}

_KEY_NAMES = {
    "enter": N_("enter"),
    "escape": N_("esc"),
    "space": N_("space"),
    "tab": N_("tab"),
    "backspace": N_("backspace"),
    "delete": N_("delete"),
    "shift": N_("shift"),
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": N_("home"),
    "pageup": N_("page up"),
    "pagedown": N_("page down"),
    "slash": "/",
    "question_mark": "?",
    "colon": ":",
    "comma": ",",
    "full_stop": ".",
    "plus": "+",
    "minus": "-",
}


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


def key_name(keys: str) -> str:
    """Return how the first of some keys is told to a person: "ctrl+l", "échap", "?"."""
    parts = keys.split(",", maxsplit=1)[0].strip().split("+")
    return "+".join(_(_KEY_NAMES[part]) if part in _KEY_NAMES else part for part in parts)


def key_of_name(name: str) -> str:
    """Return the key that is told so, "" for words that stand for several keys."""
    said = {key_name(key): key for key in _KEY_NAMES}
    if name in said:
        return said[name]
    one = len(name) == 1 or re.fullmatch(r"F\d{1,2}", name)
    return name.lower() if one else ""


def _rank(command: Command) -> tuple[bool, int]:
    """Put a page's own commands before those that hold wherever one is."""
    return command.where in (READING, EVERYWHERE), command.footer


def _span(commands: list[Command]) -> str:
    """Return the keys of a group in short: "1-6", or "shift+↑↓" where they go with the same other key."""
    first, last = key_name(commands[0].keys), key_name(commands[-1].keys)
    held = first.rpartition("+")[0]
    return f"{first}{last.removeprefix(held + '+')}" if held and last.startswith(f"{held}+") else f"{first}-{last}"


def footer_items(commands: Iterable[Command]) -> list[tuple[str, str, Command]]:
    """Return key, words and command for each place of a footer, in order; a group takes one place."""
    shown: list[tuple[str, str, Command]] = []
    groups: dict[str, list[Command]] = {}
    for command in sorted((command for command in commands if command.footer), key=_rank):
        if not command.group:
            shown.append((key_name(command.keys), _(command.title), command))
            continue
        members = groups.setdefault(command.group, [])
        if not members:
            shown.append(("", _(GROUP_TITLES[command.group]), command))
        members.append(command)
    return [
        (_span(groups[command.group]), words, command) if command.group else (key, words, command)
        for key, words, command in shown
    ]
