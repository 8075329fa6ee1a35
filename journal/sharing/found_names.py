"""A name that was found in a text: from where to where it stands, its alias, and who may be meant by it."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Found:
    """From where to where a name stands, its alias, and whether a title stands before it."""

    start: int
    end: int
    alias: str
    titled: bool = False
    family: bool = False  # whether the name stands for all who bear it: "the Lenoirs"
    shared: tuple[str, ...] = ()  # the aliases of all who may be meant, where several share it
    words: str = field(default="", repr=False)  # the name that they share, without what stands around it

    @property
    def who(self) -> tuple[str, ...]:
        """The aliases of all who may be meant."""
        return self.shared or (self.alias,)


Told = Callable[[int], Found | None]
"""What tells from where to where what stands at a place, when what comes before is written up to another."""


def literal(span: tuple[int, int], by: str, written: int) -> Found | None:
    """Return what these very characters are replaced by; None where they are written already."""
    return Found(*span, by) if written <= span[0] else None
