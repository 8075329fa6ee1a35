"""`check`, `backup`, `restore`, `rehearse`: that the journal is whole, and that it comes back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal import paths
from journal.cli.common import Common, asked, common, reporting
from journal.cli.opening import opened, opened_vault
from journal.cli.printing import document, say, tell
from journal.cli.remarks import as_json
from journal.cli.translated_click import Argument, Command, Option
from journal.clock import now
from journal.errors import DamagedVault
from journal.language import N_, _

if TYPE_CHECKING:
    from journal.vault.check import Finding
    from journal.vault.vault import OpenVault

_BESIDE = {
    "version": N_("#{number}, version {version}"),
    "draft": N_("draft {number}"),
    "person": N_("person {number}"),
    "register": N_("line {number} of the register"),
    "key-pair": N_("pair of keys {number}"),
}
"""What lies beside entries, as a person is told of it."""


@reporting
@click.command("check", cls=Command)
@click.option(
    "--restored",
    cls=Option,
    is_flag=True,
    help=N_("Take this vault as the latest: an older copy was put back on purpose."),
)
@asked
def check_command(options: Common, *, restored: bool) -> int:
    """Tell each finding; any of them means damage."""
    from journal.vault.check import check
    from journal.vault.remarks import about

    with opened_vault(options) as vault:
        findings = check(vault) or _in_the_journal(vault)
        remarks = as_json(about(vault.folder))  # told at opening
        if not findings:
            remarks += _age(vault, restored=restored)
    if options.json:
        told = [{"where": each.where, "what": each.what} for each in findings]
        document({"whole": not findings, "findings": told, "remarks": remarks})
    elif not findings:
        say(_("The vault is whole."))
    for each in findings:
        tell(_told(each))
    return DamagedVault.exit_code if findings else 0


def _age(vault: "OpenVault", *, restored: bool) -> list[dict[str, str]]:
    """Return the remark that the vault is older than the one last opened here; none once it is taken as the latest."""
    from journal.practice import openings
    from journal.practice.notebook import open_notebook

    notebook = open_notebook(vault)
    try:
        if restored:
            openings.take_as_latest(notebook, paths.state_folder())
        last = openings.later_one(notebook, paths.state_folder())
    finally:
        notebook.store.close()
    if last is None:
        return []
    tell(openings.message(last))
    return [{"sort": "older-vault", "path": str(vault.folder)}]


def _in_the_journal(vault: "OpenVault") -> "list[Finding]":
    """Return what does not stand in a database that is whole: each row is read."""
    from journal.practice import soundness
    from journal.practice.notebook import open_notebook
    from journal.vault.check import Finding

    notebook = open_notebook(vault)
    try:
        return [Finding(each.where, each.field) for each in soundness.unsound(notebook)]
    finally:
        notebook.store.close()


def _told(finding: "Finding") -> str:
    """Return a finding in the person's words; what the engine says of a page stands behind as it is."""
    from journal.vault import check, connection, inbox

    among, colon, number = finding.where.partition(":")
    if finding.where.startswith("#") or (colon and among in _BESIDE):
        return _told_of_row(finding, among, number)
    if finding.what == check.MENDED:
        return _("{where}: was damaged, and was written anew from its copy").format(where=finding.where)
    if finding.where == f"{inbox.FOLDER}/{inbox.UNREADABLE}":
        return _("{where}: a note that does not open was put aside there").format(
            where=f"{finding.where}/{finding.what}"
        )
    if finding.where == connection.NAME and " " in finding.what:
        return _("{where}: is damaged ({detail})").format(where=finding.where, detail=finding.what)
    return _("{where}: is damaged or was altered").format(where=finding.where)


def _told_of_row(finding: "Finding", among: str, number: str) -> str:
    if number:
        ref, _point, version = number.partition(".")
        return _("{where}: cannot be read").format(where=_(_BESIDE[among]).format(number=ref, version=version))
    if finding.what:
        return _("{where}: cannot be read ({field})").format(where=finding.where, field=finding.what)
    return _("{where}: its validation does not hold, it is a draft").format(where=finding.where)


@common
@click.command("backup", cls=Command)
@click.option(
    "--to",
    "folder",
    cls=Option,
    metavar=N_("DIR"),
    help=N_("The folder to write it into; otherwise beside the vault’s files."),
)
@asked
def backup_command(options: Common, folder: str | None) -> None:
    """Write a backup, verify it by opening it, then remove the oldest ones."""
    from journal.vault import backup

    with opened(options) as notebook:
        notebook.store.close()  # a full disk lets one connection in, and a backup may go elsewhere
        to = Path(folder).expanduser() if folder else backup.usual_folder(notebook.vault)
        at = now()
        written = backup.backup(notebook.vault, to, at)
        backup.prune(to, at)
    say(str(written))


@common
@click.command("restore", cls=Command)
@click.argument("file", cls=Argument, metavar=N_("FILE"))
@click.option("--to", "folder", cls=Option, required=True, metavar=N_("DIR"), help=N_("The new vault’s folder."))
def restore_command(file: str, folder: str) -> None:
    """Restore into a folder that holds nothing yet; no passphrase is needed to put ciphertext there."""
    from journal.vault import backup

    restored = backup.restore(Path(file).expanduser(), Path(folder).expanduser().absolute())
    say(_("Restored into {path}. The passphrase of that time opens it.").format(path=restored))


@common
@click.command("rehearse", cls=Command)
@click.option("--from", "folder", cls=Option, metavar=N_("DIR"), help=N_("The folder of the backups."))
@asked
def rehearse_command(options: Common, folder: str | None) -> None:
    """Restore the newest backup for a moment, open it, and look at every page."""
    from journal.vault import backup

    with opened_vault(options) as vault:
        newest = backup.rehearse(vault, Path(folder).expanduser() if folder else backup.usual_folder(vault))
    say(_("{name} restores, and every page of it can be read.").format(name=newest.name))
