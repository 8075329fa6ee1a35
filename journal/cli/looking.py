"""Work of the commands that look: `list`, `show`, `search`."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from journal.cli.opening import opened
from journal.cli.printing import document, excerpt, local, say_text, table, tell
from journal.cli.request import Common
from journal.errors import PersonNotFound
from journal.language import ngettext
from journal.model.entry_line import EntryLine
from journal.model.filter import Filter
from journal.model.kind import Kind

if TYPE_CHECKING:
    from journal.practice.notebook import Notebook


def list_entries(common: Common, /, limit: int, **conditions: Any) -> None:
    """Show lines, or the documented JSON of each entry."""
    from journal.practice import reading

    where = _where(conditions)
    with opened(common, in_hand=True) as notebook:
        where = _of_somebody(notebook, where)
        if common.json:  # newest first, sessions ahead among them: what programs were promised
            from journal.cli.forms import form_of

            lines = reading.newest(notebook, where, limit)
            document([form_of(reading.entry_or_raw(notebook, line.ref)) for line in lines])
        else:
            lines = reading.written_first(notebook, where, limit)
            table(_row(line) for line in lines)
            _tell_more(notebook, where, len(lines), limit)


def show(common: Common, /, ref: int) -> None:
    """Show one entry."""
    from journal.cli.forms import form_of, text_of
    from journal.practice import reading

    with opened(common, in_hand=True) as notebook:
        if common.json:
            document(form_of(reading.entry_or_raw(notebook, ref), body=True))
        else:
            say_text(text_of(reading.shown(notebook, ref)))


def search(common: Common, /, query: str, limit: int, **conditions: Any) -> None:
    """Show what was found, with the words that matched."""
    from journal.practice import reading

    where = _where(conditions)
    with opened(common, in_hand=True) as notebook:
        where = _of_somebody(notebook, where)
        found = reading.search(notebook, query, where, limit)
        if common.json:
            from journal.cli.forms import form_of

            document(
                [form_of(reading.entry_or_raw(notebook, each.line.ref)) | {"snippet": each.snippet} for each in found]
            )
            return
        for each in found:
            table([_row(each.line)])
            excerpt(each.snippet, each.spans)


def _where(conditions: dict[str, Any]) -> Filter:
    """Return the conditions as a filter; a day counts where things happened, an hour where it is asked for."""
    kinds = tuple(Kind(kind) for kind in conditions.pop("kinds"))
    for name, day in (("since", "first_day"), ("until", "last_day")):
        if conditions[name] is not None and not isinstance(conditions[name], datetime):
            conditions[day] = conditions.pop(name)
    return Filter(kinds=kinds, **{name: value for name, value in conditions.items() if value is not None})


def _of_somebody(notebook: "Notebook", where: Filter) -> Filter:
    """Return the conditions with whom is meant, by name, other form or role; raise PersonNotFound for nobody."""
    if where.person is None:
        return where
    from journal.practice import people_by_role

    people = people_by_role.names_meant(notebook, where.person)
    if not people:
        raise PersonNotFound
    return where.with_(person=None, people=people)


def _tell_more(notebook: "Notebook", where: Filter, shown: int, limit: int) -> None:
    """Say how many entries are not listed, and which option lists them."""
    from journal.practice import reading

    more = sum(month.count for month in reading.months(notebook, where)) - shown if shown == limit else 0
    if more > 0:
        words = ngettext("… and {count} more: --limit {all}", "… and {count} more: --limit {all}", more)
        tell(words.format(count=more, all=shown + more))


def _row(line: EntryLine) -> tuple[str, ...]:
    from journal.cli.labels import kind_word, state_word

    if line.unreadable:
        return f"#{line.ref}", local(line.happened_at), "?", "", line.title
    return (
        f"#{line.ref}",
        local(line.happened_at),
        kind_word(line.kind),
        state_word(line.kind, line.state),
        " · ".join(filter(None, (line.title or line.opening, line.within))),
    )
