"""Page for another passphrase to a journal that is open."""

import asyncio
from collections.abc import Callable

from textual import work

from journal.errors import ReculError
from journal.language import _
from screens.door.passphrase import PassphraseScreen


class ChangePassphraseScreen(PassphraseScreen):
    """The two fields and the meter; the passphrase holds from then on."""

    def __init__(self) -> None:
        super().__init__(_("A new passphrase"), lambda _page: self._change())

    @work(exclusive=True)
    async def _change(self) -> None:
        self.begin(_("Changing the passphrase"))
        change: Callable[..., None] = self.host.environment.doors.change
        try:
            await asyncio.to_thread(change, self.journal.notebook.vault, self.passphrase)
        except ReculError as error:
            self.refuse(error)
            return
        self.forget()
        self.host.said = _("passphrase changed")
        self.dismiss()
