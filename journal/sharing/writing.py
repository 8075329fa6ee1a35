"""Writer of what leaves as a file: whole or not, over nothing that was there, through no link, readable by its owner.

The content goes to a new file in the same folder and is made durable first; only then does it get its name. A process
killed at any moment leaves either no file of that name or the whole one.
"""

import errno
import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from journal.errors import FolderMissing, ReculError
from journal.errors.refusals import NameTooLong, TargetExists, UnsafeName, UnsafeTarget
from journal.errors.storage import FolderClosed
from journal.files import named, sync_folder, write_new
from journal.language import N_, Language, _, speaking
from journal.model.audience import Audience

_MOST_NAMES = 99  # tries for a file name that is free
_LONGEST = 100
_LONGEST_NAME = 255  # bytes
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_RESERVED = re.compile(r"^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]')
_PREFIX = ".recul-"
_WORDS = {
    Audience.ME: N_("journal"),
    Audience.PRACTITIONER: N_("practitioner"),
    Audience.GROUP: N_("group"),
    Audience.SPONSOR: N_("progress"),
}


@dataclass(frozen=True, slots=True)
class Staged:
    """A file whose content is durable and which does not have its name yet."""

    temporary: Path
    target: Path
    sha256: str


def default_name(audience: Audience, language: Language, on: date, ending: str, told: str = "") -> str:
    """Return a file name that says it is personal, for whom and when; or what is told, such as session and day.

    Nothing of the content is in the name of a file that is closed.
    """
    with speaking(language):
        personal, reader = _("PERSONAL"), slug(_(_WORDS[audience]))
        return f"{personal}-recul-{slug(told) if told else f'{reader}-{on.isoformat()}'}.{ending}"


def not_taken(folder: Path, name: str) -> Path:
    """Return a path of this name in a folder, with a number where a file bears the name already."""
    stem, dot, rest = name.partition(".")
    names = [name, *(f"{stem}-{number}{dot}{rest}" for number in range(2, _MOST_NAMES))]
    return next((folder / each for each in names if not (folder / each).exists()), folder / name)


def slug(text: str) -> str:
    """Return text as part of a file name: lower-case ASCII letters, digits and hyphens, never a reserved name."""
    plain = unicodedata.normalize("NFKD", text.replace("’", " ")).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-")
    return f"{words}-" if _RESERVED.match(words) else words or "recul"


def checked(target: Path, *, force: bool = False) -> Path:
    """Return the target with its folder resolved, when a file may be written there.

    Raise UnsafeName for names that lead elsewhere or that a system reserves, UnsafeTarget for anything but a plain
    file, NameTooLong, TargetExists for a file that is there (unless `force`), FolderMissing when its folder is not.
    """
    if not target.name or target.name in (".", "..") or ".." in target.parts or _FORBIDDEN.search(target.name):
        raise UnsafeName(path=target)
    if len(os.fsencode(target.name)) > _LONGEST_NAME:
        raise NameTooLong
    if _RESERVED.match(target.name.split(".")[0].strip()):
        raise UnsafeName(path=target)
    if target.name.endswith((".", " ")):  # Windows drops these, and would write another file
        raise UnsafeName(path=target)
    with _told(target):
        try:
            there = target.lstat()
        except FileNotFoundError:
            there = None
    if there is not None and not stat.S_ISREG(there.st_mode):
        raise UnsafeTarget(path=target)
    if there is not None and not force:
        raise TargetExists(path=target)
    if not target.parent.is_dir():
        raise FolderMissing(path=target.parent)
    return target.parent.resolve() / target.name


def plan(content: bytes, target: Path, *, force: bool = False) -> Staged:
    """Return where the content will be written, and touch nothing; raise what `checked` raises."""
    target = checked(target, force=force)
    temporary = target.parent / f"{_PREFIX}{os.urandom(8).hex()}.part"
    return Staged(temporary, target, hashlib.sha256(content).hexdigest())


def stage(staged: Staged, content: bytes) -> None:
    """Write the content beside its target and make it durable; on failure nothing is left."""
    try:
        with _told(staged.target):
            write_new(staged.temporary, content)
    except ReculError:
        with suppress(OSError):
            staged.temporary.unlink(missing_ok=True)
        raise


def settle(staged: Staged, *, force: bool = False) -> None:
    """Give a staged file its name, as one step; on failure the target is as it was."""
    checked(staged.target, force=force)
    with _told(staged.target):
        if force:
            staged.temporary.replace(staged.target)
        else:
            _name_new(staged)
    with suppress(OSError):  # the file has its name already, so a refusal is no failure
        sync_folder(staged.target.parent)


def same_file(staged: Staged) -> bool:
    """Whether both names are there and mean one file: it was named, and its temporary name not taken away yet."""
    try:
        return os.path.samestat(staged.temporary.lstat(), staged.target.lstat())
    except OSError:
        return False


def withdraw(staged: Staged) -> None:
    """Remove a staged file that shall not get its name."""
    with _told(staged.target):
        staged.temporary.unlink(missing_ok=True)


def write(content: bytes, target: Path, *, force: bool = False) -> str:
    """Write a whole file; return its SHA-256 in hexadecimal."""
    staged = plan(content, target, force=force)
    stage(staged, content)
    try:
        settle(staged, force=force)
    except ReculError:
        withdraw(staged)
        raise
    return staged.sha256


def _name_new(staged: Staged) -> None:
    """Give the name only when nobody has it, which a link does everywhere and a rename on Windows alone."""
    if os.name == "nt":
        staged.temporary.rename(staged.target)
        return
    try:
        os.link(staged.temporary, staged.target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK):
            raise
        # A file system without links (FAT): the name was free a moment ago, and rename is one step.
        staged.temporary.rename(staged.target)
    else:
        staged.temporary.unlink()


@contextmanager
def _told(target: Path) -> Iterator[None]:
    """Turn what the system says into an error that a person can meet."""
    try:
        yield
    except FileExistsError:
        raise TargetExists(path=target) from None
    except FileNotFoundError:
        if target.parent.is_dir():  # /proc says so of what it does not let be made
            raise FolderClosed(path=target.parent) from None
        raise FolderMissing(path=target.parent) from None
    except (IsADirectoryError, NotADirectoryError):
        raise UnsafeTarget(path=target) from None
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise NameTooLong from None
        if error.errno in (errno.ELOOP, errno.EINVAL):
            raise UnsafeTarget(path=target) from None
        raise named(error, target) from None


def sha256_of(path: Path) -> str | None:
    """Return the SHA-256 of a plain file in hexadecimal; None when there is none."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
