"""The line below a page, or several: its keys, read from the table of commands; each can be clicked."""

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from screens.frame.command import Command
from screens.frame.footer_items import Item, fitting


class PageFooter(Widget):
    """Keys and words, as many as fit on one line, or on two below a page of many keys; the help tells the others."""

    commands: reactive[tuple[Command, ...]] = reactive(())
    lines: reactive[int] = reactive(1)

    def _fitting(self) -> tuple[list[list[Item]], str]:
        """Return what is shown, by line, and the gap between."""
        return fitting(self.commands, self.content_size.width, self.lines)

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
