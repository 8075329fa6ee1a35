"""Errors of the key in hand."""

from journal.errors import ReculError, RefusedByRule
from journal.language import N_


class HandUnavailable(RefusedByRule):
    """A system on which no process can hold a key for the shell."""

    text = N_("Holding the key for the shell does not exist on this system. Commands ask for the passphrase each time.")


class HandNotAllowed(RefusedByRule):
    """Holding the key was asked for, and is not switched on. Facts: risk."""

    text = N_("Holding the key is switched off. {risk} To switch it on: Settings, “Key for the shell”.")


class NoLockedMemory(ReculError):
    """The system does not let memory be locked, or the process did not start."""

    exit_code = 9
    text = N_("The key is not held: its process did not begin, or the system does not let memory be locked.")


class UnsafeHand(ReculError):
    """A link, or something that others can reach, where the socket should be. Facts: path."""

    exit_code = 7
    text = N_("{path} is a link, or open to others, or not yours. The key is neither given nor taken there.")


class HandUnreachable(ReculError):
    """A process that may hold the key, and does not answer."""

    exit_code = 9
    text = N_("A process may hold the key and does not answer: try again, or end the session.")


class KeyReplaced(ReculError):
    """The key that was in hand is not the vault's any more."""

    exit_code = 3
    text = N_("The key in hand does not open this vault any more.")
