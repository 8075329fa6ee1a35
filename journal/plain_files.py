"""Plain files opened to be read: at once or not at all, whatever stands under the name.

A pipe would be waited for, a device may never end, a link leads elsewhere. A file that a person names may be reached
through links; what belongs to a vault may not.
"""

import os
import re
import stat
from codecs import BOM_UTF8
from pathlib import Path
from typing import BinaryIO

from journal.errors import AlteredVault

_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)  # Windows has none; there the status asked for before is all there is
_JUNCTION = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)  # a folder of Windows that is elsewhere
_LONGEST_TEXT = 1024 * 1024  # bytes
_HANDED_OVER = rf"{re.escape(os.devnull)}|/dev/stdin|(?:/dev|/proc/self)/fd/\d+"


def opened(path: Path) -> BinaryIO:
    """Open a file that a person named. Raises OSError, and UnsafeTarget for anything but a plain file."""
    return _plain_file(path, path.stat(), _READ)


def opened_itself(path: Path) -> BinaryIO:
    """Open a file that nobody named one by one: no link is followed. Raises OSError, and UnsafeTarget as above."""
    return _plain_file(path, path.lstat(), _READ | _NO_LINK)


def _plain_file(path: Path, status: os.stat_result, flags: int) -> BinaryIO:
    if stat.S_ISREG(status.st_mode):
        file = os.fdopen(os.open(path, flags), "rb")
        if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            return file
        file.close()  # another one since
    from journal.errors.refusals import UnsafeTarget  # late: what is refused is rare, and its words take a while

    raise UnsafeTarget(path=path)


def text_of(path: Path) -> str:
    """Return a small file of text that a person keeps. Raises OSError, UnsafeTarget, UnicodeDecodeError."""
    with opened(path) as file:
        return file.read(_LONGEST_TEXT).removeprefix(BOM_UTF8).decode()


def opened_or_handed_over(path: Path) -> BinaryIO:
    """Open a file that a person named, or what their shell handed over as one, which is waited for (`<(command)`).

    Raises OSError, and UnsafeTarget for anything else.
    """
    if re.fullmatch(_HANDED_OVER, str(path)) and not stat.S_ISDIR(path.stat().st_mode):
        return path.open("rb")
    return opened(path)


def opened_of_vault(path: Path) -> BinaryIO:
    """Open a file of a vault. Raises OSError, and AlteredVault for anything but a plain file."""
    require_plain(path.lstat(), path)
    file = os.fdopen(os.open(path, _READ | _NO_LINK), "rb")
    try:
        require_plain(os.fstat(file.fileno()), path)
    except AlteredVault:
        file.close()
        raise
    return file


def require_plain(status: os.stat_result, path: Path) -> None:
    """Raise AlteredVault unless this is a plain file."""
    if not stat.S_ISREG(status.st_mode):
        raise AlteredVault(path=path)


def require_folder(status: os.stat_result, path: Path) -> None:
    """Raise AlteredVault unless this is a folder that is where it seems to be."""
    elsewhere = _JUNCTION is not None and getattr(status, "st_reparse_tag", 0) == _JUNCTION
    if elsewhere or not stat.S_ISDIR(status.st_mode):
        raise AlteredVault(path=path)
