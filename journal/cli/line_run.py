"""Run line by line: each question asked, its answer read, and kept as it is given."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from journal.cli.line_answers import PICKED, AnswerReader, LeftForLater, how_picked
from journal.cli.printing import tell
from journal.cli.typed_lines import Lines, Order, name_of, orders
from journal.errors.questions import AnswerNotUnderstood
from journal.errors.storage import StorageFailed
from journal.language import _, ngettext
from journal.model.protocol import Answer, Prompt, PromptKind
from journal.practice import care_first, questioning, reading
from journal.practice.checking_in import contacts
from journal.practice.follow_up_choice import FollowUpChoice
from journal.practice.protocols_at_hand import at_hand
from journal.practice.run import Run, at_prompt
from journal.protocols.library import HEAT

if TYPE_CHECKING:
    from journal.model.follow_up import FollowUp
    from journal.model.protocol import Family
    from journal.practice.notebook import Notebook


@dataclass
class LineRun:
    """One run through a protocol, answered by a person at a terminal or by a program, a line at a time."""

    notebook: "Notebook"
    lines: Lines
    run: Run
    unsaved: bool = False
    _offering: FollowUpChoice = field(default_factory=FollowUpChoice)
    _time_is_up: datetime | None = None
    _shown_whom: bool = False

    def ask_all(self) -> Run:
        """Ask until nothing is left to ask; raise LeftForLater where the person stops before."""
        while self.run.prompt is not None:
            self._ask(self.run, self.run.prompt)
        return self.run

    @property
    def reader(self) -> AnswerReader:
        """What reads answers, and keeps each line of them."""
        return AnswerReader(self.lines, self.run.language, self._typed)

    def _typed(self, text: str) -> None:
        self.keep(questioning.with_typed(self.run, text))
        if self._time_is_up is not None and self.notebook.clock() >= self._time_is_up:
            self._time_is_up = None
            tell(_("Time is up; there is no need to stop."))

    # --- one question

    def _ask(self, run: Run, prompt: Prompt) -> None:
        self._tell(run, prompt)
        if run.following is not None:
            self._answer_follow_up(run.following.typed)
            return
        given = self.reader.read(prompt, run.typed, run.number)
        if isinstance(given, Order):
            self._obey(given)
            return
        if given is None:
            stood = run.given(prompt.id)
            given = stood.answer if stood else self._as_answer(self.run.typed)
        self._give(given)

    def _tell(self, run: Run, prompt: Prompt) -> None:
        """Ask: where one stands, the question, what helps, how it is answered, what was answered before."""
        place = _("Question {number} of {count}").format(number=run.number, count=run.count)
        left = run.minutes_left
        minutes = ngettext("about {count} minute left", "about {count} minutes left", left).format(count=left)
        tell(f"\n{place}" if prompt.seconds else f"\n{place}, {minutes}")
        tell(run.following.question if run.following else prompt.question.in_(run.language))
        if run.following is not None:
            return
        if prompt.hint is not None:
            tell(prompt.hint.in_(run.language))
        if run.first_version:
            tell(_("What you wrote first:"))
            tell(run.first_version)
        if self.lines.asks:
            for words in self._how(run, prompt):
                tell(words)

    def _how(self, run: Run, prompt: Prompt) -> list[str]:
        told = []
        self._time_is_up = None
        if prompt.seconds is not None:
            minutes = -(-prompt.seconds // 60)
            self._time_is_up = self.notebook.clock() + timedelta(seconds=prompt.seconds)
            told.append(
                ngettext("{count} minute, if you like", "{count} minutes, if you like", minutes).format(count=minutes)
            )
        if prompt.kind is PromptKind.CHOICE:
            told += [f"{number}. {each.in_(run.language)}" for number, each in enumerate(prompt.choices, start=1)]
        if prompt.kind in PICKED:
            told.append(how_picked(prompt))
        elif prompt.kind is PromptKind.LIST:
            told.append(_("One thing a line."))
        if prompt.again is not None and run.given(prompt.id) is None and run.at != run.prompts[0].id:
            told.append(_("As many times as you like; an empty line goes on."))
        if run.typed:
            added = _("Your answer so far; what you write is added to it, an empty line leaves it as it is:")
            stays = _("Your answer so far; an empty line leaves it as it is:")
            given = run.given(prompt.id)
            told.append(stays if prompt.kind in (*PICKED, PromptKind.FIELDS) else added)
            told.append(given.words if given else run.typed)
        return told

    def _as_answer(self, typed: str) -> Answer:
        scale = self.run.prompt is not None and self.run.prompt.kind is PromptKind.SCALE
        return int(typed) if scale and typed.isdecimal() else typed

    # --- what follows

    def _give(self, given: Answer) -> None:
        """Keep an answer, ask what its wording calls for, and go on; nothing said is a question passed over."""
        if given in ("", ()):
            self._pass()
            return
        typed = questioning.typed_form(given)
        if self.lines.asks:
            self._follow_up(typed)
        elif not self._shown_whom and care_first.calls_for_care(typed):
            self._shown_whom = True  # nobody is asked whether to see it, so it is shown once
            tell(f"\n{care_first.offer()}\n{contacts(self.notebook)}")
        self._move(questioning.answer(self.run, given))

    def _pass(self) -> None:
        if not questioning.waits_for_choice(self.run):
            self._move(questioning.skip(self.run))
        elif self.lines.asks:
            words = _("An answer is needed here; {order} leaves it for later, nothing is lost.")
            tell(words.format(order=name_of(Order.LATER)))
        else:
            raise AnswerNotUnderstood(number=self.run.number)

    def _follow_up(self, typed: str) -> None:
        """Offer, one after the other, the questions that an answer calls for."""
        self.keep(questioning.with_typed(self.run, typed))
        if self._care_first(typed):
            return
        passed: set[Family] = set()
        while True:
            off = (*self.notebook.settings.families_off, *(family.value for family in passed))
            offer = self._offering.best(self.run, typed, off)
            if offer is None:
                return
            passed.add(offer.family)
            tell("\n" + offer.question)
            if offer.leads_to and not self._way(offer):
                continue
            tell(_("Answer it, or go on with an empty line."))
            self.run = questioning.take(self.run, offer.family, offer.question)
            self._answer_follow_up("")

    def _answer_follow_up(self, stands: str) -> None:
        given = self.reader.text(stands)
        if given is Order.LATER:
            raise LeftForLater
        self._care_first(given or "")
        self.keep(questioning.follow_up_answered(self.run))

    def _care_first(self, typed: str | Order) -> bool:
        """Offer whom to talk to before any other question; return whether it was."""
        if isinstance(typed, Order) or not care_first.calls_for_care(typed):
            return False
        tell("\n" + care_first.offer())
        if self.reader.pick([_("see who to talk to")]) is not None:
            tell(contacts(self.notebook))
        return True

    def _way(self, offer: "FollowUp") -> bool:
        """Ask where an offer may lead; return whether it is to be answered here."""
        apart = offer.leads_to != "check-in" and self.run.protocol.code != HEAT
        elsewhere = _("two minutes apart for what burns, then back here") if apart else _("see who to talk to")
        chosen = self.reader.pick([_("answer it here"), elsewhere, _("stop for now; everything is saved")])
        if chosen == 0:
            return True
        self._offering.went(offer.family)
        if chosen == 2:  # noqa: PLR2004 -- the third way
            raise LeftForLater
        if chosen == 1 and apart:
            self._go_apart()
        elif chosen == 1:
            tell(contacts(self.notebook))
        return False

    def _go_apart(self) -> None:
        """Ask what is for the heat of the moment, keep it, and come back."""
        heat = questioning.start(self.notebook, at_hand().get(HEAT), self.run.about)
        questioning.finish(self.notebook, LineRun(self.notebook, self.lines, heat).ask_all())

    def _obey(self, order: Order) -> None:
        other = questioning.other_form(self.run)
        if order is Order.LATER:
            raise LeftForLater
        if order is Order.BACK:
            self._move(questioning.back(self.run, self._as_answer(self.run.typed)))
        elif order is Order.CLEAR:
            self.keep(at_prompt(questioning.skip(self.run), self.run.at))
        elif order is Order.FORM and other is not None:
            self._move(other)
        elif order is Order.SEE and self.run.about is not None:
            entry = reading.entry(self.notebook, self.run.about)
            tell("\n".join(filter(None, (entry.title, entry.body))))
        else:
            tell(orders(form=other is not None, see=self.run.about is not None))

    def _move(self, run: Run) -> None:
        before = self.run
        self.keep(run)
        if run.risen and not before.risen:
            self._care()

    def _care(self) -> None:
        """Put a pause and somebody to talk to before all else, since it weighs more than before."""
        tell("\n" + _("It weighs more than when you began. What would do you good first?"))
        if not self.lines.asks:
            return
        chosen = self.reader.pick([_("stop for now; everything is saved"), _("see who to talk to")])
        if chosen == 0:
            raise LeftForLater
        if chosen == 1:
            tell(contacts(self.notebook))

    def keep(self, run: Run) -> None:
        """Write a run down; what the disk refuses is said each time, and tried again with the next line."""
        self.run = run
        try:
            self.run = questioning.keep(self.notebook, run)
            self.unsaved = False
        except StorageFailed as error:
            if not self.lines.asks:
                raise
            self.unsaved = True
            tell(_("Not saved: {reason}").format(reason=error.message()))
