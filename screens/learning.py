"""Keeping a learning: one sentence, and what sort of thing it is."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from journal.language import _
from journal.model.learning import LearningSort
from journal.practice import learning
from journal.practice.notebook import Notebook
from screens.events import EntrySaved, Happened
from screens.fields import FieldsPage
from screens.saving import Job
from screens.widgets.field import Field
from screens.widgets.plain import PlainText
from screens.widgets.rows import Row, Rows


class LearningScreen(FieldsPage):
    """The sentence to keep, linked to where it came from."""

    name_in_table = "learning"

    def __init__(self, source: int | None = None, text: str = "") -> None:
        super().__init__()
        self._source = source
        self._offered = {"text": text, "sort": LearningSort.INSIGHT.value}
        self._entry: int | None = None

    def heading(self) -> str:
        """Return what this is."""
        return _("Learning")

    def fields(self) -> list[Field]:
        """Return the one field."""
        return [Field("text", _("What I keep"), _("In my own words, as I want to find it again."))]

    def texts(self) -> dict[str, str]:
        """Return nothing kept yet."""
        return {}

    def compose_page(self) -> ComposeResult:
        """Yield the sentence, then the sorts."""
        yield from self.compose_fields()
        yield PlainText(_("It is…"), classes="heading")
        yield Rows(id="sorts")

    def on_mount(self) -> None:
        """Begin with what the last answer said, if it was one."""
        super().on_mount()
        self.write(self._offered)
        rows = self.query_one("#sorts", Rows)
        rows.show([Row(sort.value, _(name)) for sort, name in learning.SORT_NAMES.items()])
        rows.highlighted = list(learning.SORT_NAMES).index(LearningSort.INSIGHT)

    @on(OptionList.OptionSelected)
    def _sort_chosen(self) -> None:
        self.action_back()

    def typed(self) -> dict[str, str]:
        """Return the sentence and its sort."""
        return super().typed() | {"sort": self.query_one("#sorts", Rows).chosen}

    def keeping(self, texts: dict[str, str]) -> Job:
        """Return the job that keeps the learning, or its newer wording."""
        sort = LearningSort(texts["sort"] or LearningSort.INSIGHT)

        def job(notebook: Notebook) -> Happened:
            entry = (
                learning.keep_learning(notebook, texts["text"], sort, self._source)
                if self._entry is None
                else learning.reword_learning(notebook, self._entry, texts["text"], sort)
            )
            self._entry = entry.ref
            return EntrySaved(entry.ref, entry.revision, entry.updated_at)

        return job

    def action_keep(self) -> None:
        """Keep it, unless there is no sentence."""
        if self.typed().get("text", "").strip():
            super().action_keep()

    def flush(self) -> None:
        """Keep it when the app locks, if anything was typed: there is no half of one line to come back to."""
        if self.typed() != self._offered:
            self.action_keep()

    def action_leave(self) -> None:
        """Go back; what was typed is kept, what was only offered is not."""
        self.flush()
        self.dismiss()
