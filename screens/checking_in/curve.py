"""Page of one's own curves: the levels as they were noted, beside them whom to talk to. No threshold, no score."""

from datetime import date, timedelta

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical

from journal.dates.wording import day_and_month
from journal.language import N_, _
from journal.model.audience import Audience
from journal.practice import checking_in
from journal.practice.checking_in import Point
from journal.practice.contacts import after
from screens.checking_in import routes as checking_in_routes
from screens.checking_in.curve_plot import Curve, CurvePlot
from screens.frame.command import Command
from screens.frame.page import Page
from screens.vocabulary.audiences import audience_words
from screens.widgets.plain import PlainText

_SPANS = ((56, N_("the last eight weeks")), (182, N_("the last six months")), (365, N_("the last year")))
_LATELY = 6


class CurveScreen(Page):
    """Check-ins as they were noted, one curve each; where there is room, whom to talk to stands beside."""

    name_in_table = "curve"
    follows_journal = True

    def __init__(self, *, whom: bool = False) -> None:
        """Show the curves; with `whom`, begin at whom to talk to where it stands below them."""
        super().__init__()
        self._span = 0
        self._whom = whom

    def page_title(self) -> str:
        """Return what this is."""
        return _("My curve")

    def status(self) -> str:
        """Return since when, and for whom it is."""
        return f"{_(_SPANS[self._span][1])} · {audience_words(Audience.ME)}"

    def compose_page(self) -> ComposeResult:
        """Yield the curves of the days, whom to talk to, then the curves of the weeks."""
        yield Vertical(id="days")
        with Vertical(id="beside"):
            yield PlainText(_("Who to talk to"), classes="lead")
            yield PlainText("", id="contacts")
        yield Vertical(id="weeks")

    def refresh_content(self) -> None:
        """Draw what was noted."""
        self._draw()

    @work(exclusive=True)
    async def _draw(self) -> None:
        days = _SPANS[self._span][0]
        today = self.host.environment.clock().date()
        points = checking_in.curve(self.journal.notebook, days)
        told = checking_in.contacts(self.journal.notebook, elsewhere=True)
        self.query_one("#contacts", PlainText).update(told)
        daily = [Curve.of(_("load"), points, today, days, lambda noted: noted.load)]
        daily += [Curve.of(_("mood"), points, today, days, lambda noted: noted.mood)]
        weekly = [
            Curve.of(_(name), points, today, days, lambda noted, factor=factor: noted.factors.get(factor))  # type: ignore[misc]  # the default binds the loop's value
            for factor, name in checking_in.FACTOR_NAMES.items()
        ]
        ticks = _ticks(today, days)
        async with self.batch():
            await self._show("#days", daily, ticks, PlainText(_told(points), id="words", classes="quiet"))
            await self._show("#weeks", weekly, ticks)
        if self._whom:
            self.call_after_refresh(self.query_one("#beside").scroll_visible, top=True, animate=False)

    async def _show(self, where: str, curves: list[Curve], ticks: dict[int, str], *below: PlainText) -> None:
        """Put curves below each other, those of which nothing was noted left out; the days stand under the last."""
        room = self.query_one(where)
        await room.remove_children()
        noted = [curve for curve in curves if curve.days]
        for curve in noted:
            plot = CurvePlot(curve, max(ticks) + 1, ticks if curve is noted[-1] else {})
            await room.mount(PlainText(curve.name), plot)
        await room.mount(*below)

    def on_screen_resume(self) -> None:
        """Read the page of contacts anew: it may have been changed."""
        super().on_screen_resume()
        self.refresh_content()

    def action_longer(self) -> None:
        """Look further back, then at the last weeks again."""
        self._span = (self._span + 1) % len(_SPANS)
        self.refresh_header()
        self.refresh_content()

    def commands(self) -> list[Command]:
        """Return the keys; another country only where the page is not in the person's own words."""
        own = bool(checking_in.own_contacts(self.journal.notebook))
        return [one for one in super().commands() if not (own and one.id == "curve.country")]

    async def action_country(self) -> None:
        """Show the numbers of another country, from now on."""
        if checking_in.own_contacts(self.journal.notebook):
            return
        self._whom = True
        await self.host.prefer(country=after(self.host.settings.country))
        self.refresh_content()

    def action_edit(self) -> None:
        """Change who to talk to."""
        self.app.push_screen(checking_in_routes.contacts())

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


def _ticks(today: date, days: int) -> dict[int, str]:
    """Return the days that are named under the curves."""
    middle = days // 2
    return {
        0: day_and_month(today - timedelta(days=days - 1)),
        middle: day_and_month(today - timedelta(days=days - 1 - middle)),
        days - 1: _("today"),
    }


def _told(points: list[Point]) -> str:
    """Return the last words that were noted, or that nothing was."""
    if not points:
        return _("Nothing noted yet in this time.")
    words = [point.details.word for point in points if point.details.word][-_LATELY:]
    return _("Words: {words}").format(words=", ".join(words)) if words else ""
