"""Choice of when pydantic builds the checks of a value: when its class is read, or when the first one is made."""

_deferred = False


def defer_checks(*, wanted: bool) -> None:
    """Choose for the classes that are read from now on: a command makes values of few of them.

    The app makes all, in several threads: there they are built while the passphrase is typed.
    """
    global _deferred  # noqa: PLW0603 -- asked by each class of the model as it is read
    _deferred = wanted


def checks_are_deferred() -> bool:
    """Return what was chosen."""
    return _deferred
