"""Errors of the disk and of what lies on it: the system would not write or read; the exit code is 9."""

from journal.errors import ReculError
from journal.language import N_


class StorageFailed(ReculError):
    """The system would not write or read; what was typed is kept on screen."""

    exit_code = 9
    text = N_("The system could not read or write the file.")


class DiskFull(StorageFailed):
    """No room is left."""

    text = N_("The disk is full.")


class VaultReplaced(StorageFailed):
    """Another file stands in the place of the open database, or none."""

    text = N_("The journal’s file was replaced or removed.")


class ReadOnlyDisk(StorageFailed):
    """The place cannot be written to."""

    text = N_("This place is read-only.")


class AccessDenied(StorageFailed):
    """The system's permissions forbid it. Facts: path."""

    text = N_("The system denies access to {path}.")


class FolderClosed(StorageFailed):
    """A folder in which the system makes no files. Facts: path."""

    text = N_("The system takes no file in the folder {path}.")


class CipherMissing(StorageFailed):
    """The encryption of the database is not available; nothing is written without it."""

    text = N_("The encrypted database engine is not installed properly. Nothing is written without it.")
