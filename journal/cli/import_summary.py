"""Summary of an import: what was decided for them, what stands elsewhere, what stays behind."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journal.cli.labels import kind_word
from journal.cli.printing import document, local, say, table, tell
from journal.importing.notices_in_words import lines
from journal.importing.reading import Reading
from journal.importing.repeats import Standing
from journal.language import _, ngettext
from journal.model.entry import NewEntry, first_words
from journal.sharing.introducing import Introduction


@dataclass(frozen=True)
class ImportReport:
    """All that is told once sources were read, and kept or not."""

    readings: Sequence[Reading]
    introduced: Sequence[Introduction]
    standings: Mapping[Standing, int]
    again: bool
    dry_run: bool

    def show(self, *, as_json: bool) -> None:
        """Write the result, and what is to be known of it."""
        if as_json:
            document(self._counted())
            return
        if self.dry_run:
            table(_row(each.new) for reading in self.readings for each in reading.entries)
        say(self._total())
        if self._shown():
            say(_("Aliases that come along:"))
            table(alias_row(each) for each in self._shown())
        for line in (*self._repeats(), *(line for reading in self.readings for line in lines(reading))):
            tell(line)

    @property
    def _already(self) -> int:
        return 0 if self.again else self.standings.get(Standing.KNOWN, 0)

    @property
    def _coming(self) -> int:
        return sum(len(each.entries) for each in self.readings) - self._already

    def _total(self) -> str:
        count = self._coming
        if self.dry_run:
            words = ngettext("{count} entry can be imported.", "{count} entries can be imported.", count)
        else:
            words = ngettext("{count} entry imported.", "{count} entries imported.", count)
        return words.format(count=count)

    def _shown(self) -> list[Introduction]:
        """Return the people to tell of: all of them before, those whose alias stays behind afterwards."""
        return [each for each in self.introduced if self.dry_run or each.fault is not None]

    def _repeats(self) -> Iterator[str]:
        if count := self._already:
            yield ngettext(
                "{count} entry is there already, from an earlier import; --again imports it once more.",
                "{count} entries are there already, from an earlier import; --again imports them once more.",
                count,
            ).format(count=count)
        if count := self.standings.get(Standing.CHANGED, 0):
            yield ngettext(
                "{count} entry changed since an earlier import: it comes in beside what came then.",
                "{count} entries changed since an earlier import: they come in beside what came then.",
                count,
            ).format(count=count)

    def _counted(self) -> dict[str, object]:
        """Return the counts as one JSON object."""
        notices, kept, left = Counter[str](), Counter[str](), Counter[str]()
        for reading in self.readings:
            notices.update({notice.value: count for notice, count in reading.notices.items()})
            kept.update(reading.kept)
            left.update(reading.left)
        return {
            "entries": sum(len(each.entries) for each in self.readings),
            "imported": 0 if self.dry_run else self._coming,
            "already": self._already,
            "changed": self.standings.get(Standing.CHANGED, 0),
            "refused": [error.named() for reading in self.readings for error in reading.refused],
            "notices": notices,
            "fields": kept,
            "left": left,
            "aliases": [
                {
                    "name": each.person.name,
                    "alias": each.person.alias,
                    "forms": list(each.person.forms),
                    "taken": each.fault is None,
                }
                for each in self.introduced
            ],
        }


def alias_row(introduction: Introduction) -> tuple[str, ...]:
    """Return how somebody would be called outside, or why that alias cannot be theirs."""
    person, fault = introduction.person, introduction.fault
    names = ", ".join((person.name, *person.forms))
    if fault is None:
        return names, _("“{alias}”").format(alias=person.alias)
    return names, _("not “{alias}”: {why}").format(alias=person.alias, why=fault.clause())


def _row(new: NewEntry) -> tuple[str, ...]:
    """Return how an entry that could be imported stands in the list: its day, what it is, its title."""
    return local(new.happened_at), kind_word(new.kind), new.title or first_words(new.body)
