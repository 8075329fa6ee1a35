"""Options that can be said to the app: those that stand in front of everything else."""

TYPE_CHECKING = False  # this is read before the terminal is held
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NAMES = ("--vault", "--lang")


def split(asked: "Sequence[str]") -> "tuple[Mapping[str, str], list[str]]":
    """Return the door's options that stand in front, and everything from the first other word on."""
    options: dict[str, str] = {}
    rest = list(asked)
    while rest:
        name, equals, value = rest[0].partition("=")
        if name not in _NAMES or not (equals or len(rest) > 1):
            break
        options[name] = value if equals else rest[1]
        del rest[: 1 if equals else 2]
    return options, rest
