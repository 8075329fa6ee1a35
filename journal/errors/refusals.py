"""Refusals by a rule of the practice: nothing is broken, nothing was changed, and the exit code is 7."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from journal.errors import RefusedByRule
from journal.language import N_, _

_LONGEST = 60  # characters of what is pointed at


class Pointed(RefusedByRule):
    """A refusal that can point at the words that are meant, to the person alone: `str`, which logs hold, never does."""

    pointing: ClassVar[str]

    def __init__(self, pointed: Mapping[str, str] | None = None, **facts: object) -> None:
        super().__init__(**facts)
        self._pointed = pointed

    def message(self) -> str:
        """Return the line with the words, and with where they stand as a person would recognise it."""
        if self._pointed is None:
            return super().message()
        from journal.hygiene import one_line

        told = {name: _cut(one_line(words)) for name, words in self._pointed.items()}
        return _(self.pointing).format(**told, **self.facts)

    def __str__(self) -> str:
        return super().message()


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


class VaultExists(RefusedByRule):
    """The folder already holds a vault. Facts: path."""

    text = N_("There is already a vault in {path}. It was left as it is.")


class WeakPassphrase(RefusedByRule):
    """A passphrase that would be guessed."""

    text = N_("This passphrase is too easy to guess. Several unrelated words make a good one.")


class TargetExists(RefusedByRule):
    """The file to write is already there. Facts: path."""

    text = N_("{path} already exists. It was left as it is; --force overwrites a file.")


class UnsafeTarget(RefusedByRule):
    """The file to write is a folder, a link or something else that is no plain file. Facts: path."""

    text = N_("{path} is not a plain file. It was left as it is.")


class UnsafeName(UnsafeTarget):
    """A name that leads elsewhere or that some system reserves. Facts: path."""

    text = N_("{path} is no safe name: write it without “..”, special characters or a name that a system reserves.")


class NameTooLong(UnsafeName):
    """A file name or path longer than systems take."""

    text = N_("The name of the file is too long. Choose a shorter one.")


class FolderNotEmpty(RefusedByRule):
    """A new folder was asked for and something is in it. Facts: path."""

    text = N_("There is something in {path} already. It was left as it is; name a new folder.")


class PlaintextNotConfirmed(RefusedByRule):
    """Something readable would be written without anybody having confirmed it."""

    text = N_("What leaves would be readable by anyone. Confirm with --plaintext.")


class WrongAudience(RefusedByRule):
    """A recipient who is kept as somebody else than for whom this is."""

    text = N_("This recipient is kept for another audience. Name that one with --for. Nothing left.")


class NotConfirmed(RefusedByRule):
    """The person did not confirm."""

    text = N_("Not confirmed. Nothing left.")


class TextTooLong(RefusedByRule):
    """A text beyond what is kept in one piece. Facts: limit, in KiB."""

    text = N_("This text is longer than {limit} KiB. Nothing was kept.")


class EntryChangedMeanwhile(RefusedByRule):
    """The entry was saved elsewhere since it was read. Facts: ref."""

    text = N_("Entry #{ref} was changed elsewhere meanwhile. Your text was kept as a draft.")


class NotForSponsor(RefusedByRule):
    """The sponsor reads validated progress statements and nothing else."""

    text = N_("The sponsor receives only progress statements that you have validated.")


class ValidationLost(NotForSponsor):
    """A statement whose validation does not hold: not made in this journal, or of another text. Facts: ref."""

    text = N_("The validation of statement #{ref} does not hold: it is a draft. Validate it again. Nothing left.")


class NothingSelected(RefusedByRule):
    """What was marked may not leave in this way, or nothing was marked."""

    text = N_("Nothing is selected that may leave this way. Nothing left.")


class NothingValidated(NothingSelected):
    """No statement is validated, or none since the day that was asked for."""

    text = N_("No progress statement is validated for this report. Nothing left.")


class NamesInStatement(Pointed):
    """A statement that names somebody of the journal. Facts: ref."""

    text = N_("Statement #{ref} names somebody of your journal. Write their alias, then validate it again.")
    pointing = N_(
        "Statement #{ref} (“{line}”) names somebody of your journal: {words}. Write their alias, then validate it."
    )


class AgreementLost(Pointed):
    """A line whose mark does not hold. Facts: ref."""

    text = N_("A line of session #{ref} changed since all agreed on it. Look at it, and mark it again.")
    pointing = N_("A line of {where} changed since all agreed on it. Look at it, and mark it again.")


class NamesInLine(Pointed):
    """A line of a record that names somebody who does not take part. Facts: ref."""

    text = N_("A line of session #{ref} names somebody who does not take part. Write their alias, then mark it again.")
    pointing = N_(
        "“{line}” ({where}) names somebody who does not take part: {words}. "
        "Write their alias, then mark the line again."
    )


class PartiesMissing(RefusedByRule):
    """A line cannot be agreed on by all where nobody else takes part."""

    text = N_("Nobody else takes part in this engagement yet. Name the parties first.")


class NotOfThree(Pointed):
    """Only what was decided at a meeting of three can be agreed on by all. Facts: ref."""

    text = N_("Session #{ref} is not a three-way meeting: nothing of it can be marked as agreed by all.")
    pointing = N_("This is not a three-way meeting: {where}. Nothing of it can be marked as agreed by all.")


class NameInFileName(Pointed):
    """A file name that names somebody of the journal, for an outside audience."""

    text = N_("The file’s name names somebody of your journal. Choose another one. Nothing left.")
    pointing = N_("The file’s name names somebody of your journal: {words}. Choose another one. Nothing left.")


class AliasTaken(RefusedByRule):
    """An alias that somebody else carries."""

    text = N_(
        "This alias is somebody else’s already. Choose another one: one alias, one person. If both names are one "
        "person’s, add this one to the other as a form of it (--form)."
    )


class AliasIsName(RefusedByRule):
    """Words that shall stand for a name and are one themselves."""

    text = N_("This is a real name, and would leave as one. Choose words that name nobody.")


class NameIsAlias(RefusedByRule):
    """A name that somebody else carries as an alias."""

    text = N_("Somebody else carries this name as an alias. Change that alias first.")


class LongName(RefusedByRule):
    """A name longer than the name of a person. Facts: most."""

    text = N_("This name is longer than {most} characters. Nothing was changed.")


class AliasesNotAccepted(RefusedByRule):
    """Aliases that came along and would change what leaves, and nobody said yes. Facts: count."""

    text = N_("Aliases come along that would change what leaves. Nothing was imported. Allow it with --accept-aliases.")


class NameDiffers(RefusedByRule):
    """The name typed to validate is empty or was not repeated alike."""

    text = N_("The two names differ. Nothing was changed.")


class NameTooShort(RefusedByRule):
    """What was typed to validate is no name."""

    text = N_("Type your first name and surname: “validated by” is followed by a name of two letters at least.")


class NotTheManager(Pointed):
    """The name typed to validate is not the one by which the manager is known."""

    text = N_("Only the manager validates: type the name that stands in your engagement or in what you validated.")
    pointing = N_("Only the manager validates, and is known here as “{known}”: type that name.")


class ChangedSincePreview(RefusedByRule):
    """What would be written is no longer what was shown."""

    text = N_("Something changed since the preview. Look again before anything leaves.")


class StillSealed(RefusedByRule):
    """The entry is sealed until a date that has not come. Facts: ref, until (a moment, where it is known)."""

    text = N_("Entry #{ref} is sealed until a later date.")

    def message(self) -> str:
        """Return the line with the day on which the seal opens: it is no secret to whom it belongs."""
        until = self.facts.get("until")
        if not isinstance(until, datetime):
            return super().message()
        from journal.dates.wording import dated

        return _("Entry #{ref} is sealed until {day}.").format(ref=self.facts["ref"], day=dated(until.date()))


class DateNotAhead(RefusedByRule):
    """A seal needs a date that has not come."""

    text = N_("Choose a date that has not come yet.")


class NoLauncherHere(RefusedByRule):
    """No launcher is known for this system."""

    text = N_("No launcher is known for this system: start “recul” in a terminal.")
