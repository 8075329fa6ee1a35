"""The process made closed: no core dump, no reading of its memory by others, no file open to others."""

import os
import sys

# <sys/prctl.h>
_PR_SET_DUMPABLE = 4


def harden() -> None:
    """Forbid core dumps and, on Linux, that another process of the same person reads this one's memory.

    What the system does not offer is left out in silence: it is a second wall, not the first.
    """
    close_to_others()
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def close_to_others() -> None:
    """Forbid core dumps and create files for their owner alone; cheap enough for a command that must start at once."""
    if sys.platform != "win32":
        import resource

        os.umask(0o077)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
