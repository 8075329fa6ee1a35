"""`init`: a new vault, its recovery code printed this once."""

import click

from journal.cli.common import Common, asked, common
from journal.cli.passphrases import new_passphrase
from journal.cli.printing import tell
from journal.cli.translated_click import Command, Option
from journal.language import N_, _

_KIB_OF_MIB = 1024


@common
@click.command("init", cls=Command)
@click.option(
    "--kdf-memory",
    cls=Option,
    type=click.IntRange(64, 2048),
    metavar=N_("MIB"),
    help=N_("Memory that each guess of the passphrase costs, in MiB (64 to 2048; 256 unless you say otherwise)."),
)
@asked
def init_command(options: Common, kdf_memory: int | None) -> None:
    """Create the vault; refuse where one exists before asking for anything."""
    from journal.errors.refusals import VaultExists
    from journal.vault import vault
    from journal.vault.keys import STANDARD, KdfCost
    from journal.vault.presence import exists

    folder = options.folder()
    if exists(folder):
        raise VaultExists(path=folder)
    chosen = new_passphrase(options.passphrase_file)
    cost = KdfCost(kdf_memory * _KIB_OF_MIB, STANDARD.passes, STANDARD.lanes) if kdf_memory else STANDARD
    created, code = vault.create(folder, chosen, cost=cost)
    try:
        click.echo(code)
    except OSError:
        created.destroy()  # nobody has seen the code, and nothing is written in there yet
        raise
    finally:
        created.close()
    tell(_("The vault is in {path}.").format(path=folder))
    tell(_("Your recovery code is above; it is shown only now. Write it down and keep it away from this machine."))
