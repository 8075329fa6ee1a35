"""Page that says what it just did, as long as nothing else is begun, and takes it back."""

from dataclasses import dataclass
from typing import ClassVar

from journal.language import _, ngettext
from journal.model.entry import Ref
from journal.practice import reading
from screens.frame.changes import changing
from screens.frame.command import REMOVES, Command
from screens.frame.page import Page
from screens.frame.save_queue import Job


@dataclass(frozen=True, slots=True)
class JustDone:
    """One action: its words, with a place for the key, and the job that takes it back."""

    words: str
    back: Job
    refs: tuple[Ref, ...] = ()  # what lies in the trash since


class UndoingPage(Page):
    """A page that says what was just done on it, and takes that back with a key."""

    undo_command: ClassVar[str] = "removed.undo"
    _last: JustDone | None = None

    def status(self) -> str:
        """Return how what was just done is taken back, else how things stand."""
        return self._last.words.format(key=self.key_of(self.undo_command)) if self._last else super().status()

    def on_screen_suspend(self) -> None:
        """Offer no more to take back what was done before something else is begun."""
        super().on_screen_suspend()
        self._last = None

    def commands(self) -> list[Command]:
        """Return the keys; where nothing was done, nothing is taken back."""
        return [each for each in super().commands() if self._last or not each.id.endswith(".undo")]

    def keep_last(self, done: JustDone | None) -> None:
        """Say what was done, and remember how it is taken back."""
        self._last = done
        self.refresh_header()

    def action_undo(self) -> None:
        """Take back what was done last, and nothing before it."""
        if (last := self._last) is not None:
            for ref in last.refs:
                self.journal.trashed.came_back(ref)
            self.keep_last(None)
            self.host.save(last.back)

    def refuse(self, words: str) -> None:
        """Say in one line why a key does nothing here."""
        self._last = None
        self.host.said = words
        self.refresh_header()


class RemovingPage(UndoingPage):
    """A page on whose rows the key of the trash removes what stands there: an entry, or a part of one."""

    removes = REMOVES

    def throw_away(self, *refs: Ref) -> None:
        """Put entries into the trash together, and say how they come back."""
        told = _("in the trash · {key} brings it back")
        if len(refs) > 1:
            told = ngettext(
                "{count} entry in the trash · {key} brings it back",
                "{count} entries in the trash · {key} brings them back",
                len(refs),
            ).replace("{count}", str(len(refs)))
        self.journal.trashed.add(*refs)
        self.host.save(changing(reading.trash, *refs))
        self.keep_last(JustDone(told, changing(reading.untrash, *refs), refs))

    def take_out(self, removing: Job, back: Job) -> None:
        """Take a part of an entry out of it, and say how it comes back."""
        self.host.save(removing)
        self.keep_last(JustDone(_("taken out · {key} brings it back"), back))

    def action_trash(self) -> None:
        """Put the row one is on into the trash."""
        raise NotImplementedError
