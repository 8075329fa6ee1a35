"""The command `recul` and the table of its commands; each is imported when it is called."""

import os
from collections.abc import Sequence

import click

from journal.cli.common import Common, reporting
from journal.cli.printing import speak_plainly, tell
from journal.cli.translated_click import LazyGroup, usage_message
from journal.language import N_

COMMANDS: dict[str, tuple[str, str]] = {
    "init": ("creating", N_("Create a vault and print its recovery code, once.")),
    "log": ("capturing", N_("Capture a situation without unlocking; text from the arguments or standard input.")),
    "list": ("listing", N_("List what was written last first, then the sessions ahead.")),
    "show": ("listing", N_("Show one entry as Markdown.")),
    "search": ("listing", N_("Search all texts; the last word as a prefix, phrases in quotes.")),
    "next": ("listing", N_("Tell the next session, what is open and which steps are due.")),
    "plan": ("plans", N_("Tell a plan, or all that are open, with their steps.")),
    "prepare": ("preparation", N_("Prepare the next session line by line: what happened since, what you bring.")),
    "export": ("exporting", N_("Export exactly the chosen entries to a file.")),
    "report": ("exporting", N_("Write the sponsor’s report: validated progress statements and nothing else.")),
    "disclosures": ("disclosures", N_("List what left, when and to whom; what somebody knows; where an entry went.")),
    "import": ("importing", N_("Import entries of Recul and of other journals, and questions that came back.")),
    "phone": ("phone", N_("Write a page for the phone that can only seal notes; list and end such pages.")),
    "check": ("backups", N_("Verify the whole vault.")),
    "backup": ("backups", N_("Make a verified backup.")),
    "restore": ("backups", N_("Restore a backup into a new folder.")),
    "rehearse": ("backups", N_("Prove that the newest backup restores.")),
    "passphrase": ("keys", N_("Change the passphrase.")),
    "recover": ("keys", N_("Set a new passphrase with the recovery code.")),
    "rekey": ("keys", N_("Encrypt everything anew under a new key, with a new recovery code.")),
    "unlock": ("in_hand", N_("Hold the key for the shell for a while, once you switched it on in Settings.")),
    "lock": ("in_hand", N_("Let go of the key that is held for the shell.")),
    "question": ("question", N_("Run a protocol line by line, without a full screen; every answer is kept at once.")),
    "protocols": ("questions", N_("List the protocols, check one of your own, try a wording.")),
    "people": ("people", N_("List people and their aliases, add one, settle words that may tell too much.")),
    "recipients": ("recipients", N_("List those who receive, with the form they prefer, or add one.")),
    "statement": ("statements", N_("Write and validate progress statements.")),
    "demo": ("demo", N_("Open a throwaway vault with a fictitious year, deleted afterwards.")),
    "doctor": ("doctor", N_("Tell versions, paths, permissions and terminal; nothing of the content.")),
    "desktop": ("desktop", N_("Add a launcher that opens Recul in a terminal of the right size, or remove it.")),
    "completion": ("completion", N_("Print the completion script for bash, zsh or fish.")),
    "man": ("manual", N_("Print the manual page.")),
}


@reporting
@click.group(
    "recul",
    cls=LazyGroup,
    places=COMMANDS,
    no_args_is_help=True,
    help=N_("Recul: an encrypted journal for managers who are being coached. Without a command, the app opens."),
)
def recul() -> None:
    """Do nothing more: common options are remembered by their callbacks."""


def run(arguments: Sequence[str]) -> int:
    """Carry out a command and return its exit code; errors of Recul pass through to the caller."""
    speak_plainly(plain=False)
    if "_RECUL_COMPLETE" in os.environ:
        from click.shell_completion import add_completion_class

        from journal.cli.offered_words import Bash

        add_completion_class(Bash)
        recul.main(list(arguments), prog_name="recul")
    try:
        # Not Click's own main: it would turn a closed pipe into exit code 1 and a fault into a message of its own.
        with recul.make_context("recul", list(arguments), obj=Common()) as context:
            result = recul.invoke(context)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.UsageError as error:
        tell(usage_message(error))
        return error.exit_code
    except click.ClickException as error:
        tell(error.format_message())
        return error.exit_code
    except click.Abort:
        click.echo(err=True)
        return 130  # as after any interruption by Ctrl+C
    return result if isinstance(result, int) else 0
