"""Errors of what is asked line by line."""

from journal.errors import ReculError, WrongUsage
from journal.language import N_


class ProtocolNeeded(WrongUsage):
    """No protocol was named where nobody can be asked for one."""

    text = N_("Name a protocol, or an open reflection with --on. See: recul protocols")


class AnswerNotUnderstood(WrongUsage):
    """A line that is no answer to the question whose turn it is, where nobody can be asked again. Facts: number."""

    text = N_("The answer to question {number} cannot be read. What was answered before is kept.")


class NothingPlanned(ReculError):
    """No session lies ahead that could be prepared."""

    exit_code = 4
    text = N_("No session is planned.")
