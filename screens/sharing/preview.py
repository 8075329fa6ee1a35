"""The glass wall: for whom, then exactly what will leave, and what may have been missed."""

import asyncio
from collections.abc import Callable

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import OptionList

from journal.errors import ReculError
from journal.language import N_, Language, _, current, next_language, ngettext
from journal.model.audience import Audience
from journal.model.disclosure import FileFormat
from journal.model.entry import EntryLine
from journal.model.kind import State
from journal.model.kind_spec import spec_of
from journal.model.session import SessionKind
from journal.practice import reading
from journal.sharing.habits import habit, last_audience
from journal.sharing.previewing import Preview
from journal.sharing.readers import told
from journal.sharing.repository import prepare
from journal.sharing.selecting import Dates, Selection
from screens.frame.command import Command
from screens.frame.confirm_dialog import ConfirmDialog
from screens.frame.page import Page
from screens.sharing.delivery import DeliveryScreen
from screens.sharing.leaving_text import leaving_text, report_text
from screens.sharing.page_lines import PageLinesScreen, page_selection
from screens.sharing.resolve_names import Resolution, Suspect, settled, suspects
from screens.sharing.sharing_page import summary, tell_audience
from screens.vocabulary.audiences import audience_words
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows

_DATES = (Dates.EXACT, Dates.WEEK, Dates.NONE)
_SETTLING = {"preview.pseudonym", "preview.once", "preview.keep"}
_PURPOSES = {
    Audience.ME: N_("real names, everything you marked"),
    Audience.PRACTITIONER: N_("under aliases"),
    Audience.GROUP: N_("under aliases"),
    Audience.SPONSOR: N_("validated progress statements only"),
}


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
        self._meeting = meeting
        self._title = title
        self._form = form
        self._asides = asides
        self.refs = refs
        self.audience = audience
        self._given = audience is not None
        self._dates = Dates.EXACT
        self._language: Language | None = None
        self._included = included
        self.preview: Preview | None = None
        self._suspects: tuple[Suspect, ...] = ()
        self._asked = False
        self._every_objective = self._validation_days = False

    def page_title(self) -> str:
        """Return how far one is."""
        return _("Share · with whom?") if self.audience is None else _("Share · exactly what they will see")

    def refresh_header(self) -> None:
        """Tell for whom, beside the keys of the page."""
        super().refresh_header()
        tell_audience(self, self.audience, self._habitual())

    def commands(self) -> list[Command]:
        """Return what can be done at this step: nothing is reworded before it is shown, nor ever for the sponsor."""
        fitting = {"preview.share", "preview.back"}
        if self.audience is not None:
            fitting |= {"preview.language"}
        if self.preview is not None and self.preview.lines:
            fitting |= {"preview.lines"}
        if self.audience is Audience.SPONSOR:
            fitting |= {"preview.objectives", "preview.days"}
        elif self.audience is not None:
            fitting |= {"preview.dates", "preview.include"}
            fitting |= _SETTLING if self._suspects else set()
            fitting |= {"preview.omit"} if any(each.is_tag for each in self._suspects) else set()
        return [one for one in super().commands() if one.where != self.name_in_table or one.id in fitting]

    def _habitual(self) -> str:
        return habit(self.journal.notebook, self.audience).recipient if self.audience else ""

    def compose_room(self) -> ComposeResult:
        """Yield the choice of an audience, the text that leaves, what is to be checked, and what it comes to."""
        with Vertical(id="preview"):
            with Vertical(id="for-whom"):
                yield PlainText(_("Who will read this?"), classes="lead")
                yield Rows(id="audiences")
                yield PlainText("", id="refused", classes="gap-above caution")
            with VerticalScroll(id="leaving"):
                yield PlainText("", id="text")
            yield PlainText("", id="readers", classes="caution")
            yield PlainText("", id="to-check", classes="quiet")
            yield Rows(id="suspects")
            yield PlainText("", id="sum", classes="quiet")

    def refresh_content(self) -> None:
        """Show the step one is at."""
        self._show_step()
        if self.audience is None:
            self._show_audiences()
        else:
            self._look()

    def _show_step(self) -> None:
        choosing = self.audience is None
        self.query_one("#for-whom").display = choosing or self.preview is None
        self.query_one("#audiences").display = choosing
        self.query_one("#for-whom .lead").display = choosing
        for name in ("#leaving", "#to-check", "#suspects", "#sum"):
            self.query_one(name).display = not choosing and self.preview is not None
        self.query_one("#readers").display = self.preview is not None and bool(self.preview.readers)

    def _show_audiences(self) -> None:
        rows = self.query_one("#audiences", Rows)
        rows.show([Row(each.value, audience_words(each), _(_PURPOSES[each])) for each in Audience])
        last = last_audience(self.journal.notebook) or Audience.PRACTITIONER
        rows.choose(last.value)
        rows.focus()

    def on_screen_resume(self) -> None:
        """Look again when one comes back: something may have changed meanwhile."""
        super().on_screen_resume()
        if self.preview is not None:
            self._look()

    # --- what leaves

    def _selection(self, audience: Audience) -> Selection:
        return page_selection(self.journal.notebook, self.refs, audience).with_(
            language=self._spoken(audience),
            dates=self._dates,
            include_private=self._included,
            asides=self._asides,
            title=self._title,
            meeting=self._meeting if audience is Audience.SPONSOR else None,
            every_objective=self._every_objective and audience is Audience.SPONSOR,
            validation_days=self._validation_days and audience is Audience.SPONSOR,
        )

    def _spoken(self, audience: Audience) -> Language:
        """Return the language of the words around what leaves: chosen here, or the one this audience read last."""
        return self._language or habit(self.journal.notebook, audience).language or current()

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        if self.audience is None:
            return
        try:
            preview = await asyncio.to_thread(prepare, self.journal.notebook, self._selection(self.audience))
        except ReculError as error:
            self._refused(error)
            return
        self.preview = preview
        self._suspects = suspects(preview)
        sponsor = preview.selection.audience is Audience.SPONSOR
        text = report_text(preview.document) if sponsor else leaving_text(preview)
        self.query_one("#text", PlainText).update(text)
        self.query_one("#sum", PlainText).update(
            summary(preview, habit(self.journal.notebook, preview.selection.audience))
        )
        self.query_one("#readers", PlainText).update(told(preview.readers))
        self.query_one("#refused", PlainText).update("")
        self._show_step()
        self._show_suspects(has_room=True)
        self.refresh_header()

    def _refused(self, error: ReculError) -> None:
        self.query_one("#refused", PlainText).update(error.message())
        self.preview = None
        self._show_suspects(has_room=False)
        if not self._given and not self._private():
            self.audience = None
            self._show_audiences()
        self._show_step()
        if self.audience is not None and self._private():
            for name in ("#to-check", "#suspects"):
                self.query_one(name).display = True
            self.query_one("#suspects").focus()
        self.refresh_header()

    def _show_suspects(self, *, has_room: bool) -> None:
        private = self._private() if self.audience is not Audience.SPONSOR else []
        rows = self.query_one("#suspects", Rows)
        out = [Row(f"private:{line.ref}", line.title or f"#{line.ref}", self._private_words(line)) for line in private]
        found = [Row(f"suspect:{number}", each.told, self._why(each)) for number, each in enumerate(self._suspects)]
        rows.show([*(found if has_room else []), *out])
        heads = []
        if has_room and found:
            heads.append(_("to check ({count})").format(count=len(found)))
        if out:
            heads.append(_("private ({count})").format(count=len(out)))
        self.query_one("#to-check", PlainText).update(" · ".join(heads))
        for name in ("#to-check", "#suspects"):
            self.query_one(name).display = bool(heads)
        if self.is_current:
            (rows if heads else self.query_one("#leaving")).focus()

    def _why(self, suspect: Suspect) -> str:
        """Return why words are pointed out, and for a tag the key that leaves it here."""
        if not suspect.is_tag:
            return suspect.why
        return _("{why} · {key} leave it here").format(why=suspect.why, key=self.key_of("preview.omit"))

    def _private(self) -> list[EntryLine]:
        """Return what leaves only when it was chosen one by one."""
        lines = [reading.line(self.journal.notebook, ref) for ref in self.refs]
        return [line for line in lines if line and (spec_of(line.kind).private or line.state is State.SEALED)]

    def _private_words(self, line: EntryLine) -> str:
        if line.ref in self._included:
            return _("leaves, because you said so twice")
        return _("stays · {key} include it").format(key=self.key_of("preview.include"))

    # --- keys

    @on(OptionList.OptionSelected)
    def action_share(self) -> None:
        """Go on: from the audience to what leaves, and from there to how it leaves."""
        if self.audience is None:
            chosen = self.query_one("#audiences", Rows).chosen
            if chosen:
                self.audience = Audience(chosen)
                self._look()
        elif self.preview is not None:
            self._ask_unless_checked(self._ask_about_question)

    def _ask_unless_checked(self, go_on: Callable[[], None]) -> None:
        left = len(self._suspects)
        if not left:
            go_on()
            return
        question = ngettext(
            "{count} word is not checked yet. Share all the same?",
            "{count} words are not checked yet. Share all the same?",
            left,
        ).format(count=left)
        self.app.push_screen(ConfirmDialog(question, _("share")), lambda yes: go_on() if yes else None)

    def _ask_about_question(self) -> None:
        """Ask once whether it is to leave without a question, then go on."""
        if self.preview is None or not self.preview.without_question or self._asked:
            self._deliver()
            return
        self._asked = True
        question = _("This document leaves without a question. Go on?")
        self.app.push_screen(ConfirmDialog(question, _("go on")), lambda yes: self._deliver() if yes else None)

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
            self._dates = _DATES[(_DATES.index(self._dates) + 1) % len(_DATES)]
            self._look()

    def action_objectives(self) -> None:
        """Name the shared objectives without a line too, or no longer."""
        self._every_objective = not self._every_objective
        self._look()

    def action_days(self) -> None:
        """Tell the day of each validation, or no longer."""
        self._validation_days = not self._validation_days
        self._look()

    def action_language(self) -> None:
        """Say titles, kinds and days in the reader's language; what was written stays as it was written."""
        if self.preview is not None:
            self._language = next_language(self.preview.document.language)
            self._look()

    def action_include(self) -> None:
        """Let a private entry leave after a second confirmation, or keep it here again."""
        kind, _sep, which = self.query_one("#suspects", Rows).chosen.partition(":")
        if kind != "private":
            return
        ref = int(which)
        if ref in self._included:
            self._included = tuple(each for each in self._included if each != ref)
            self._look()
            return

        def included(yes: bool | None) -> None:  # noqa: FBT001 -- Textual calls it so
            if yes:
                self._included = (*self._included, ref)
                self._look()

        question = _("This is private and meant for you alone. Let it leave all the same?")
        self.app.push_screen(ConfirmDialog(question, _("let it leave")), included)

    def _suspect(self) -> Suspect | None:
        kind, _sep, which = self.query_one("#suspects", Rows).chosen.partition(":")
        return self._suspects[int(which)] if kind == "suspect" and self.preview else None

    def action_pseudonym(self) -> None:
        """Give the words an alias, here and everywhere from now on."""
        self._settle(Resolution.ALIAS)

    def action_once(self) -> None:
        """Replace the words in this entry alone."""
        self._settle(Resolution.ONCE)

    def action_keep_words(self) -> None:
        """Leave the words as they are, now and from now on."""
        self._settle(Resolution.KEEP)

    def action_omit_tag(self) -> None:
        """Leave the tag at home, here and everywhere from now on."""
        suspect = self._suspect()
        if suspect is not None and suspect.is_tag:
            self._settle(Resolution.OMIT)

    def _settle(self, how: Resolution) -> None:
        suspect = self._suspect()
        if suspect is not None:
            settled(self, suspect, how, self._look)

    def action_back(self) -> None:
        """Go back to the choice of an audience, and from there to where one came from."""
        if self.audience is None or self._given:
            self.dismiss()
            return
        self.audience, self.preview, self._language = None, None, None
        self.query_one("#refused", PlainText).update("")
        self._show_step()
        self._show_audiences()
        self.refresh_header()
