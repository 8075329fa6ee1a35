"""Settings: each holds from the moment it is changed."""

import asyncio
from collections.abc import Mapping
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList

from journal.dates.habits import Hours
from journal.dates.wording import ago, clock_time
from journal.errors import ReculError
from journal.errors.storage import ReadOnlyDisk
from journal.hand.held import let_go
from journal.hand.offering import RISK, offered
from journal.hygiene import visible
from journal.language import N_, _, current, facts, next_language, ngettext
from journal.model.protocol import Family
from journal.practice import confirming_code
from journal.practice.contacts import countries
from journal.practice.language_gaps import gaps
from journal.practice.notebook import Notebook
from journal.terms import term
from journal.vault import backup
from screens.door import routes as door_routes
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.events import Happened, JournalChanged
from screens.frame.page import Page
from screens.frame.page_header import PageHeader
from screens.frame.themes import THEME_NAMES, THEMES, known
from screens.settings import routes as settings_routes
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_DELAYS = (1, 2, 5, 10, 15, 30, 60)  # minutes
_FOLDER_WIDE = 38
_PAGES = {
    "families": settings_routes.families,
    "terms": settings_routes.terms,
    "keys": settings_routes.keymap,
    "backups": settings_routes.backups,
    "import": settings_routes.old_journal,
}
_CHOICES: Mapping[str, tuple[str, tuple[object, ...]]] = {
    "question": ("question_of_the_day", (True, False)),
    "kitty": ("kitty_keys", (True, False)),
    "hand": ("key_in_hand", (True, False)),
    "hours": ("hours", (None, 24, 12)),
    "days": ("day_first", (None, True, False)),
}
_HINTS = {
    "lock": N_("After this time without a key, the journal closes by itself."),
    "question": N_("One question a day on the first page."),
    "families": N_("One more question that the wording of an answer calls for."),
    "terms": N_("What you call your coach, your boss and the others: said in every question."),
    "country": N_("The country whose numbers and people stand on the page; it does not follow the language."),
    "hours": N_("How a clock is shown, here, on the command line and in files. What you type is read either way."),
    "days": N_("What 3/4 means where you type a day in figures."),
    "kitty": N_("The kitty protocol. Turn it off if keys go missing in your terminal; holds from the next start."),
    "hand": RISK,
    "import": N_("Entries of another journal or app: you see what a file holds before anything is kept."),
    "backups": N_("One file each, as unreadable as the vault; here one is made, and tried."),
    "passphrase": N_("Copies made before, such as backups, still open with the old one."),
    "code": N_("The code you have on paper opens until a new one was typed back."),
    "folder": N_("To move it, close Recul, move the whole folder and start with --vault."),
}


class SettingsScreen(Page):
    """One row per setting."""

    name_in_table = "settings"
    AUTO_FOCUS = "Rows"

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
        return _("Settings")

    def compose_room(self) -> ComposeResult:
        """Rows, which scroll where they must, and below them a line that explains the one chosen."""
        with Vertical(classes="column split"):
            yield Rows()
            yield PlainText("", id="hint", classes="quiet gap-above")

    def refresh_content(self) -> None:
        """Show what holds now."""
        held = self.host.settings
        minutes = held.lock_after_minutes
        self.query_one(Rows).show(
            [
                Row("language", _("Language"), facts(current())["name"]),
                Row("theme", _("Colours"), _(THEME_NAMES[known(held.theme)])),
                Row("lock", _("Lock after"), _after(minutes)),
                Row("question", _("Question of the day"), _("on") if held.question_of_the_day else _("off")),
                Row("families", _("Follow-up questions"), self._families()),
                Row("terms", _("Your own words"), f"{term('practitioner')} · {term('boss')} · {term('board')}"),
                Row("country", _("Who to talk to"), self._country()),
                Row("hours", _("Hours"), _hours(held.hours)),
                Row("days", _("Days in figures"), _days(day_first=held.day_first)),
                Row("keys", _("Keys"), _("change…")),
                Row("kitty", _("Keys named one by one"), _("on") if held.kitty_keys else _("off")),
                Row("import", _("An old journal"), _("bring it…")),
                Row("backups", _("Backups"), self._newest()),
                Row("passphrase", _("Passphrase"), _("change…")),
                Row("code", _("Recovery code"), _("make a new one…")),
                Row(
                    "folder",
                    _("Vault"),
                    _end_of(visible(str(self.host.environment.folder)), min(_FOLDER_WIDE, self.app.size.width // 2)),
                ),
                *self._hand(),
            ]
        )

    def _hand(self) -> list[Row]:
        """Return the row of the key in hand, where the system has it."""
        state = _("on") if self.host.settings.key_in_hand else _("off")
        return [Row("hand", _("Key for the shell"), state)] if offered() else []

    def _newest(self) -> str:
        now = self.host.environment.clock()
        found = backup.backups(backup.usual_folder(self.journal.notebook.vault))
        return ago(backup.made_at(found[0]).replace(tzinfo=now.tzinfo), now) if found else _("none yet…")

    def _families(self) -> str:
        off, many = len(set(self.host.settings.families_off) & set(Family)), len(Family)
        if not off:
            return _("on")
        return _("{on} of {many}").format(on=many - off, many=many) if off < many else _("off")

    def _country(self) -> str:
        return next((one.name for one in countries() if one.code == self.host.settings.country), _("choose a country…"))

    @on(OptionList.OptionHighlighted)
    def _explain(self) -> None:
        chosen = self.query_one(Rows).chosen
        folder = f"{visible(str(self.host.environment.folder))}\n" if chosen == "folder" else ""
        hint = _(_HINTS[chosen]) if chosen in _HINTS else ""
        if chosen == "language" and (missing := gaps(current())):
            hint = _("Not there yet in this language: {missing}.").format(missing=", ".join(missing))
        self.query_one("#hint", PlainText).update(folder + hint)

    @on(OptionList.OptionSelected)
    async def _chosen(self) -> None:
        await self.action_change()

    async def action_change(self) -> None:
        """Change what is chosen."""
        held = self.host.settings
        try:
            match self.query_one(Rows).chosen:
                case "language":
                    await self.host.prefer(language=next_language(current()))
                case "theme":
                    names = [theme.name for theme in THEMES]
                    await self.host.prefer(theme=names[(names.index(known(held.theme)) + 1) % len(names)])
                case "lock":
                    longer = [delay for delay in _DELAYS if delay > held.lock_after_minutes]
                    await self.host.prefer(lock_after_minutes=(longer or _DELAYS)[0])
                case name if name in _CHOICES:
                    await self._choose_next(*_CHOICES[name])
                case "country":
                    codes = [None, *(one.code for one in countries())]
                    now = codes.index(held.country) if held.country in codes else 0
                    await self.host.prefer(country=codes[(now + 1) % len(codes)])
                case page if page in _PAGES:
                    self.app.push_screen(_PAGES[page](), lambda _left: self.refresh_content())
                case "passphrase":
                    self.app.push_screen(door_routes.change_passphrase())
                case "code":
                    self._ask_for_code()
        except ReculError as error:
            self.refresh_content()  # it may have been changed all the same
            self.query_one(PageHeader).tell(error.message(), caution=True)
            return
        self.refresh_content()

    async def _choose_next(self, setting: str, choices: tuple[object, ...]) -> None:
        at = choices.index(getattr(self.host.settings, setting))
        await self.host.prefer(**{setting: choices[(at + 1) % len(choices)]})
        if setting == "key_in_hand" and not self.host.settings.key_in_hand:  # what a shell holds goes with it
            let_go(self.journal.notebook.vault.vault_id)

    def _ask_for_code(self) -> None:
        """Ask before a new code is shown: the one on paper will have to be replaced."""
        if self.journal.notebook.vault.read_only:
            raise ReadOnlyDisk
        question = _("Make a new recovery code? The one on paper opens until you have typed two groups of the new one.")
        self.app.push_screen(
            ConfirmDialog(question, _("make a new one")), lambda yes: self._show_code() if yes else None
        )

    def _show_code(self) -> None:
        vault = self.journal.notebook.vault
        code = vault.draw_recovery_code()

        async def typed_back() -> None:
            try:
                await asyncio.to_thread(vault.replace_recovery_code, code)
            except ReculError as error:
                self.host.said = error.message()
            else:
                await self.host.save(_confirmed)
                self.host.said = _("recovery code changed")
            self.app.pop_screen()

        self.app.push_screen(door_routes.code(str(code), typed_back, may_leave=True))


def _hours(held: Hours | None) -> str:
    shown = clock_time(datetime(2026, 11, 29, 18, 42))  # noqa: DTZ001 -- an example of a clock, at no place
    return _("as usual here · {example}").format(example=shown) if held is None else shown


def _days(*, day_first: bool | None) -> str:
    words = {None: _("as usual here"), True: _("day first · 29/11"), False: _("month first · 11/29")}
    return words[day_first]


def _confirmed(notebook: Notebook) -> Happened:
    confirming_code.confirmed(notebook)
    return JournalChanged()


def _end_of(path: str, width: int) -> str:
    """Return as much of a path's end as a row holds; the whole of it stands below when the row is chosen."""
    return path if len(path) <= width else f"…{path[1 - width :]}"


def _after(minutes: int) -> str:
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes) if minutes else _("never")
