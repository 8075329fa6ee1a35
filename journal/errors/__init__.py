"""Every error a person can meet: a type told apart from its neighbours, its exit code, its message.

What a rule forbids (exit code 7) stands in `refusals`, what the disk refuses (9) in `storage`, imports in `imports`.

Facts given to an error are identifiers, counts and paths, never content and never secrets: errors reach logs. Content
that a person needs to find what is meant is given to a `Pointed` refusal, which tells it to them alone.
"""

from pathlib import PurePath
from typing import ClassVar

from journal.language import N_, _


class ReculError(Exception):
    """Something went wrong that Recul can name."""

    exit_code: ClassVar[int] = 1
    text: ClassVar[str] = N_("Something unexpected happened. Reference for the log: {id}.")

    def __init__(self, **facts: object) -> None:
        super().__init__()
        self.facts = facts

    def message(self) -> str:
        """Return one line for the person, in the current language."""
        return _(self.text).format(**{name: _shown(fact) for name, fact in self.facts.items()})

    def clause(self) -> str:
        """Return the same as it goes on after a colon."""
        told = self.message()
        return told[:1].lower() + told[1:].rstrip(".")

    def __str__(self) -> str:
        return self.message()


def _shown(fact: object) -> object:
    """Return a fact as it may be shown: a path or a name can come from an argument or the environment."""
    if not isinstance(fact, str | PurePath):
        return fact
    from journal.hygiene import visible  # what nobody needs before something went wrong

    return visible(str(fact)).replace("\n", " ")


class Unexpected(ReculError):
    """A fault of the program; the log holds its reference and no content. Facts: id."""

    def clause(self) -> str:
        """Return it short enough to stand in a corner of a page."""
        return _("something unexpected happened (reference {id})").format(**self.facts)


class RefusedByRule(ReculError):
    """A rule of the practice forbids this."""

    exit_code = 7
    text = N_("A rule forbids this.")


class WrongUsage(ReculError):
    """The request cannot be understood."""

    exit_code = 2
    text = N_("This request cannot be understood.")


class PassphraseNotAsked(WrongUsage):
    """Another passphrase was given where the recovery code opens the vault."""

    text = N_("The recovery code opens the vault here: give the new passphrase with --new-passphrase-file.")


class NotText(WrongUsage):
    """An argument that is not text in the encoding of the terminal."""

    text = N_("An argument is not valid text (UTF-8). Nothing was done.")


class CannotBeRead(WrongUsage):
    """A value on a page that the journal cannot take as it is typed; it is a draft until it can be read."""

    text = N_("Something here cannot be read yet; it stays as you typed it.")


class ProtectionUnfit(WrongUsage):
    """A protection that this format does not know."""

    text = N_("This protection does not fit this format: an HTML page protects html, PDF protects pdf, age any.")


class UnknownFormat(WrongUsage):
    """A form that this version does not write: a newer one may have kept it as somebody's preference."""

    text = N_("This version of Recul does not write this form. Choose another one.")


class UnknownEnding(WrongUsage):
    """A file name that tells no form, where none was named. Facts: endings."""

    text = N_("The ending of the file’s name tells no form. Use one of {endings}, or --format.")


class EndingDiffers(WrongUsage):
    """A file name whose ending tells another form than the one asked for."""

    text = N_("The ending of the file’s name tells another form than --format. Nothing left.")


class UnknownRecipientKey(WrongUsage):
    """Something that is no age public key."""

    text = N_("This is not a known recipient and not an age public key (age1…).")


class UnknownOption(WrongUsage):
    """An option that `recul log` does not have, or one without its value."""

    text = N_("recul log has no such option, or its value is missing. See: recul log --help")


class NothingToLog(WrongUsage):
    """There is no text to capture."""

    text = N_("There is nothing to keep. Give a text, or send one to standard input.")


class NoTerminal(WrongUsage):
    """A full-screen program was asked for where there is no terminal."""

    text = N_("This needs a terminal.")


class DumbTerminal(NoTerminal):
    """A terminal that moves no cursor, where a full-screen program was asked for."""

    text = N_(
        "This terminal shows no full screen (TERM=dumb). Line by line: recul list, question, show, search, next, log."
    )


class WrongPassphrase(ReculError):
    """No slot opens with this passphrase; nothing was changed."""

    exit_code = 3
    text = N_("This passphrase does not open the vault. Nothing was changed.")


class WrongRecoveryCode(ReculError):
    """The recovery code does not open its slot; nothing was changed."""

    exit_code = 3
    text = N_("This recovery code does not open the vault. Nothing was changed.")


class MissingPassphrase(ReculError):
    """There is no terminal to ask on and no passphrase file was given."""

    exit_code = 3
    text = N_("There is no terminal to ask for the passphrase. Use --passphrase-file.")


class EmptyPassphrase(MissingPassphrase):
    """The first line of a file that should hold a secret is empty. Facts: path."""

    text = N_("The first line of {path} is empty: there is no passphrase or code in it.")


class VaultNotFound(ReculError):
    """There is no vault in the folder. Facts: path."""

    exit_code = 4
    text = N_("There is no vault in {path}. Create one with: recul init")


class EntryNotFound(ReculError):
    """No entry carries this number. Facts: ref."""

    exit_code = 4
    text = N_("There is no entry #{ref}.")


class EntryUnreadable(ReculError):
    """An entry of which a part makes no sense; its row can be shown as it is. Facts: ref, field."""

    exit_code = 5
    text = N_("Entry #{ref} cannot be read ({field}). “recul show {ref}” shows what is there.")


class NotAStatement(EntryNotFound):
    """An entry that cannot be validated, for it is no progress statement. Facts: ref."""

    text = N_("Entry #{ref} is no progress statement.")


class NoSession(ReculError):
    """No session is planned and none was held, so that nothing can be noted in one."""

    exit_code = 4
    text = N_("There is no session yet to which this could be added.")


class UnknownRecipient(ReculError):
    """No recipient is kept under this name. Facts: name."""

    exit_code = 4
    text = N_("No recipient is called “{name}”.")


class PersonNotFound(ReculError):
    """No person of the journal is called so."""

    exit_code = 4
    text = N_("Nobody in the journal carries this name.")


class ProtocolNotFound(ReculError):
    """No protocol carries this code. Facts: code."""

    exit_code = 4
    text = N_("There is no protocol “{code}”.")


class EntryForProtocol(ProtocolNotFound):
    """The number of an entry stands where a protocol is asked for. Facts: code."""

    text = N_("There is no protocol “{code}”. To question entry {code}: recul question --on {code}")


class FileMissing(ReculError):
    """A file that was named is not there. Facts: path."""

    exit_code = 4
    text = N_("There is no file {path}.")


class FolderMissing(FileMissing):
    """The folder in which a file should be written is not there. Facts: path."""

    text = N_("There is no folder {path}.")


class BackupMissing(FileMissing):
    """There is no backup to look at. Facts: path."""

    text = N_("There is no backup in {path}. Make one with: recul backup")


class DamagedVault(ReculError):
    """The vault's files contradict themselves: damage or tampering, not a wrong passphrase."""

    exit_code = 5
    text = N_("The vault is damaged or was altered. It was left as it is; a backup can be restored beside it.")


class AlteredVault(DamagedVault):
    """A link, a folder or a pipe where a vault has a file of its own. Facts: path."""

    text = N_(
        "{path} is a link, a folder or something else that a vault does not have there. Nothing was read or changed: "
        "put the file itself into the vault."
    )


class StaleHeader(DamagedVault):
    """The header is older than the database has seen: an earlier copy was put back."""

    text = N_("An older vault.json was put back beside the journal. Put the newest one back, or restore a backup.")


class DamagedBackup(ReculError):
    """A backup that does not open."""

    exit_code = 5
    text = N_("This backup is damaged or was altered. It was left as it is.")


class VaultBusy(ReculError):
    """Another process holds the vault."""

    exit_code = 6
    text = N_("The vault is open in another window or program. Close it there first.")


class NewerFormat(ReculError):
    """Written by a newer version of Recul."""

    exit_code = 8
    text = N_("This was written by a newer version of Recul. Update Recul to open it.")


class OtherPackage(ReculError):
    """A package of another program that bears the name of one of ours. Facts: name, place."""

    exit_code = 9
    text = N_(
        "Another Python package called “{name}” stands in the way: {place}. "
        "Install Recul in an environment of its own, with uv tool, pipx or venv."
    )
