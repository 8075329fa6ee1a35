"""The lines of a composed page that can be left at home or taken along; the choice belongs to the preparation."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line that can be ticked: its key, what it tells in the words of the journal, and whether it leaves."""

    key: str
    words: str = field(repr=False)
    ticked: bool
