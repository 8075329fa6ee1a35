"""The words of a text that is being written, counted anew only where it changed."""

from collections.abc import Sequence

from journal.language import ngettext
from screens.widgets.plain import PlainText


class WordCount:
    """A count that remembers each line: a key in a long text costs its own line, and a glance at the others."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def of(self, lines: Sequence[str]) -> int:
        """Return how many words stand in lines; signs by themselves ("##", "-") are none."""
        known = self._known
        self._known = here = {line: known[line] if line in known else _words(line) for line in set(lines)}
        return sum(here[line] for line in lines)


class WordsTold(PlainText):
    """The line that tells how many words there are; painted when they are more or fewer."""

    def __init__(self, *, id: str, classes: str) -> None:  # noqa: A002 -- Textual's name
        super().__init__("", id=id, classes=classes)
        self._counted, self._told = WordCount(), -1

    def tell(self, lines: Sequence[str]) -> None:
        """Tell the words of a text."""
        if (count := self._counted.of(lines)) != self._told:
            self._told = count
            told = ngettext("{count} word", "{count} words", count).format(count=count)
            self.update(told, layout=False)  # its row is as wide as the text


def _words(line: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in line.split())
