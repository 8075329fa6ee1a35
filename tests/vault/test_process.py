"""The process closed to others."""

import os
import subprocess
import sys

import pytest

HARDENED = """
import os, resource, sys
from journal.vault.process import harden
harden()
print(resource.getrlimit(resource.RLIMIT_CORE), oct(os.umask(0)), flush=True)
sys.stdin.readline()
"""

READING = """
import os, sys
if os.geteuid() == 0:  # root may read anything: give up what makes it root
    os.setgid(65534); os.setuid(65534)
try:
    open(f"/proc/{sys.argv[1]}/mem", "rb").close()
except PermissionError:
    print("denied")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Linux tells by /proc")
def test_no_core_is_dumped_and_memory_is_not_read_by_others() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HARDENED], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "(0, 0) 0o77\n"
        owner = os.stat(f"/proc/{process.pid}/mem").st_uid  # noqa: PTH116 -- a path of the system
        dumpable_owner = os.geteuid()
        done = subprocess.run(
            [sys.executable, "-c", READING, str(process.pid)], capture_output=True, text=True, check=True
        )
        process.communicate("end\n")
    assert done.stdout == "denied\n"
    assert owner == 0 or owner != dumpable_owner
