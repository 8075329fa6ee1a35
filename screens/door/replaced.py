"""The journal's file was replaced or taken away while it is open: another place for what is here and not kept."""

import asyncio
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Input

from journal.errors import ReculError
from journal.hygiene import clean, visible
from journal.language import _, ngettext
from screens.frame.page import Page
from screens.widgets.plain import PlainText
from screens.widgets.working import Working


class ReplacedScreen(Page):
    """Says what happened, and keeps the text in a new vault or in sealed notes, in a folder that the person names."""

    name_in_table = "replaced"
    reading = False
    AUTO_FOCUS = "Input"

    def page_title(self) -> str:
        """Return what this is about."""
        return _("Another place")

    def compose_page(self) -> ComposeResult:
        """Say what happened, ask for a folder."""
        yield PlainText(_("The journal’s file is no longer the one that was opened."), classes="lead")
        yield PlainText(
            _(
                "Another program replaced it or took it away, as a synced folder does. Your text is still here, but it "
                "is not saved. The whole journal, as it is open here, can go on in a new vault with the same "
                "passphrase. Or what is not saved can be sealed for this vault alone, into a folder of yours."
            )
        )
        yield PlainText(visible(str(self.host.environment.folder)), classes="gap-above quiet")
        yield PlainText(_("Folder"), classes="door-field")
        yield Input(str(_free_beside(self.host.environment.folder)), id="folder", compact=True, select_on_focus=False)
        yield Working("", id="working", classes="quiet gap-above")
        yield PlainText("", id="told")

    @property
    def _folder(self) -> Path:
        return _folder(self.query_one(Input).value)

    @on(Input.Submitted)
    def _submitted(self, given: Input.Submitted) -> None:
        self._move(_folder(given.value))

    def action_new_vault(self) -> None:
        """Let the journal go on in a new vault in this folder."""
        self._move(self._folder)

    def action_seal(self) -> None:
        """Seal what is not kept into this folder."""
        self._seal(self._folder)

    @work(exclusive=True)
    async def _move(self, folder: Path) -> None:
        from journal.practice.moving_on import into_new_vault

        working = self.query_one(Working)
        working.begin(_("Copying the journal"))
        try:
            notebook = await asyncio.to_thread(into_new_vault, self.host.journal.notebook, folder)
        except ReculError as error:
            self._tell(error.message(), caution=True)
            return
        finally:
            working.end()
        self.host.leave_for(notebook)

    @work(exclusive=True)
    async def _seal(self, folder: Path) -> None:
        journal = self.host.journal
        journal.texts.flush(self.host.navigation.pages())
        try:
            count = await asyncio.to_thread(journal.texts.seal_into, folder, journal.notebook)
        except ReculError as error:
            self._tell(error.message(), caution=True)
            return
        self._tell(
            ngettext(
                "{count} note is sealed there. Moved into the folder “inbox” of your vault, it waits on Today.",
                "{count} notes are sealed there. Moved into the folder “inbox” of your vault, they wait on Today.",
                count,
            ).format(count=count)
        )

    def _tell(self, words: str, *, caution: bool = False) -> None:
        told = self.query_one("#told", PlainText)
        told.set_class(caution, "caution")
        told.update(words)


def _folder(typed: str) -> Path:
    return Path(clean(typed).strip()).expanduser().absolute()


def _free_beside(folder: Path) -> Path:
    """Return the first folder that is not there yet, named as this one with a number."""
    number = 2
    while (free := folder.with_name(f"{folder.name} {number}")).exists():
        number += 1
    return free
