"""Rows of what is to be checked before something leaves: words that may tell who somebody is, and what is private."""

from collections.abc import Callable, Collection, Sequence

from journal.language import _
from journal.model.entry import EntryLine, Ref
from journal.model.kind import State
from journal.model.kind_spec import spec_of
from journal.practice import reading
from journal.practice.notebook import Notebook
from screens.sharing.resolve_names import Suspect
from screens.widgets.rows import Row


def private_among(notebook: Notebook, refs: Sequence[Ref]) -> list[EntryLine]:
    """Return what leaves only when it was chosen one by one."""
    lines = [reading.line(notebook, ref) for ref in refs]
    return [line for line in lines if line and (spec_of(line.kind).private or line.state is State.SEALED)]


def rows_to_check(
    suspects: Sequence[Suspect], private: Sequence[EntryLine], included: Collection[Ref], key_of: Callable[[str], str]
) -> tuple[str, list[Row]]:
    """Return the heading and the rows: words first, then what is private, each with what can be done about it."""
    found = [Row(f"suspect:{number}", each.told, _why(each, key_of)) for number, each in enumerate(suspects)]
    out = [
        Row(f"private:{line.ref}", line.title or f"#{line.ref}", _stays(line.ref in included, key_of))
        for line in private
    ]
    heads = []
    if found:
        heads.append(_("to check ({count})").format(count=len(found)))
    if out:
        heads.append(_("private ({count})").format(count=len(out)))
    return " · ".join(heads), [*found, *out]


def _why(suspect: Suspect, key_of: Callable[[str], str]) -> str:
    """Return why words are pointed out, and for a tag the key that leaves it here."""
    if not suspect.is_tag:
        return suspect.why
    return _("{why} · {key} leave it here").format(why=suspect.why, key=key_of("preview.omit"))


def _stays(included: bool, key_of: Callable[[str], str]) -> str:  # noqa: FBT001 -- the one thing that it depends on
    if included:
        return _("leaves, because you said so twice")
    return _("stays · {key} include it").format(key=key_of("preview.include"))
