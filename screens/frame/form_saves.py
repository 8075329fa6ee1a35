"""The jobs of a page of fields: keeping what stands there, its draft, or dropping it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from journal.errors import CannotBeRead
from journal.errors.refusals import EntryChangedMeanwhile
from journal.model.draft import Draft
from journal.practice import capturing
from journal.practice.notebook import Notebook
from screens.frame.changes import then
from screens.frame.events import DraftDropped, DraftSaved, Happened
from screens.frame.save_queue import Job


def drafting(draft: Draft) -> Job:
    """Return a job that keeps what is half-written."""
    return then(partial(DraftSaved, draft.saved_at), capturing.autosave, draft)


def dropping(draft: str, key: str) -> Job:
    """Return a job that forgets what was half-written at a place."""
    return then(partial(DraftDropped, key), capturing.drop_draft, draft)


@dataclass(frozen=True)
class FormSave:
    """What is to be kept of a form: by `keep`, with all that is typed in `draft`, which stays while not all is kept.

    Keeping may have made what the page is about: `place` is asked afterwards where the draft belongs.
    """

    keep: Job
    draft: Draft
    place: Callable[[], str]
    whole: bool = True

    def __call__(self, notebook: Notebook) -> Happened:
        """Keep it, then drop the draft; where the journal cannot take it, the draft holds every word."""
        try:
            happened = self.keep(notebook)
        except EntryChangedMeanwhile:
            capturing.autosave(notebook, self.draft)
            raise
        except ValueError:  # a model refuses a value, which must not be told with the error
            capturing.autosave(notebook, self.draft)
            raise CannotBeRead from None
        for place in {self.draft.key, self.place()}:
            capturing.drop_draft(notebook, place)
        if not self.whole:
            capturing.autosave(notebook, self.draft.with_(key=self.place()))
        return happened


def nothing(_notebook: Notebook) -> Happened:
    """Do nothing, after everything that was asked before."""
    return Happened()
