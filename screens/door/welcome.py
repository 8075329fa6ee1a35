"""The first minute: what Recul is, in which language, where the vault lies, and a passphrase."""

import asyncio

from textual import work
from textual.app import ComposeResult

from journal.errors import ReculError
from journal.hygiene import visible
from journal.language import _, current, facts, next_language
from screens.door.passphrase import PassphraseScreen
from screens.door.recovery import CodeScreen
from screens.frame.command import Command
from screens.frame.page import Page
from screens.widgets.plain import PlainText


class WelcomeScreen(Page):
    """Two honest sentences and one key."""

    name_in_table = "welcome"
    shared_keys = ""  # there is nothing to go back to
    reading = False

    def page_title(self) -> str:
        """Return the program's name."""
        return "Recul"

    def commands(self) -> list[Command]:
        """Return the keys; that of the language bears the name of the one it leads to, in its own words."""
        name = facts(next_language(current()))["name"]
        return [each._replace(title=name) if each.id == "welcome.language" else each for each in super().commands()]

    def compose_page(self) -> ComposeResult:
        """Say what it is, what it cannot do, where it lies."""
        yield PlainText(_("A journal for stepping back from your work, a few minutes a day."), classes="lead")
        yield PlainText(
            _(
                "What you write is encrypted on this machine: without your passphrase, the files show only that "
                "they exist, how big they are and when they changed."
            )
        )
        yield PlainText(
            _(
                "Nobody can open the journal for you if the passphrase and the recovery code are lost, and nothing "
                "protects what is on a screen that someone else can watch: use a machine of your own."
            ),
            classes="gap-above",
        )
        yield PlainText(_("The vault will be here:"), classes="gap-above quiet")
        yield PlainText(visible(str(self.host.environment.folder)), id="folder")

    async def action_other_language(self) -> None:
        """Go on in the next language there is."""
        await self.host.prefer(language=next_language(current()))

    def action_begin(self) -> None:
        """Choose a passphrase."""
        self.app.push_screen(PassphraseScreen(_("Your passphrase"), self._create))

    @work(exclusive=True)
    async def _create(self, page: PassphraseScreen) -> None:
        from journal.practice import confirming_code

        environment = self.host.environment
        page.begin(_("Making the vault"))
        try:
            vault, code = await asyncio.to_thread(environment.doors.create, environment.folder, page.passphrase)
            notebook = await asyncio.to_thread(self.host.open_notebook, vault)
            await asyncio.to_thread(confirming_code.shown, notebook)
        except ReculError as error:
            page.refuse(error)
            return
        self.host.hold(notebook)
        page.forget()

        async def done() -> None:
            await asyncio.to_thread(confirming_code.confirmed, notebook)
            await self.host.enter(notebook)

        self.app.switch_screen(CodeScreen(str(code), done))
