"""An app that dies without telling what it held: Textual's own crash screen prints local variables and passphrases.

What else Textual would do with the content of the screen by itself is taken away here too: pictures, files, the
terminal's clipboard, the inspector (SECURITY.md, hazards 1, 4 and 5).
"""

from abc import abstractmethod
from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

from textual.app import App, ReturnType, SystemCommand
from textual.driver import Driver
from textual.message import Message
from textual.screen import Screen

from journal.errors import ReculError
from journal.faults import record
from journal.held_terminal import HeldTerminal
from journal.hygiene import clean, visible
from journal.language import _
from screens.terminal.decoding import read_every_byte
from screens.terminal.key_parser import read_keys_our_way
from screens.terminal.key_reading import read_when_page_stands
from screens.terminal.lost_terminal import LostTerminal
from screens.terminal.typed_ahead import TypedAhead


class BlindApp(App[ReturnType], inherit_bindings=False):
    """An app whose faults leave one line with an identifier, and whose content stays on the screen."""

    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    COMMANDS: ClassVar[set[Any]] = set()
    TITLE = "Recul"

    def __init__(self, typed_ahead: TypedAhead, held: HeldTerminal) -> None:
        self.typed_ahead, self.held = typed_ahead, held
        read_keys_our_way()
        read_every_byte()
        super().__init__()
        self.features = frozenset()
        self.devtools = None
        self._blind: str | None = None

    def _build_driver(self, *given: Any, **named: Any) -> Driver:
        """Let the driver write to a terminal that may vanish, and read what was typed ahead first."""
        driver = super()._build_driver(*given, **named)
        if (stream := getattr(driver, "_file", None)) is not None:
            vars(driver)["_file"] = LostTerminal(stream, self.held.pass_on)
        read_when_page_stands(driver, self.typed_ahead)
        return driver

    @property
    @abstractmethod
    def state_folder(self) -> Path:
        """Where the blind log is kept."""

    def contains(self, error: Exception) -> bool:  # noqa: ARG002 -- for apps that can
        """Whether the app can go on after an error, because it cost one page only."""
        return False

    def keep_last_texts(self) -> None:
        """Keep what is typed and not kept yet, at once; whatever it raises, something is not safe."""

    def _handle_exception(self, error: Exception) -> None:
        self.meet_fault(error)

    def meet_fault(self, error: Exception) -> None:
        """Go on without what failed; else close, with what Recul can name, or with a note of what it cannot."""
        try:
            contained = self.contains(error)
        except Exception:  # noqa: BLE001 -- what should have helped fails as well: the first error is the one to be told
            contained = False
        if not contained:
            self._end_with(error)

    def _end_with(self, error: Exception) -> None:
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        if self._blind is None:
            cause = getattr(error, "error", None)  # what a worker failed of
            fault = cause if isinstance(cause, Exception) else error
            # A vault that cannot be read, for a damaged file or a disk that is gone, is no fault of the program.
            self._tell_at_the_end(fault if isinstance(fault, ReculError) else record(fault, self.state_folder))
        self._close_messages_no_wait()

    def _tell_at_the_end(self, told: ReculError) -> None:
        self._return_code = told.exit_code
        self._blind = told.message()  # first, so that an error while texts are kept is not told in its place
        what_now = _("Your text is safe. Start Recul again: what was not saved yet waits on Today.")
        try:
            self.keep_last_texts()
        except Exception:  # noqa: BLE001 -- the error told is the first one
            what_now = _("What you typed last could not be saved; everything saved before is safe. Start Recul again.")
        self._blind = clean(f"{told.message()}\n{what_now}")

    async def _dispatch_message(self, message: Message) -> None:
        """Let no key and no message end the app by what a page does with it."""
        try:
            await super()._dispatch_message(message)
        except Exception as fault:  # noqa: BLE001 -- Textual would stop hearing after it
            self.meet_fault(fault)

    def panic(self, *renderables: Any) -> None:  # noqa: ARG002 -- Textual's signature
        """Close; what Textual would have shown is dropped, since it may quote what was on the screen."""
        self._end_with(RuntimeError())

    def _fatal_error(self) -> None:
        """Close; the traceback with its locals is never made."""
        self._close_messages_no_wait()

    def say_last(self, words: str) -> None:
        """Have a line printed once the app has left the terminal."""
        self._blind = visible(words)

    def _print_error_renderables(self) -> None:
        """Print the one line, once the terminal is itself again."""
        self._exit_renderables.clear()
        if self._blind is not None:
            whole = not self.error_console.is_terminal  # a terminal would cut the identifier at its edge
            self.error_console.print(self._blind, markup=False, highlight=False, soft_wrap=whole)
            self._blind = None

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:  # noqa: ARG002 -- Textual's signature
        """Offer none of Textual's own commands; the screenshot is one of them."""
        return ()

    def copy_to_clipboard(self, text: str) -> None:
        """Keep what is copied inside the app: Textual would send it to the terminal's clipboard (OSC 52)."""
        self._clipboard = text

    def action_screenshot(self, *_: Any, **__: Any) -> None:
        """Take no picture."""

    def deliver_screenshot(self, *_: Any, **__: Any) -> str | None:
        """Take no picture."""
        return None

    def save_screenshot(self, *_: Any, **__: Any) -> str:
        """Take no picture."""
        return ""

    def action_suspend_process(self) -> None:
        """Never leave what is on the screen in a stopped process: lock instead."""
        self.call_later(self.run_action, "app.lock")
