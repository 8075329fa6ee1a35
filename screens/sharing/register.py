"""The register, one departure at a time, and what each reader knows by now."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.dates.wording import clock_time, day_and_month, full_day
from journal.errors import EntryNotFound
from journal.language import _, ngettext
from journal.model.disclosure import Disclosure
from journal.model.entry import Entry
from journal.practice import reading
from journal.sharing import way_back
from journal.sharing.disclosing import Reader, readers, what_does
from screens.frame.changes import changing
from screens.frame.command import OPENS, Command
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.events import JournalChanged
from screens.frame.page import Page
from screens.sharing.sharing_page import form_words, tell_audience
from screens.vocabulary.audiences import audience_words
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class DepartureScreen(Page):
    """When, to whom, in which form, and the titles under which it left."""

    name_in_table = "departure"
    on_a_row = OPENS
    AUTO_FOCUS = "Rows"

    def __init__(self, departure: Disclosure) -> None:
        super().__init__()
        self._departure = departure

    def page_title(self) -> str:
        """Return when it left."""
        at = self._departure.at
        return _("Left on {day}, {time}").format(day=full_day(at.date()), time=clock_time(at))

    def refresh_header(self) -> None:
        """Tell for whom it was."""
        super().refresh_header()
        tell_audience(self, self._departure.audience, self._departure.recipient)

    def compose_page(self) -> ComposeResult:
        """Yield the file, what was in it, and the two fingerprints."""
        departure = self._departure
        yield PlainText(departure.file_name, classes="lead")
        yield PlainText(form_words(departure.format, departure.protection), classes="quiet")
        yield PlainText("", id="answers", classes="quiet")
        yield PlainText(_("What it held"), classes="heading")
        yield Rows()
        yield PlainText(
            _("SHA-256 of the file\n{file}\n\nFingerprint of what was shown\n{preview}").format(
                file=departure.sha256, preview=departure.preview_digest
            ),
            classes="quiet gap-above",
        )

    def commands(self) -> list[Command]:
        """Return the keys; answers are ended where they can still come."""
        idle = set() if way_back.is_open(self.journal.notebook, self._departure) else {"departure.end"}
        return [each for each in super().commands() if each.id not in idle]

    def action_end(self) -> None:
        """End the answers to this departure, once one said yes."""
        departure = self._departure
        if not way_back.is_open(self.journal.notebook, departure):
            return

        def answered(yes: bool | None) -> None:  # noqa: FBT001 -- Textual calls it so
            if yes:
                self.host.save(changing(way_back.end, departure))

        question = _("End the answers to this document? What comes back to it from now on stays closed, for you too.")
        self.app.push_screen(ConfirmDialog(question, _("end them")), answered)

    @on(JournalChanged)
    def _changed(self) -> None:
        self.refresh_header()
        self.mark_stale()

    def refresh_content(self) -> None:
        """Show the titles that left; a report left under its objectives and not line by line."""
        open_ = way_back.is_open(self.journal.notebook, self._departure)
        answers = self.query_one("#answers", PlainText)
        answers.update(_("Its reader can send questions back in the page itself.") if open_ else "")
        answers.display = open_
        departure = self._departure
        titles = departure.titles if len(departure.titles) == len(departure.refs) else ()
        lines = [titles[place] if titles else "" for place in range(len(departure.refs))]
        self.query_one(Rows).show(
            [Row(f"{place}", lines[place] or self._title(ref), f"#{ref}") for place, ref in enumerate(departure.refs)]
        )

    def _title(self, ref: int) -> str:
        line = reading.line(self.journal.notebook, ref)
        return line.title if line else ""

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Open the entry as it is now."""
        chosen = self.query_one(Rows).chosen
        if chosen:
            open_now(self, self._departure.refs[int(chosen)])


class KnowingScreen(Page):
    """Whoever received something, and since when."""

    name_in_table = "knowing"
    on_a_row = OPENS
    AUTO_FOCUS = "Rows"
    _readers: tuple[Reader, ...] = ()

    def page_title(self) -> str:
        """Return what this is."""
        return _("Who knows what")

    def compose_page(self) -> ComposeResult:
        """Yield the names."""
        yield PlainText("", id="empty", classes="quiet")
        yield Rows()

    def refresh_content(self) -> None:
        """Show each name with how much it received."""
        notebook = self.journal.notebook
        self._readers = tuple(readers(notebook))
        rows = []
        for number, reader in enumerate(self._readers):
            count = len(what_does(notebook, reader))
            received = ngettext("{count} entry", "{count} entries", count).format(count=count)
            rows.append(Row(str(number), _reader_words(reader), received))
        self.query_one(Rows).show(rows)
        empty = self.query_one("#empty", PlainText)
        empty.display = not rows
        empty.update(_("You have not shared anything yet. Whoever receives something is listed here."))

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Show everything this reader ever received."""
        chosen = self.query_one(Rows).chosen
        if chosen:
            self.app.push_screen(KnownScreen(self._readers[int(chosen)]))


class KnownScreen(Page):
    """Everything that somebody ever received, entry by entry."""

    name_in_table = "known"
    on_a_row = OPENS
    AUTO_FOCUS = "Rows"

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader

    def page_title(self) -> str:
        """Return whose knowledge this is."""
        if not self._reader.name:
            return _reader_words(self._reader)
        return _("What {name} knows").format(name=self._reader.name)

    def compose_page(self) -> ComposeResult:
        """Yield the entries."""
        yield PlainText(_("Everything that left to this reader, under the titles it left with."), classes="quiet")
        yield Rows(classes="gap-above", apart=1)

    def refresh_content(self) -> None:
        """Show each entry with the days on which it left."""
        rows = []
        for known in what_does(self.journal.notebook, self._reader):
            days = dict.fromkeys(day_and_month(each.at.date()) for each in known.departures)
            line = reading.line(self.journal.notebook, known.ref)
            rows.append(Row(str(known.ref), known.title or (line.title if line else f"#{known.ref}"), ", ".join(days)))
        self.query_one(Rows).show(rows)

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Open the entry as it is now."""
        chosen = self.query_one(Rows).chosen
        if chosen:
            open_now(self, int(chosen))


def _reader_words(reader: Reader) -> str:
    return audience_words(reader.audience, reader.name or _("unnamed"))


def open_now(page: Page, ref: int) -> None:
    """Open an entry that left once; one that was destroyed since stays only as its line here."""
    try:
        entry = reading.entry_or_raw(page.journal.notebook, ref)
    except EntryNotFound:
        return
    page.host.navigation.open_entry(ref, entry.kind.value if isinstance(entry, Entry) else "", found=True)
