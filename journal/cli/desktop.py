"""`desktop`: a launcher on this desktop, that opens Recul in a terminal of the right size."""

import os

import click

from journal.cli.common import Common, asked, reporting
from journal.cli.printing import document, say
from journal.cli.translated_click import Command, Option
from journal.hygiene import visible
from journal.language import N_, _


@reporting
@click.command("desktop", cls=Command)
@click.option("--remove", cls=Option, is_flag=True, help=N_("Take the launcher away again."))
@asked
def desktop_command(options: Common, /, *, remove: bool) -> None:
    """Write the launcher's files for this person alone, or remove them; no vault is opened."""
    from journal.launcher import launcher

    made = launcher(
        options.vault or os.environ.get("RECUL_VAULT"),
        _("A journal for stepping back from your work, a few minutes a day."),
    )
    paths = made.remove() if remove else made.add()
    if options.json:
        document({"removed" if remove else "written": [str(path) for path in paths]})
        return
    if remove and not paths:
        say(_("There is no launcher here."))
    for path in paths:
        words = _("Removed: {path}") if remove else _("Written: {path}")
        say(words.format(path=visible(str(path))))
