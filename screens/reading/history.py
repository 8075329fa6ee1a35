"""Earlier wordings of an entry, what changed in each, and the way back to one."""

from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList

from journal.dates.wording import ago, clock_time
from journal.language import _
from journal.model.entry import Revision
from journal.practice import reading, versions
from journal.practice.differing import Change, Sort, difference
from screens.frame.changes import saving
from screens.frame.command import Command
from screens.frame.events import EntrySaved
from screens.frame.page import Page
from screens.widgets.plain import PlainText, plain
from screens.widgets.rows import Row, Rows

_LONG = 600  # characters that stayed the same and are still shown whole
_SHOWN = 200  # characters shown beside a change
_SIGNS = {Sort.ADDED: ("[+", "+]", "bold $accent"), Sort.REMOVED: ("[-", "-]", "strike $quiet")}


class HistoryScreen(Page):
    """The wordings, newest first; below, what the chosen one said otherwise."""

    name_in_table = "history"
    follows_journal = True
    AUTO_FOCUS = "Rows"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref
        self._revisions: list[Revision] = []
        self._kept = self._put_back = ""

    def page_title(self) -> str:
        """Return whose wordings these are."""
        return _("Earlier versions of {ref}").format(ref=self.ref)

    def compose_room(self) -> ComposeResult:
        """Yield the wordings, then the difference."""
        with Vertical(classes="column"):
            yield Rows()
            yield PlainText("", id="legend", classes="quiet")
            with VerticalScroll(id="difference", can_focus=False):
                yield PlainText("", id="changes")

    def refresh_content(self) -> None:
        """Show what is kept of earlier wordings."""
        self._revisions = reading.revisions(self.journal.notebook, self.ref)
        now = self.host.environment.clock()
        present = versions.as_version(reading.entry(self.journal.notebook, self.ref))
        after = [present, *self._revisions]
        self.query_one(Rows).show(
            [
                Row(str(each.revision), versions.told(each, later) or each.title, _when(each.at, now))
                for each, later in zip(self._revisions, after, strict=False)
            ]
        )
        legend = self.query_one("#legend", PlainText)
        legend.set_class(bool(self._revisions), "gap-above")
        legend.update(
            _("From this version to the present one: [+added+] [-removed-]")
            if self._revisions
            else _("There is no earlier version.")
        )
        self._tell()
        self.refresh_header()

    def commands(self) -> list[Command]:
        """Return the keys; there is nothing to restore where nothing was changed."""
        return [each for each in super().commands() if self._revisions or each.id != "history.restore"]

    def _chosen(self) -> Revision | None:
        chosen = self.query_one(Rows).chosen
        return next((each for each in self._revisions if str(each.revision) == chosen), None)

    @on(OptionList.OptionHighlighted)
    def _tell(self) -> None:
        earlier = self._chosen()
        if earlier is None:
            self.query_one("#changes", PlainText).update("")
            return
        present = versions.as_version(reading.entry(self.journal.notebook, self.ref))
        changes = difference(versions.whole(earlier), versions.whole(present))
        last = len(changes) - 1
        drawn = [_drawn(change, before=bool(at), after=at < last) for at, change in enumerate(changes)]
        self.query_one("#changes", PlainText).update(Content("").join([*_beside(earlier, present), *drawn]))
        self.query_one("#difference").scroll_home(animate=False)

    @on(EntrySaved)
    def _tell_kept(self, saved: EntrySaved) -> None:
        """Say in the corner that an earlier wording is the present one now."""
        if saved.ref == self.ref:
            self._kept = " · ".join(filter(None, [_("saved {time}").format(time=clock_time(saved.at)), self._put_back]))
            self.refresh_header()

    def status(self) -> str:
        """Return when the present wording was kept, once one was restored here."""
        return self._kept

    @on(OptionList.OptionSelected)
    def action_restore(self) -> None:
        """Make the chosen wording the present one; the present one stays among the earlier ones."""
        earlier = self._chosen()
        if earlier is None:
            return
        whole = earlier.beside is not None
        self._put_back = _("all of it put back") if whole else _("title and text put back, the rest as it is now")
        self.host.save(saving(versions.restore, self.ref, earlier.revision))

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


def _beside(earlier: Revision, present: Revision) -> list[Content]:
    """Return what stood beside the text then and does not now, a line each; of one that kept none, that it did not."""
    if earlier.beside is None:
        told = [_("This version kept its title and text alone: those are put back, the rest stays as it is now.")]
    else:
        told = [
            _("{field} then: {value}").format(field=field[:1].upper() + field[1:], value=value)
            for field, value in versions.beside(earlier, present)
        ]
    return [plain("\n".join([*told, "", ""])).stylize("$quiet")] if told else []


def _when(at: datetime, now: datetime) -> str:
    """Return day and time: wordings often follow each other within a day."""
    told = ago(at, now)
    time = clock_time(at)
    return told if time in told else _("{day} · {time}").format(day=told, time=time)


def _drawn(change: Change, *, before: bool, after: bool) -> Content:
    """Return a piece with signs around what was added or removed, so that colour says nothing alone."""
    if change.sort is Sort.SAME:
        return _shortened(change.text, before=before, after=after)
    opening, closing, style = _SIGNS[change.sort]
    return Content.assemble(opening, plain(change.text), closing).stylize(style)


def _shortened(text: str, *, before: bool, after: bool) -> Content:
    """Return what stayed as it was, the middle of long stretches left out: what changed is what one came to see."""
    if len(text) <= _LONG:
        return plain(text)
    head = text[:_SHOWN].rsplit(None, 1)[0] if before else ""
    tail = text[-_SHOWN:].split(None, 1)[-1] if after else ""
    left_out = _("the same as before") if head or tail else _("nothing changed")
    return Content.assemble(plain(head), "\n" if head else "", (f"· · · {left_out} · · ·", "$quiet"), "\n", plain(tail))
