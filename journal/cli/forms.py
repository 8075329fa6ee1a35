"""An entry in the public forms of the command line: the JSON that the README tells, and Markdown."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from journal.cli.labels import kind_word, pattern_word, state_word
from journal.cli.printing import local
from journal.language import _
from journal.model.kind import State
from journal.model.shown_entry import ShownEntry, shown_of
from journal.model.unreadable import UnreadableEntry, unreadable_words

if TYPE_CHECKING:
    from journal.model.entry import Entry

_DOCUMENTED = (
    *("ref", "kind", "title", "happened_at", "created_at", "updated_at"),
    *("tags", "people", "patterns", "audience", "state", "links", "details"),
)


def form_of(entry: "Entry | UnreadableEntry", *, body: bool = False) -> dict[str, Any]:
    """Return the documented fields of an entry; of one that cannot be read its number, why, and what is there."""
    if isinstance(entry, UnreadableEntry):
        return {"ref": entry.ref, "unreadable": entry.why} | ({"raw": entry.raw} if body else {})
    return entry_json(entry, body=body)


def text_of(entry: "Entry | ShownEntry | UnreadableEntry") -> str:
    """Return an entry as Markdown; of one that cannot be read what is there, as it is."""
    if isinstance(entry, UnreadableEntry):
        return f"#{entry.ref} {unreadable_words(entry.why)}\n\n{entry.raw}"
    if isinstance(entry, ShownEntry):
        return _markdown(entry)
    from journal.practice.accepting import answers_in_words  # what was answered in the heat and waits with a note

    answers = answers_in_words(entry) if entry.state is State.CAPTURED else ""
    return "\n\n".join(filter(None, (_markdown(shown_of(entry)), answers)))


def entry_json(entry: "Entry", *, body: bool = False) -> dict[str, Any]:
    """Return the documented fields of an entry; the body only where the documentation promises it."""
    form = entry.model_dump(mode="json", exclude={"body", "revision", "trashed_at"})
    for moment in ("happened_at", "created_at", "updated_at"):
        form[moment] = getattr(entry, moment).isoformat()
    return {name: form[name] for name in _DOCUMENTED} | ({"body": entry.body} if body else {})


def _markdown(entry: ShownEntry) -> str:
    """Return an entry as Markdown: title, what is known of it, and its text."""
    known = "\n".join(f"- {line}" for line in _known(entry))
    return "\n\n".join(filter(None, (f"# {entry.title or kind_word(entry.kind)}", known, entry.body)))


def _known(entry: ShownEntry) -> Iterator[str]:
    state = state_word(entry.kind, entry.state)
    yield f"{kind_word(entry.kind)} #{entry.ref}" + (f" · {state}" if state else "")
    when = _("Planned for: {when}") if entry.state is State.PLANNED else _("Happened: {when}")
    yield when.format(when=local(entry.happened_at))
    if entry.people:
        yield _("People: {names}").format(names=", ".join(entry.people))
    if entry.tags:
        yield _("Tags: {tags}").format(tags=", ".join(entry.tags))
    if entry.patterns:
        yield _("Recognised in it: {patterns}").format(patterns=", ".join(map(pattern_word, entry.patterns)))
    if entry.intensity is not None:
        yield _("Intensity: {value} of 10").format(value=entry.intensity)
    if entry.links:
        yield _("Linked: {refs}").format(refs=", ".join(f"#{ref}" for ref in entry.links))
    if entry.state is State.CAPTURED:
        yield _("Taken outside the app; not looked at yet.")
