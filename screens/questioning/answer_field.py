"""The question asked now and the room to answer it, whatever kind of answer it wants."""

from datetime import datetime

from textual import events, on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widget import Widget

from journal.language import _, ngettext
from journal.model.protocol import Answer, Prompt, PromptKind
from journal.practice.run import Run
from screens.questioning.short_fields import ShortFields
from screens.widgets.answer_area import AnswerArea
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows
from screens.widgets.scale import Scale

_WRITTEN = (PromptKind.TEXT, PromptKind.RETELLING, PromptKind.TIMER, PromptKind.LIST)


class AnswerRoom(AnswerArea):
    """The room for words below a question."""

    def action_select_all(self) -> None:
        """Leave f7 to the page, which asks the other form with it; Textual's field would take it."""
        raise SkipAction


class AnswerField(Vertical):
    """One question: words are written, a scale takes digits, a choice is a list."""

    class Words(Message):
        """Words were begun at the scale that a run begins with: they are the text that comes after it."""

        def __init__(self, begun: str) -> None:
            super().__init__()
            self.begun = begun

    def __init__(self) -> None:
        super().__init__()
        self._kind: PromptKind | None = None
        self._words_may_follow = False
        self._hint = ""  # the question's own
        self._seconds: int | None = None
        self._began: datetime | None = None

    def compose(self) -> ComposeResult:
        """Yield the question, its hint, and a room of each kind."""
        yield PlainText("", id="question", classes="lead")
        yield PlainText("", id="hint", classes="quiet")
        with Horizontal(id="room"):
            with VerticalScroll(id="first-room"):  # Tab leads here: a long first version is read with the arrows
                yield PlainText("", id="first-version", classes="quiet")
            yield AnswerRoom(id="answer")
        yield Scale(id="scale")
        yield Rows(id="choices")
        yield Vertical(id="fields")
        yield PlainText("", id="clock", classes="quiet")

    def ask(self, run: Run, prompt: Prompt, now: datetime) -> None:
        """Ask a prompt of a run, or the follow-up that was taken under it."""
        taken, asked = run.following, prompt.question.in_(run.language)
        hint = asked if taken else prompt.hint.in_(run.language) if prompt.hint else ""
        self._hint = hint
        if prompt.kind is PromptKind.SCALE and not taken:
            hint = "\n".join(filter(None, (hint, _how_to_choose())))
        self._tell("#question", taken.question if taken else asked)
        self._tell("#hint", hint)
        first = "" if taken else run.first_version
        self._tell("#first-version", first)
        self.query_one("#first-room").display = bool(first)
        self._kind = PromptKind.TEXT if taken else prompt.kind
        self._seconds, self._began = prompt.seconds, now
        self._words_may_follow = words_may_follow(run)
        self.query_one("#room").display = self._kind in _WRITTEN
        self._show_scale(run)
        self._show_choices(run, prompt)
        self._show_fields(run, prompt)
        if self._kind in _WRITTEN:
            area = self.query_one(AnswerArea)
            area.veiled = prompt.veiled and taken is None
            area.write(taken.typed if taken else run.typed)
            self._enter(area)
        self.tell_clock(now)

    def _enter(self, place: Widget) -> None:
        """Put the cursor there at once: Textual's own way is later, and a key typed meanwhile would be lost."""
        self.screen.set_focus(place)

    def remind(self, words: str) -> None:
        """Say below the question what it waits for."""
        self._tell("#hint", words)

    def begin(self, words: str) -> None:
        """Put the first words into the room."""
        self.query_one(AnswerArea).insert(words)

    @on(Scale.Unfit)
    def _unfit(self, typed: Scale.Unfit) -> None:
        typed.stop()
        if self._kind in _WRITTEN:  # typed before the cursor had left the scale
            self.begin(typed.character)
            return
        if any(map(str.isalpha, typed.character)) and self._words_may_follow:
            self.post_message(self.Words(typed.character))
            return
        words = _("Here a number answers, no words.") + " " + _how_to_choose()
        self.remind("\n".join(filter(None, (self._hint, words))))

    def _tell(self, where: str, words: str) -> None:
        line = self.query_one(where, PlainText)
        line.update(words)
        line.display = bool(words)

    def _show_scale(self, run: Run) -> None:
        scale = self.query_one(Scale)
        scale.display = self._kind is PromptKind.SCALE
        if scale.display:
            scale.value = int(run.typed) if run.typed.isdecimal() else None
            self._enter(scale)

    def _show_choices(self, run: Run, prompt: Prompt) -> None:
        rows = self.query_one("#choices", Rows)
        rows.display = self._kind is PromptKind.CHOICE
        if rows.display:
            choices = enumerate(prompt.choices, start=1)
            ids = [choice.id for choice in prompt.choices]
            rows.show(
                [Row(choice.id, f"{number}  {choice.in_(run.language)}") for number, choice in choices],
                chosen=run.typed if run.typed in ids else "",
            )
            self._enter(rows)

    def _show_fields(self, run: Run, prompt: Prompt) -> None:
        room = self.query_one("#fields", Vertical)
        room.display = self._kind is PromptKind.FIELDS
        room.remove_children()
        if room.display:
            room.mount(ShortFields(tuple(field.in_(run.language) for field in prompt.fields), run.typed))

    def on_key(self, event: events.Key) -> None:
        """Let digits choose among answers."""
        rows = self.query_one("#choices", Rows)
        digit = event.character or ""
        if rows.display and digit.isdecimal() and 0 < int(digit) <= rows.option_count:
            rows.highlighted = int(digit) - 1

    def tell_clock(self, now: datetime) -> None:
        """Tell the time of a timed writing, minute by minute; when it is over, say that nothing ends."""
        clock = next(iter(self.query("#clock").results(PlainText)), None)
        if clock is None:
            return  # a busy machine: the second has passed before the room stands
        clock.display = self._seconds is not None
        if self._seconds is None or self._began is None:
            return
        gone = (now - self._began).total_seconds()
        left = max(0, -int(-(self._seconds - gone) // 60))
        clock.update(
            ngettext("{count} minute left, if you like", "{count} minutes left, if you like", left).format(count=left)
            if gone < self._seconds
            else _("Time is up; there is no need to stop.")
        )

    @property
    def typed(self) -> str:
        """What stands in the room now, as it is typed."""
        if self._kind is PromptKind.SCALE:
            value = self.query_one(Scale).value
            return "" if value is None else str(value)
        if self._kind is PromptKind.CHOICE:
            return self.query_one("#choices", Rows).chosen
        if self._kind is PromptKind.FIELDS:
            return self.query(ShortFields).last().typed
        return self.query_one(AnswerArea).text if self._kind else ""

    @property
    def given(self) -> Answer:
        """What stands in the room now, as an answer."""
        typed = self.typed
        return int(typed) if self._kind is PromptKind.SCALE and typed.isdecimal() else typed


def words_may_follow(run: Run) -> bool:
    """Return whether a run begins with a scale and asks for words after it."""
    prompts = run.prompts[:2]
    return (
        len(prompts) > 1
        and run.at == prompts[0].id
        and prompts[0].kind is PromptKind.SCALE
        and prompts[1].kind in _WRITTEN
    )


def _how_to_choose() -> str:
    return _("A key from 0 to 10 (1, then 0 for ten), then Enter; Enter alone skips.")
