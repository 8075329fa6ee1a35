"""A page made of a few fields below each other: labels are quiet, the text is what one sees, leaving keeps.

Nothing typed here is ever lost: half-written fields are a draft of the vault two seconds after the last key, and going
back keeps them. A page says which fields it has, what stands in them, and how they are kept.
"""

from collections.abc import Callable, Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, TextArea

from journal.errors import CannotBeRead, ReculError
from journal.language import _
from journal.model.draft import Draft
from journal.model.entry import Ref
from journal.practice import capturing, half_written
from journal.practice.capturing import UNREAD
from screens.frame.autosave import Autosave
from screens.frame.changes import changing
from screens.frame.command import Command
from screens.frame.events import DraftSaved, EntrySaved, Happened, JournalChanged
from screens.frame.form_fields import fill, first_words, laid_out, not_saved, tell_beside, types_a_character
from screens.frame.form_saves import FormSave, drafting, dropping, nothing
from screens.frame.save_queue import Job
from screens.frame.saved_at import saved_at
from screens.frame.saves_at_a_key import SavesAtAKey
from screens.frame.typed_text import typed_on
from screens.frame.unread_fields import UnreadFields
from screens.widgets.choice import ChoiceField
from screens.widgets.field import Field
from screens.widgets.rows import Rows
from screens.widgets.scale import Scale
from screens.widgets.shared_with import SharedWith

_FEW = 6  # fields that a tall window shows lower than at its top


class FormPage(SavesAtAKey, UnreadFields):
    """A page of fields; a subclass says which, what stands in them, and what keeping them means."""

    name_in_table = "fields"
    shared_keys = "fields"
    draft_key = ""  # "" while there is nothing a draft could belong to
    keeps_while_typing = True  # False where half a line would become something of its own: a person, a learning
    begins_at = ""  # the field one came for, where that is not the first
    found = False  # whether one came to read what was found: where there are rows, the cursor stands on them

    def __init__(self) -> None:
        super().__init__()
        self._stored: dict[str, str] = {}
        self.autosave = Autosave(self, self.flush)
        self._drafted = False
        self.unread: dict[str, str] = {}  # what cannot be read, by field, and what is said of it

    @property
    def reading(self) -> bool:  # type: ignore[override]  # letters are commands only while no field has the cursor
        """Whether letters are commands now: not while one fills in a field, be it written or chosen."""
        return not isinstance(self.focused, Input | TextArea | ChoiceField | Scale)

    def commands(self) -> list[Command]:
        """Return the page's own commands, and those of every page of fields that it has no other word for."""
        choosing = isinstance(self.focused, ChoiceField)
        idle = {"fields.choose"} if not choosing else set()
        if not self.asks_for_a_day():
            idle.add("fields.calendar")
        if len(self.query("TextField, LineField, ChoiceField")) < 2:  # noqa: PLR2004 -- there is no other field
            idle.add("fields.next")
        return [
            each
            for each in super().commands()
            if each.id not in idle and (self.reading or each.id == "fields.choose" or not types_a_character(each.keys))
        ]

    def action_choose_option(self) -> None:
        """Choose the option one is on: its key is the field's own, the pointer asks for it here."""
        if isinstance(self.focused, ChoiceField):
            self.focused.action_choose()

    def on_descendant_focus(self) -> None:
        """Tell the keys anew: letters are commands only outside the fields."""
        self.refresh_header()

    @property
    def gives_way(self) -> bool:
        """Whether nothing is being written here, nor waits to be kept."""
        return self.reading and not self.changed

    def questioning_began(self) -> None:
        """Leave the field: the next letter after the questioning is a command and no text."""
        self.set_focus(None)
        self.refresh_header()

    # --- what a subclass says

    def fields(self) -> list[Field]:
        """Return the fields from top to bottom."""
        raise NotImplementedError

    def stored_values(self) -> dict[str, str]:
        """Return what the journal holds for the fields."""
        raise NotImplementedError

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps these values."""
        raise NotImplementedError

    def emptied(self) -> Ref | None:
        """Return the entry of which nothing is left here: it goes to the trash with the page. None for none."""
        return None

    def identity(self) -> tuple[object, ...]:
        """Return what tells this page from others of its kind, so that what waits here is found here again."""
        return (getattr(self, "ref", None),)

    def belongs_to(self) -> Ref | None:
        """Return the entry to which what waits here belongs, and with which it goes; None for none."""
        return next((each for each in self.identity() if isinstance(each, int)), None)

    # --- the page

    def compose_room(self) -> ComposeResult:
        """Put the fields into the page's column; where a list follows, the fields scroll above it."""
        below = list(self.compose_below())
        if not below:
            yield from super().compose_room()
            return
        with Vertical(classes="column split"):
            with VerticalScroll(id="fields", can_focus=False):
                yield from self.compose_page()
            yield from below

    def compose_page(self) -> ComposeResult:
        """Yield a label and a place to write for each field, then where the entry went."""
        yield from self.compose_fields()
        yield SharedWith()

    def compose_below(self) -> ComposeResult:
        """Yield what stands below the fields and scrolls by itself."""
        yield from ()

    def compose_fields(self) -> ComposeResult:
        """Yield the fields."""
        yield from laid_out(self.fields())

    def on_mount(self) -> None:
        """Put in what the journal holds, or the draft that was left."""
        super().on_mount()
        self.set_class(len(self.fields()) <= _FEW, "-few")
        self._stored = self.stored_values()
        self.set_values({**self._stored, **self._left_here()})
        self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor where one begins: into the field one came for, on the rows of what was found, or the first.

        Rows that hold nothing are not seen: on them the cursor would be nowhere, and what one types would be lost.
        """
        came_for = self.query(f"#field-{self.begins_at}") if self.begins_at else None
        rows = next((each for each in self.query(Rows) if each.display and each.option_count), None)
        if came_for or not (self.found and rows):
            for first in list(came_for or self.query("TextField, LineField, ChoiceField"))[:1]:
                first.focus(scroll_visible=False)  # it is brought into sight with its label
        else:
            rows.focus()

    def _left_here(self) -> dict[str, str]:
        """Return the texts of a draft that was left here; it is newer than the journal."""
        draft = capturing.draft(self.journal.notebook, self._waits_at())
        self._drafted = draft is not None
        return {name: str(text) for name, text in draft.fields.items()} if draft else {}

    def set_values(self, values: Mapping[str, str]) -> None:
        """Put values into their fields."""
        fill(self, values)

    @property
    def changed(self) -> bool:
        """Whether something stands here that the journal does not hold."""
        return any(self._stored.get(name, "") != text for name, text in self.values().items())

    # --- keeping

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(ChoiceField.Changed)
    def _typing(self) -> None:
        if self.changed:
            self.autosave.typed()

    def flush(self) -> None:
        """Hand what is half-written to the save queue: as a draft, or kept as it stands where that is as good."""
        if self.changed and not self.draft_key and self.keeps_while_typing:
            self.keep_now()
        elif self.changed:
            self._keep_draft()

    def _keep_draft(self) -> None:
        self._drafted = True
        self.host.save(drafting(self._draft()), key=self.save_key, text=typed_on(self))

    def _waits_at(self) -> str:
        """Return where what is typed and not kept waits: the draft of a text, or a place that only this page knows."""
        return self.draft_key or ":".join([UNREAD, type(self).__name__, *map(str, self.identity())])

    def _draft(self) -> Draft:
        at, fields = self.host.environment.clock(), dict(self.values())
        if self.draft_key:
            return Draft(key=self.draft_key, title=first_words(self), fields=fields, saved_at=at)
        title = first_words(self) or self.page_title()  # the only name that what waits here has in a list
        return Draft(key=self._waits_at(), title=title, fields=fields, ref=self.belongs_to(), saved_at=at)

    @property
    def save_key(self) -> str:
        """Return what this page's saves are known by: its draft, or the page itself where no draft belongs."""
        return self.draft_key or f"page:{id(self)}"

    @property
    def something_new(self) -> bool:
        """Whether something stands here that is not kept, or waits as a draft."""
        return self.changed or self._drafted

    def action_keep(self) -> None:
        """Save what you have written."""
        if self.changed:
            self.keep_now()
        elif self._drafted and not self.unread:
            self.host.save(dropping(self._waits_at(), self.save_key))
            self._drafted = False
        self.autosave.stop()
        for name in filter(None, list(self.unread)[:1]):
            self.query_one(f"#field-{name}").focus()

    def keep_now(self) -> None:
        """Keep what stands here, changed or not; what cannot be read yet is said and waits as a draft."""
        values = self.values()
        before, self.unread = self.reason, self.unreadable(values)
        readable = values | {name: self._stored.get(name, "") for name in self.unread}
        try:
            keep = self.save_job(readable)
        except (ValueError, ReculError) as error:  # not even without what is known to be unreadable
            told = error if isinstance(error, ReculError) else CannotBeRead()  # a model's own error quotes the value
            self.unread = self.unread or {"": told.message()}
            keep = None
        if keep is None or (self.unread and all(readable[name] == self._stored.get(name, "") for name in readable)):
            self._keep_draft()
        else:
            save = FormSave(keep, self._draft(), self._waits_at, whole=not self.unread)
            self.host.save(save, key=self.save_key, text=typed_on(self))
            self._stored = {**self._stored, **readable}
            self._drafted = bool(self.unread)
        if self.unread or before:
            self._tell(self.reason)
            tell_beside(self, self.unread)

    @property
    def reason(self) -> str:
        """What is said of the first field that cannot be read, "" when all can."""
        return next(iter(self.unread.values()), "")

    @property
    def _waiting(self) -> str:
        """What is said on the next page of the first field that could not be read, "" when all could."""
        return not_saved(self.unread, self.fields()) if self.unread else ""

    def action_back(self) -> None:
        """Keep what stands here and go back; what cannot be read yet is said once more, and found here again."""
        emptied = self.emptied()
        if emptied is None:
            self.action_keep()
            self.host.said = self._waiting
        else:
            self.autosave.stop()
            self.host.save(changing(half_written.let_go, emptied, self._waits_at()))
            self.journal.trashed.add(emptied)
            self.host.said = _("emptied: in the trash · {key} shows it").format(key=self.key_of("trash"))
        self.dismiss()

    def after_saved(self, go_on: Callable[[], object]) -> None:
        """Go on once everything that was asked before is kept."""
        self.host.save(nothing).add_done_callback(lambda _told: go_on())

    @on(DraftSaved)
    @on(EntrySaved)
    @on(JournalChanged)
    def _tell_saved(self, saved: Happened) -> None:
        if saved.key == self.save_key:
            self._tell(self.reason or saved_at(self, saved))
