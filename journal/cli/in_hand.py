"""`unlock`, `lock`: the key in hand for the shell, when it was switched on, and no longer than told."""

import re
from typing import Any

import click

from journal.cli.common import Common, asked, common
from journal.cli.key_in_hand import allowed, close_folder, vault_id
from journal.cli.printing import say, tell
from journal.cli.translated_click import Command, Option
from journal.hand.offering import RISK, offered
from journal.language import N_, _, ngettext

_FOR = "15m"
_LONGEST = 8 * 60 * 60  # seconds
_SECONDS = {"s": 1, "m": 60, "h": 3600}


class SpanType(click.ParamType[int]):
    """A length of time: 15m, 1h, 90s."""

    name = "span"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the seconds."""
        found = re.fullmatch(r"([0-9]{1,5}) ?([smh])", str(value).strip().lower())
        seconds = int(found[1]) * _SECONDS[found[2]] if found else 0
        if not 0 < seconds <= _LONGEST:
            self.fail(_("“{value}” is no length of time. Try 15m or 1h, 8h at most.").format(value=value), param, ctx)
        return seconds


@common
@click.command("unlock", cls=Command)
@click.option(
    "--for",
    "seconds",
    cls=Option,
    type=SpanType(),
    default=_FOR,
    show_default=True,
    metavar=N_("TIME"),
    help=N_("How long; using it does not prolong it."),
)
@asked
def unlock_command(options: Common, seconds: int) -> None:
    """Hold the key for list, search, show and next."""
    from journal.cli.opening import opened_vault
    from journal.errors.hand import HandNotAllowed, HandUnavailable
    from journal.hand import held
    from journal.vault import header

    if not offered():
        raise HandUnavailable
    if not allowed():
        raise HandNotAllowed(risk=_(RISK))
    close_folder()
    with opened_vault(options) as vault:
        held.hold(vault.vault_id, vault.data_key(), seconds, options.folder() / header.NAME)
    words = _("The key is in hand for {time}: list, search, show and next ask for no passphrase.")
    say(words.format(time=spoken(seconds)))
    tell(_(RISK))
    tell(_("“recul lock” lets it go; so do the end of this session, and sleep when the machine wakes."))


@common
@click.command("lock", cls=Command)
@asked
def lock_command(options: Common) -> None:
    """Let the key go; nothing to let go is no fault."""
    from journal.hand import held

    close_folder()
    gone = held.let_go(vault_id(options))
    say(_("The key is let go.") if gone else _("No key was in hand."))


def told(options: Common) -> dict[str, Any]:
    """Return for `doctor` whether it exists here, is switched on, and how long a key is still held."""
    from journal.errors import ReculError
    from journal.errors.hand import HandUnreachable, UnsafeHand
    from journal.hand import held

    left, answers, safe = None, True, True
    try:
        left = held.seconds_left(vault_id(options))
    except HandUnreachable:
        answers = False
    except UnsafeHand:
        safe = False  # no key is taken there
    except ReculError:
        left = None  # no vault
    longest = None if left is None else min(left, _LONGEST)
    return {"offered": offered(), "allowed": allowed(), "answers": answers, "safe": safe, "seconds_left": longest}


def spoken(seconds: int) -> str:
    """Return a length of time in whole minutes, at least one."""
    minutes = max(1, round(seconds / 60))
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
