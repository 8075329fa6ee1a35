"""The line below a page: its keys, read from the table of commands; each can be clicked."""

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from screens.commands import Command, footer_items

_GAP = "   "


class PlaceFooter(Widget):
    """Keys and words, as many as fit; what does not fit is still in the help."""

    commands: reactive[tuple[Command, ...]] = reactive(())

    def _fitting(self) -> list[tuple[str, str, Command]]:
        items = footer_items(self.commands)
        while len(items) > 1 and sum(len(key) + 1 + len(words) + len(_GAP) for key, words, _c in items) - len(_GAP) > (
            self.content_size.width
        ):
            # The places of a page's own come first and the help last: what stands before the help gives way.
            items.pop(-2)
        return items

    def render(self) -> Content:
        """Return the rule and the keys."""
        parts: list[str | tuple[str, str]] = [("─" * self.content_size.width, "$rule"), "\n"]
        for number, (key, words, _command) in enumerate(self._fitting()):
            parts += [_GAP if number else "", (key, "bold $accent"), (f" {words}", "$quiet")]
        return Content.assemble(*parts)

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer would do."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y != 1:
            return
        start = 0
        for key, words, command in self._fitting():
            end = start + len(key) + 1 + len(words)
            if start <= offset.x < end and not command.group:
                await self.app.run_action(command.action, default_namespace=self.screen)
                return
            start = end + len(_GAP)
