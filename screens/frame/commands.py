"""The one table of commands: bindings, footer, palette, help and the README's keys are all read from it.

Letters where one reads, Ctrl where one writes. Ctrl+H, I, J and M are never used: terminals cannot tell them from
backspace, tab and enter. Only commands whose action exists stand here.
"""

from collections.abc import Iterable, Mapping

from textual.binding import Binding, BindingType

from journal.language import N_, _
from screens.frame.command import EVERYWHERE, LAST, READING, ROOM_LEFT, Command
from screens.table.daily import DAILY
from screens.table.door import DOOR
from screens.table.glass import GLASS
from screens.table.questions import QUESTIONS
from screens.table.road import ROAD

__all__ = [
    "EVERYWHERE",
    "LAST",
    "READING",
    "ROOM_LEFT",
    "TABLE",
    "Command",
    "bindings",
    "by_action",
    "commands_of",
    "footer_items",
    "key_name",
]

TABLE: tuple[Command, ...] = (*DAILY, *DOOR, *QUESTIONS, *ROAD, *GLASS)

GROUP_TITLES = {"places": N_("places")}

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


def bindings(where: str) -> list[BindingType]:
    """Return the bindings of a place in the table; EVERYWHERE comes before what a focused widget would do."""
    return [
        Binding(command.keys, command.action, command.id, show=False, id=command.id, priority=where == EVERYWHERE)
        for command in TABLE
        if command.where == where
    ]


def commands_of(*wheres: str, keymap: Mapping[str, str] | None = None) -> list[Command]:
    """Return the commands of some places, in the table's order, with the keys that the person chose."""
    from dataclasses import replace

    chosen = keymap or {}
    return [
        replace(command, keys=chosen[command.id]) if command.id in chosen else command
        for command in TABLE
        if command.where in wheres
    ]


def by_action(action: str) -> list[Command]:
    """Return the commands that run an action of the app (its name without arguments)."""
    return [command for command in TABLE if command.action.removeprefix("app.").partition("(")[0] == action]


def key_name(keys: str) -> str:
    """Return how the first of some keys is told to a person: "ctrl+l", "échap", "?"."""
    parts = keys.split(",", maxsplit=1)[0].strip().split("+")
    return "+".join(_(_KEY_NAMES[part]) if part in _KEY_NAMES else part for part in parts)


def _rank(command: Command) -> tuple[bool, int]:
    """Put a page's own commands before those that hold wherever one is."""
    return command.where in (READING, EVERYWHERE), command.footer


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
        (f"{key_name(groups[command.group][0].keys)}-{key_name(groups[command.group][-1].keys)}", words, command)
        if command.group
        else (key, words, command)
        for key, words, command in shown
    ]
