"""Notes from the phone: the pages that seal them, the folders that are looked into, and what stays closed."""

from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates.wording import full_day
from journal.errors import ReculError
from journal.hygiene import visible
from journal.importing import phone_closed, phone_files
from journal.importing.phone_notes import Why
from journal.language import N_, _, current
from journal.practice.notebook import Notebook
from journal.sharing import phone
from screens.frame.changes import carried_out, changing
from screens.frame.command import Command
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.page import Page
from screens.frame.page_header import PageHeader
from screens.frame.text_dialog import TextDialog
from screens.sharing.pasting import PastingScreen
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_WHY = {
    Why.DAMAGED: N_("cut or altered"),
    Why.FOREIGN: N_("of another journal"),
    Why.ENDED: N_("of a page that was ended"),
}


class PhoneScreen(Page):
    """Pages for the phone with their four words; folders; files that do not open."""

    name_in_table = "phone"
    follows_journal = True
    AUTO_FOCUS = "Rows"
    _pages: tuple[phone.PhonePage, ...] = ()
    _shut: tuple[phone_closed.Closed, ...] = ()

    def __init__(self, at: str = "") -> None:
        super().__init__()
        self._at = at  # the row to begin at

    def on_mount(self) -> None:
        """Begin at the row that was asked for."""
        super().on_mount()
        if self._at:
            self.query_one(Rows).choose(self._at)

    def page_title(self) -> str:
        """Return what this is."""
        return _("Notes from the phone")

    def compose_page(self) -> ComposeResult:
        """Say what it is for, then the rows."""
        yield PlainText(
            _(
                "A page for the phone can only seal: it holds no secret, and what it seals opens here alone. Four "
                "words, on the page and here, tell that it is yours."
            ),
            classes="quiet",
        )
        yield Rows(classes="gap-above")
        yield PlainText("", id="told", classes="gap-above caution")

    def commands(self) -> list[Command]:
        """Return the keys; where nothing can be ended there is nothing to end."""
        ends = any(not each.ended_at for each in self._pages) or self.host.settings.watched_folders
        return [each for each in super().commands() if ends or each.id != "phone.end"]

    def refresh_content(self) -> None:
        """Show pages, folders and what stays closed, as they are now."""
        notebook, held = self.journal.notebook, self.host.settings
        self._pages = tuple(phone.pages(notebook))
        rows = [Row("", _("Pages"))]
        rows += [Row(f"page:{each.number}", *_page_words(each), quiet=bool(each.ended_at)) for each in self._pages]
        if not self._pages:
            rows.append(Row("", self.sentence(_("None yet: {key} writes one."), key="phone.write")))
        rows += [Row("", ""), Row("", _("Folders looked into"), self._after())]
        rows += [Row(f"folder:{place}", visible(each)) for place, each in enumerate(held.watched_folders)]
        if not held.watched_folders:
            rows.append(Row("", self.sentence(_("None: {key} names one."), key="phone.watch")))
        kept = phone_closed.closed(notebook.store)
        if kept:
            rows += [Row("", ""), Row("", _("What stays closed"))]
        for number, each in enumerate(kept):
            rows.append(Row(f"closed:{number}", each.name, _(_WHY[each.why])))
        self.query_one(Rows).show(rows)
        self._shut = tuple(kept)
        self.refresh_header()
        if any(not each.told for each in kept) and not notebook.vault.read_only:
            self.host.save(changing(_told))

    @on(OptionList.OptionHighlighted)
    def _explain(self) -> None:
        """Say whole why the chosen file stays closed."""
        what, _sep, which = self.query_one(Rows).chosen.partition(":")
        if what == "closed" and int(which) < len(self._shut):
            self._tell(self._shut[int(which)].reason)

    def _after(self) -> str:
        if not self.host.settings.watched_folders:
            return ""
        return _("files are removed once taken in") if self.host.settings.remove_taken_notes else _("files stay there")

    def _tell(self, words: str, *, refused: bool = False) -> None:
        told = self.query_one("#told", PlainText)
        told.set_class(refused, "caution")
        told.update(words)

    def action_write_page(self) -> None:
        """Ask for a folder or a file, and write a page there."""
        question = _("Write the page into which folder, or as which file?")

        def named(words: str | None) -> None:
            if words is not None:
                self._write(Path(words).expanduser())

        self.app.push_screen(TextDialog(question, known=(str(Path.home()),)), named)

    @work(exclusive=False)
    async def _write(self, target: Path) -> None:
        language = current()
        try:
            path, shown = await carried_out(self.host, lambda notebook: phone.write(notebook, target, language))
        except ReculError as error:
            self._tell(error.message(), refused=True)
            return
        told = _("{file} is written. Its four words: {words}").format(file=visible(str(path)), words=shown)
        bring = _("Bring it to the phone yourself. It holds nothing secret; it can only seal.")
        self._tell(f"{told}\n{bring}")

    def action_paste(self) -> None:
        """Take in a block, or a file."""
        self.app.push_screen(PastingScreen(notes=True))

    async def action_watch(self) -> None:
        """Ask for a folder that is looked into from now on."""

        def refused(words: str) -> str:
            return "" if Path(words).expanduser().is_dir() else _("There is no such folder.")

        def named(words: str | None) -> None:
            if words is not None:
                folder = str(Path(words).expanduser().absolute())
                self._tell("")
                self._prefer(watched_folders=tuple(dict.fromkeys((*self.host.settings.watched_folders, folder))))
                self.host.save(changing(_look, folder))

        self.app.push_screen(TextDialog(_("Look into which folder?"), refusal=refused), named)

    def action_remove(self) -> None:
        """Let files of these folders be removed once they are taken in, or stay."""
        self._prefer(remove_taken_notes=not self.host.settings.remove_taken_notes)

    @work(exclusive=False)
    async def _prefer(self, **changes: object) -> None:
        try:
            await self.host.prefer(**changes)
        except ReculError as error:
            self.query_one(PageHeader).tell(error.message(), caution=True)
        self.refresh_content()

    def action_end(self) -> None:
        """End the chosen page once one said yes, or look into the chosen folder no longer."""
        what, _sep, which = self.query_one(Rows).chosen.partition(":")
        if what == "folder":
            folders = self.host.settings.watched_folders
            self._prefer(watched_folders=tuple(each for at, each in enumerate(folders) if at != int(which)))
        elif what == "page" and self._open_page(int(which)):
            number = int(which)

            def answered(yes: bool | None) -> None:  # noqa: FBT001 -- Textual calls it so
                if yes:
                    self.host.save(changing(phone.end, number))

            question = _("End this page? What it sealed and was not taken in stays closed, for you too.")
            self.app.push_screen(ConfirmDialog(question, _("end it")), answered)

    def _open_page(self, number: int) -> bool:
        return any(each.number == number and each.ended_at is None for each in self._pages)


def _page_words(page: phone.PhonePage) -> tuple[str, str]:
    state = (
        _("ended {day}").format(day=full_day(page.ended_at.date()))
        if page.ended_at
        else _("since {day}").format(day=full_day(page.made_at.date()))
    )
    return page.words, state


def _look(notebook: Notebook, folder: str) -> None:
    """Look into a folder once it is chosen, without waiting for the next opening."""
    if not notebook.vault.read_only:
        phone_files.look(notebook.store, notebook.vault.folder, [folder], notebook.clock())


def _told(notebook: Notebook) -> None:
    phone_closed.note_told(notebook.store)
