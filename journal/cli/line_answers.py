"""Reader of answers: what a question of each kind takes, line by line."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from journal.cli.printing import tell
from journal.cli.typed_lines import Lines, Order, order_in
from journal.errors.questions import AnswerNotUnderstood
from journal.language import Language, _
from journal.model.protocol import Answer, Prompt, PromptKind

PICKED = (PromptKind.SCALE, PromptKind.CHOICE)
"""Kinds of question that a number answers."""


class LeftForLater(Exception):
    """The person stops here: what was said is kept, and so is the place."""


@dataclass
class AnswerReader:
    """Reads the answer to one question; `typed` is told all that stands there after each line, so that it is kept."""

    lines: Lines
    language: Language
    typed: Callable[[str], None]

    def read(self, prompt: Prompt, stands: str, number: int = 0) -> Answer | Order | None:
        """Return what is answered; None for nothing, an order where one is given; LeftForLater at the end of input."""
        if prompt.kind is PromptKind.FIELDS:
            return self._fields(prompt, stands)
        if prompt.kind in PICKED:
            return self._picked(prompt, number)
        if self.lines.asks:
            return self.text(stands)
        line = self.line()
        if isinstance(line, Order) or not line.strip():
            return None
        more = line.replace(";", "\n") if prompt.kind is PromptKind.LIST else line
        return f"{stands}\n{more}" if stands else more

    def line(self) -> str | Order:
        """Return the next line, or the order in it."""
        line = self.lines.next()
        if line is None:
            raise LeftForLater
        order = order_in(line) if self.lines.asks else None
        return line if order is None else order

    def text(self, stands: str = "") -> str | Order | None:
        """Return lines until an empty one, behind what stands there already; each is kept while the next is awaited."""
        written = [stands] if stands else []
        while True:
            line = self.line()
            if isinstance(line, Order):
                return line
            if not line.strip():
                return "\n".join(written) if len(written) > bool(stands) else None
            written.append(line)
            self.typed("\n".join(written))

    def _picked(self, prompt: Prompt, number: int) -> Answer | Order | None:
        while True:
            line = self.line()
            if isinstance(line, Order) or not line.strip():
                return line if isinstance(line, Order) else None
            given = value_in(prompt, line)
            if given is not None:
                return given
            if not self.lines.asks:  # a program is not asked twice
                raise AnswerNotUnderstood(number=number)
            tell(_("That is not noted."))
            tell(how_picked(prompt))

    def _fields(self, prompt: Prompt, stands: str) -> Answer | Order | None:
        """Return the short lines, each asked for by its label; an empty one leaves what stands there."""
        known = stands.split("\n") if stands else []
        known += [""] * (len(prompt.fields) - len(known))
        for place, each in enumerate(prompt.fields):
            tell(_("{label}:").format(label=each.in_(self.language)))
            line = self.line()
            if isinstance(line, Order):
                return line
            if line.strip():
                known[place] = line.strip()
                self.typed("\n".join(known))
        return "\n".join(known) if any(known) else None

    def pick(self, ways: Sequence[str]) -> int | None:
        """Return the place of the way that is chosen by its number; None to go on."""
        for number, words in enumerate(ways, start=1):
            tell(f"{number}. {words}")
        while True:
            tell(_("A number, or an empty line to go on."))
            line = self.line()
            if line is Order.LATER:
                raise LeftForLater
            if isinstance(line, Order) or not line.strip():
                return None
            if line.strip().isdecimal() and 0 < int(line) <= len(ways):
                return int(line) - 1


def value_in(prompt: Prompt, line: str) -> Answer | None:
    """Return the number of a scale or the answer of a choice that a line names; None where it names none."""
    said = line.strip()
    if prompt.kind is PromptKind.SCALE:
        number = said.removesuffix("/10").strip()
        return int(number) if number.isdecimal() and len(number) < 3 and int(number) <= 10 else None  # noqa: PLR2004 -- the scale
    ids = [choice.id for choice in prompt.choices]
    with suppress(ValueError, IndexError):
        return ids[int(said) - 1] if int(said) > 0 else None
    return said if said in ids else None


def how_picked(prompt: Prompt) -> str:
    """Return how a number is given."""
    return _("A number from 0 to 10.") if prompt.kind is PromptKind.SCALE else _("The number of your answer.")
