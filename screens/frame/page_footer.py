"""The line below a page, or several: its keys, read from the table of commands; each can be clicked."""

from itertools import product

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from screens.frame.command import LAST, Command
from screens.frame.commands import footer_items

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


_Item = tuple[str, str, Command]


class PageFooter(Widget):
    """Keys and words, as many as fit on one line, or on two below a page of many keys; the help tells the others."""

    commands: reactive[tuple[Command, ...]] = reactive(())
    lines: reactive[int] = reactive(1)

    def _fitting(self) -> tuple[list[list[_Item]], str]:
        """Return what is shown, by line, and the gap between."""
        items, width = footer_items(self.commands), self.content_size.width
        in_a_place = not any(_leads_back(command) for _key, _words, command in items)
        while True:
            for most, gap in product(range(1, self.lines + 1), _GAPS):
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

    def watch_commands(self) -> None:
        """Be as high as the keys need."""
        self.styles.height = 1 + len(self._fitting()[0]) if self.lines > 1 else None

    def on_resize(self) -> None:
        """Be as high as the keys need in another width."""
        self.watch_commands()

    def render(self) -> Content:
        """Return the rule and the keys."""
        parts: list[str | tuple[str, str]] = [("─" * self.content_size.width, "$rule")]
        told, gap = self._fitting()
        for line in told:
            parts.append("\n")
            for number, (key, words, _command) in enumerate(line):
                parts += [gap if number else "", (key, "bold $accent"), (f" {words}", "$quiet")]
        return Content.assemble(*parts)

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer would do."""
        offset = event.get_content_offset(self)
        told, gap = self._fitting()
        if offset is None or not 1 <= offset.y <= len(told):
            return
        start = 0
        for key, words, command in told[offset.y - 1]:
            end = start + len(key) + 1 + len(words)
            if start <= offset.x < end:
                action = "app.palette" if command.group else command.action  # several keys: choose among them
                await self.app.run_action(action, default_namespace=self.screen)
                return
            start = end + len(gap)


def _length(line: list[_Item], gap: str) -> int:
    return sum(len(key) + 1 + len(words) for key, words, _command in line) + len(gap) * (len(line) - 1)


def _in_lines(items: list[_Item], width: int, gap: str) -> list[list[_Item]]:
    """Return items in as few lines as hold them."""
    told: list[list[_Item]] = [[]]
    for item in items:
        if told[-1] and _length([*told[-1], item], gap) > width:
            told.append([])
        told[-1].append(item)
    return told
