"""Page on backups: how old the newest is, one made now, and the proof that it comes back."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from textual import work
from textual.app import ComposeResult

from journal.dates.wording import ago, clock_time, full_day
from journal.errors import ReculError
from journal.hygiene import visible
from journal.language import _
from journal.vault import backup
from screens.frame.page import Page
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_SHOWN = 10
_KILO, _MEGA = 1_000, 1_000_000


class BackupsScreen(Page):
    """The backups beside the vault, newest first."""

    name_in_table = "backups"
    AUTO_FOCUS = "Rows"
    _told = ""
    _working = False

    def page_title(self) -> str:
        """Return what this is."""
        return _("Backups")

    def status(self) -> str:
        """Return what is being done, or what came of it."""
        return self._told

    def compose_page(self) -> ComposeResult:
        """Say how old the newest is, what a backup is, and list those there are."""
        yield PlainText("", id="newest", classes="lead")
        yield PlainText(
            _(
                "A backup is one file, as unreadable as the vault: copy it to a disk of your own from time to time. "
                "The passphrase of its day opens it. Restoring one: recul restore FILE --to FOLDER."
            ),
            classes="quiet",
        )
        yield Rows(classes="gap-above")
        # A place is of use only in full.
        yield PlainText(visible(str(self._folder)), id="place", classes="quiet")
        yield PlainText("", id="result", classes="gap-above")

    @property
    def _folder(self) -> Path:
        return backup.usual_folder(self.journal.notebook.vault)

    def refresh_content(self) -> None:
        """Show what lies there now."""
        now = self.host.environment.clock()
        found = backup.backups(self._folder)
        moments = [backup.made_at(each).replace(tzinfo=now.tzinfo) for each in found]
        newest = _("Newest backup: {moment}.").format(moment=ago(moments[0], now)) if found else ""
        self.query_one("#newest", PlainText).update(
            newest or self.sentence(_("There is no backup yet: {key} makes one."), key="backups.make")
        )
        rows = [_row(path, at) for path, at in zip(found, moments, strict=True)]
        self.query_one(Rows).show(rows[:_SHOWN])

    # --- what can be done

    def action_make(self) -> None:
        """Make a verified backup now."""
        vault, at = self.journal.notebook.vault, self.host.environment.clock()

        def make() -> str:
            backup.backup(vault, self._folder, at)
            backup.prune(self._folder, at)
            return _("Made, opened and read: it is whole.")

        self._do(_("making a backup"), make)

    def action_rehearse(self) -> None:
        """Prove that the newest backup restores."""
        vault = self.journal.notebook.vault

        def rehearse() -> str:
            newest = backup.rehearse(vault, self._folder)
            return _("{name} restores, and every page of it can be read.").format(name=newest.name)

        self._do(_("restoring the newest for a moment"), rehearse)

    @work(exclusive=True)
    async def _do(self, doing: str, what: Callable[[], str]) -> None:
        if self._working:
            return
        self._working, self._told = True, doing
        self.refresh_header()
        try:
            result = await asyncio.to_thread(what)
        except ReculError as error:
            result = error.message()
        finally:
            self._working, self._told = False, ""
        if self.host.is_leaving:
            return
        self.query_one("#result", PlainText).update(result)
        self.refresh_content()
        self.refresh_header()


def _row(path: Path, at: datetime) -> Row:
    when = _("{day}, {time}").format(day=full_day(at.date()), time=clock_time(at))
    return Row(f"backup:{path.name}", when, _size(path))


def _size(path: Path) -> str:
    try:
        size = path.stat().st_size
    except OSError:
        return ""
    if size < _MEGA:
        return _("{size} kB").format(size=max(1, round(size / _KILO)))
    return _("{size} MB").format(size=round(size / _MEGA))
