"""One sheet of the vault: the entry that is written on it, once there is one, and what is half-written until then."""

import uuid
from functools import partial

from journal.errors.refusals import EntryChangedMeanwhile
from journal.model.draft import Draft
from journal.model.entry import Entry, NewEntry, Ref
from journal.model.kind import State
from journal.model.situation import SituationDetails
from journal.practice import accepting, capturing, reading
from journal.practice.notebook import Notebook
from screens.frame.changes import saving, then
from screens.frame.events import DraftDropped, DraftSaved
from screens.frame.save_queue import Job

_WRITTEN = ("title", "body", "happened_at", "people", "tags", "patterns", "audience")


class EntrySaver:
    """Makes the jobs of a page to write on.

    `place` names its saves and never changes. A draft is named when it is kept, not when it was asked for: the save
    before it may just have made the entry, and a draft of "something new" would then be kept a second time.
    """

    def __init__(self, ref: Ref | None, draft: str | None) -> None:
        head, _colon, number = (draft or "").partition(":")
        self.ref = int(number) if ref is None and head == "entry" and number.isdecimal() else ref
        self.base: int | None = None
        self.place = draft or (f"entry:{self.ref}" if self.ref is not None else f"new:situation:{uuid.uuid4().hex}")

    def half_written(self, notebook: Notebook) -> Draft | None:
        """Return what was left here, and know again to which entry it belongs."""
        left = capturing.draft(notebook, self.place)
        if left is not None and self.ref is None:
            self.ref = left.ref
        return left

    def drafting(self, draft: Draft) -> Job:
        """Return a job that keeps what is half-written."""
        return then(partial(DraftSaved, draft.saved_at), self._keep_draft, draft)

    def _keep_draft(self, notebook: Notebook, draft: Draft) -> None:
        if self.ref is None:
            capturing.autosave(notebook, draft.with_(key=self.place))
            return
        key = f"entry:{self.ref}"
        capturing.autosave(notebook, draft.with_(key=key, ref=self.ref, base_revision=self.base))
        if key != self.place:
            capturing.drop_draft(notebook, self.place)

    def keeping(self, new: NewEntry, draft: Draft, *, whole: bool = True) -> Job:
        """Return a job that keeps the entry; when others were quicker, the text is a draft and nothing is lost.

        The draft stays as well while the entry does not hold the `whole` of it.
        """
        return saving(self._keep, new, draft, whole=whole)

    def _keep(self, notebook: Notebook, new: NewEntry, draft: Draft, *, whole: bool) -> Entry:
        try:
            entry = self._kept(notebook, new)
        except EntryChangedMeanwhile:
            self._keep_draft(notebook, draft)
            raise
        if whole:
            self._drop(notebook)
        else:
            self._keep_draft(notebook, draft)
        return entry

    def _kept(self, notebook: Notebook, new: NewEntry) -> Entry:
        if self.ref is None:
            entry = capturing.write(notebook, new)
        else:
            known = reading.entry(notebook, self.ref)
            changes = {name: getattr(new, name) for name in _WRITTEN}
            details = known.details_as(SituationDetails).with_(intensity=new.details_as(SituationDetails).intensity)
            base = self.base if self.base is not None else known.revision
            keep = accepting.accept_rewritten if known.state is State.CAPTURED else capturing.rewrite
            entry = keep(notebook, known.with_(**changes, details=details, state=State.KEPT, revision=base))
        self.ref, self.base = entry.ref, entry.revision
        return entry

    def dropping(self) -> Job:
        """Return a job that forgets what is half-written; what was kept stays as it was kept."""
        return then(DraftDropped, self._drop)

    def _drop(self, notebook: Notebook) -> None:
        for key in {self.place, f"entry:{self.ref}"}:
            capturing.drop_draft(notebook, key)
