"""A departure and its line in the register: both or neither, whatever happens in between."""

from pathlib import Path
from typing import Any

import pytest

from journal.errors import MissingPassphrase, ProtectionUnfit
from journal.errors.refusals import ChangedSincePreview, NameInFileName, PlaintextNotConfirmed, TargetExists
from journal.errors.storage import DiskFull
from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.model.recipient import Recipient
from journal.sharing import disclosing, writing
from journal.sharing import repository as keeping
from journal.sharing.delivering import Delivery, deliver, settle_pending
from journal.sharing.disclosing import Reader
from journal.sharing.protecting import Encryption
from journal.sharing.repository import prepare
from journal.sharing.selecting import Selection


class Killed(BaseException):
    """Stands for a process that ends here: nothing after it runs."""


@pytest.fixture
def preview(keeper: Any) -> Any:
    first = keeper.write(title="Karim a tranché", body="Rose Petit était là.")
    return prepare(keeper, Selection(refs=(first.ref,), audience=Audience.PRACTITIONER))


def plain(target: Path, **more: Any) -> Delivery:
    return Delivery(target=target, format=FileFormat.MARKDOWN, plaintext=True, recipient="Mme Lenoir", **more)


def test_the_file_is_written_and_registered_with_its_digest(keeper: Any, preview: Any, tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    line = deliver(keeper, preview, plain(target))
    assert "N-1 A a tranché" in target.read_text(encoding="utf-8")
    assert line.sha256 == writing.sha256_of(target)
    assert line.preview_digest == preview.digest
    assert disclosing.register(keeper) == [line]
    assert line.titles == ("N-1 A a tranché",)
    assert target.stat().st_mode & 0o077 == 0


def test_the_register_tells_who_knows_what_and_where_an_entry_went(keeper: Any, preview: Any, tmp_path: Path) -> None:
    deliver(keeper, preview, plain(tmp_path / "a.md"))
    deliver(keeper, preview, plain(tmp_path / "b.md"))
    known = disclosing.what_does(keeper, Reader(Audience.PRACTITIONER, "mme lenoir"))
    assert [(each.ref, each.title, len(each.departures)) for each in known] == [(preview.refs[0], "N-1 A a tranché", 2)]
    assert len(disclosing.of_entry(keeper, preview.refs[0])) == 2
    assert [each.file_name for each in disclosing.register(keeper, "TRANCHE b.md")] == ["b.md"]
    assert disclosing.what_does(keeper, Reader(Audience.PRACTITIONER, "somebody")) == []


@pytest.mark.parametrize("what", ["text", "person", "trash"])
def test_a_change_after_the_preview_stops_the_export(keeper: Any, preview: Any, tmp_path: Path, what: str) -> None:
    from journal.model.person import Person
    from journal.store import entries, entry_writing, people

    with keeper.store.writing() as tx:
        if what == "text":
            entry_writing.change(tx, entries.get(tx, preview.refs[0]).with_(body="autre"), keeper.now)
        elif what == "person":
            people.keep_person(tx, people.people(tx)[0].with_(alias="quelqu’un"))
            people.keep_person(tx, Person(name="Tranché", alias="x"))
        else:
            entries.set_trashed(tx, preview.refs[0], keeper.now)
    with pytest.raises(ChangedSincePreview):
        deliver(keeper, preview, plain(tmp_path / "a.md"))
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []
    assert disclosing.register(keeper) == []


def test_a_plain_file_needs_a_confirmation(keeper: Any, preview: Any, tmp_path: Path) -> None:
    with pytest.raises(PlaintextNotConfirmed):
        deliver(keeper, preview, Delivery(tmp_path / "a.md", FileFormat.MARKDOWN))


def test_a_protection_must_fit_and_have_a_passphrase(keeper: Any, preview: Any, tmp_path: Path) -> None:
    with pytest.raises(ProtectionUnfit):
        deliver(keeper, preview, Delivery(tmp_path / "a.md", FileFormat.MARKDOWN, Encryption(Protection.PDF, "x")))
    with pytest.raises(MissingPassphrase):
        deliver(keeper, preview, Delivery(tmp_path / "a.pdf", FileFormat.PDF, Encryption(Protection.PDF)))


def test_an_existing_file_is_left_alone_and_nothing_is_registered(keeper: Any, preview: Any, tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("mine")
    with pytest.raises(TargetExists):
        deliver(keeper, preview, plain(target))
    assert target.read_text() == "mine"
    assert disclosing.register(keeper) == []
    deliver(keeper, preview, plain(target, force=True))
    assert target.read_text() != "mine"


@pytest.mark.parametrize("name", ["karim.md", "Point-Karim_2026.md", "BENALI.md", "note de Rose Petit.md"])
def test_a_file_for_others_bears_nobodys_name(keeper: Any, preview: Any, tmp_path: Path, name: str) -> None:
    with pytest.raises(NameInFileName):
        deliver(keeper, preview, plain(tmp_path / name))
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []
    assert disclosing.register(keeper) == []
    mine = prepare(keeper, Selection(refs=preview.refs))
    assert deliver(keeper, mine, plain(tmp_path / name)).file_name == name


@pytest.mark.parametrize("step", ["stage", "settle"])
def test_a_failing_disk_leaves_neither_file_nor_line(
    keeper: Any, preview: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_args: Any, **_more: Any) -> None:
        raise DiskFull

    monkeypatch.setattr(writing, step, full)
    with pytest.raises(DiskFull):
        deliver(keeper, preview, plain(tmp_path / "a.md"))
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []
    assert disclosing.register(keeper) == []
    assert settle_pending(keeper) == 0


@pytest.mark.parametrize(
    ("where", "before", "left"),
    [
        ("stage", True, False),
        ("stage", False, False),
        ("settle", True, False),
        ("settle", False, True),
    ],
)
def test_a_kill_between_two_steps_is_settled_at_the_next_unlock(
    keeper: Any, preview: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, before: bool, left: bool
) -> None:
    real = getattr(writing, where)

    def killed(*args: Any, **more: Any) -> None:
        if not before:
            real(*args, **more)
        raise Killed

    from journal.sharing import delivering

    monkeypatch.setattr(writing, where, killed)
    monkeypatch.setattr(delivering, "_undo", lambda *_args: None)  # a killed process undoes nothing
    with pytest.raises(Killed):
        deliver(keeper, preview, plain(tmp_path / "a.md"))
    monkeypatch.undo()
    assert settle_pending(keeper) == int(left)
    assert (tmp_path / "a.md").exists() is left
    assert len(disclosing.register(keeper)) == int(left)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == (["a.md"] if left else [])
    assert settle_pending(keeper) == 0


def test_a_file_moved_on_after_a_kill_is_registered_all_the_same(
    keeper: Any, preview: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from journal.sharing import delivering

    def killed(*_args: Any) -> None:
        raise Killed

    monkeypatch.setattr(delivering.disclosures, "add", killed)
    with pytest.raises(Killed):
        deliver(keeper, preview, plain(tmp_path / "a.md"))
    monkeypatch.undo()
    (tmp_path / "a.md").rename(tmp_path / "sent.md")
    assert settle_pending(keeper) == 1


def test_recipients_are_kept_in_the_vault(keeper: Any) -> None:
    keeping.keep_recipient(keeper, Recipient(name="Mme Lenoir", age_key="age1" + "q" * 58))
    keeping.keep_recipient(keeper, Recipient(name="mme lenoir"))
    assert [each.name for each in keeping.recipients(keeper)] == ["mme lenoir"]
    keeping.forget_recipient(keeper, "Mme Lenoir")
    assert keeping.recipient(keeper, "Mme Lenoir") is None


def test_decisions_and_words_to_look_out_for_are_kept(keeper: Any) -> None:
    from journal.sharing.remainders import Decision

    keeping.decide(keeper, Decision(words="Acmé", action="keep"))
    keeping.decide(keeper, Decision(words="Acmé", action="replace", by="un client"))
    assert [each.action for each in keeping.decisions(keeper)] == ["replace"]
    coach, sponsor = Audience.PRACTITIONER, Audience.SPONSOR
    for readers in (coach, sponsor, coach):
        keeping.decide(keeper, Decision(words="Orion", action="keep", audience=readers))
    assert [each.audience for each in keeping.decisions(keeper)] == [None, sponsor, coach]
    keeping.list_words(keeper, ["Orion", " ", "Orion"])
    assert keeping.listed_words(keeper) == ("Orion",)
