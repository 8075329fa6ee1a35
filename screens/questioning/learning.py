"""Page to keep a learning: one sentence, and what sort of thing it is."""

from journal.language import _
from journal.model.entry import Entry
from journal.model.learning import LearningSort
from journal.practice import learning, reading
from journal.practice.notebook import Notebook
from screens.frame.changes import saving
from screens.frame.save_queue import Job
from screens.questioning.offered_page import OfferedPage
from screens.widgets.field import Field


class LearningScreen(OfferedPage):
    """The sentence to keep, linked to where it came from."""

    name_in_table = "learning"
    needed = ("text",)

    def __init__(self, source: int | None = None, text: str = "", ref: int | None = None) -> None:
        """Keep a new learning that came from `source`, or word the one that is `ref` anew."""
        super().__init__()
        self._source = source
        self._offered = {"text": text, "sort": LearningSort.INSIGHT.value}
        self._entry = ref

    def identity(self) -> tuple[object, ...]:
        """Return which learning, or from what it will come."""
        return (self._entry,) if self._entry is not None else ("new", self._source)

    def page_title(self) -> str:
        """Return what this is."""
        return _("Learning")

    def fields(self) -> list[Field]:
        """Return the sentence and its sort."""
        sorts = tuple((sort.value, name) for sort, name in learning.SORT_NAMES.items())
        return [
            Field("text", _("What I keep"), _("In my own words, as I want to find it again.")),
            Field("sort", _("What kind?"), many=False, options=sorts),
        ]

    def stored_values(self) -> dict[str, str]:
        """Return what is kept already."""
        if self._entry is None:
            return {}
        entry = reading.entry(self.journal.notebook, self._entry)
        return {"text": learning.words_of(entry), "sort": learning.sort_of(entry).value}

    def on_mount(self) -> None:
        """Begin with what the last answer said, if it was one."""
        super().on_mount()
        if self._entry is None and not self._drafted:
            source = reading.entry(self.journal.notebook, self._source) if self._source is not None else None
            self._offered["sort"] = learning.likely_sort(source).value
            self.set_values(self._offered)
        else:
            self._offered = self.stored_values()

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps the learning, or its newer wording."""
        return saving(self._write, values["text"], LearningSort(values["sort"] or LearningSort.INSIGHT))

    def _write(self, notebook: Notebook, text: str, sort: LearningSort) -> Entry:
        """Keep it in the journal, where it may be since the save before."""
        if self._entry is not None:
            return learning.reword_learning(notebook, self._entry, text, sort)
        kept = learning.keep_learning(notebook, text, sort, self._source)
        self._entry = kept.ref
        return kept
