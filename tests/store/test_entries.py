from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from journal.errors import EntryNotFound
from journal.errors.refusals import EntryChangedMeanwhile, StillSealed
from journal.model.audience import Audience
from journal.model.entry import Entry, Link, Rel
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.pattern import Pattern
from journal.model.situation import SituationDetails
from journal.store import entries, entry_writing, revisions, sealed_entries, searching
from journal.store.store import Store

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
Keep = Callable[..., Entry]


def test_everything_of_an_entry_comes_back_as_it_was_kept(store: Store, keep: Keep) -> None:
    other = keep(title="Avant")
    at = datetime(2026, 3, 29, 1, 59, 59, 999999, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    kept = keep(
        title="Le CODIR",
        body="L’été « arrive » 👩‍💻\n\nligne",
        happened_at=at,
        tags=("équipe", "Équipe", "codir"),
        people=("Karim",),
        patterns=(Pattern.SOLITUDE, Pattern.POSTURE),
        audience=Audience.GROUP,
        links=(Link(rel=Rel.ABOUT, ref=other.ref),),
        details=SituationDetails(intensity=7),
    )
    with store.reading() as tx:
        read = entries.get(tx, kept.ref)
    assert read.happened_at == at
    assert read.happened_at.utcoffset() == at.utcoffset()
    assert read.tags == ("équipe", "codir")
    assert read.with_(tags=kept.tags) == kept


def test_numbers_are_never_given_twice(store: Store, keep: Keep) -> None:
    first = keep()
    with store.writing() as tx:
        entries.purge(tx, first.ref)
    assert keep().ref > first.ref


def test_a_change_keeps_the_earlier_wording(store: Store, keep: Keep) -> None:
    kept = keep(title="A", body="un")
    with store.writing() as tx:
        changed = entry_writing.change(tx, kept.with_(body="deux"), NOON + timedelta(hours=1))
        assert changed.revision == 2
        assert [(old.title, old.body, old.at) for old in revisions.of_entry(tx, kept.ref)] == [("A", "un", NOON)]
        entry_writing.change(tx, changed.with_(audience=Audience.GROUP), NOON)
        assert len(revisions.of_entry(tx, kept.ref)) == 1  # nothing of the wording changed


def test_an_entry_read_before_somebody_else_s_change_is_refused(store: Store, keep: Keep) -> None:
    kept = keep()
    with store.writing() as tx:
        entry_writing.change(tx, kept.with_(body="ailleurs"), NOON)
    with pytest.raises(EntryChangedMeanwhile), store.writing() as tx:
        entry_writing.change(tx, kept.with_(body="ici"), NOON)
    with store.reading() as tx:
        assert entries.get(tx, kept.ref).body == "ailleurs"


def test_what_is_unknown_is_told_as_such(store: Store) -> None:
    with pytest.raises(EntryNotFound), store.reading() as tx:
        entries.get(tx, 99)
    for change in (lambda tx: entries.purge(tx, 99), lambda tx: entries.set_trashed(tx, 99, NOON)):
        with pytest.raises(EntryNotFound), store.writing() as tx:
            change(tx)


def test_lists_are_ordered_by_when_things_happened(store: Store, keep: Keep) -> None:
    refs = [keep(happened_at=NOON - timedelta(days=days)).ref for days in (3, 1, 2)]
    with store.reading() as tx:
        assert [line.ref for line in entries.newest(tx, Filter(), 10)] == [refs[1], refs[2], refs[0]]
        assert [line.ref for line in entries.newest(tx, Filter(), 1)] == [refs[1]]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (Filter(kinds=(Kind.LEARNING,)), {"learning"}),
        (Filter(tag="ÉQUIPE"), {"tagged"}),
        (Filter(person="karim"), {"person"}),
        (Filter(people=("karim", "Nobody")), {"person"}),
        (Filter(people=("Nobody",)), set()),
        (Filter(pattern=Pattern.POSTURE), {"pattern"}),
        (Filter(states=(State.CAPTURED,)), {"captured"}),
        (Filter(since=NOON + timedelta(days=1)), {"later"}),
        (Filter(until=NOON), {"earlier"}),
        (Filter(tag="équipe", person="Karim"), set()),
    ],
)
def test_a_filter_lets_through_what_it_names(store: Store, keep: Keep, where: Filter, expected: set[str]) -> None:
    keep(title="plain")
    keep(title="learning", kind=Kind.LEARNING)
    keep(title="tagged", tags=("équipe",))
    keep(title="person", people=("Karim",))
    keep(title="pattern", patterns=(Pattern.POSTURE,))
    keep(title="captured", state=State.CAPTURED)
    keep(title="later", happened_at=NOON + timedelta(days=2))
    keep(title="earlier", happened_at=NOON - timedelta(days=2))
    with store.reading() as tx:
        assert {line.title for line in entries.newest(tx, where, 50)} == expected


def test_months_count_what_the_list_shows(store: Store, keep: Keep) -> None:
    october = keep(happened_at=NOON - timedelta(days=40))
    november = [keep(), keep(tags=("codir",)), keep(kind=Kind.LEARNING)]
    with store.writing() as tx:
        entries.set_trashed(tx, november[0].ref, NOON)
        entry_writing.change(tx, october.with_(happened_at=NOON - timedelta(days=365)), NOON)
    with store.reading() as tx:
        months = entries.months(tx, Filter())
        assert [(each.year, each.month, each.count) for each in months] == [(2026, 11, 2), (2025, 11, 1)]
        assert [each.count for each in entries.months(tx, Filter(tag="codir"))] == [1]
        stretch = entries.in_month(tx, Filter(), 2026, 11, 1, 10)
        assert [line.ref for line in stretch] == [november[1].ref]


def test_what_was_written_is_listed_and_counted_without_sessions_that_are_only_planned(
    store: Store, keep: Keep
) -> None:
    keep(title="situation")
    keep(title="held", kind=Kind.SESSION, state=State.HELD)
    keep(title="cancelled", kind=Kind.SESSION, state=State.CANCELLED)
    for state in (State.PLANNED, State.PREPARED, State.MOVED):
        keep(title="ahead", kind=Kind.SESSION, state=state, happened_at=NOON + timedelta(days=40))
        keep(title="ahead", kind=Kind.SESSION, state=state)
    with store.reading() as tx:
        for where in (Filter(written=True), Filter(written=True, since=NOON - timedelta(days=900))):
            assert {line.title for line in entries.newest(tx, where, 50)} == {"situation", "held", "cancelled"}
            assert [(each.year, each.month, each.count) for each in entries.months(tx, where)] == [(2026, 11, 3)]


def test_the_trash_hides_and_gives_back(store: Store, keep: Keep) -> None:
    kept = keep(title="zygomorphe")
    with store.writing() as tx:
        entries.set_trashed(tx, kept.ref, NOON)
        assert entries.newest(tx, Filter(), 9) == []
        assert searching.search(tx, "zygomorphe", Filter(), 9) == []
        assert [line.ref for line in entries.newest(tx, Filter(trashed=True), 9)] == [kept.ref]
        entries.set_trashed(tx, kept.ref, None)
        assert [found.line.ref for found in searching.search(tx, "zygomorphe", Filter(), 9)] == [kept.ref]


def test_a_purged_entry_leaves_neither_wording_nor_link_nor_index(store: Store, keep: Keep) -> None:
    kept = keep(title="zygomorphe", body="un")
    child = keep(links=(Link(rel=Rel.ABOUT, ref=kept.ref),))
    with store.writing() as tx:
        entry_writing.change(tx, kept.with_(body="deux"), NOON)
        entries.purge(tx, kept.ref)
        assert revisions.of_entry(tx, kept.ref) == []
        assert searching.search(tx, "zygomorphe", Filter(), 9) == []
        assert entries.get(tx, child.ref).links == ()
        assert tx.rows("PRAGMA foreign_key_check") == []
        tx.run("INSERT INTO entry_text(entry_text, rank) VALUES ('integrity-check', 1)")


def test_what_is_sealed_can_be_read_by_nobody_until_its_day(store: Store, keep: Keep) -> None:
    until = NOON + timedelta(days=7)
    kept = keep(title="zygomorphe", body="lourd", details=SituationDetails(sealed_until=until))
    with store.writing() as tx:
        entry_writing.change(tx, kept.with_(state=State.SEALED), NOON, keep_revision=False)
    with store.writing() as tx:
        assert entries.newest(tx, Filter(), 9) == []
        assert entries.newest(tx, Filter(states=(State.SEALED,)), 9) == []
        assert entries.months(tx, Filter()) == []
        assert searching.search(tx, "lourd", Filter(), 9) == []
        assert sealed_entries.sealed(tx) == [(kept.ref, until)]
        with pytest.raises(StillSealed):
            entries.get(tx, kept.ref)
        assert sealed_entries.unseal_due(tx, until - timedelta(seconds=1)) == 0
        assert sealed_entries.unseal_due(tx, until) == 1
        assert entries.get(tx, kept.ref).body == "lourd"
        assert len(searching.search(tx, "lourd", Filter(), 9)) == 1


def test_backlinks_tell_who_points_here(store: Store, keep: Keep) -> None:
    situation = keep()
    reflection = keep(kind=Kind.REFLECTION, links=(Link(rel=Rel.ABOUT, ref=situation.ref),))
    with store.reading() as tx:
        assert [(rel, line.ref) for rel, line in entries.backlinks(tx, situation.ref)] == [(Rel.ABOUT, reflection.ref)]
        assert entries.newest(tx, Filter(kinds=(Kind.REFLECTION,)), 1)[0].parent == situation.ref
        assert [line.ref for line in entries.newest(tx, Filter(linked_to=situation.ref), 9)] == [reflection.ref]


def test_tags_are_counted_without_the_trash(store: Store, keep: Keep) -> None:
    keep(tags=("codir", "budget"))
    keep(tags=("Codir",))
    gone = keep(tags=("perdu",))
    with store.writing() as tx:
        entries.set_trashed(tx, gone.ref, NOON)
        assert entries.tags(tx) == [("codir", 2), ("budget", 1)]


def test_tags_are_told_most_used_first_without_those_of_trashed_entries(store: Store, keep: Keep) -> None:
    keep(tags=("équipe", "codir"))
    keep(tags=("codir",))
    gone = keep(tags=("équipe", "recrutement"))
    with store.writing() as tx:
        entries.set_trashed(tx, gone.ref, NOON)
    with store.reading() as tx:
        assert entries.tags(tx) == [("codir", 2), ("équipe", 1)]


def test_days_are_those_on_the_clock_where_it_happened(store: Store, keep: Keep) -> None:
    tokyo, honolulu = timezone(timedelta(hours=9)), timezone(timedelta(hours=-10))
    keep(title="tokyo", happened_at=datetime(2026, 11, 25, 1, tzinfo=tokyo))  # the 24th in Greenwich
    keep(title="honolulu", happened_at=datetime(2026, 11, 23, 20, tzinfo=honolulu))  # the 24th in Greenwich
    keep(title="greenwich", happened_at=datetime(2026, 11, 24, 12, tzinfo=UTC))
    keep(title="farthest", happened_at=datetime(2026, 11, 24, 23, 59, tzinfo=timezone(timedelta(hours=-18))))
    with store.reading() as tx:

        def shown(**days: date) -> set[str]:
            return {line.title for line in entries.newest(tx, Filter(**days), 9)}

        assert shown(first_day=date(2026, 11, 24), last_day=date(2026, 11, 24)) == {"greenwich", "farthest"}
        assert shown(first_day=date(2026, 11, 25)) == {"tokyo"}
        assert shown(last_day=date(2026, 11, 23)) == {"honolulu"}
        assert sum(month.count for month in entries.months(tx, Filter(first_day=date(2026, 11, 24)))) == 3


def test_a_change_of_when_it_happened_changes_its_day(store: Store, keep: Keep) -> None:
    kept = keep()
    with store.writing() as tx:
        entry_writing.change(tx, kept.with_(happened_at=NOON - timedelta(days=30)), NOON)
        assert entries.newest(tx, Filter(last_day=date(2026, 10, 25)), 9)[0].ref == kept.ref
