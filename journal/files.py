"""Files written whole or not at all, private from their first byte on."""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from journal.errors import ReculError
from journal.errors.storage import AccessDenied, DiskFull, ReadOnlyDisk, StorageFailed

PART = ".part"
"""Ending of a file that is not whole yet; whoever finds an old one may remove it."""

_FEW_PAGES = 64 * 1024  # bytes
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def has_room(folder: Path) -> bool:
    """Return whether the disk of a folder has room for a few pages more; True where the system does not tell."""
    try:
        total, free = _room(folder)
    except OSError:
        return True
    return not total or free >= _FEW_PAGES


def _room(folder: Path) -> tuple[int, int]:
    """Return how many bytes the disk of a folder holds, and how many are free."""
    if sys.platform != "win32":
        told = os.statvfs(folder)
        return told.f_blocks * told.f_frsize, told.f_bavail * told.f_frsize
    import shutil  # late: it reads what opens archives

    usage = shutil.disk_usage(folder)
    return usage.total, usage.free


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn the system's refusals into DiskFull, ReadOnlyDisk, AccessDenied or StorageFailed."""
    try:
        yield
    except OSError as error:
        raise named(error, path) from error


def named(error: OSError, path: Path) -> ReculError:
    """Return the error a person can read for what the system refused."""
    if error.errno in _FULL:
        return DiskFull()
    if error.errno == errno.EROFS:
        return ReadOnlyDisk()
    if error.errno in (errno.EACCES, errno.EPERM):
        return AccessDenied(path=path)
    return StorageFailed()


def private_folder(path: Path) -> Path:
    """Return the folder, created for its owner alone (0700, whatever the umask) when it is not there.

    Folders above it are created likewise; an existing folder keeps its permissions.
    """
    with storage_errors(path):
        for folder in reversed([path, *path.parents]):
            if not folder.is_dir():
                with suppress(FileExistsError):  # two starts at once
                    folder.mkdir(mode=0o700)
                    if os.name == "posix":
                        folder.chmod(0o700)  # a mode given to mkdir is masked
        if not path.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, "not a folder")
    return path


def sync_folder(folder: Path) -> None:
    """Make names in the folder durable; Windows keeps them with the file and cannot open folders."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno != errno.EINVAL:  # some network file systems refuse; the file itself is synced
                raise
        finally:
            os.close(descriptor)


def write_new(path: Path, data: bytes) -> None:
    """Write a new private file durably; raise FileExistsError when the name is taken, leave nothing half-written."""
    descriptor = os.open(path, _NEW, 0o600)
    try:
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(descriptor, left) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def replace(path: Path, data: bytes, verify: Callable[[bytes], object] | None = None) -> None:
    """Put the data in the place of the file: the old or the new content stands there, whenever the power goes.

    `verify` receives what was read back before the name changes; what it raises leaves the old file in place.
    Raises DiskFull, ReadOnlyDisk, AccessDenied, StorageFailed.
    """
    part = path.with_name(f".{path.name}.{os.urandom(8).hex()}{PART}")
    with storage_errors(path):
        write_new(part, data)
        try:
            if verify is not None:
                verify(part.read_bytes())
            part.replace(path)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise
        sync_folder(path.parent)
