"""The recovery code: shown once and typed back, and the way in when the passphrase is lost."""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import pairwise
from random import SystemRandom

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Input

from journal.errors import ReculError
from journal.language import _
from journal.vault.keys import letters_of
from screens.door.passphrase import PassphraseScreen
from screens.frame.command import Command
from screens.frame.page import Page
from screens.widgets.one_line import OneLine
from screens.widgets.plain import PlainText
from screens.widgets.working import Working

_ASKED = 2  # groups typed back
_PER_LINE = 4


def groups_of(code: str) -> list[str]:
    """Return the groups of a code as they are printed."""
    return code.replace("-", " ").split()


class CodeScreen(Page):
    """Shows the code, then asks two of its groups; calls `done` when they were right."""

    name_in_table = "code"
    shared_keys = ""  # there is nothing to go back to
    reading = False
    BINDINGS = [  # noqa: RUF012 -- Textual reads a list
        ("tab", "field('down')"),
        ("shift+tab", "field('up')"),
        ("down", "field('down')"),
        ("up", "field('up')"),
    ]

    def __init__(
        self,
        code: str,
        done: Callable[[], Awaitable[None]],
        choose: Callable[[range, int], list[int]] | None = None,
        *,
        may_leave: bool = False,
    ) -> None:
        """Show a code; `may_leave` while another one still opens the vault."""
        super().__init__()
        self._may_leave = may_leave
        self._groups = groups_of(code)
        self._done = done
        self._asked = sorted((choose or SystemRandom().sample)(range(len(self._groups)), _ASKED))
        self._asking = False

    def page_title(self) -> str:
        """Return what is shown."""
        return _("Your recovery code")

    def compose_page(self) -> ComposeResult:
        """Show the code and what it is for; then two fields."""
        yield PlainText(
            _(
                "Write this code down on paper and keep it away from this machine. "
                "It opens the journal if the passphrase is lost."
            ),
            id="why",
            classes="lead",
        )
        yield PlainText(self._code(), id="code")
        yield PlainText(
            _("It is shown only now. Next, you will be asked for two of its groups."), id="once", classes="quiet"
        )
        yield PlainText(_("Type two groups from your paper."), classes="lead asked")
        for number in self._asked:
            yield PlainText(_("Group {number}").format(number=number + 1), classes="door-field asked")
            yield OneLine(id=f"group-{number}", classes="asked", compact=True)
        yield PlainText("", id="told", classes="caution")

    def refresh_content(self) -> None:
        """Begin with the code itself."""
        self._show(asking=False)

    def _code(self) -> str:
        numbered = [f"{number:>2} {group}" for number, group in enumerate(self._groups, 1)]
        lines = [numbered[start : start + _PER_LINE] for start in range(0, len(numbered), _PER_LINE)]
        return "\n".join("   ".join(line) for line in lines)

    def _show(self, *, asking: bool) -> None:
        self._asking = asking
        self.query_one("#told", PlainText).update("")
        for shown in ("#code", "#once", "#why"):
            self.query_one(shown).display = not asking
        for part in self.query(".asked"):
            part.display = asking
        if asking:
            self.query(Input).first().focus()
        self.refresh_header()

    def commands(self) -> list[Command]:
        """Return the keys; the code can be seen again only once it is covered."""
        unfit = {"code.again"} if not self._asking else set()
        unfit |= {"code.back"} if not self._may_leave else set()
        return [each for each in super().commands() if each.id not in unfit]

    def action_back(self) -> None:
        """Leave a code that nobody needs yet; it opens nothing."""
        if self._may_leave:
            self.dismiss()

    def action_field(self, where: str) -> None:
        """Go to the field below or above; while the code is shown, move its text."""
        if not self._asking:
            self.action_read_on(where)
        elif where == "down":
            self.focus_next()
        else:
            self.focus_previous()

    def action_again(self) -> None:
        """Show the code once more."""
        self._show(asking=False)
        self.set_focus(None)

    @on(Input.Changed)
    def _filled(self, changed: Input.Changed) -> None:
        """Go on to the next group once one is full; what is typed straight on belongs there."""
        for number, later in pairwise(self._asked):
            field, following = self.query_one(f"#group-{number}", Input), self.query_one(f"#group-{later}", Input)
            whole = len(letters_of(self._groups[number]))
            if changed.input is not field or not field.has_focus or len(letters_of(field.value)) < whole:
                continue
            end = next(at for at in range(len(field.value) + 1) if len(letters_of(field.value[:at])) >= whole)
            rest = field.value[end:].strip(" -")
            field.value = field.value[:end]
            following.value = rest + following.value
            self.set_focus(following)
            following.cursor_position = len(rest)

    @on(Input.Submitted)
    async def _submitted(self) -> None:
        await self.action_next()

    async def action_next(self) -> None:
        """Ask for the groups; go on when they are right."""
        if not self._asking:
            self._show(asking=True)
            return
        self.query_one("#told", PlainText).update("")  # what was said of a group holds no longer once it is mended
        for number in self._asked:
            field = self.query_one(f"#group-{number}", Input)
            if not field.value.strip():
                field.focus()
                return
            if letters_of(field.value) != letters_of(self._groups[number]):
                self.query_one("#told", PlainText).update(
                    _("Group {number} is not the same. {key} shows the code again.").format(
                        number=number + 1, key=self.key_of("code.again").capitalize()
                    )
                )
                field.focus()
                field.action_select_all()
                return
        await self._done()


class RecoverScreen(Page):
    """Opens the vault with the code and asks for a new passphrase."""

    name_in_table = "recover"
    reading = False
    AUTO_FOCUS = "Input"

    def page_title(self) -> str:
        """Return which way in this is."""
        return _("Open with the recovery code")

    def compose_page(self) -> ComposeResult:
        """One field."""
        yield PlainText(_("Type the code as it stands on your paper."), classes="lead")
        yield OneLine(id="typed-code", max_length=200, compact=True)
        yield Working("", id="working", classes="quiet gap-above")
        yield PlainText("", id="told", classes="caution")

    @on(Input.Submitted)
    def _submitted(self, given: Input.Submitted) -> None:
        if given.value.strip():
            self._open(given.value)

    def action_open(self) -> None:
        """Try the code."""
        if code := self.query_one(Input).value.strip():
            self._open(code)

    @work(exclusive=True)
    async def _open(self, code: str) -> None:
        environment, field = self.host.environment, self.query_one(Input)
        working, told = self.query_one(Working), self.query_one("#told", PlainText)
        told.update("")
        working.begin(_("Opening"))
        try:
            vault = await asyncio.to_thread(environment.doors.unlock_with_code, environment.folder, code)
        except ReculError as error:
            told.update(error.message())
            field.action_select_all()
            return
        finally:
            working.end()
        field.value = ""
        await self.app.push_screen(
            PassphraseScreen(_("A new passphrase"), lambda page: self._change(page, vault)), wait_for_dismiss=False
        )

    @work(exclusive=True)
    async def _change(self, page: PassphraseScreen, vault: object) -> None:
        page.begin(_("Changing the passphrase"))
        try:
            await asyncio.to_thread(self.host.environment.doors.change, vault, page.passphrase)  # type: ignore[arg-type]  # an OpenVault, which this module must not import
            notebook = await asyncio.to_thread(self.host.open_notebook, vault)  # type: ignore[arg-type]  # the same
        except ReculError as error:
            page.refuse(error)
            return
        page.forget()
        await self.host.enter(notebook)
