"""Pages that hide what is below them: the veil, and the word that there is too little room."""

from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from journal.errors import ReculError
from journal.language import _
from screens.frame.left_once import Dialog
from screens.terminal.decoding import remark_on
from screens.terminal.text_fields import takes_text
from screens.widgets.plain import PlainText

if TYPE_CHECKING:
    from textual.binding import BindingsMap
    from textual.dom import DOMNode

    from journal.vault.vault import OpenVault


_LEAVES = ("enter", "tab", "shift+tab", "escape")  # what they would do in a field of one line cannot be seen


class CoverScreen(Dialog[None]):
    """Hides everything; any key takes it away."""

    def __init__(self, *lines: str) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Show the lines and nothing else."""
        for number, line in enumerate(self._lines):
            yield PlainText(line, classes="cover-line gap-above" if number else "cover-line")

    def on_key(self, event: events.Key) -> None:
        """Go back to the page."""
        event.stop()
        self.dismiss()

    def on_click(self) -> None:
        """Go back to the page."""
        self.dismiss()


class SmallScreen(Dialog[None]):
    """Says how much room is needed, until there is enough; what is typed meanwhile goes to the field below."""

    def __init__(self, needed: tuple[int, int]) -> None:
        super().__init__()
        self._needed = needed

    def compose(self) -> ComposeResult:
        """Say it."""
        columns, rows = self._needed
        yield PlainText(
            _("Recul needs {columns} columns and {rows} rows. Your text is safe; enlarge the window.").format(
                columns=columns, rows=rows
            ),
            classes="cover-line",
        )

    @property
    def _covered(self) -> Screen[Any]:
        stack = self.app.screen_stack
        return stack[stack.index(self) - 1]

    @property
    def _field(self) -> Widget | None:
        """The field in which one was writing; commands of its page would act unseen, and are not asked for."""
        focused = self._covered.focused if self in self.app.screen_stack else None
        return focused if takes_text(focused) else None

    def _forward_event(self, event: events.Event) -> None:
        field = self._field
        if not isinstance(event, events.Key | events.Paste) or field is None:
            super()._forward_event(event)
        elif not (isinstance(event, events.Key) and event.key in _LEAVES):
            field._forward_event(event)  # noqa: SLF001 -- as the app does with the focused one

    @property
    def _binding_chain(self) -> "list[tuple[DOMNode, BindingsMap]]":
        """The keys of the field alone, and of the app: it still locks and leaves."""
        field = self._field
        of_field = [(field, field._bindings)] if field is not None else []  # noqa: SLF001 -- there is no public way
        return [*of_field, *super()._binding_chain]

    @property
    def _modal_binding_chain(self) -> "list[tuple[DOMNode, BindingsMap]]":
        return self._binding_chain[:-1]


def opening_cover(vault: "OpenVault") -> CoverScreen | None:
    """Return a page that says what has to be known of a vault before one goes on; None when there is nothing."""
    from journal.files import has_room
    from journal.vault.remarks import about

    lines = [each.message() for each in about(vault.folder)]
    if vault.disk_full or not has_room(vault.folder):
        lines.append(_("The disk is full. You can read everything, but nothing can be saved until there is room."))
    return CoverScreen(*lines, _("Any key goes on.")) if lines else None


def encoding_cover(encoding: str) -> CoverScreen | None:
    """Return a page that says that the terminal does not speak UTF-8; None when it does."""
    remark = remark_on(encoding)
    return CoverScreen(remark, _("Any key goes on.")) if remark else None


def unkept_cover(error: ReculError, quit_key: str) -> CoverScreen:
    """Return the page over a text that could neither be kept nor sealed."""
    return CoverScreen(
        _("Your text is not saved yet: {reason}.").format(reason=error.clause()),
        _("Any key goes back to it; {key} now leaves without it.").format(key=quit_key),
    )
