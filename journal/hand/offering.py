"""Offer of the key in hand: where it exists, and what it risks."""

import sys

from journal.language import N_

RISK = N_(
    "While the key is in hand, every program that runs as you can open the journal without the passphrase, and so can "
    "whoever sits down at this machine."
)
"""The one honest sentence."""


def offered() -> bool:
    """Return whether this system has it: private sockets that tell who asks, and a Python to run beside."""
    return sys.platform in ("linux", "darwin") and not getattr(sys, "frozen", False)
