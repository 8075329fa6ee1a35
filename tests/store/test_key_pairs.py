"""Key pairs of what comes back: kept with their departure, private half gone once they are ended."""

from datetime import UTC, datetime, timedelta

from journal.model.key_pair import KeyPair, KeyPurpose
from journal.store import key_pairs
from journal.store.store import Store

AT = datetime(2026, 11, 29, 18, 42, tzinfo=UTC)


def _pair(purpose: KeyPurpose = KeyPurpose.ANSWER) -> KeyPair:
    return KeyPair(purpose=purpose, made_at=AT, private=b"zygomorphe" * 3, details={"0f3a": "12"})


def test_a_pair_is_found_by_its_purpose_the_newest_first(store: Store) -> None:
    with store.writing() as tx:
        first, second = key_pairs.add(tx, _pair()), key_pairs.add(tx, _pair())
        key_pairs.add(tx, _pair(KeyPurpose.PHONE))
        assert key_pairs.of_purpose(tx, KeyPurpose.ANSWER) == [second, first]
        assert key_pairs.of_disclosure(tx, 1) is None


def test_an_ended_pair_has_no_private_half_and_is_ended_once(store: Store) -> None:
    at = AT + timedelta(days=3)
    with store.writing() as tx:
        number = key_pairs.add(tx, _pair()).id or 0
        assert key_pairs.end(tx, number, at)
        assert not key_pairs.end(tx, number, at + timedelta(days=1))
        (ended,) = key_pairs.of_purpose(tx, KeyPurpose.ANSWER)
        assert (ended.private, ended.ended_at) == (b"", at)


def test_a_row_that_makes_no_sense_costs_itself_only(store: Store) -> None:
    with store.writing() as tx:
        kept = key_pairs.add(tx, _pair())
        for column, value in (("details", "{"), ("details", "[1]"), ("made_offset", 9999), ("private", "\ud83d")):
            number = key_pairs.add(tx, _pair()).id
            tx.update("key_pair", {column: value if column != "private" else 7}, "id", number)
        assert key_pairs.of_purpose(tx, KeyPurpose.ANSWER) == [kept]


def test_a_pair_never_tells_its_private_half_when_printed() -> None:
    assert "zygomorphe" not in f"{_pair()!r} {_pair()}"
