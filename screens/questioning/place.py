"""Questioning: one question at a time, room to answer, and nothing else."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, TextArea

from journal.dates.wording import clock_time
from journal.errors import ReculError
from journal.language import _
from journal.model.follow_up import FollowUp
from journal.model.protocol import Answer
from journal.practice import questioning
from journal.practice.care_first import calls_for_care
from journal.practice.follow_up_choice import FollowUpChoice
from journal.practice.questioning import Run
from journal.practice.run_in_words import Wanted, begun, place_in, still_to_come
from screens.frame.autosave import Autosave
from screens.frame.changes import then
from screens.frame.command import Command
from screens.frame.events import DraftSaved, EntrySaved, JournalChanged
from screens.frame.page import Page
from screens.frame.page_header import PageHeader
from screens.frame.quiet_page import QuietPage
from screens.frame.resting import Rest
from screens.frame.typed_text import typed_on
from screens.questioning import routes as questioning_routes
from screens.questioning.answer_field import AnswerField
from screens.questioning.follow_up_destinations import ANSWER, CONTACTS, PAUSE, care, opened, ways_from
from screens.questioning.follow_up_offer import FollowUpOffer
from screens.questioning.run_keys import keys_for
from screens.questioning.short_fields import ShortFields
from screens.widgets.scale import Scale

_NARROW = 72  # cells below which a header has no room for both times


class QuestioningScreen(QuietPage):
    """One run through a protocol; leaving keeps the place."""

    name_in_table = "questioning"
    reading = False
    CSS_PATH: ClassVar[str] = str(Path(__file__).resolve().parents[2] / "styles" / "questioning" / "place.tcss")

    def __init__(
        self,
        code: str = "",
        about: int | None = None,
        draft: str = "",
        ref: int | None = None,
        asked: int | None = None,
    ) -> None:
        super().__init__()
        self._wanted = Wanted(code, about, draft, ref, asked)
        self.run: Run | None = None
        self.autosave = Autosave(self, self.flush)
        self._hand = Rest(self, self._rested)  # hearing an answer takes a while: no key waits for it
        self._offering = FollowUpChoice()
        self._offer: FollowUp | None = None
        self._told, self._care_first, self._care_seen = "", False, False

    def compose_room(self) -> ComposeResult:
        """Yield the question with the room below it, the offer under that."""
        with Vertical(classes="column", id="questioning"):
            yield AnswerField()
            yield FollowUpOffer()

    def on_mount(self) -> None:
        """Begin, or go on where one stopped."""
        super().on_mount()
        below, answering = self.app.screen_stack[-2], self.query_one(AnswerField)
        if isinstance(below, Page):
            below.questioning_began()
        self.set_interval(1.0, lambda: answering.tell_clock(self.host.environment.clock()))
        try:
            self.run = begun(self.journal.notebook, self._wanted)
        except ReculError as error:
            self.query_one(PageHeader).tell(error.message(), caution=True)
            return
        self._show()

    # --- what is told

    def commands(self) -> list[Command]:
        """Return the keys of questioning that mean something in this run."""
        return keys_for(self.run, super().commands())

    def page_title(self) -> str:
        """Return the protocol and where one stands in it."""
        return _("Questioning") if self.run is None else place_in(self.run)

    def page_name(self) -> str:
        """Return which page this is, whatever its title."""
        return _("Questioning")

    def status(self) -> str:
        """Return what it is about, how long it may still take, when it was kept; the last alone where it is narrow."""
        to_come = still_to_come(self.run) if self.run and not (self._told and self.size.width < _NARROW) else ""
        return " · ".join(filter(None, (to_come, self._told)))

    def _show(self) -> None:
        """Show the question asked now."""
        run = self.run
        if run is None or run.prompt is None:
            self._end()
            return
        answering = self.query_one(AnswerField)
        answering.ask(run, run.prompt, self.host.environment.clock())
        if run.prompt.again is not None and run.given(run.prompt.id) is None and run.at != run.prompts[0].id:
            words = _("As many times as you like; {key} goes on.")
            answering.remind(words.format(key=self.key_of("questioning.skip")))
        self._make_offer()
        self.refresh_header()

    # --- typing

    @on(TextArea.Changed)
    @on(ShortFields.Changed)
    @on(Scale.Chosen)
    def _typing(self) -> None:
        if self.run is not None and self.autosave.waiting is None and self._with_typed(self.run) != self.run:
            self.autosave.typed()
        if self.autosave.waiting is not None:
            self._hand.begin(self.host.environment.delays.draft)

    @on(AnswerField.Words)
    def _words_begun(self, words: AnswerField.Words) -> None:
        """Leave the scale for the text: who begins to write wants no number first."""
        self.action_next()
        self.query_one(AnswerField).begin(words.begun)

    def _rested(self) -> None:
        if self.run is not None:
            self._make_offer()

    def _with_typed(self, run: Run) -> Run:
        return questioning.with_typed(run, self.query_one(AnswerField).typed)

    # --- keeping

    def flush(self) -> None:
        """Keep what is typed, if anything is new since the last time."""
        if self.run is None or self.run.prompt is None:
            return
        before, typed = self.run, self._with_typed(self.run)
        if typed != before and not (typed.empty and before.empty):
            self.run = typed
            self._keep()

    def _keep(self) -> None:
        if (run := self.run) is None:
            return
        told = JournalChanged if run.empty else partial(DraftSaved, self.host.environment.clock())
        self.host.save(then(told, questioning.keep, run), key=run.key, text=typed_on(self))

    @on(DraftSaved)
    def _tell_kept(self, saved: DraftSaved) -> None:
        if self.run is not None and saved.key == self.run.key:
            self._told = _("saved {time}").format(time=clock_time(saved.at.astimezone()))
            self.refresh_header()

    # --- follow-ups

    def _make_offer(self) -> None:
        """Offer whom to talk to where care comes first, else one more question where the wording calls for it."""
        off, typed = self.host.settings.families_off, self.query_one(AnswerField).typed
        self._care_first = calls_for_care(typed)
        self._offer = self._offering.best(self.run, typed, off) if self.run and not self._care_first else None
        self._care_seen = self._care_seen or self._care_first
        self.query_one(FollowUpOffer).show(self._offer, self.key_of("questioning.take"), care=self._care_first)

    def action_take(self) -> None:
        """Answer the question offered, or go where it leads."""
        offer, run = self._offer, self.run
        if self._care_first:
            self.flush()
            self.app.push_screen(opened(CONTACTS, None))
        if offer is None or run is None:
            return
        if not offer.leads_to:
            self._take(offer)
            return
        self.flush()  # the run waits, kept, under what opens; no worker does, so that nothing waits for a person
        self.app.push_screen(ways_from(offer, run.protocol.code), lambda way: self._go(offer, way or ""))

    def _take(self, offer: FollowUp) -> None:
        if self.run is not None:
            self.run = questioning.take(self._with_typed(self.run), offer.family, offer.question)
            self._keep()
            self._show()

    def _go(self, offer: FollowUp, way: str) -> None:
        """Go where an offer leads, the way that was chosen; "" leads nowhere."""
        if way == ANSWER:
            self._take(offer)
        elif way == PAUSE:
            self.action_later()
        elif way:
            self._offering.went(offer.family)
            self._make_offer()
            self.app.push_screen(opened(way, self.run.about if self.run else None))

    # --- moving

    @on(Scale.Confirmed)
    @on(ShortFields.Confirmed)
    @on(OptionList.OptionSelected)
    def action_next(self) -> None:
        """Keep this answer and go on."""
        run, seen = self.run, self._care_seen
        self._make_offer()
        if run is None or (self._care_first and not seen):
            return  # whom to talk to is seen before any other question
        if run.following is not None:
            self._move(questioning.follow_up_answered(self._with_typed(run)))
        elif not self._must_choose(run, given := self.query_one(AnswerField).given):
            self._move(questioning.answer(run, given))

    def _must_choose(self, run: Run, given: Answer = "") -> bool:
        """Whether what was put down waits for a choice: none is made in silence. Says so."""
        waits = not given and questioning.waits_for_choice(run)
        if waits:
            words = _("An answer is needed here; {key} leaves it for later, nothing is lost.")
            self.query_one(AnswerField).remind(words.format(key=self.key_of("questioning.later")))
        return waits

    def action_previous(self) -> None:
        """Go back one question."""
        if self.run is not None:
            left = questioning.follow_up_answered(self._with_typed(self.run)) if self.run.following else self.run
            given = left.typed if self.run.following else self.query_one(AnswerField).given
            self._move(questioning.back(left, given))

    def action_skip(self) -> None:
        """Go on without an answer."""
        if self.run is not None and not self._must_choose(self.run):
            dropped = questioning.typing_follow_up(self.run, "")
            self._move(questioning.follow_up_answered(dropped) if self.run.following else questioning.skip(self.run))

    def action_form(self) -> None:
        """Ask the questions of the short form only, or all of them."""
        other = questioning.other_form(self._with_typed(self.run)) if self.run is not None else None
        if other is not None:  # at its last question the other form would end the run
            self._move(other)

    def _move(self, run: Run) -> None:
        before, self.run = self.run, run
        risen = run.risen and not (before and before.risen)
        if risen or (run.prompt is not None and not (run.empty and (before is None or before.empty))):
            self._keep()
        if run.prompt is not None or not risen:  # asked below what cares, so that no number waits as its answer
            self._show()
        if risen:
            self._care()

    def _care(self) -> None:
        """Put a pause and somebody to talk to before all else, since it weighs more than before."""
        self.app.push_screen(care(), self._cared)

    def _cared(self, way: str | None) -> None:
        if way == PAUSE:
            self.action_later()
        elif way == CONTACTS:
            self.app.push_screen(opened(way, None), lambda _nothing: self._care())
        else:
            self._show()

    def action_situation(self) -> None:
        """Look at the situation; you keep your place."""
        if self.run is not None and self.run.about is not None:
            self.app.push_screen(questioning_routes.peek(ref=self.run.about))

    def action_later(self) -> None:
        """Stop here; what was said is kept, and so is the place."""
        self.flush()
        if self.run is not None and not self.run.empty:
            self.host.save(lambda _notebook: JournalChanged())
        self.dismiss()

    @work
    async def _end(self) -> None:
        """Keep the reflection, or do with it what was chosen."""
        run = self.run
        if run is None:
            return
        from screens.questioning.put_down import chosen, ended

        happened = await ended(self, run, choice := chosen(run))
        if not self.host.navigation.stands(self):
            return  # what is seen by now is another page
        if happened is None or not isinstance(happened, EntrySaved | JournalChanged):
            self._move(questioning.back(run))
        elif isinstance(happened, EntrySaved) and choice is None:
            self.app.switch_screen(questioning_routes.reflection_end(ref=happened.ref))
        else:
            self.dismiss()
