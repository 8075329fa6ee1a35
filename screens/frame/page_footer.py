"""The line below a page: its keys, read from the table of commands; each can be clicked."""

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


class PageFooter(Widget):
    """Keys and words, as many as fit; what does not fit is still in the help."""

    commands: reactive[tuple[Command, ...]] = reactive(())

    def _fitting(self) -> tuple[list[tuple[str, str, Command]], str]:
        """Return what is shown, and the gap between."""
        items, width = footer_items(self.commands), self.content_size.width
        in_a_place = not any(_leads_back(command) for _key, _words, command in items)
        while True:
            words = sum(len(key) + 1 + len(words) for key, words, _command in items)
            for gap in _GAPS:
                if words + len(gap) * (len(items) - 1) <= width:
                    return items, gap
            if len(items) <= 1:
                return items, _GAPS[-1]
            items.pop(
                max(
                    (at for at, item in enumerate(items) if not _stays(item[2], width, in_a_place=in_a_place)),
                    default=-1,
                )
            )

    def render(self) -> Content:
        """Return the rule and the keys."""
        parts: list[str | tuple[str, str]] = [("─" * self.content_size.width, "$rule"), "\n"]
        items, gap = self._fitting()
        for number, (key, words, _command) in enumerate(items):
            parts += [gap if number else "", (key, "bold $accent"), (f" {words}", "$quiet")]
        return Content.assemble(*parts)

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer would do."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y != 1:
            return
        start = 0
        items, gap = self._fitting()
        for key, words, command in items:
            end = start + len(key) + 1 + len(words)
            if start <= offset.x < end:
                action = "app.palette" if command.group else command.action  # several keys: choose among them
                await self.app.run_action(action, default_namespace=self.screen)
                return
            start = end + len(gap)
