"""Words in a composed page: aliases in every one of them, days as precisely as the reader may know."""

from collections.abc import Callable
from datetime import date
from typing import NewType

from journal.dates.wording import day_and_month
from journal.model.entry import Ref
from journal.sharing.aliasing import Aliased
from journal.sharing.remainders import Remainder, Remnants
from journal.sharing.rendering.markdown import escaped
from journal.sharing.selecting import Dates
from journal.sharing.wording import week

Said = NewType("Said", str)
"""Words of a person as they leave; only a Teller makes them."""


class Teller:
    """Says words as they leave; keeps where aliases stand in them, and what may have been missed."""

    def __init__(self, alias: Callable[[str, Ref], Aliased], remnants: Remnants | None, dates: Dates) -> None:
        self._alias = alias
        self._remnants = remnants
        self._dates = dates
        self.stood: set[str] = set()  # the aliases as they stand in what was said
        self.times = 0
        self.remainders: list[Remainder] = []

    def say(self, words: str, ref: Ref) -> Said:
        """Return words of an entry as they leave."""
        aliased = self._alias(words, ref)
        self.stood |= {aliased.text[span.start : span.end] for span in aliased.spans}
        self.times += len(aliased.spans)
        if self._remnants and words.strip():
            self.remainders += self._remnants.find(aliased, -1, "body", ref)
        return Said(aliased.text)

    def line(self, words: str, ref: Ref) -> str:
        """Return words that are no Markdown as they leave, for a place where Markdown is read."""
        return escaped(self.say(words, ref))

    def day(self, day: date) -> str:
        """Return a day in words, its week, or nothing, as the reader may know."""
        if self._dates is Dates.EXACT:
            return day_and_month(day)
        return week(day) if self._dates is Dates.WEEK else ""

    def on(self, day: date, words: str, without: str) -> str:
        """Return words that tell a day as `{day}`; others with the week beside them, or alone, for whom that is all."""
        if self._dates is Dates.EXACT:
            return words.format(day=self.day(day))
        return joined(without, self.day(day))


def joined(*words: str) -> str:
    """Return words with a dot between them, without what is empty."""
    return " · ".join(filter(None, words))


def capital(words: str) -> str:
    """Return words that begin with a capital."""
    return words[:1].upper() + words[1:]
