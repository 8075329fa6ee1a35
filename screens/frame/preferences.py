"""Settings that hold from the moment they are changed: kept on the disk, then told to all that stands."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from textual.screen import Screen

from journal import language, settings
from screens.frame.few_colours import fitting
from screens.frame.navigation import Navigation
from screens.frame.page import Page
from screens.frame.themes import known

if TYPE_CHECKING:
    from screens.terminal.environment import Environment


class Preferring(Protocol):
    """An app whose settings can change while it runs."""

    settings: settings.Settings
    environment: "Environment"
    theme: str
    navigation: Navigation

    @property
    def is_open(self) -> bool:
        """Whether the vault is open."""

    @property
    def screen_stack(self) -> list[Screen[Any]]:
        """The pages where one is."""

    def set_keymap(self, keymap: dict[str, str]) -> None:
        """Let other keys hold."""


async def prefer(app: Preferring, **changes: Any) -> None:
    """Change settings, keep them on the disk, and let them hold at once. Raises StorageFailed and its kinds."""
    app.settings = app.settings._replace(**changes)
    settings.save(app.settings, app.environment.settings_file)
    if "theme" in changes:
        app.theme = fitting(known(app.settings.theme), app.environment.color_system)
    if "keymap" in changes:
        app.set_keymap(dict(app.settings.keymap))
        for page in app.navigation.pages():
            if isinstance(page, Page):
                page.mark_stale()
    if "language" in changes and app.settings.language is not None:
        language.choose(app.settings.language)
        if not app.is_open and app.environment.folder_for is not None:
            app.environment = replace(app.environment, folder=app.environment.folder_for(app.settings.language))
        await _speak_anew(app)


async def _speak_anew(app: Preferring) -> None:
    """Forget the places that speak the language of before; each is made anew when one goes there."""
    await app.navigation.forget_places()
    for screen in app.screen_stack:
        await screen.recompose()
        if isinstance(screen, Page):
            screen.refresh_header()
            screen.refresh_content()
            if screen.AUTO_FOCUS:
                screen.query(screen.AUTO_FOCUS).first().focus()
