"""Routes to the pages of this room: each page is imported when somebody goes there."""

from collections.abc import Awaitable, Callable

from textual.screen import Screen


def unlock() -> Screen[None]:
    """Return a page: asks for the passphrase; tells wrong, damaged, newer and busy apart."""
    from screens.door.unlock import UnlockScreen

    return UnlockScreen()


def welcome() -> Screen[None]:
    """Return a page: two honest sentences and one key."""
    from screens.door.welcome import WelcomeScreen

    return WelcomeScreen()


def recover() -> Screen[None]:
    """Return a page: the way in when the passphrase is lost."""
    from screens.door.recovery import RecoverScreen

    return RecoverScreen()


def change_passphrase() -> Screen[None]:
    """Return a page: another passphrase to a journal that is open."""
    from screens.door.change_passphrase import ChangePassphraseScreen

    return ChangePassphraseScreen()


def replaced() -> Screen[None]:
    """Return a page: another place for a journal whose file was replaced or taken away while it is open."""
    from screens.door.replaced import ReplacedScreen

    return ReplacedScreen()


def code(code: str, done: Callable[[], Awaitable[None]], *, may_leave: bool = False) -> Screen[None]:
    """Return a page: a recovery code, shown until two groups of it were typed back; then `done` is called."""
    from screens.door.recovery import CodeScreen

    return CodeScreen(code, done, may_leave=may_leave)
