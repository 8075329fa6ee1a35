"""A text in which every known name was replaced, and where."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """Where an alias stands in the text that leaves, from `start` up to and without `end`."""

    start: int
    end: int
    name: str = field(repr=False)  # the words that stood there
    who: tuple[str, ...] = ()  # the aliases of all who may be meant
    words: str = field(default="", repr=False)  # the name alone, where several share it


@dataclass(frozen=True, slots=True)
class Aliased:
    """A text in which every known name was replaced, and where."""

    text: str = field(repr=False)
    spans: tuple[Span, ...] = ()

    @property
    def original(self) -> str:
        """The text as it was, with the names back in their places."""
        pieces: list[str] = []
        at = 0
        for span in self.spans:
            pieces += (self.text[at : span.start], span.name)
            at = span.end
        return "".join((*pieces, self.text[at:]))
