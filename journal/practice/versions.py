"""Versions of an entry: what each says otherwise than the one after it, and the way back to one."""

import json
from typing import Any

from journal.dates.wording import moment
from journal.hygiene import one_line
from journal.language import _
from journal.model.entry import Entry, Ref
from journal.model.entry_line import Beside, Revision
from journal.model.kind import Kind
from journal.model.kind_spec import spec_of
from journal.model.pattern import Pattern
from journal.practice.differing import Sort, difference
from journal.practice.notebook import Notebook
from journal.practice.patterns_in_words import PATTERN_WORDS
from journal.quoting import bare, quoted
from journal.store import entries, entry_writing
from journal.store import revisions as earlier_versions

# What a version puts back of these kinds; whether a scene is sealed, when a learning was met again, and who validated
# a line are no wording. Of other kinds all is put back: their text is made of it.
_PUT_BACK: dict[Kind, tuple[str, ...]] = {
    Kind.SITUATION: ("intensity",),
    Kind.LEARNING: ("sort",),
    Kind.STATEMENT: (),
}


def restore(notebook: Notebook, ref: Ref, revision: int) -> Entry:
    """Make an earlier version the present one; the present one becomes an earlier one. Raises EntryNotFound.

    For whom it is stays as it is now: what was taken back to oneself must not be opened to others by an old version.
    """
    at = notebook.clock()
    with notebook.store.writing() as tx:
        present = entries.get(tx, ref)
        earlier = next((each for each in earlier_versions.of_entry(tx, ref) if each.revision == revision), None)
        return entry_writing.change(tx, _restored(present, earlier), at) if earlier is not None else present


def _restored(present: Entry, earlier: Revision) -> Entry:
    changes: dict[str, Any] = {"title": earlier.title, "body": earlier.body, "details": _details(present, earlier)}
    if earlier.beside is not None:
        changes |= earlier.beside._asdict()
    return present.with_(**changes)


def _details(present: Entry, earlier: Revision) -> Any:
    """Return the details that an earlier version puts back; those of one that cannot be read stay as they are."""
    try:
        details = spec_of(present.kind).details.model_validate_json(earlier.details)
    except ValueError:
        return present.details
    if present.kind not in _PUT_BACK:
        return details
    return present.details.with_(**{name: getattr(details, name) for name in _PUT_BACK[present.kind]})


def as_version(present: Entry) -> Revision:
    """Return an entry as it stands now, to be held beside its earlier versions."""
    beside = Beside(present.people, present.tags, present.patterns, present.happened_at)
    details = present.details.model_dump_json()
    return Revision(present.ref, present.revision, present.title, present.body, present.updated_at, details, beside)


def whole(version: Revision) -> str:
    """Return title and text of a version."""
    return "\n\n".join(filter(None, [version.title, version.body]))


def told(earlier: Revision, later: Revision) -> str:
    """Return what a version says otherwise than a later one: the first words that differ, then the fields."""
    parts = [*_words(whole(earlier), whole(later)), *(name for name, _value in beside(earlier, later))]
    return " · ".join(parts or ([_("details")] if earlier.details != later.details else []))


def beside(earlier: Revision, later: Revision) -> list[tuple[str, str]]:
    """Return what stands beside the text of a version and not of a later one: the field, and what stood in it."""
    if earlier.beside is None or later.beside is None:
        return []
    was, is_now, nothing = earlier.beside, later.beside, _("nobody and nothing")
    fields = (
        (_("who"), was.people, is_now.people, ", ".join(was.people) or nothing),
        (_("tags"), was.tags, is_now.tags, ", ".join(was.tags) or nothing),
        (_("recognised in it"), was.patterns, is_now.patterns, _in_words(was.patterns) or nothing),
        (_("when"), was.happened_at, is_now.happened_at, moment(was.happened_at)),
        (_("intensity"), *_levels(earlier, later)),
    )
    return [(name, value) for name, before, after, value in fields if before != after]


def _words(earlier: str, later: str) -> list[str]:
    """Return the first words that a text has and a later one has not; else those that it has not yet."""
    changes = [each for each in difference(earlier, later) if each.sort is not Sort.SAME and each.text.strip()]
    if not changes:
        return []
    removed = next((each.text for each in changes if each.sort is Sort.REMOVED), "")
    words = one_line(removed or changes[0].text).strip()
    return [quoted(words) if removed else _("without “{words}”").format(words=bare(words))]


def _in_words(patterns: tuple[Pattern, ...]) -> str:
    return ", ".join(_(PATTERN_WORDS[each]) for each in patterns)


def _levels(earlier: Revision, later: Revision) -> tuple[str, str, str]:
    """Return how strongly a scene was felt in two versions, and the first in words."""
    was, is_now = (_level(each.details) for each in (earlier, later))
    return was, is_now, was or _("not told")


def _level(details: str) -> str:
    try:
        return str(dict(json.loads(details)).get("intensity") or "")
    except (ValueError, TypeError):
        return ""
