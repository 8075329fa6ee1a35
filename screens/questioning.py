"""Questioning: one question at a time, room to answer, and nothing else."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import OptionList, TextArea

from journal.dates import clock_time
from journal.errors import ReculError
from journal.language import _, ngettext
from journal.model.follow_up import FollowUp
from journal.model.protocol import Answer, Prompt, PromptKind, Role
from journal.practice import questioning
from journal.practice.following_up import follow_ups
from journal.practice.notebook import Notebook
from journal.practice.protocols_at_hand import at_hand
from journal.practice.questioning import Run
from screens.commands import Command
from screens.events import DraftSaved, EntrySaved, Happened, JournalChanged
from screens.places import OVER, make
from screens.quiet_page import QuietPage
from screens.widgets.answer_area import AnswerArea
from screens.widgets.place_header import PlaceHeader
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows
from screens.widgets.scale import Scale

AUTOSAVE = 1.0  # seconds; with the write itself well below the two that are promised (SECURITY.md, promise 14)
_MOST_FOLLOWED = 2
_WRITTEN = (PromptKind.TEXT, PromptKind.RETELLING, PromptKind.TIMER, PromptKind.LIST)


class QuestioningScreen(QuietPage):
    """One run through a protocol; leaving keeps the place."""

    name_in_table = "questioning"
    reading = False
    CSS_PATH: ClassVar[str] = str(Path(__file__).resolve().parent.parent / "styles" / "questioning.tcss")

    def __init__(self, code: str = "", about: int | None = None, draft: str = "", ref: int | None = None) -> None:
        super().__init__()
        self._wanted = (code, about, draft, ref)
        self.run: Run | None = None
        self._rest: Timer | None = None
        self._offer: FollowUp | None = None
        self._told = ""
        self._began: datetime | None = None

    def compose_room(self) -> ComposeResult:
        """Yield the question, the room below it, the offer under that."""
        with Vertical(classes="column", id="questioning"):
            yield PlainText("", id="question", classes="lead")
            yield PlainText("", id="hint", classes="quiet")
            with Horizontal(id="room"):
                yield PlainText("", id="first-version", classes="quiet")
                yield AnswerArea(id="answer")
            yield Scale(id="scale")
            yield Rows(id="choices")
            yield PlainText("", id="clock", classes="quiet")
            yield PlainText("", id="offer")

    def on_mount(self) -> None:
        """Begin, or go on where one stopped."""
        super().on_mount()
        self.set_interval(1.0, self._tell_clock)
        try:
            self.run = self._begin()
        except ReculError as error:
            self.query_one(PlaceHeader).tell(error.message(), caution=True)
            return
        self._show()

    def _begin(self) -> Run:
        code, about, draft, ref = self._wanted
        library = at_hand()
        notebook = self.recul.notebook
        if draft:
            return questioning.resume(notebook, library, draft)
        if ref is not None:
            return questioning.resume_reflection(notebook, library, ref)
        return questioning.start(notebook, library.get(code), about)

    # --- what is told

    def commands(self) -> list[Command]:
        """Return the keys of questioning; the situation only when there is one."""
        about = self.run is not None and self.run.about is not None
        return [one for one in super().commands() if about or one.action != "situation"]

    def heading(self) -> str:
        """Return the protocol and where one stands in it."""
        if self.run is None:
            return _("Questioning")
        title = self.run.protocol.title.in_(self.run.language)
        number = min(self.run.number, self.run.count)
        return _("{title} · {number} of {count}").format(title=title, number=number, count=self.run.count)

    def standing(self) -> str:
        """Return what it is about, how long it may still take, when it was kept."""
        if self.run is None:
            return ""
        left = self.run.minutes_left
        parts = [str(self.run.about)] if self.run.about is not None else []
        parts.append(ngettext("about {count} more minute", "about {count} more minutes", left).format(count=left))
        return " · ".join([*parts, self._told] if self._told else parts)

    def _show(self) -> None:
        """Show the question asked now."""
        run = self.run
        if run is None or run.prompt is None:
            self._end()
            return
        prompt, taken = run.prompt, run.following
        self.query_one("#question", PlainText).update(taken.question if taken else prompt.question.in_(run.language))
        hint = self.query_one("#hint", PlainText)
        hint.update(
            prompt.question.in_(run.language) if taken else prompt.hint.in_(run.language) if prompt.hint else ""
        )
        hint.display = bool(taken or prompt.hint)
        written = taken is not None or prompt.kind in _WRITTEN
        self.query_one("#room").display = written
        self._show_first_version("" if taken else run.first_version)
        self._show_scale(shown=not written and prompt.kind is PromptKind.SCALE)
        self._show_choices(prompt, shown=not written and prompt.kind is PromptKind.CHOICE)
        if written:
            area = self.query_one("#answer", AnswerArea)
            area.veiled = prompt.veiled and taken is None
            area.write(taken.typed if taken else run.typed)
            area.focus()
        self._began = self.recul.surroundings.clock()
        self._tell_clock()
        self._make_offer()
        self.tell_standing()

    def _show_first_version(self, text: str) -> None:
        first = self.query_one("#first-version", PlainText)
        first.update(text)
        first.display = bool(text)

    def _show_scale(self, *, shown: bool) -> None:
        scale = self.query_one(Scale)
        scale.display = shown
        if shown and self.run is not None:
            scale.value = int(self.run.typed) if self.run.typed.isdecimal() else None
            scale.focus()

    def _show_choices(self, prompt: Prompt, *, shown: bool) -> None:
        rows = self.query_one("#choices", Rows)
        if shown and self.run is not None:
            language = self.run.language
            choices = enumerate(prompt.choices, start=1)
            rows.show([Row(choice.id, f"{number}  {choice.in_(language)}") for number, choice in choices])
            ids = [choice.id for choice in prompt.choices]
            rows.highlighted = ids.index(self.run.typed) if self.run.typed in ids else 0
            rows.focus()
        rows.display = shown

    def _tell_clock(self) -> None:
        """Tell the time of a timed writing, minute by minute; when it is over, say that nothing ends."""
        clock = self.query_one("#clock", PlainText)
        prompt = self.run.prompt if self.run else None
        clock.display = prompt is not None and prompt.seconds is not None
        if prompt is None or prompt.seconds is None or self._began is None:
            return
        gone = (self.recul.surroundings.clock() - self._began).total_seconds()
        left = max(0, -int(-(prompt.seconds - gone) // 60))
        clock.update(
            ngettext("{count} minute left, if you like", "{count} minutes left, if you like", left).format(count=left)
            if gone < prompt.seconds
            else _("The time is up; nothing obliges you to stop.")
        )

    # --- typing

    @on(TextArea.Changed)
    def _typing(self) -> None:
        if self.run is not None and self._with_typed(self.run) != self.run:
            self._rest_then_keep()

    @on(Scale.Chosen)
    def _chosen_on_scale(self) -> None:
        self._rest_then_keep()

    @on(Scale.Confirmed)
    def _confirmed_on_scale(self) -> None:
        self.action_next()

    @on(OptionList.OptionSelected)
    def _chosen_in_list(self) -> None:
        self.action_next()

    def key_digit(self, digit: str) -> None:
        """Choose the answer that carries a digit."""
        rows = self.query_one("#choices", Rows)
        if rows.display and 0 < int(digit) <= rows.option_count:
            rows.highlighted = int(digit) - 1

    def on_key(self, event: object) -> None:
        """Let digits choose among answers."""
        character = getattr(event, "character", None)
        if isinstance(character, str) and character.isdecimal() and self.query_one("#choices").display:
            self.key_digit(character)

    def _rest_then_keep(self) -> None:
        if self._rest is None:
            self._rest = self.set_timer(AUTOSAVE, self._rested)

    def _rested(self) -> None:
        self._rest = None
        if self.is_mounted and self.run is not None:
            self._make_offer()
            self.flush()

    def _typed(self) -> str:
        run = self.run
        if run is None or run.prompt is None:
            return ""
        if run.following is None and run.prompt.kind is PromptKind.SCALE:
            value = self.query_one(Scale).value
            return "" if value is None else str(value)
        if run.following is None and run.prompt.kind is PromptKind.CHOICE:
            return self.query_one("#choices", Rows).chosen
        return self.query_one("#answer", AnswerArea).text

    def _given(self) -> Answer:
        typed = self._typed()
        scale = self.run is not None and self.run.prompt is not None and self.run.prompt.kind is PromptKind.SCALE
        return int(typed) if scale and typed.isdecimal() else typed

    def _with_typed(self, run: Run) -> Run:
        if run.prompt is None:
            return run
        return (
            questioning.typing_follow_up(run, self._typed())
            if run.following
            else questioning.typing(run, self._typed())
        )

    # --- keeping

    def flush(self) -> None:
        """Keep what is typed, if anything is new since the last time."""
        if self.run is None or self.run.prompt is None:
            return
        typed = self._with_typed(self.run)
        if typed != self.run and (typed.typed or typed.asked or typed.following):
            self.run = typed
            self._keep()

    def _keep(self) -> None:
        run = self.run
        if run is None:
            return

        def job(notebook: Notebook) -> Happened:
            questioning.keep(notebook, run)
            return DraftSaved(notebook.clock(), run.key)

        self.recul.save(job, key=run.key)

    @on(DraftSaved)
    def _tell_kept(self, saved: DraftSaved) -> None:
        if self.run is not None and saved.key == self.run.key:
            self._told = _("kept {time}").format(time=clock_time(saved.at.astimezone()))
            self.tell_standing()

    # --- follow-ups

    def _make_offer(self) -> None:
        """Offer one more question where the wording calls for it; at most two per answer."""
        run, offers = self.run, []
        if run is not None and run.prompt is not None and run.following is None and run.prompt.families:
            taken = {one.family for one in run.followed}
            allowed = {family.value for family in run.prompt.families if family not in taken}
            off = self.recul.settings.families_off
            most = _MOST_FOLLOWED - len(taken)
            offers = follow_ups(self._typed(), run.language, allowed=allowed, off=off, most=most, turn=run.ref or 0)
        self._offer = offers[0] if offers else None
        line = self.query_one("#offer", PlainText)
        line.display = self._offer is not None
        if self._offer is not None:
            line.update(
                _("{question}   {key} answer it").format(
                    question=self._offer.question, key=self.key_of("questioning.take")
                )
            )

    def action_take(self) -> None:
        """Answer the question offered."""
        if self.run is None or self._offer is None:
            return
        self.run = questioning.take(self._with_typed(self.run), self._offer.family, self._offer.question)
        self._keep()
        self._show()

    # --- moving

    def action_next(self) -> None:
        """Keep this answer and go on."""
        run = self.run
        if run is None:
            return
        if run.following is not None:
            back = questioning.follow_up_answered(self._with_typed(run))
            self._move(back)
        else:
            self._move(questioning.answer(run, self._given()))

    def action_previous(self) -> None:
        """Go back one question."""
        if self.run is not None:
            left = questioning.follow_up_answered(self._with_typed(self.run)) if self.run.following else self.run
            given = left.typed if self.run.following else self._given()
            self._move(questioning.back(left, given))

    def action_skip(self) -> None:
        """Go on without an answer."""
        if self.run is not None:
            dropped = questioning.typing_follow_up(self.run, "")
            self._move(questioning.follow_up_answered(dropped) if self.run.following else questioning.skip(self.run))

    def _move(self, run: Run) -> None:
        self.run = run
        if run.prompt is not None and (run.asked or run.typed):
            self._keep()
        self._show()

    def action_situation(self) -> None:
        """Look at the situation; the place is not lost."""
        if self.run is not None and self.run.about is not None:
            self.app.push_screen(make(OVER["glance"], ref=self.run.about))

    def action_later(self) -> None:
        """Stop here; what was said is kept, and so is the place."""
        self.flush()
        run = self.run
        if run is not None and (run.asked or run.typed or run.following):
            self.recul.save(lambda _notebook: JournalChanged(), key=run.key)
        self.dismiss()

    # --- the end

    @work
    async def _end(self) -> None:
        """Keep the reflection, or do with it what was chosen."""
        run = self.run
        if run is None:
            return
        choice = next((run.answers.get(p.id) for p in run.protocol.prompts if p.role is Role.PUT_DOWN), None)
        if choice in ("seal", "destroy"):
            from screens.put_down import put_down

            happened = await put_down(self.recul, run, str(choice))
        else:
            happened = await self._finished(run)
        if happened is None or not isinstance(happened, EntrySaved | JournalChanged):
            self._move(questioning.back(run))
        elif isinstance(happened, EntrySaved) and choice is None:
            self.app.switch_screen(make(OVER["reflection_end"], ref=happened.ref))
        else:
            self.dismiss()

    def _finished(self, run: Run) -> "asyncio.Future[Happened]":
        def job(notebook: Notebook) -> Happened:
            entry = questioning.finish(notebook, run)
            return (
                EntrySaved(entry.ref, entry.revision, entry.updated_at, run.key) if entry else JournalChanged(run.key)
            )

        return self.recul.save(job, key=run.key)
