"""`passphrase`, `recover`, `rekey`: who can open the vault."""

import sys
from typing import TYPE_CHECKING

import click

from journal.cli.common import Common, asked, common
from journal.cli.opening import opened
from journal.cli.passphrases import asked_for, from_file, new_passphrase
from journal.cli.printing import say, tell
from journal.cli.translated_click import Command, Option
from journal.errors import MissingPassphrase, PassphraseNotAsked, VaultNotFound
from journal.language import N_, _

if TYPE_CHECKING:
    from journal.vault.keys import KdfCost
    from journal.vault.vault import OpenVault

_NEW = click.option(
    "--new-passphrase-file",
    cls=Option,
    metavar=N_("FILE"),
    help=N_("Read the new passphrase from the first line of FILE (“-”: the next line of standard input)."),
)


def _cost(vault: "OpenVault") -> "KdfCost":
    """Return what a guess costs in this vault: a new passphrase is not to be cheaper than the old one."""
    from journal.vault.keys import KdfCost

    slot = vault.header.passphrase
    return KdfCost(slot.memory_kib, slot.passes, slot.lanes)


@common
@click.command("passphrase", cls=Command)
@_NEW
@asked
def passphrase_command(options: Common, new_passphrase_file: str | None) -> None:
    """Change the passphrase; the old one opens until the new one is on the disk."""
    with opened(options) as notebook:
        notebook.vault.change_passphrase(new_passphrase(new_passphrase_file), _cost(notebook.vault))
    say(_("The passphrase was changed. Older backups still open with the old one."))


@common
@click.command("recover", cls=Command)
@click.option(
    "--code-file",
    cls=Option,
    metavar=N_("FILE"),
    help=N_("Read the recovery code from the first line of FILE (“-”: standard input)."),
)
@_NEW
@asked
def recover_command(options: Common, code_file: str | None, new_passphrase_file: str | None) -> None:
    """Open with the recovery code and set a new passphrase."""
    from journal.vault import vault
    from journal.vault.presence import exists

    if options.passphrase_file and not new_passphrase_file:
        raise PassphraseNotAsked
    folder = options.folder()
    if not exists(folder):
        raise VaultNotFound(path=folder)
    if not code_file and not sys.stdin.isatty():
        raise MissingPassphrase
    code = from_file(code_file) if code_file else asked_for(_("Recovery code"), hide_input=True)
    opened = vault.unlock_with_code(folder, code)
    try:
        opened.change_passphrase(new_passphrase(new_passphrase_file), _cost(opened))
    finally:
        opened.close()
    say(_("The new passphrase opens the vault. The recovery code stays valid."))


@common
@click.command("rekey", cls=Command)
@_NEW
@asked
def rekey_command(options: Common, new_passphrase_file: str | None) -> None:
    """Make a new data key, write everything anew under it, and prove that the new passphrase opens it."""
    from journal.clock import now
    from journal.vault import backup, vault
    from journal.vault.rekeying import rekey

    with opened(options) as notebook:  # what waited in the inbox is taken over
        old = notebook.vault
        chosen = new_passphrase(new_passphrase_file)
        notebook.store.close()
        rekey(old, chosen, _cost(old), click.echo)
    fresh = vault.unlock(options.folder(), chosen)  # puts the new files in their place
    try:
        backup.backup(fresh, fresh.folder / backup.FOLDER, now())
    finally:
        fresh.close()
    tell(_("Your new recovery code is above; it is shown only now, and the old one no longer opens this vault."))
    tell(_("Everything is encrypted anew. Older backups and copies elsewhere keep the old key: delete them yourself."))
