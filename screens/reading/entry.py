"""One entry to read: its text, what was told beside it, what belongs to it, and where it can go."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from journal.dates.wording import ago, moment, near_day
from journal.language import _
from journal.model.disclosure import Disclosure
from journal.model.entry import Entry, EntryLine
from journal.model.kind import Kind, State
from journal.model.kind_spec import spec_of
from journal.model.situation import SituationDetails
from journal.practice import accepting, capturing, framing, learning, noticing, reading
from journal.practice.patterns_in_words import PATTERN_WORDS
from journal.practice.states_in_words import state_word
from journal.practice.tellings import told_twice
from journal.sharing import disclosing
from screens.casework import routes as casework_routes
from screens.frame.changes import changing
from screens.frame.command import CHOOSES, Command
from screens.frame.events import DraftDropped, DraftSaved
from screens.frame.page import Page
from screens.planning import routes as planning_routes
from screens.questioning import routes as questioning_routes
from screens.reading import routes as reading_routes
from screens.reading.entry_page import EntryPage
from screens.sharing import routes as sharing_routes
from screens.vocabulary.audiences import told
from screens.widgets.entry_row import title_of
from screens.widgets.plain import PlainText, plain
from screens.widgets.prose import prose
from screens.widgets.rows import Row, Rows
from screens.widgets.shared_with import went_words

EDITED_AS_TEXT = (Kind.SITUATION,)


class EntryScreen(EntryPage):
    """Reads an entry of any kind that has no page of its own."""

    name_in_table = "entry"
    follows_journal = True
    AUTO_FOCUS = ""

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref
        self._left: list[Disclosure] = []
        self._twice = False  # whether there are two tellings of it to read side by side

    def _read(self) -> Entry:
        return reading.entry(self.journal.notebook, self.ref)

    def page_title(self) -> str:
        """Return what it is."""
        return _("{kind} {ref}").format(kind=_(spec_of(self._read().kind).word).capitalize(), ref=self.ref)

    def status(self) -> str:
        """Return when it happened, or that it lies in the trash."""
        if self._trashed:
            return super().status()
        return moment(self._read().happened_at)

    def subject(self) -> int | None:
        """Return the situation one reads."""
        return self.ref if not self._trashed and self._read().kind is Kind.SITUATION else None

    def commands(self) -> list[Command]:
        """Return the keys; a note from outside the app can be accepted or discarded, and nothing else can."""
        entry = self._read()
        captured = not self._trashed and entry.state is State.CAPTURED
        away = () if captured else ("entry.accept", "entry.discard")
        away = away if entry.kind is Kind.SITUATION else (*away, "entry.for_group")
        away = away if entry.kind is Kind.LEARNING else (*away, "entry.team")
        away = away if self._twice else (*away, "entry.tellings")
        return [each for each in super().commands() if each.id not in away]

    def compose_page(self) -> ComposeResult:
        """Yield title, what was told, text, then rows."""
        yield PlainText("", id="newer", classes="gap-below")
        yield PlainText("", id="title", classes="lead")
        yield PlainText("", id="text")
        yield PlainText("", id="met-again", classes="gap-above")
        yield PlainText("", id="about", classes="quiet gap-above")
        yield Rows(id="rows", classes="gap-above")

    def refresh_content(self) -> None:
        """Show the entry as it is kept."""
        entry, now = self._read(), self.host.environment.clock()
        self._twice = entry.kind is Kind.SITUATION and told_twice(self.journal.notebook, self.ref)
        self._tell_newer(entry)
        title = self.query_one("#title", PlainText)
        title.update(entry.title)
        title.display = bool(entry.title)
        text = "\n\n".join(filter(None, [entry.body, accepting.answers_in_words(entry)]))
        self.query_one("#text", PlainText).update(prose(text))
        visits = [f"{near_day(at.date(), now.date())} · {note}" for at, note in learning.met_again(entry)]
        met_again = self.query_one("#met-again", PlainText)
        met_again.update("\n".join(visits))
        met_again.display = bool(visits)
        self.query_one("#about", PlainText).update(_about(entry))
        self.query_one(Rows).show(self._rows(entry))
        self.refresh_header()

    def _tell_newer(self, entry: Entry) -> None:
        """Say that what was typed last waits as a draft, and which key goes on with it."""
        draft = capturing.draft(self.journal.notebook, f"entry:{entry.ref}")
        newer = self.query_one("#newer", PlainText)
        newer.display = draft is not None
        if draft is not None:
            words = _("A newer draft waits ({time}): {key} goes on with it.")
            when = ago(draft.saved_at.astimezone(), self.host.environment.clock())
            newer.update(self.sentence(words.replace("{time}", when), key="entry.edit"))

    @on(DraftSaved)
    @on(DraftDropped)
    def _follow_draft(self) -> None:
        self.mark_stale()

    def _rows(self, entry: Entry) -> list[Row]:
        notebook = self.journal.notebook
        now = self.host.environment.clock()
        towards = [line for link in entry.links if (line := reading.line(notebook, link.ref)) is not None]
        linked = [line for _rel, line in reading.backlinks(notebook, self.ref)]
        rows = [_line_row(line, ago(line.happened_at, now)) for line in [*towards, *linked]]
        self._left = disclosing.of_entry(notebook, self.ref)
        told_to = [Row(f"left:{number}", went_words(each, now)) for number, each in enumerate(self._left)]
        return [
            *([Row("", _("Linked to this"))] if rows else []),
            *rows,
            *([Row("tellings:", _("Two tellings side by side"), self.hint("entry.tellings"))] if self._twice else []),
            *([Row("", ""), Row("", _("Where it went"))] if told_to else []),
            *told_to,
        ]

    @on(OptionList.OptionSelected)
    def _open(self) -> None:
        kind, _colon, ref = self.query_one(Rows).chosen.partition(":")
        if kind == "tellings":
            self.action_tellings()
        elif kind == "left":
            self.app.push_screen(sharing_routes.departure(self._left[int(ref)]))
        elif ref:
            self.host.navigation.open_entry(int(ref), kind, found=True)

    # --- what can be done

    def action_edit(self) -> None:
        """Write on, where the text is what was written and not compiled from fields."""
        kind = self._read().kind
        if kind in EDITED_AS_TEXT:
            self.host.navigation.edit_entry(self.ref)
        elif kind is Kind.LEARNING:
            self.app.push_screen(questioning_routes.learning(ref=self.ref))

    def action_question(self) -> None:
        """Question it."""
        self.app.push_screen(questioning_routes.choose_protocol(self.ref))

    def action_plan(self) -> None:
        """Draw up a plan about it."""
        self.app.push_screen(planning_routes.plan(about=self.ref))

    def action_case(self) -> None:
        """Begin a case from it."""
        self.app.push_screen(casework_routes.case(about=(self.ref,)))

    def action_for_group(self) -> None:
        """Set a situation aside, perhaps a case for the group, or take that back."""
        if self._read().kind is Kind.SITUATION:
            self.host.save(changing(noticing.aside_or_not, self.ref))

    def action_team(self) -> None:
        """Take a learning to one's team."""
        if self._read().kind is Kind.LEARNING:
            self.app.push_screen(questioning_routes.questioning(code="team", about=self.ref))

    def action_tellings(self) -> None:
        """Read two tellings side by side."""
        if self._twice:
            self.app.push_screen(reading_routes.tellings(self.ref))

    def action_share(self) -> None:
        """Share it: what leaves is shown first."""
        self.host.share((self.ref,))

    def action_history(self) -> None:
        """Show its earlier wordings."""
        self.app.push_screen(reading_routes.history(ref=self.ref))

    def action_learning(self) -> None:
        """Keep a learning from it."""
        self.app.push_screen(questioning_routes.learning(source=self.ref))

    def action_objective(self) -> None:
        """Link it to an objective as evidence."""
        self.app.push_screen(reading_routes.witness(ref=self.ref))

    def action_accept(self) -> None:
        """Take a note from outside the app into the journal as it is."""
        ref = self.ref
        if self._trashed or self._read().state is not State.CAPTURED:
            return

        self.host.save(changing(accepting.accept, ref))

    def action_discard(self) -> None:
        """Put a note from outside the app into the trash."""
        if self._read().state is State.CAPTURED and not self._trashed:
            self._put(trashed=True)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


class WitnessScreen(Page):
    """Chooses the objective that an entry bears witness to."""

    name_in_table = "witness"
    on_a_row = CHOOSES
    AUTO_FOCUS = "Rows"

    def __init__(self, ref: int) -> None:
        super().__init__()
        self.ref = ref

    def page_title(self) -> str:
        """Return what is asked."""
        return _("Which objective is this evidence for?")

    def compose_page(self) -> ComposeResult:
        """Yield the objectives."""
        yield Rows()
        yield PlainText(
            _("No objective has been agreed yet. Objectives are set out in an engagement: press 4, then e."), id="empty"
        )

    def refresh_content(self) -> None:
        """Show the objectives of the engagements under way."""
        notebook = self.journal.notebook
        found = [
            Row(str(each.ref), each.title, engagement.title)
            for engagement in framing.engagements(notebook)
            for each in framing.objectives(notebook, engagement.ref)
        ]
        self.query_one(Rows).show(found)
        self.query_one("#empty").display = not found

    @on(OptionList.OptionSelected)
    def _choose(self) -> None:
        ref, objective = self.ref, int(self.query_one(Rows).chosen)

        self.host.save(changing(framing.bear_witness, ref, objective))
        self.dismiss()

    def action_back(self) -> None:
        """Go back without linking it."""
        self.dismiss()


def _about(entry: Entry) -> Content:
    """Return what was told beside the text, one line."""
    words = {pattern.value: words for pattern, words in PATTERN_WORDS.items()}
    intensity = entry.details.intensity if isinstance(entry.details, SituationDetails) else None
    parts = [
        ", ".join(entry.people),
        ", ".join(entry.tags),
        ", ".join(_(words[pattern.value]) for pattern in entry.patterns),
        _("intensity {level}").format(level=intensity) if intensity is not None else "",
        _("perhaps for the group") if noticing.is_aside(entry) else "",
        _("once accepted, these answers are a reflection") if accepting.answered(entry) else "",
        _(learning.SORT_NAMES[learning.sort_of(entry)]) if entry.kind is Kind.LEARNING else "",
        state_word(entry.kind, entry.state) if _tells_state(entry) else "",
    ]
    return Content(" · ").join([*(plain(part) for part in parts if part), told(entry.audience, gap="\u00a0")])


def _tells_state(entry: Entry) -> bool:
    return entry.kind not in (Kind.SITUATION, Kind.LEARNING) or entry.state is State.CAPTURED


def _line_row(line: EntryLine, when: str) -> Row:
    return Row(f"{line.kind.value}:{line.ref}", f"{line.ref:>4}  {_(spec_of(line.kind).word)} · {title_of(line)}", when)
