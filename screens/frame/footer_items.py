"""Items of a footer: the keys that are told below a page, and as many of them as fit.

Without Textual: the first frame is painted before it is imported.
"""

from collections.abc import Iterable
from itertools import product

from journal.language import N_, _
from screens.frame.command import EVERYWHERE, LAST, READING, Command
from screens.frame.key_names import key_name

GROUP_TITLES = {"places": N_("places"), "order": N_("order")}
_GAPS = ("   ", "  ")  # wide where it fits
_ROOMY = 72  # cells in which most footers are whole


def _leads_back(command: Command) -> bool:
    return command.keys.partition(",")[0] == "escape"


def _stays(command: Command, width: int, *, in_a_place: bool) -> bool:
    """Whether a key is the last to give way: the one that leads back, and the one that helps.

    Where keys have to give way on every page, the one that tells of all of them stays everywhere. A place, from which
    nothing leads back, keeps the ways to the others and the lock.
    """
    if in_a_place and width >= _ROOMY and (command.group or command.action == "app.lock"):
        return True
    return _leads_back(command) or (command.action == "app.help" and (command.footer == LAST or width < _ROOMY))


Item = tuple[str, str, Command]


def fitting(commands: Iterable[Command], width: int, lines: int) -> tuple[list[list[Item]], str]:
    """Return what is shown in so many cells and lines, by line, and the gap between."""
    items = footer_items(commands)
    in_a_place = not any(_leads_back(command) for _key, _words, command in items)
    while True:
        for most, gap in product(range(1, lines + 1), _GAPS):
            told = _in_lines(items, width, gap)
            if len(told) <= most and all(_length(line, gap) <= width for line in told):
                return told, gap
        if len(items) <= 1:
            return [items], _GAPS[-1]
        items.pop(
            max(
                (at for at, item in enumerate(items) if not _stays(item[2], width, in_a_place=in_a_place)),
                default=-1,
            )
        )


def _rank(command: Command) -> tuple[bool, int]:
    """Put a page's own commands before those that hold wherever one is."""
    return command.where in (READING, EVERYWHERE), command.footer


def _span(commands: list[Command]) -> str:
    """Return the keys of a group in short: "1-6", or "shift+↑↓" where they go with the same other key."""
    first, last = key_name(commands[0].keys), key_name(commands[-1].keys)
    held = first.rpartition("+")[0]
    return f"{first}{last.removeprefix(held + '+')}" if held and last.startswith(f"{held}+") else f"{first}-{last}"


def footer_items(commands: Iterable[Command]) -> list[Item]:
    """Return key, words and command for each place of a footer, in order; a group takes one place."""
    shown: list[Item] = []
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


def _length(line: list[Item], gap: str) -> int:
    return sum(len(key) + 1 + len(words) for key, words, _command in line) + len(gap) * (len(line) - 1)


def _in_lines(items: list[Item], width: int, gap: str) -> list[list[Item]]:
    """Return items in as few lines as hold them."""
    told: list[list[Item]] = [[]]
    for item in items:
        if told[-1] and _length([*told[-1], item], gap) > width:
            told.append([])
        told[-1].append(item)
    return told
