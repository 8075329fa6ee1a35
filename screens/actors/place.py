"""The people around one's role, the closest first; beside them where they stood on an earlier day."""

from collections.abc import Iterable
from itertools import groupby

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates.wording import day_and_month
from journal.language import _
from journal.model.entry import Entry
from journal.practice import actors, reading
from journal.practice.actors import DISTANCE_WORDS, Seen
from screens.actors import routes as actor_routes
from screens.frame.changes import saving
from screens.frame.command import Command
from screens.frame.page import Page
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_OF_TODAY = ("actor_map.open", "actor_map.add", "actor_map.distance")
_OF_A_MAP = ("actor_map.open", "actor_map.distance", "actor_map.share")


class ActorMapScreen(Page):
    """A list first; what passes between stands below the person one is on."""

    name_in_table = "actor_map"
    follows_journal = True
    AUTO_FOCUS = "Rows"

    def __init__(self, ref: int | None = None) -> None:
        super().__init__()
        self._of = ref
        self._back = 0  # how many days back the comparison goes; -1 for none

    @property
    def _latest(self) -> Entry | None:
        return actors.newest(self.journal.notebook)

    @property
    def _map(self) -> Entry | None:
        latest = self._latest
        if self._of is None or (latest is not None and latest.ref == self._of):
            return latest
        return reading.entry(self.journal.notebook, self._of)

    @property
    def _is_latest(self) -> bool:
        shown, latest = self._map, self._latest
        return shown is None or (latest is not None and shown.ref == latest.ref)

    def _earlier(self) -> list[int]:
        shown = self._map
        return actors.earlier(self.journal.notebook, shown.ref) if shown is not None else []

    def _then(self) -> Entry | None:
        refs = self._earlier()
        return reading.entry(self.journal.notebook, refs[self._back]) if 0 <= self._back < len(refs) else None

    def page_title(self) -> str:
        """Return what this is."""
        return _("The people around me")

    def status(self) -> str:
        """Return the days that are compared."""
        entries = filter(None, (self._then(), self._map))
        return " · ".join(day_and_month(each.happened_at.date()) for each in entries)

    def subject(self) -> int | None:
        """Return the map."""
        shown = self._map
        return shown.ref if shown is not None else None

    def commands(self) -> list[Command]:
        """Return the keys; the map of an earlier day is read and not changed."""
        absent = set(_OF_TODAY if not self._is_latest else ())
        absent |= set(_OF_A_MAP if self._map is None else ())
        absent |= set() if self._earlier() else {"actor_map.compare"}
        return [each for each in super().commands() if each.id not in absent]

    def compose_page(self) -> ComposeResult:
        """Yield the invitation or the people, then what passes between."""
        words = _("Who is around your role, and how far? {key} puts the first one on the map.")
        yield PlainText(self.sentence(words, key="actor_map.add"), id="empty", classes="quiet")
        yield Rows()
        yield PlainText("", id="between", classes="gap-above")

    def refresh_content(self) -> None:
        """Show those on the map, and what moved since the day it is compared with."""
        shown = self._map
        seen, gone = actors.compare(shown, self._then()) if shown is not None else ([], [])
        rows = [
            row for _distance, found in groupby(seen, lambda each: each.actor.distance) for row in self._rows(found)
        ]
        if gone:
            rows += [Row("", ""), Row("", _("No longer here: {names}").format(names=" · ".join(gone)))]
        self.query_one(Rows).show(rows)
        self.query_one("#empty").display = not seen
        self._tell_between()
        self.refresh_header()

    def _rows(self, found: Iterable[Seen]) -> list[Row]:
        width = max(len(_(words)) for words in DISTANCE_WORDS.values()) + 3
        rows: list[Row] = []
        for each in found:
            where = "" if rows else _(DISTANCE_WORDS[each.actor.distance])
            rows.append(Row(f"actor:{each.actor.name}", f"{where:<{width}}{each.actor.name}", self._moved(each)))
        return rows

    def _moved(self, seen: Seen) -> str:
        then = self._then()
        if then is None:
            return ""
        if seen.was is None:
            return _("new here")
        if not seen.moved:
            return ""
        day = day_and_month(then.happened_at.date())
        return _("← “{distance}” on {day}").format(distance=_(DISTANCE_WORDS[seen.was]), day=day)

    @property
    def _chosen(self) -> str:
        return self.query_one(Rows).chosen.removeprefix("actor:")

    @on(OptionList.OptionHighlighted)
    def _tell_between(self) -> None:
        found = actors.actor(self._map, self._chosen) if self._chosen else None
        words = actors.told(found) if found is not None else ""
        between = self.query_one("#between", PlainText)
        between.update(f"{found.name}   {words}" if found is not None and words else "")
        between.display = bool(words)

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Open the person one is on."""
        if self._chosen and self._is_latest:
            self.app.push_screen(actor_routes.actor(self._chosen))

    def action_add(self) -> None:
        """Put somebody more on the map."""
        if self._is_latest:
            self.app.push_screen(actor_routes.actor())

    def action_distance(self) -> None:
        """Put the person one is on at the next distance."""
        name = self._chosen
        if name and self._is_latest:
            self.host.save(saving(actors.move, name))

    def action_compare(self) -> None:
        """Compare with the next earlier day; after the first one with none."""
        count = len(self._earlier())
        self._back = self._back + 1 if self._back + 1 < count else -1
        self.refresh_content()

    def action_share(self) -> None:
        """Show what would leave."""
        shown = self._map
        if shown is not None:
            self.host.share((shown.ref,))
