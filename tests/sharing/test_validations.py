"""A validation is the manager's own: no row, no import and no other journal makes one, rekey and restore keep it."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from journal.errors.refusals import NotForSponsor, ValidationLost
from journal.model.audience import Audience
from journal.model.entry import NewEntry
from journal.model.filter import Filter
from journal.model.kind import Kind, State
from journal.model.statement import StatementDetails, Validation
from journal.practice import reading
from journal.practice.notebook import Notebook, open_notebook
from journal.sharing import statements
from journal.sharing.repository import prepare
from journal.sharing.selecting import Selection
from journal.store import entry_writing, validations
from journal.vault.backup import backup, restore
from journal.vault.keys import KdfCost
from journal.vault.rekeying import rekey
from journal.vault.vault import OpenVault, create, unlock

TEXT, NAME = "I delegate the planning.", "Claire Martin"
AT = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def notebook(vault: OpenVault) -> Any:
    opened = open_notebook(vault, clock=lambda: AT)
    yield opened
    opened.close()


def validated(notebook: Notebook) -> int:
    ref = statements.write(notebook, TEXT).ref
    return statements.validate(notebook, ref, NAME, NAME).ref


def report(notebook: Notebook, ref: int) -> str:
    selection = Selection(refs=(ref,), audience=Audience.SPONSOR, language="en")
    return prepare(notebook, selection).document.model_dump_json()


def is_draft_everywhere(notebook: Notebook, ref: int) -> bool:
    listed = {line.ref: line.state for line in reading.newest(notebook, Filter(), 99)}
    (found,) = [hit.line for hit in reading.search(notebook, "delegate", Filter(), 99) if hit.line.ref == ref]
    states = {listed[ref], found.state, reading.entry(notebook, ref).state, _line(notebook, ref)}
    return states == {State.DRAFT}


def _line(notebook: Notebook, ref: int) -> State:
    line = reading.line(notebook, ref)
    assert line is not None
    return line.state


def test_a_new_entry_is_a_draft_whatever_it_claims_even_with_a_validation_made_here(notebook: Notebook) -> None:
    valid = reading.entry(notebook, validated(notebook))
    copy = NewEntry(kind=Kind.STATEMENT, title=TEXT, happened_at=AT, state=State.VALIDATED, details=valid.details)
    with notebook.store.writing() as tx:
        ref = entry_writing.add(tx, copy, AT).ref
    assert is_draft_everywhere(notebook, ref)
    with pytest.raises(NotForSponsor):
        report(notebook, ref)
    assert TEXT in report(notebook, valid.ref)


@pytest.mark.parametrize("how", ["state alone", "digest of an earlier version", "secret of another journal"])
def test_a_row_that_was_written_is_a_draft_and_named_by_the_refusal(
    notebook: Notebook, tmp_path: Path, cost: KdfCost, how: str
) -> None:
    ref = statements.write(notebook, TEXT).ref
    details: dict[str, Any] = {"validation": None}
    if how == "digest of an earlier version":
        details = {"validation": {"by": NAME, "at": AT.isoformat(), "mac": "0" * 64}}
    elif how == "secret of another journal":
        elsewhere, _code = create(tmp_path / "elsewhere", "correct horse battery staple", cost=cost)
        other = open_notebook(elsewhere, clock=lambda: AT)
        details = json.loads(reading.entry(other, validated(other)).details.model_dump_json())
        other.close()
    with notebook.store.writing() as tx:
        tx.update("entry", {"state": "validated", "details": json.dumps(details)}, "ref", ref)
    assert is_draft_everywhere(notebook, ref)
    with pytest.raises(NotForSponsor if how == "state alone" else ValidationLost) as refused:
        report(notebook, ref)
    assert how == "state alone" or f"#{ref} " in refused.value.message()


def test_another_secret_in_the_database_ends_every_validation(notebook: Notebook) -> None:
    ref = validated(notebook)
    with notebook.store.writing() as tx:
        assert len(validations.secret(tx)) == 32
        tx.run("DELETE FROM secret")
    assert is_draft_everywhere(notebook, ref)


def test_each_journal_has_a_secret_of_its_own(notebook: Notebook, tmp_path: Path, cost: KdfCost) -> None:
    elsewhere, _code = create(tmp_path / "elsewhere", "correct horse battery staple", cost=cost)
    other = open_notebook(elsewhere)
    with notebook.store.reading() as here, other.store.reading() as there:
        assert validations.secret(here) != validations.secret(there)
    other.close()


def test_a_new_data_key_keeps_what_is_valid(notebook: Notebook, passphrase: str, cost: KdfCost) -> None:
    ref = validated(notebook)
    notebook.store.close()
    folder = notebook.vault.folder
    rekey(notebook.vault, passphrase, cost, lambda _code: None)
    notebook.vault.close()
    again = open_notebook(unlock(folder, passphrase))
    assert TEXT in report(again, ref)
    again.close()


def test_the_restore_of_one_s_own_backup_keeps_what_is_valid(
    notebook: Notebook, passphrase: str, tmp_path: Path
) -> None:
    ref = validated(notebook)
    saved = backup(notebook.vault, tmp_path, AT)
    restored = open_notebook(unlock(restore(saved, tmp_path / "restored"), passphrase))
    assert TEXT in report(restored, ref)
    restored.close()


def test_a_validation_binds_text_name_and_moment(notebook: Notebook) -> None:
    with notebook.store.reading() as tx:
        secret = validations.secret(tx)
    made = Validation.of(TEXT, NAME, AT, secret)
    assert made.holds(TEXT, secret)
    assert not made.holds(TEXT + " ", secret)
    assert not made.with_(by="Claire Marten").holds(TEXT, secret)
    assert not made.with_(at=AT.replace(second=1)).holds(TEXT, secret)
    assert not made.with_(mac="").holds(TEXT, secret)
    assert StatementDetails(validation=made).validation == made
