"""Then and now: an early entry read again, told as of today without being seen, then both side by side."""

import asyncio

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList

from journal.dates.wording import dated
from journal.language import _
from journal.model.reflection import ReflectionDetails
from journal.model.then_and_now import Moved
from journal.practice import reading, then_and_now
from journal.practice.then_and_now import Early
from screens.frame.changes import saving
from screens.frame.command import Command
from screens.frame.form_page import FormPage
from screens.frame.page import Page
from screens.frame.save_queue import Job
from screens.looking_back import routes as own_routes
from screens.vocabulary.patterns import whole
from screens.widgets.field import Field
from screens.widgets.plain import PlainText
from screens.widgets.prose import prose
from screens.widgets.rows import Row, Rows


class EarlyPageScreen(Page):
    """One early entry to read, with what it shares with the last weeks; always another on request."""

    name_in_table = "early_page"
    follows_journal = True

    def __init__(self) -> None:
        super().__init__()
        self._offered: list[Early] = []
        self._at = 0

    @property
    def _early(self) -> Early | None:
        return self._offered[self._at % len(self._offered)] if self._offered else None

    def page_title(self) -> str:
        """Return what this is."""
        return _("Then and now")

    def status(self) -> str:
        """Return the day of the entry."""
        return dated(self._early.entry.happened_at.date()) if self._early else ""

    def commands(self) -> list[Command]:
        """Return the keys; none of an entry where none is offered."""
        idle = set() if self._early else {"early_page.tell", "early_page.open"}
        idle |= set() if len(self._offered) > 1 else {"early_page.another"}
        return [each for each in super().commands() if each.id not in idle]

    def compose_page(self) -> ComposeResult:
        """Yield the title, why it is offered, the text."""
        yield PlainText("", id="title", classes="lead")
        yield PlainText("", id="then")
        yield PlainText("", id="shared", classes="quiet gap-above")
        yield PlainText("", id="how", classes="quiet gap-above")

    def refresh_content(self) -> None:
        """Choose what is offered; what one reads stays."""
        self._choose()

    @work(name="early", group="early", exclusive=True)
    async def _choose(self) -> None:
        shown = self._early.entry.ref if self._early else None
        self._offered = await asyncio.to_thread(then_and_now.early, self.journal.notebook)
        refs = [each.entry.ref for each in self._offered]
        self._at = refs.index(shown) if shown in refs else 0
        self._show()

    def _show(self) -> None:
        early = self._early
        how = _("Read it, then tell it as you see it today, without looking. Both will stand side by side.")
        if early is None:
            how = _("Once a situation is two months old, it can be read here and told again as you see it by then.")
        told = early.entry.title if early and isinstance(early.entry.details, ReflectionDetails) else ""
        self.query_one("#title", PlainText).update(told)
        self.query_one("#then", PlainText).update(prose(then_and_now.own(early.entry)) if early else "")
        self.query_one("#shared", PlainText).update(_shared(early) if early else "")
        self.query_one("#how", PlainText).update(how)
        self.query_one("#title").display = bool(told)
        for name in ("then", "shared"):
            self.query_one(f"#{name}").display = early is not None
        self.refresh_header()

    def action_another(self) -> None:
        """Offer another one."""
        self._at += 1
        self._show()

    def action_tell(self) -> None:
        """Tell it again, without seeing it."""
        if self._early:
            self.app.push_screen(own_routes.tell_again(self._early.entry.ref))

    def action_open(self) -> None:
        """Open the entry itself."""
        if self._early:
            entry = self._early.entry
            self.host.navigation.open_entry(entry.ref, entry.kind.value, found=True)


def _shared(early: Early) -> str:
    """Return what it shares with the last weeks, or that it is one of the first."""
    told = [*early.words, *early.people, *filter(None, [whole(early.patterns)])]
    if not told:
        return _("One of your first pages.")
    return _("Also in your last weeks: {words}").format(words=", ".join(told))


class TellAgainScreen(FormPage):
    """The second telling; the first is not shown, and what is typed is kept at every rest."""

    def __init__(self, ref: int) -> None:
        super().__init__()
        self._of = ref

    def identity(self) -> tuple[object, ...]:
        """Return of which entry."""
        return (self._of,)

    def page_title(self) -> str:
        """Return what is asked."""
        return _("How do you tell it today?")

    def fields(self) -> list[Field]:
        """Return the telling, under the day of the first."""
        day = dated(reading.entry(self.journal.notebook, self._of).happened_at.date())
        return [Field("again", _("The page of {day}, as you see it today").format(day=day))]

    def stored_values(self) -> dict[str, str]:
        """Return the telling as it is kept."""
        known = then_and_now.both(self.journal.notebook, self._of)
        return {"again": known.told if known else ""}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps it."""
        return saving(then_and_now.tell, self._of, values["again"])

    def action_back(self) -> None:
        """Keep it, and set both side by side; without a word nothing begins."""
        told = bool(self.values().get("again", "").strip())
        self.action_keep()
        self.host.said = self.reason
        if not told:
            self.dismiss()
            return
        self.after_saved(self._go_on)

    def _go_on(self) -> None:
        if self.is_current and not self.host.is_leaving:
            self.app.switch_screen(own_routes.both(self._of))


class BothScreen(Page):
    """Both tellings, and what moved: ticked by hand or not at all."""

    name_in_table = "then_and_now"
    follows_journal = True
    AUTO_FOCUS = "Rows"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self._of = ref

    def page_title(self) -> str:
        """Return what this is."""
        return _("Then and now")

    def status(self) -> str:
        """Return both days."""
        known = then_and_now.both(self.journal.notebook, self._of)
        if known is None:
            return ""
        return f"{dated(known.then.happened_at.date())} · {dated(known.now.happened_at.date())}"

    def compose_page(self) -> ComposeResult:
        """Yield then, now, and what can be ticked."""
        with Horizontal(id="both"):
            with Vertical(classes="telling"):
                yield PlainText(_("Then"), classes="heading")
                yield PlainText("", id="then")
            with Vertical(classes="telling"):
                yield PlainText(_("Now"), classes="heading")
                yield PlainText("", id="now")
        yield Rows(classes="gap-above")

    def refresh_content(self) -> None:
        """Show both, and the ticks."""
        known = then_and_now.both(self.journal.notebook, self._of)
        if known is None:
            return
        self.query_one("#then", PlainText).update(prose(then_and_now.own(known.then)))
        self.query_one("#now", PlainText).update(prose(known.told))
        rows = [
            Row(each.value, f"{'✓' if each in known.moved else ' '} {_(words)}")
            for each, words in then_and_now.MOVED_WORDS.items()
        ]
        self.query_one(Rows).show([Row("", _("What has moved, if anything")), *rows])
        self.refresh_header()

    @on(OptionList.OptionSelected)
    def action_tick(self) -> None:
        """Mark that this moved, or no longer."""
        chosen = self.query_one(Rows).chosen
        if chosen:
            self.host.save(saving(then_and_now.tick, self._of, Moved(chosen)))

    def action_reword(self) -> None:
        """Go on telling."""
        self.app.switch_screen(own_routes.tell_again(self._of))

    def action_another(self) -> None:
        """Look at another early page."""
        self.app.switch_screen(own_routes.then_and_now())
