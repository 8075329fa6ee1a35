"""Errors of imports: each names its place in the source, what is wrong there and what to do.

Facts are places and names of our own fields, never what stands in the source.
"""

from typing import ClassVar

from journal.errors import ReculError
from journal.language import N_, _, ngettext


class DamagedImport(ReculError):
    """An entry of an import that cannot be taken over, while the others can. Facts: path, line or number."""

    exit_code = 5
    text = N_("{place}: {reason}. Nothing was imported.")
    reason: ClassVar[str] = N_("this cannot be read")

    def message(self) -> str:
        """Return the line for a person whose import ends here."""
        return _(self.text).format(place=self.place(), reason=self._reason())

    def named(self) -> str:
        """Return the place and what is wrong there, for a list of what was left out."""
        return _("{place}: {reason}.").format(place=self.place(), reason=self._reason())

    def place(self) -> str:
        """Return where it stands: a file of a folder, a line or an entry, counted from 1."""
        told = [str(self.facts["path"])] if "path" in self.facts else []
        if "line" in self.facts:
            told.append(_("line {line}").format(line=self.facts["line"]))
        if "number" in self.facts:
            told.append(_("entry {number}").format(number=self.facts["number"]))
        place = ", ".join(told)
        return place if "path" in self.facts else place[:1].upper() + place[1:]

    def _reason(self) -> str:
        return _(self.reason).format(**self.facts)


class DamagedImportField(DamagedImport):
    """A field that is missing or holds something else than it should. Facts: as above, and field."""

    reason = N_("“{field}” is missing or cannot be read")


class ImportOverCap(DamagedImport):
    """An entry that carries more of something than one entry may. Facts: as above, field and most."""

    reason = N_("“{field}” holds more than {most}")


class HalfDatedHead(DamagedImport):
    """A line that looks like the beginning of an entry and whose date cannot be read. Facts: as above."""

    reason = N_("this looks like the beginning of an entry, but its date cannot be read")


class NoHead(DamagedImport):
    """A jrnl in which no entry begins. Facts: as above."""

    reason = N_("no line here begins with a date, as an entry of jrnl does")


class UnreadableText(DamagedImport):
    """A file whose bytes are no text in UTF-8. Facts: as above."""

    reason = N_("this is no text in UTF-8")


class TooLongFile(DamagedImport):
    """A file of a folder longer than a note may be. Facts: as above, and most, in MiB."""

    reason = N_("this is longer than {most} MiB")


class ClosedFile(DamagedImport):
    """A file of a folder that the system does not let be read. Facts: as above."""

    reason = N_("the system does not let this be read")


class EncryptedNote(DamagedImport):
    """A note that its program encrypted. Facts: as above."""

    reason = N_("its program encrypted this: let it decrypt it, then export again")


class BadEntries(ReculError):
    """Some entries of an import cannot be taken over, and nobody said to leave them out. Facts: count."""

    exit_code = 5

    def message(self) -> str:
        """Return how many, and what to do."""
        count = int(str(self.facts["count"]))
        return ngettext(
            "{count} entry cannot be read, named above. Nothing was imported; --skip-bad imports the rest.",
            "{count} entries cannot be read, named above. Nothing was imported; --skip-bad imports the rest.",
            count,
        ).format(count=count)


class UnrecognisedImport(ReculError):
    """A file in none of the formats that can be imported."""

    exit_code = 5
    text = N_("The format of this file is not recognised. Name it with --from.")


class UnnamedText(UnrecognisedImport):
    """A text file without a dated head, of which only its owner can say what it is."""

    exit_code = 2
    text = N_("This text does not say what it is: --from questions reads a question a line, --from jrnl-text a jrnl.")


class NothingRecognised(UnrecognisedImport):
    """A folder in which nothing can be imported. Facts: seen, the endings in it with their number."""

    text = N_("Nothing in this folder can be imported. Seen in it: {seen}.")


class NoEntry(UnrecognisedImport):
    """A source that is read and holds no entry."""

    text = N_("There is no entry in this. Nothing was imported.")


class EmptyFolder(NothingRecognised):
    """A folder without any file."""

    text = N_("There is no file in this folder.")


class NoQuestion(UnrecognisedImport):
    """A mail or document that came back, in which no line asks anything."""

    text = N_("No line of this ends in a question mark. Write the questions in a text file, one a line.")


class UnknownDateFormat(UnrecognisedImport):
    """A date format that is none, or that says no day."""

    exit_code = 2
    text = N_("This date format says no day. Write it as jrnl does, for instance --date-format '%d/%m/%Y %H:%M'.")


class EncryptedJrnl(UnrecognisedImport):
    """A journal that jrnl encrypted."""

    text = N_("jrnl encrypted this journal. Write it out first: jrnl --export json > journal.json. Then import that.")


class OtherJrnl(UnrecognisedImport):
    """An export of jrnl made to be looked at, not to be read again."""

    text = N_(
        "This is an export of jrnl that is made for the eye. Write jrnl --export json > journal.json, import that."
    )


class JoplinArchive(UnrecognisedImport):
    """The archive of Joplin, which is a tar of its raw export."""

    text = N_("This is an archive of Joplin. Export as “RAW” or “Markdown + Front Matter”, then import that folder.")


class DayOneText(UnrecognisedImport):
    """The plain text of Day One, which loses tags, places and hours of other zones."""

    text = N_("This is the plain text of Day One, without tags. Export it as JSON from Day One, then import that.")


class ArchiveOfNotes(UnrecognisedImport):
    """An archive in which there is no export of Day One. Facts: seen, the endings in it."""

    text = N_("There is no journal of Day One in this archive ({seen}). Unpack it, then import the folder.")


class UnsafeArchive(ReculError):
    """An archive that is no export: paths that lead elsewhere, names that come twice, far more than it says."""

    exit_code = 5
    text = N_("This archive is not one that an export makes: it was not opened any further. Nothing was imported.")


class TooManyBad(ReculError):
    """A source of which hardly anything can be read. Facts: most."""

    exit_code = 5
    text = N_(
        "More than {most} entries cannot be read: this seems to be another format. Nothing was imported; "
        "--skip-bad imports the rest."
    )


class TooManyNames(ReculError):
    """More tags, people or aliases than one import may bring. Facts: field, most."""

    exit_code = 5
    text = N_("“{field}” of all entries hold more than {most} together. Nothing was imported; import fewer at a time.")


class ImportTooLarge(ReculError):
    """More than an import may hold."""

    exit_code = 5
    text = N_("This is larger than an import may be. Nothing was imported.")


class CutAnswer(ReculError):
    """A sealed answer of which the end is missing."""

    exit_code = 5
    text = N_("The end of this answer is missing. Copy the whole block, down to its last line.")


class AlteredAnswer(ReculError):
    """A sealed answer that does not open, or opens on something else than answers."""

    exit_code = 5
    text = N_("This answer was changed on its way: it does not open. Ask for it again.")


class ForeignAnswer(ReculError):
    """A sealed answer to something that did not leave from here."""

    exit_code = 5
    text = N_("This answer is to no document that left from this journal. Nothing was taken in.")


class EndedAnswers(ReculError):
    """A sealed answer to a departure whose answers were ended."""

    exit_code = 5
    text = N_("You ended the answers to this document: what comes back to it stays closed.")


class RepeatedAnswer(ReculError):
    """What came back came in before, all of it."""

    exit_code = 5
    text = N_("All of this came in before. Nothing was added.")


class AgeAnswer(ReculError):
    """A file closed with age, whose passphrase is asked for."""

    exit_code = 5
    text = N_("This file is closed with age: type its passphrase.")


class UnknownPhonePage(ReculError):
    """A page for the phone that was never written. Facts: number."""

    exit_code = 4
    text = N_("There is no page for the phone with the number {number}.")


class NoNote(ReculError):
    """A file or text in which no note from the phone stands."""

    exit_code = 5
    text = N_("There is no note from the phone in this.")


class RepeatedNote(ReculError):
    """Notes that came in before, all of them."""

    exit_code = 5
    text = N_("This note came in before. Nothing was added.")


class CutNote(ReculError):
    """A sealed note that is cut, or altered beyond opening."""

    exit_code = 5
    text = N_("This note is cut or was changed on its way: it does not open. Copy it again, whole.")


class ForeignNote(ReculError):
    """A note sealed by a page that this journal did not write."""

    exit_code = 5
    text = N_("This note was sealed by a page of another journal. Nothing was taken in.")


class EndedPage(ReculError):
    """A note sealed by a page that was ended."""

    exit_code = 5
    text = N_("This note was sealed by a page that you ended: it stays closed.")
