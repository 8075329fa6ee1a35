"""Page of one entry that can be thrown away and taken back while it is still on the screen."""

from journal.language import _
from journal.practice import reading
from screens.frame.changes import changing
from screens.frame.page import Page


class EntryPage(Page):
    """Stands for the entry `ref`, whatever of it can be shown."""

    ref: int
    _trashed = False

    def status(self) -> str:
        """Return that it lies in the trash."""
        if self._trashed:
            return _("in the trash · {key} brings it back").format(key=self.key_of(f"{self.name_in_table}.undo"))
        return ""

    def action_trash(self) -> None:
        """Put it in the trash, from where it can come back."""
        self._put(trashed=True)

    def action_undo(self) -> None:
        """Take it out of the trash again."""
        if self._trashed:
            self._put(trashed=False)

    def _put(self, *, trashed: bool) -> None:
        self._trashed = trashed
        if trashed:
            self.journal.trashed.add(self.ref)
        else:
            self.journal.trashed.came_back(self.ref)
        self.host.save(changing(reading.trash if trashed else reading.untrash, self.ref))
        self.refresh_header()
