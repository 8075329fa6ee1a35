"""Page to choose a passphrase: how hard it is to guess, seen or covered, typed twice."""

import asyncio
from collections.abc import Callable

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Input

from journal.errors import ReculError
from journal.errors.refusals import WeakPassphrase
from journal.language import N_, _
from screens.frame.page import Page
from screens.widgets.plain import PlainText
from screens.widgets.secret import Secret
from screens.widgets.working import Working

_STRENGTH = (N_("guessed at once"), N_("easy to guess"), N_("not enough yet"), N_("good"), N_("very good"))
_REFUSED = 2  # the last grade that says no


class PassphraseScreen(Page):
    """Two fields and a meter; calls `chosen` with itself when both agree and the passphrase is acceptable."""

    name_in_table = "passphrase"
    reading = False
    AUTO_FOCUS = "#first"
    BINDINGS = [("tab,down", "field(1)"), ("shift+tab,up", "field(-1)")]  # noqa: RUF012 -- Textual reads a list

    def __init__(self, title: str, chosen: "Callable[[PassphraseScreen], object]") -> None:
        super().__init__()
        self._title = title
        self._chosen = chosen
        self._agreed = ""  # what both fields held when Enter was pressed

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self._agreed or self.query_one("#first", Secret).value

    def page_title(self) -> str:
        """Return what is being chosen."""
        return self._title

    def compose_page(self) -> ComposeResult:
        """Advice in one line, two fields, a meter."""
        yield PlainText(_("Five or six unrelated words make a good one: long, and yours to remember."), classes="lead")
        yield PlainText(_("Passphrase"), classes="door-field")
        yield Secret(id="first")
        yield PlainText("", id="meter", classes="quiet")
        yield PlainText("", id="advice", classes="quiet")
        yield PlainText(_("Type it again"), classes="door-field")
        yield Secret(id="second")
        yield Working("", id="working", classes="quiet gap-above")
        yield PlainText("", id="told", classes="caution")

    def action_reveal(self) -> None:
        """Show both fields, or cover them again."""
        for field in self.query(Secret):
            field.password = not field.password

    def action_field(self, by: int) -> None:
        """Go to the field below, or to the one above."""
        self.focus_next() if by > 0 else self.focus_previous()

    def action_back(self) -> None:
        """Go back; nothing was changed."""
        if not self.query_one("#first", Secret).disabled:
            self.dismiss()

    @on(Input.Changed, "#first")
    def _typed(self, changed: Input.Changed) -> None:
        self.query_one("#told", PlainText).update("")
        self._measure(changed.value)

    @on(Input.Changed, "#second")
    def _mended(self) -> None:
        self.query_one("#told", PlainText).update("")

    @work(exclusive=True, group="meter")
    async def _measure(self, typed: str) -> None:
        from journal.vault.strength import measure

        if not typed:
            self.query_one("#meter", PlainText).update("")
            self.query_one("#advice", PlainText).update("")
            return
        strength = await asyncio.to_thread(measure, typed)
        # What Enter would refuse is never called enough, whatever the score.
        grade = strength.score if strength.acceptable else min(strength.score, _REFUSED)
        bar = "■" * (grade + 1) + "□" * (4 - grade)
        self.query_one("#meter", PlainText).update(f"{bar}  {_(_STRENGTH[grade])}")
        self.query_one("#advice", PlainText).update(strength.warning)

    @on(Input.Submitted)
    def _submitted(self, given: Input.Submitted) -> None:
        first, second = self.query_one("#first", Secret), self.query_one("#second", Secret)
        if given.input is first:
            self._next(given.value, second.value)
        else:
            self._next(first.value, given.value)

    def action_next(self) -> None:
        """Go to the second field, or on when both agree."""
        self._next(self.query_one("#first", Secret).value, self.query_one("#second", Secret).value)

    def _next(self, typed: str, again: str) -> None:
        first, second = self.query_one("#first", Secret), self.query_one("#second", Secret)
        if first.disabled or not typed:
            first.focus()
        elif self._refused(typed):
            first.choose_all()
        elif not again:
            second.focus()
        elif typed != again:
            self._tell(_("They do not match."))
            second.choose_all()
        else:
            self._finish(typed)

    def _refused(self, passphrase: str) -> bool:
        """Say so where a passphrase is weak: nobody types it again for nothing, nor a better one into the wrong field.

        Measured here and now, in milliseconds: what is typed after Enter must already go where it belongs.
        """
        from journal.vault.strength import measure

        strength = measure(passphrase)
        if not strength.acceptable:
            self._tell(WeakPassphrase().message())
        return not strength.acceptable

    def _finish(self, passphrase: str) -> None:
        self._agreed = passphrase
        self._chosen(self)

    def begin(self, words: str) -> None:
        """Show that the passphrase is being used; what was said of it before holds no longer."""
        self._tell("")
        for field in self.query(Secret):
            field.disabled = True
        self.query_one(Working).begin(words)

    def refuse(self, error: ReculError) -> None:
        """Say what went wrong; what was typed stays. A page that was left meanwhile has nobody to tell."""
        if not self.is_attached:
            return
        for field in self.query(Secret):
            field.disabled = False
        self._agreed = ""
        self.query_one(Working).end()
        self._tell(error.message())

    def forget(self) -> None:
        """Leave nothing typed behind."""
        self._agreed = ""
        for working in self.query(Working):  # none where the page was left meanwhile
            working.end()
        for field in self.query(Secret):
            field.value = ""

    def _tell(self, words: str) -> None:
        self.query_one("#told", PlainText).update(words)
