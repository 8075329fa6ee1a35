"""The page to write on: the text first, everything else when asked for."""

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, TextArea

from journal.dates.parsing import parse_past
from journal.language import _
from journal.model.audience import Audience
from journal.model.draft import Draft
from journal.model.entry import LONGEST_TITLE, Entry, NewEntry, Ref, title_of
from journal.model.kind import State
from journal.practice import accepting, known_people, reading
from screens.frame.autosave import Autosave
from screens.frame.day_dialog import choose_day
from screens.frame.discard_draft import throwing
from screens.frame.events import DraftSaved, EntrySaved
from screens.frame.form_saves import nothing
from screens.frame.page import Page
from screens.frame.saved_at import drafted_at, saved_at
from screens.frame.saves_at_a_key import SavesAtAKey
from screens.frame.typed_text import typed_on
from screens.questioning import routes as questioning_routes
from screens.reading import routes as reading_routes
from screens.widgets.answer_area import AnswerArea
from screens.widgets.choice import ChoiceField
from screens.widgets.field import LineField
from screens.widgets.plain import PlainText
from screens.widgets.scale import Scale
from screens.writing.care_line import CareLine, CaringPage
from screens.writing.details_panel import DetailsPanel, entry_of, fields_of
from screens.writing.entry_editing import EntrySaver
from screens.writing.word_count import WordsTold
from screens.writing.writing_room import WritingRoom


class SituationScreen(SavesAtAKey, CaringPage):
    """Write a situation, new or known; what is half-written is a draft of the vault."""

    name_in_table = "situation"
    reading = False
    AUTO_FOCUS = "AnswerArea"

    def __init__(self, ref: Ref | None = None, draft: str | None = None) -> None:
        super().__init__()
        self._sheet = EntrySaver(ref, draft)
        self._kept: tuple[str, dict[str, str]] = ("", {})
        self._captured = self._drafted = self._questioned = False
        self.autosave = Autosave(self, self.flush)
        self._told = partial(str)  # when this was kept last, in words
        self._refused = ""  # what is said of a moment that cannot be read, until it can

    @property
    def ref(self) -> Ref | None:
        """The number of the entry written on, once there is one."""
        return self._sheet.ref

    # --- the page

    def page_title(self) -> str:
        """Return what is being written."""
        if self._captured:
            return _("Situation {ref} · noted outside the app").format(ref=self.ref)
        return _("Situation {ref}").format(ref=self.ref) if self.ref is not None else _("Situation")

    def status(self) -> str:
        """Return why not all is kept, else when this was kept last."""
        return self._refused or self._told()

    def compose_room(self) -> ComposeResult:
        """Put the text in its column, the panel beside it."""
        notebook = self.journal.notebook
        people = [person.name for person in known_people.people(notebook)]
        tags = [tag for tag, _count in reading.tags(notebook)]
        with WritingRoom(id="writing"):
            with Vertical(id="paper"):
                yield AnswerArea(id="text", titled=True)
                yield CareLine()
                yield WordsTold(id="words", classes="quiet")
                yield PlainText("", id="heat", classes="quiet")
            yield DetailsPanel(people, tags, self.host.environment.clock)

    def on_mount(self) -> None:
        """Put in what is known, the cursor after it."""
        super().on_mount()
        draft = self._sheet.half_written(self.journal.notebook)
        if self.ref is not None:
            self._take(reading.entry(self.journal.notebook, self.ref))
        else:
            self._kept = ("", {"audience": Audience.ME.value})
        text, fields = self._kept
        if draft is not None:
            text, fields = draft.text, {name: str(value) for name, value in draft.fields.items()}
            self._sheet.base = draft.base_revision or self._sheet.base
            self._drafted = True
            self._told = partial(drafted_at, draft.saved_at)
        self._panel.known = self._kept[1]
        self._panel.write(fields)
        self._refused = self._panel.refusal()
        self.query_one(AnswerArea).write(text)
        self._count()
        self.refresh_header()

    def _take(self, entry: Entry) -> None:
        long = len(entry.title) > LONGEST_TITLE
        text = entry.body if long else "\n\n".join(filter(None, [entry.title, entry.body]))
        self._kept = (text, fields_of(entry) | ({"title": entry.title} if long else {}))
        self._sheet.base = entry.revision
        self._captured = entry.state is State.CAPTURED
        if accepting.answered(entry):
            told = _("It came with answers in the heat: once you keep this, they are a reflection on it.")
            self.query_one("#heat", PlainText).update(told)

    # --- what stands here

    @property
    def _text(self) -> str:
        return self.query_one(AnswerArea).text

    @property
    def _panel(self) -> DetailsPanel:
        return self.query_one(DetailsPanel)

    @property
    def _fields(self) -> dict[str, str]:
        return self._panel.typed()

    @property
    def changed(self) -> bool:
        """Whether something stands here that the journal does not hold."""
        text, fields = self._kept
        return self._text != text or any(value != fields.get(name, "") for name, value in self._fields.items())

    def _entry(self, fields: dict[str, str]) -> NewEntry:
        """Return what stands here as an entry. Raises UnknownMoment."""
        at = self.host.environment.clock()
        known = reading.entry(self.journal.notebook, self.ref) if self.ref is not None else None
        if known is not None and fields["when"] == self._kept[1].get("when"):
            at = known.happened_at  # unchanged: to the second as it was
        elif fields["when"].strip():
            at = parse_past(fields["when"], at)
        return entry_of(self._text, fields, at, known)

    # --- drafts

    @on(TextArea.Changed)
    @on(Input.Changed)
    @on(ChoiceField.Changed)
    @on(Scale.Chosen)
    def _typing(self) -> None:
        self._count()
        if self.autosave.waiting is None and self.changed:
            self.autosave.typed()

    @on(Input.Changed, "#field-when, #field-people")
    def _tell_unread(self) -> None:
        """Refuse what was typed no longer once it can be read."""
        if self._refused:
            self._refused = self._panel.refusal()
            self.refresh_header()

    def flush(self) -> None:
        """Hand what is half-written to the save queue."""
        if not self.changed:
            return
        self._drafted = True
        self.host.save(self._sheet.drafting(self._draft()), key=self._sheet.place, text=typed_on(self))

    def _draft(self) -> Draft:
        fields, now = dict(self._fields), self.host.environment.clock()
        title = title_of(fields["title"], self._text)[0][:300]
        return Draft(key=self._sheet.place, text=self._text, title=title, fields=fields, saved_at=now)

    def _count(self) -> None:
        self.query_one(WordsTold).tell(self.query_one(AnswerArea).document.lines)

    # --- keeping

    def action_calendar(self) -> None:
        """Choose the day when it happened in a month."""
        if isinstance(line := self.focused, LineField) and line.field.day:
            choose_day(self, line, self.host.environment.clock(), parse_past)

    @property
    def something_new(self) -> bool:
        """Whether a text stands here that the journal does not hold, or that waits to be taken over."""
        return bool(self._text.strip()) and (self.changed or self._captured)

    def action_keep(self) -> bool:
        """Keep what stands here, but for what cannot be read, which waits; return whether all could be."""
        if not self.something_new:
            return bool(self._text.strip())
        unread = self._panel.unread()
        self._refused = next(iter(unread.values()), "")
        fields = self._fields | {name: self._panel.known.get(name, "") for name in unread}
        self.autosave.stop()
        if self._refused and self._kept == (self._text, fields) and not self._captured:
            self.flush()
        else:
            save = self._sheet.keeping(self._entry(fields), self._draft(), whole=not self._refused)
            self.host.save(save, key=self._sheet.place, text=typed_on(self))
            self._kept, self._captured = (self._text, fields), False
            self._panel.known = fields
            self._drafted = bool(self._refused)
        for name in list(unread)[:1]:
            self.refresh_header()
            self._panel.tell(name, self._refused.partition(". ")[0])  # the header tells it whole
            self.show_details(on=name)
        return not self._refused

    @on(EntrySaved)
    @on(DraftSaved)
    def _tell(self, saved: EntrySaved | DraftSaved) -> None:
        if saved.key == self._sheet.place:
            self._told = partial(saved_at, self, saved)
            self.refresh_header()

    # --- going on

    def action_details(self, by: int = 1) -> None:
        """Open the panel, or go through it; after its last field comes the text again."""
        panel = self.query_one(DetailsPanel)
        if isinstance(self.focused, AnswerArea):
            if by > 0:
                self.show_details()
            return
        places = list(panel.query("LineField, ChoiceField, Scale"))
        at = places.index(self.focused) + by if self.focused in places else len(places)
        if 0 <= at < len(places):
            places[at].focus()
        else:
            self._to_text()

    def show_details(self, on: str = "title") -> None:
        """Open the panel at a field."""
        self.query_one("#writing").add_class("told")
        self.query_one(f"#field-{on}").focus()

    def _to_text(self) -> None:
        self.query_one("#writing").remove_class("told")
        self.query_one(AnswerArea).focus()

    def action_question(self) -> None:
        """Keep the situation, then question it."""
        if self.action_keep():
            self.host.save(nothing).add_done_callback(lambda _told: self._question())

    def _question(self) -> None:
        if self.ref is not None:
            self.app.push_screen(questioning_routes.choose_protocol(self.ref))

    def questioning_began(self) -> None:
        """Give way to the page on which it is read: who comes back from a questioning would type into the text."""
        self._questioned = True

    def on_screen_resume(self) -> None:
        """Show what was questioned, to be read."""
        super().on_screen_resume()
        if self._questioned and self.ref is not None:
            self._questioned = False
            below = self.app.screen_stack[-2]
            if isinstance(below, Page) and below.subject() == self.ref:
                self.dismiss()
            else:
                self.app.switch_screen(reading_routes.entry(self.ref))

    def action_veil(self) -> None:
        """Veil all but the line one writes, or no longer."""
        area = self.query_one(AnswerArea)
        area.veil(on=not area.veiled)

    def action_back(self) -> None:
        """Go from the panel to the text, or back with what stands here kept; what cannot be read yet stays a draft."""
        if not isinstance(self.focused, AnswerArea):
            self._to_text()
            return
        if self.changed and (self._text.strip() or self.ref is not None):
            (self.action_keep if self._text.strip() else self.flush)()
        elif self._drafted:  # nothing stands here that is worth finding again
            self._drop()
        if self.changed:
            self.host.said = self._panel.not_kept()
        self.dismiss()

    def action_throw_away(self) -> None:
        """Ask, then forget what is half-written: nothing is left of a new text, an entry stays as it was kept."""
        if not (self.changed or self._drafted):
            return
        self.app.push_screen(throwing(self.ref), lambda sure: self._thrown() if sure else None)

    def _thrown(self) -> None:
        self._drop()
        self.dismiss()

    def _drop(self) -> None:
        self.autosave.stop()
        self.host.save(self._sheet.dropping(), key=self._sheet.place)
