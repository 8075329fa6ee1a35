"""The glass wall: for whom, then exactly what will leave, and what may have been missed."""

import asyncio
from dataclasses import replace
from typing import Any

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList

from journal.errors import ReculError
from journal.language import N_, _, next_language
from journal.model.audience import Audience
from journal.model.disclosure import FileFormat
from journal.model.entry import EntryLine
from journal.model.session import SessionKind
from journal.practice.leading_reader import leading_reader
from journal.sharing.habits import habit
from journal.sharing.previewing import Preview
from journal.sharing.readers import told
from journal.sharing.repository import prepare
from journal.sharing.selecting import Dates
from screens.frame.command import Command
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.page import Page
from screens.sharing.before_leaving import BeforeLeaving
from screens.sharing.delivery import DeliveryScreen
from screens.sharing.for_whom import ForWhom, proposed_recipient
from screens.sharing.leaving_text import leaving_text, report_text
from screens.sharing.name_somebody import name_somebody
from screens.sharing.page_lines import PageLinesScreen
from screens.sharing.preview_choices import PreviewChoices
from screens.sharing.preview_keys import fitting
from screens.sharing.resolve_names import Resolution, Suspect, settled, suspects
from screens.sharing.sharing_page import at_home, not_all_found, summary, tell_audience
from screens.sharing.to_check import ToCheck, private_among
from screens.widgets.plain import PlainText, plain

_WIDTH, _MARGINS = 72, 6  # cells of the text that leaves, in a window that has room for them, and beside it
_DATES = (Dates.EXACT, Dates.WEEK, Dates.NONE)


class PreviewScreen(Page):
    """Asks for whom, then shows what leaves, byte for byte; nothing is written here."""

    name_in_table = "preview"
    AUTO_FOCUS = ""

    def __init__(
        self,
        refs: tuple[int, ...],
        audience: Audience | None = None,
        *,
        meeting: SessionKind | None = None,
        included: tuple[int, ...] = (),
        title: str = "",
        form: FileFormat | None = None,
        asides: tuple[int, ...] = (),
    ) -> None:
        super().__init__()
        self._choices = PreviewChoices(meeting=meeting, title=title, included=included, asides=asides)
        self._form = form
        self.refs = refs
        self.audience = audience
        self._given = audience is not None
        self.preview: Preview | None = None
        self._sum = ""
        self._checks = ToCheck(self.key_of)
        self._before = BeforeLeaving(self)

    def page_title(self) -> str:
        """Return how far one is."""
        return _("Share · with whom?") if self.audience is None else _("Share · exactly what they will see")

    def refresh_header(self) -> None:
        """Tell for whom, beside the keys of the page."""
        super().refresh_header()
        to = proposed_recipient(self.journal.notebook, self.refs, self.audience) if self.audience else None
        tell_audience(self, self.audience, to.name if to else "")

    def commands(self) -> list[Command]:
        """Return what can be done at this step; Enter leads to what is to be checked before it leads on."""
        keys = fitting(self.audience, self.preview, self._checks)
        told = [one for one in super().commands() if one.where != self.name_in_table or one.id in keys]
        if not self._checks.unseen:
            return told
        return [one._replace(title=N_("check")) if one.id == "preview.share" else one for one in told]

    def compose_room(self) -> ComposeResult:
        """Yield the choice of an audience, the text that leaves, what is to be checked, and what it comes to."""
        with Vertical(id="preview"):
            yield ForWhom(id="for-whom")
            with VerticalScroll(id="leaving"):
                yield PlainText("", id="text")
            with Vertical(id="below"):
                yield PlainText("", id="readers", classes="caution")
                yield self._checks
                yield PlainText("", id="at-home", classes="quiet")
                yield PlainText(not_all_found(), id="not-all", classes="quiet")
                yield PlainText("", id="sum", classes="quiet")

    def refresh_content(self) -> None:
        """Show the step one is at."""
        self._show_step()
        if self.audience is None:
            self._ask_for_whom()
        else:
            self._look()

    def _show_step(self) -> None:
        choosing = self.audience is None
        self.query_one("#for-whom").display = choosing or self.preview is None
        self.query_one(ForWhom).show(choosing=choosing)
        for name in ("#leaving", "#sum", "#below"):
            self.query_one(name).display = not choosing and self.preview is not None
        self.query_one("#readers").display = self.preview is not None and bool(self.preview.readers)
        self.query_one("#at-home").display = self.preview is not None and bool(at_home(self.preview))
        self.query_one("#not-all").display = self.preview is not None and self.preview.selection.audience.outside

    def _ask_for_whom(self, before: Audience | None = None) -> None:
        self.query_one(ForWhom).ask(leading_reader(self.journal.notebook, self.refs), before)

    def on_screen_resume(self) -> None:
        """Look again when one comes back: something may have changed meanwhile."""
        super().on_screen_resume()
        if self.preview is not None:
            self._look()

    # --- what leaves

    def _choose(self, **changed: Any) -> None:
        self._choices = replace(self._choices, **changed)
        self._look()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        if self.audience is None:
            return
        try:
            selection = self._choices.selection(self.journal.notebook, self.refs, self.audience)
            preview = await asyncio.to_thread(prepare, self.journal.notebook, selection)
        except ReculError as error:
            self._refused(error)
            return
        self.preview = preview
        sponsor = preview.selection.audience is Audience.SPONSOR
        text = report_text(preview.document) if sponsor else leaving_text(preview)
        self.query_one("#text", PlainText).update(text)
        self._sum = summary(preview, habit(self.journal.notebook, preview.selection.audience))
        self.query_one("#sum", PlainText).update(self._sum)
        self.query_one("#readers", PlainText).update(told(preview.readers))
        self.query_one("#at-home", PlainText).update(self.sentence(at_home(preview), lines="preview.lines"))
        self.query_one(ForWhom).tell("")
        self._show_step()
        self._show_checks(suspects(preview), text)
        self.refresh_header()

    def _refused(self, error: ReculError) -> None:
        self.query_one(ForWhom).tell(error.message())
        self.preview = None
        self._show_checks((), Content(""))
        if not self._given and not self._private():
            before, self.audience = self.audience, None
            self._ask_for_whom(before)
        self._show_step()
        if self.audience is not None and self._private():
            self.query_one("#below").display = True
            self._checks.take_focus()
        self.refresh_header()

    def _show_checks(self, found: tuple[Suspect, ...], text: Content) -> None:
        private = self._private() if self.audience is not Audience.SPONSOR else []
        others = (told(self.preview.readers), at_home(self.preview), not_all_found(), self._sum) if self.preview else ()
        width = min(_WIDTH, self.size.width - _MARGINS)
        lines, *beside = (each.get_height({}, width) for each in (text, *map(plain, filter(None, others))))
        self._checks.show(found, private, self._choices.included, text=lines, beside=sum(beside))
        self._focus()

    def _focus(self) -> None:
        if self.is_current and not self._checks.take_focus():
            self.query_one("#leaving").focus()

    def action_checks(self) -> None:
        """Unfold what is to be checked, or fold it and read on."""
        if self._checks.folds:
            self._checks.turn()
            self._focus()
            self.refresh_header()

    def _private(self) -> list[EntryLine]:
        return private_among(self.journal.notebook, self.refs)

    # --- keys

    @on(OptionList.OptionSelected)
    def action_share(self) -> None:
        """Go on: from the audience to what leaves, and from there to how it leaves."""
        if self.audience is None:
            self.audience = self.query_one(ForWhom).chosen
            self._look()
        elif self._checks.unseen:
            self.action_checks()
        elif self.preview is not None:
            self._before.ask(self.preview, len(self._checks.suspects), self._deliver)

    def action_lines(self) -> None:
        """Tick line by line what leaves; the preparation keeps it."""
        if self.preview is not None and self.preview.lines and self.audience is not None:
            self.app.push_screen(PageLinesScreen(self.refs[0], self.audience))

    def _deliver(self) -> None:
        if self.preview is not None:
            page = DeliveryScreen(self.preview, self._form)
            self.app.push_screen(page, lambda _told: self._returned(page))

    def _returned(self, page: DeliveryScreen) -> None:
        if page.left is not None:
            self.journal.selection.clear()
            self.dismiss()

    def action_dates(self) -> None:
        """Show dates exactly, by week, or not at all."""
        if self.preview is not None and self.audience is not Audience.SPONSOR:
            self._choose(dates=_DATES[(_DATES.index(self._choices.dates) + 1) % len(_DATES)])

    def action_objectives(self) -> None:
        """Name the shared objectives without a line too, or no longer."""
        self._choose(every_objective=not self._choices.every_objective)

    def action_days(self) -> None:
        """Tell the day of each validation, or no longer."""
        self._choose(validation_days=not self._choices.validation_days)

    def action_language(self) -> None:
        """Say titles, kinds and days in the reader's language; what was written stays as it was written."""
        if self.preview is not None:
            self._choose(language=next_language(self.preview.document.language))

    def action_include(self) -> None:
        """Let a private entry leave after a second confirmation, or keep it here again."""
        kind, which = self._checks.chosen
        if kind != "private":
            return
        ref, included = int(which), self._choices.included
        if ref in included:
            self._choose(included=tuple(each for each in included if each != ref))
            return

        question = _("This is private and meant for you alone. Let it leave all the same?")
        self.app.push_screen(
            ConfirmDialog(question, _("let it leave")),
            lambda yes: self._choose(included=(*included, ref)) if yes else None,
        )

    def _suspect(self) -> Suspect | None:
        kind, which = self._checks.chosen
        return self._checks.suspects[int(which)] if kind == "suspect" and self.preview else None

    def action_pseudonym(self) -> None:
        """Give the words an alias, here and everywhere from now on."""
        self._settle(Resolution.ALIAS)

    def action_name_somebody(self) -> None:
        """Give a name an alias that was not pointed out."""
        if self.preview is not None and self.audience is not Audience.SPONSOR:
            name_somebody(self, self.preview, self._look)

    def action_once(self) -> None:
        """Replace the words in this entry alone."""
        self._settle(Resolution.ONCE)

    def action_keep_words(self) -> None:
        """Leave the words as they are, now and later, for these readers."""
        self._settle(Resolution.KEEP)

    def action_omit_tag(self) -> None:
        """Leave the tag at home, here and everywhere from now on."""
        self._settle(Resolution.OMIT)

    def _settle(self, how: Resolution) -> None:
        suspect = self._suspect()
        never_reworded = self.audience is Audience.SPONSOR and how is not Resolution.KEEP
        if self._checks.folded:  # what the key is about is seen before it is settled
            self.action_checks()
        elif suspect is not None and not never_reworded and (suspect.is_tag or how is not Resolution.OMIT):
            settled(self, suspect, how, self._look, self.audience)

    def action_back(self) -> None:
        """Go back to the choice of an audience, and from there to where one came from."""
        if self.audience is None or self._given:
            self.dismiss()
            return
        self.audience, self.preview = None, None
        self._choices = replace(self._choices, language=None)
        self.query_one(ForWhom).tell("")
        self._show_step()
        self._ask_for_whom()
        self.refresh_header()
