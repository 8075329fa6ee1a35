"""Page that all screens are built on: a header, room for one thing, a footer."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message

from journal.language import _
from screens.frame.bounded_memory import forget_gone, forget_painted
from screens.frame.command import BACK, EVERYWHERE, LAST, READING, Command
from screens.frame.commands import beside, bindings, brought_with
from screens.frame.events import EntrySaved, JournalChanged, SaveFailed
from screens.frame.host import Host, HostingApp
from screens.frame.key_names import key_name
from screens.frame.page_footer import PageFooter
from screens.frame.page_header import PageHeader
from screens.frame.seen_screen import SeenScreen
from screens.frame.told_keys import hinted, sentence
from screens.terminal.text_fields import takes_text

if TYPE_CHECKING:
    from journal.model.entry import Ref
    from screens.frame.open_journal import OpenJournal
    from screens.widgets.shared_with import SharedWith

_STYLES = Path(__file__).resolve().parents[2] / "styles"


class Page(SeenScreen):
    """A screen of Recul. `name_in_table` is its `where` in the table of commands."""

    name_in_table: ClassVar[str] = ""
    reading: ClassVar[bool] = True  # whether letters are commands here
    shared_keys: ClassVar[str] = BACK  # the rows it has beside its own, unless its own mean the key; "" for none
    on_a_row: ClassVar[str] = ""  # what Enter does on its list, OPENS or CHOOSES; "" where its own rows say it
    removes: ClassVar[str] = ""  # REMOVES where what stands on a row can be thrown away, "" elsewhere
    AUTO_FOCUS: ClassVar[str | None] = ""
    # What a list or a field does not take for itself moves the text: a long entry is read to its end with the keys.
    BINDINGS = [  # noqa: RUF012 -- Textual reads a list
        ("up", "read_on('up')"),
        ("down", "read_on('down')"),
        ("pageup", "read_on('page_up')"),
        ("pagedown", "read_on('page_down')"),
        ("home", "read_on('home')"),
        ("end", "read_on('end')"),
    ]
    follows_journal: ClassVar[bool] = False  # whether it is filled anew when something in the journal changed
    footer_lines = 1  # how many lines of keys stand below it, where one does not hold them
    _stale = False

    def __init_subclass__(cls, **arguments: Any) -> None:
        """Take the page's keys from the table of commands, beside those of its own that no person asks for by name."""
        cls.BINDINGS = [*cls.__dict__.get("BINDINGS", ()), *bindings(cls._own_commands())]
        own = style_of(cls.__module__)  # read when the page is first shown, not when the app starts
        if "CSS_PATH" not in cls.__dict__ and own.exists():
            cls.CSS_PATH = str(own)
        super().__init_subclass__(**arguments)

    @classmethod
    def _own_commands(cls) -> tuple[Command, ...]:
        """Return the page's own rows of the table, and the shared ones that they leave room for."""
        if not cls.name_in_table:
            return ()
        own = [row for row in brought_with(cls.__module__) if row.where == cls.name_in_table]
        shared = (cls.shared_keys, cls.on_a_row, cls.removes)
        return (*own, *beside(own, (row for row in brought_with(__name__) if row.where in shared)))

    @cached_property
    def host(self) -> Host:
        """The app, as its pages know it."""
        app: object = self.app
        if not isinstance(app, HostingApp):
            raise TypeError
        return app.as_host()

    @property
    def journal(self) -> "OpenJournal":
        """What is open behind the door."""
        return self.host.journal

    def page_title(self) -> str:
        """Return where one is, for the header's left."""
        return ""

    def page_name(self) -> str:
        """Return how the page is called where its keys are told; its title may be what a person wrote."""
        return self.page_title()

    def status(self) -> str:
        """Return the state of things, for the header's right."""
        return ""

    def compose(self) -> ComposeResult:
        """Put the frame around the page."""
        yield PageHeader()
        yield from self.host.guide()
        yield from self.compose_room()
        yield PageFooter()

    def compose_room(self) -> ComposeResult:
        """Put the page into its room: one text column, scrolling when it must."""
        with VerticalScroll(classes="column", can_focus=False):
            yield from self.compose_page()

    def compose_page(self) -> ComposeResult:
        """Return what the page holds."""
        yield from ()

    @property
    def gives_way(self) -> bool:
        """Whether the key of a place shows the place instead of this page: nothing is written here."""
        return type(self).reading is True

    def subject(self) -> int | None:
        """Return the entry that is read here, so that what begins here is about it; None for none."""
        return None

    def may_lock(self) -> bool:
        """Whether a key may lock at once: nothing is shown here that would be lost."""
        return True

    def share_marked(self, otherwise: "Ref | None") -> None:
        """Show what would leave: what is marked, or one entry when nothing is; say so when there is neither."""
        refs = tuple(self.journal.selection) or (() if otherwise is None else (otherwise,))
        if refs:
            self.host.share(refs)
        else:
            self.host.said = _("no entry stands on this line: nothing to share")
            self.refresh_header()

    def flush(self) -> None:
        """Hand what is half-written to the save queue: the app is about to lock or to leave."""

    def questioning_began(self) -> None:
        """Hear that a questioning begins over this page: who comes back from it comes back to read."""

    def refresh_content(self) -> None:
        """Show what the journal holds now."""

    def mark_stale(self) -> None:
        """Fill the page anew: now when it is on the screen, else when one comes back to it."""
        if self.is_current and not self.host.is_leaving:
            self._fill()
        else:
            self._stale = True

    @on(EntrySaved)
    @on(JournalChanged)
    def _follow(self) -> None:
        if self.follows_journal:
            self.mark_stale()

    def on_mount(self) -> None:
        """Fill header, footer and page: one that was made ahead, when one goes there."""
        forget_gone(self.app)
        self.refresh_header()
        self.unfilled = self._stale = not self.is_current
        if not self.unfilled:
            self._fill()
            self._tell_went()

    async def _dispatch_message(self, message: Message) -> None:
        """Let no message end the page, so that one which failed still hears that one comes back to it."""
        try:
            await super()._dispatch_message(message)
        except Exception as fault:  # noqa: BLE001 -- Textual would stop hearing after it
            self.host.meet_fault(fault)

    def on_screen_suspend(self) -> None:
        """Hold nothing painted while another page is seen."""
        forget_painted(self)

    def on_screen_resume(self) -> None:
        """Show the place and the moment anew when one comes back."""
        if not self.is_gone_to() or self.host.faults.tell(self):
            return
        self.refresh_header()
        if self._stale:
            self._fill()
        self._tell_went()

    def _fill(self) -> None:
        """Show what the journal holds now; whether there is a line to act on is known after it."""
        self._stale = False
        self.refresh_content()
        if self.on_a_row:
            self.refresh_header()

    def _tell_went(self) -> None:
        for went in self.query("SharedWith"):  # by its name: the first page paints before the register can be read
            cast("SharedWith", went).tell(
                self.journal.notebook, getattr(self, "ref", None), self.host.environment.clock()
            )

    def action_read_on(self, where: str) -> None:
        """Move the page's text: a line, a page, to its beginning or its end."""
        for column in self.query("VerticalScroll.column").results(VerticalScroll):
            {
                "up": column.scroll_up,
                "down": column.scroll_down,
                "page_up": column.scroll_page_up,
                "page_down": column.scroll_page_down,
                "home": column.scroll_home,
                "end": column.scroll_end,
            }[where](animate=False)

    @property
    def _on_row(self) -> bool:
        return any(cast("Any", each).highlighted is not None for each in self.query("OptionList"))

    def action_choose_row(self) -> None:
        """Do what Enter does on the list."""
        cast("Any", self.query_one("OptionList")).action_select()

    def action_back(self) -> None:
        """Leave a page that opened over another."""
        if len(self.app.screen_stack) > 1:
            self.dismiss()

    def refresh_header(self) -> None:
        """Write header and footer as they are now."""
        header = self.query_one(PageHeader)
        header.heading = self.page_title()
        header.tell(self.host.said or self.status())
        footer = self.query_one(PageFooter)
        footer.lines = self.footer_lines
        footer.commands = tuple(self.commands())

    def commands(self) -> list[Command]:
        """Return what can be asked for here."""
        keymap, table = self.host.settings.keymap, self.host.table
        if not self.host.is_open:
            return table.before_opening(self.name_in_table, keymap=keymap)
        own = table.of(self.name_in_table, keymap=keymap)
        shared_keys = (self.shared_keys, self.on_a_row, self.removes) if self._on_row else (self.shared_keys,)
        own += beside(own, table.of(*shared_keys, keymap=keymap))
        if self.reading:
            taken = {key for each in own for key in each.keys.split(",")}  # here these keys mean what the page says
            shared = table.of(READING, EVERYWHERE, keymap=keymap)
            return own + [
                each._replace(footer=0) if taken.issuperset(each.keys.split(",")) else each for each in shared
            ]
        # Where "?" is a character like any other, the key that helps has to be seen.
        return own + [
            each._replace(footer=LAST) if each.action == "app.help" else each
            for each in table.of(EVERYWHERE, keymap=keymap)
        ]

    def key_of(self, command: str) -> str:
        """Return the key of a command, as the person has set it."""
        return key_name(self.host.settings.keymap.get(command, self.host.table.row(command).keys))

    def hint(self, *commands: str) -> Content:
        """Return keys and words of some commands, for the quiet side of a row."""
        return hinted(self, commands)

    def sentence(self, words: str, **commands: str) -> Content:
        """Return a sentence whose keys, in braces, are those of commands and can be clicked."""
        return sentence(self, words, commands)

    @on(events.DescendantFocus)
    def _stand_still(self, event: events.DescendantFocus) -> None:
        """Let no cursor blink: nothing moves here."""
        if takes_text(event.widget):
            cast("Any", event.widget).cursor_blink = False

    @on(events.Key)
    def _hold_back(self, event: events.Key) -> None:
        """Where one answers or writes, let no letter that found no field run a command of every place."""
        if event.is_printable and not self.reading:
            bound = self.active_bindings.get(event.key)
            if bound is not None and bound.node is self.app and not self._tells_keys(bound.binding.action):
                event.stop()

    def _tells_keys(self, action: str) -> bool:
        # These begin nothing: a page without a field has them too.
        return action in ("app.help", "app.palette") and self.host.is_open and not self.query("Input, TextArea")

    @on(SaveFailed)
    def _tell_failure(self, failed: SaveFailed) -> None:
        self.query_one(PageHeader).tell(_("not saved yet: {reason}").format(reason=failed.error.clause()), caution=True)


def style_of(module: str) -> Path:
    """Return where the style of a page's module is: the same path below `styles/` as the module's below `screens/`."""
    return _STYLES.joinpath(*module.split(".")[1:]).with_suffix(".tcss")


def styles(*names: str) -> list[str]:
    """Return where the styles of these names are, for a page that needs more than its own."""
    return [str(_STYLES / f"{name}.tcss") for name in names]
