"""One row that makes no sense costs itself: every list, search, count and service goes on beside it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from journal.errors import EntryUnreadable
from journal.model.entry import Entry, Link, NewEntry, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.kind_spec import spec_of
from journal.model.shown_entry import ShownEntry, shown_of
from journal.model.unreadable import UnreadableEntry
from journal.practice import (
    checking_in,
    coming_up,
    framing,
    known_people,
    learning,
    looking_back,
    planning,
    reading,
    soundness,
)
from journal.practice.notebook import Notebook, open_notebook
from journal.store import entry_writing
from journal.vault.vault import OpenVault

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
NOT_UTF8 = "written as bytes that are no UTF-8"
HOSTILE: dict[str, tuple[Any, ...]] = {
    "kind": ("question", "", b"\xff", NOT_UTF8),
    "state": ("opened", "", b"\xff"),
    "audience": ("everybody", "", b"\xff"),
    "happened_at": ("yesterday", 2**62, -(2**62), 1.5e300, b"\xff"),
    "happened_offset": (1081, -1081, 1440, 100_000, "Paris", 0.5),
    "month": (0, -1, 202613, 2**40),
    "day": ("monday", -1, 2**40),
    "created_at": ("yesterday", 2**62),
    "created_offset": (1440, "Paris"),
    "updated_at": ("yesterday", 2**62),
    "updated_offset": (-1440, "Paris"),
    "revision": ("first", b"\xff"),
    "patterns": ("sadness", b"\xff", NOT_UTF8),
    "title": ("x" * 301, b"\xff", NOT_UTF8),
    "details": (
        *("", "[]", "null", "{", '{"unknown": 1}', "[" * 2000, '{"sealed_until": "2026-01-01"}'),
        *(b"\xff", NOT_UTF8),
    ),
    "body": (b"\xff\xfe", NOT_UTF8),
}  # fmt: skip
CASES = [(column, value) for column, values in HOSTILE.items() for value in values]


@pytest.fixture
def notebook(vault: OpenVault) -> Iterator[Notebook]:
    opened = open_notebook(vault, clock=lambda: AT)
    yield opened
    opened.close()


def one_of_each(notebook: Notebook) -> dict[Kind, Entry]:
    """Keep an entry of every kind, each beside another one that stays whole."""
    kept = {}
    with notebook.store.writing() as tx:
        for kind in Kind.all():
            for title in (f"whole {kind}", f"hostile {kind}"):
                new = NewEntry(kind=kind, state=spec_of(kind).states[0], title=title, body="zygomorphe", happened_at=AT)
                kept[kind] = entry_writing.add(tx, new, AT)
            with_link = kept[kind].with_(links=(Link(rel=Rel.ABOUT, ref=1),))
            kept[kind] = entry_writing.change(tx, with_link, AT)
    return kept


def spoil(notebook: Notebook, ref: int, column: str, value: Any) -> None:
    with notebook.store.writing() as tx:
        if value is NOT_UTF8:
            tx.run(f"UPDATE entry SET {column} = CAST(x'66ff6f' AS TEXT) WHERE ref = ?", (ref,))  # noqa: S608 -- a column
        else:
            tx.update("entry", {column: value}, "ref", ref)


def look_everywhere(notebook: Notebook) -> int:
    """Ask all that pages ask for; return how many entries the longest list shows."""
    lines = reading.newest(notebook, Filter(), 100)
    for line in lines:
        reading.line(notebook, line.ref)
        reading.backlinks(notebook, line.ref)
        reading.revisions(notebook, line.ref)
        reading.place_in_month(notebook, Filter(), line.ref)
        reading.is_unreadable(notebook, line.ref)
    for month in reading.months(notebook, Filter()):
        reading.in_month(notebook, Filter(), month.year, month.month, 0, 100)
    reading.months(notebook, Filter(kinds=Kind.all()))
    reading.newest(notebook, Filter(first_day=date(2026, 11, 1), last_day=date(2026, 11, 30)), 100)
    reading.newest(notebook, Filter(trashed=True), 100)
    assert len(reading.search(notebook, "zygomorphe", Filter(), 100)) >= len(Kind.all()) - 1
    reading.sealed_until(notebook)
    reading.tags(notebook)
    coming_up.next_session(notebook)
    coming_up.due_steps(notebook)
    planning.open_steps(notebook)
    planning.plans(notebook)
    learning.learnings(notebook)
    learning.coming_back(notebook)
    checking_in.curve(notebook)
    looking_back.course(notebook)
    framing.engagements(notebook)
    return len(lines)


@pytest.mark.sweep
@pytest.mark.parametrize(("column", "value"), CASES, ids=lambda value: repr(value)[:24])
def test_a_hostile_value_costs_its_own_entry_and_no_other(notebook: Notebook, column: str, value: Any) -> None:
    kept = one_of_each(notebook)
    for entry in kept.values():
        spoil(notebook, entry.ref, column, value)
    assert look_everywhere(notebook) >= 2 * len(Kind.all()) - (len(Kind.all()) if column == "state" else 0)
    for kind, entry in kept.items():
        whole = reading.entry(notebook, entry.ref - 1)
        assert (whole.kind, whole.title) == (kind, f"whole {kind}")
        found = reading.entry_or_raw(notebook, entry.ref)
        shown = reading.shown(notebook, entry.ref)
        assert shown == (shown_of(found) if isinstance(shown, ShownEntry) and isinstance(found, Entry) else found)
        if isinstance(found, UnreadableEntry):
            assert found.why
            assert "zygomorphe" in found.raw or column == "body"
            with pytest.raises(EntryUnreadable):
                reading.entry(notebook, entry.ref)
        reading.trash(notebook, entry.ref)
        reading.untrash(notebook, entry.ref)
    named = {each.ref for each in soundness.unsound(notebook)}
    unreadable = {entry.ref for entry in kept.values() if reading.is_unreadable(notebook, entry.ref)}
    assert named == unreadable
    for entry in kept.values():
        reading.purge(notebook, entry.ref)
    assert soundness.unsound(notebook) == []


@pytest.mark.sweep
@pytest.mark.parametrize(
    ("table", "column", "values"),
    [
        ("tag", "name", ("", " ", "x" * 300, b"\xff")),
        ("person", "name", ("x" * 300, b"\xff")),
        ("person", "alias", ("", "x" * 300, b"\xff")),
        ("person", "forms", ("", "{", "3", "[" * 2000, '["", 3]')),
        ("person", "gender", ("x", "F", 7, b"\xff")),
        ("entry_link", "rel", ("", "knows", b"\xff")),
        ("revision", "at", ("yesterday", 2**62)),
        ("revision", "at_offset", (1440, "Paris")),
        ("revision", "title", (b"\xff",)),
        ("draft", "fields", ("", "{", "3", "{}", '{"fields": 3}')),
        ("draft", "saved_at", ("yesterday", 2**62)),
        ("preference", "value", ("", "{", "[" * 2000)),
        ("month_total", "count", ("many", -1)),
    ],
)
def test_a_hostile_value_beside_an_entry_costs_itself(
    notebook: Notebook, table: str, column: str, values: tuple[Any, ...]
) -> None:
    from journal.model.draft import Draft
    from journal.practice import capturing
    from journal.sharing import repository
    from journal.store import preferences

    kept = one_of_each(notebook)[Kind.SITUATION]
    kept = capturing.rewrite(notebook, kept.with_(tags=("codir",), people=("Karim",), body="other"))
    capturing.autosave(notebook, Draft(key="new:situation:1", text="…", saved_at=AT))
    with notebook.store.writing() as tx:
        preferences.put(tx, "sharing.words", ["codir"])
    for value in values:
        with notebook.store.writing() as tx:
            tx.run(f"UPDATE {table} SET {column} = ?", (value,))  # noqa: S608 -- names
        look_everywhere(notebook)
        assert reading.entry(notebook, kept.ref).title == kept.title
        assert len(known_people.people(notebook)) == 1
        assert len(capturing.drafts(notebook)) <= 1
        capturing.draft(notebook, "new:situation:1")
        repository.listed_words(notebook)


def test_what_is_put_away_stays_so_when_another_part_of_it_makes_no_sense(notebook: Notebook) -> None:
    from journal.errors.refusals import StillSealed
    from journal.practice import sealing

    kept = one_of_each(notebook)[Kind.SITUATION]
    sealing.seal(notebook, kept.ref, AT + timedelta(days=7))
    spoil(notebook, kept.ref, "audience", "everybody")
    with pytest.raises(StillSealed):
        reading.entry_or_raw(notebook, kept.ref)
    spoil(notebook, kept.ref, "details", "{")
    assert isinstance(reading.entry_or_raw(notebook, kept.ref), UnreadableEntry)


def test_an_unreadable_entry_is_silent_when_printed(notebook: Notebook) -> None:
    kept = one_of_each(notebook)[Kind.SITUATION]
    spoil(notebook, kept.ref, "kind", "telepathy")
    assert "zygomorphe" not in repr(reading.entry_or_raw(notebook, kept.ref))


def test_its_line_says_so_in_every_list(notebook: Notebook) -> None:
    kept = one_of_each(notebook)[Kind.PLAN]
    spoil(notebook, kept.ref, "kind", "telepathy")
    (line,) = [line for line in reading.newest(notebook, Filter(), 100) if line.unreadable]
    assert line.title == "cannot be read · hostile plan"
    assert line.state is State.KEPT


def test_what_cannot_be_read_goes_to_oneself_as_it_is_and_to_nobody_else(notebook: Notebook) -> None:
    from journal.errors.refusals import NothingSelected
    from journal.model.audience import Audience
    from journal.sharing.repository import prepare
    from journal.sharing.selecting import Selection

    kept = one_of_each(notebook)[Kind.SITUATION]
    spoil(notebook, kept.ref, "details", "{")
    for_me = prepare(notebook, Selection(refs=(kept.ref,), audience=Audience.ME, language="en"))
    assert "zygomorphe" in for_me.document.model_dump_json()
    assert "cannot be read: details" in for_me.document.model_dump_json()
    with pytest.raises(NothingSelected):
        prepare(notebook, Selection(refs=(kept.ref,), audience=Audience.PRACTITIONER, language="en"))
    both = Selection(refs=(kept.ref, kept.ref - 1), audience=Audience.PRACTITIONER, language="en")
    assert prepare(notebook, both).left_out == (kept.ref,)


@pytest.mark.slow_proof
def test_one_row_among_ten_thousand_costs_one_row(notebook: Notebook) -> None:
    many = 10_000
    with notebook.store.writing() as tx:
        for number in range(many):
            new = NewEntry(kind=Kind.SITUATION, title=f"row {number}", happened_at=AT - timedelta(hours=number))
            entry_writing.add(tx, new, AT)
    spoil(notebook, many // 2, "kind", "telepathy")
    lines = reading.newest(notebook, Filter(), many)
    assert len(lines) == many
    assert [line.ref for line in lines if line.unreadable] == [many // 2]
    assert sum(month.count for month in reading.months(notebook, Filter())) == many
    assert len(reading.search(notebook, "row", Filter(), many)) >= many - 1
    assert [each.ref for each in soundness.unsound(notebook)] == [many // 2]
