"""A statement leaves only as it was validated, to the accent."""

from typing import Any

import pytest

from journal.errors import EntryNotFound
from journal.errors.refusals import (
    ChangedSincePreview,
    LongName,
    NameDiffers,
    NamesInStatement,
    NameTooShort,
    NotForSponsor,
    NotTheManager,
    ValidationLost,
)
from journal.model.audience import Audience
from journal.model.engagement import EngagementDetails, Party, Role
from journal.model.entry import Link, Rel
from journal.model.kind import Kind, State
from journal.model.person import Person
from journal.model.statement import StatementDetails, ValidatedStatement, Validation, may_leave, statement_text
from journal.sharing import statements
from journal.sharing.remainders import Decision
from journal.sharing.rendering.markdown import render
from journal.sharing.repository import decide, prepare
from journal.sharing.selecting import Names, Selection
from journal.sharing.statements import Standing, standing
from journal.sharing.unsure import asked_about
from journal.store import entries, people, validations

SPONSOR = Audience.SPONSOR


def to_sponsor(*refs: int) -> Selection:
    return Selection(refs=refs, audience=SPONSOR, language="en")


def validated(keeper: Any, text: str = "I delegate the planning.", objective: int | None = None) -> Any:
    draft = statements.write(keeper, text, objective)
    return statements.validate(keeper, draft.ref, "Claire Martin", "Claire Martin")


def test_a_draft_does_not_leave(keeper: Any) -> None:
    draft = statements.write(keeper, "I delegate.")
    assert standing(draft) is Standing.DRAFT
    with pytest.raises(NotForSponsor):
        prepare(keeper, to_sponsor(draft.ref))


def test_two_sponsors_are_told_apart_by_what_they_are(keeper: Any) -> None:
    parties = (
        Party(role=Role.SPONSOR, name="Graham Ellison", service="HR"),
        Party(role=Role.SPONSOR, name="Judith Marlowe", service="*line* manager"),
        Party(role=Role.SPONSOR, name="Zoe"),
    )
    engagement = keeper.write(Kind.ENGAGEMENT, title="Mine", details=EngagementDetails(parties=parties))
    objective = keeper.write(Kind.OBJECTIVE, title="Delegate", links=(Link(rel=Rel.PART_OF, ref=engagement.ref),))
    told = prepare(keeper, to_sponsor(validated(keeper, objective=objective.ref).ref)).document.opening
    assert told.splitlines()[-3:] == [
        "- Graham Ellison (sponsor, HR)",
        "- Judith Marlowe (sponsor, \\*line\\* manager)",
        "- Zoe (sponsor)",
    ]


def test_a_validated_statement_leaves_with_name_period_parties_and_nothing_else(keeper: Any) -> None:
    frame = EngagementDetails(
        starts_on="2026-01-12",
        ends_on="2027-01-11",
        parties=(Party(role=Role.MANAGER, name="Claire Martin"), Party(role=Role.PEER, name="Zoltan")),
    )
    engagement = keeper.write(Kind.ENGAGEMENT, title="Secret name", details=frame)
    objective = keeper.write(
        Kind.OBJECTIVE, title="Delegate", body="secret signs", links=(Link(rel=Rel.PART_OF, ref=engagement.ref),)
    )
    first = validated(keeper, objective=objective.ref)
    second = validated(keeper, "I ask *more*.")
    document = prepare(keeper, to_sponsor(first.ref, second.ref)).document
    assert render(document).decode() == (
        "# Coaching progress report\n\n■ for the sponsor  \nreport of 12 November 2026\n\n"
        "- Expected from 12 January 2026 to 11 January 2027\n- Claire Martin (manager)\n\n"
        "## Delegate\n\n- I delegate the planning.\n\n"
        "## Other progress\n\n- I ask \\*more\\*.\n\n"
        "---\n\nEach line was validated in writing by Claire Martin.\n"
    )
    assert "secret" not in document.model_dump_json().lower()


def test_what_has_ended_is_expected_no_more(keeper: Any) -> None:
    frame = EngagementDetails(starts_on="2026-01-12", ends_on="2027-01-11", ended_on="2026-10-02")
    engagement = keeper.write(Kind.ENGAGEMENT, title="E", details=frame)
    part = (Link(rel=Rel.PART_OF, ref=engagement.ref),)
    kept = validated(keeper, objective=keeper.write(Kind.OBJECTIVE, title="Delegate", links=part).ref)
    told = render(prepare(keeper, to_sponsor(kept.ref)).document).decode()
    assert "- From 12 January 2026 to 2 October 2026\n" in told
    assert "Expected" not in told


def test_the_word_for_who_goes_along_agrees_with_them(keeper: Any) -> None:
    parties = tuple(Party(role=Role.PRACTITIONER, name=name) for name in ("Mme Lenoir", "Jean Roux"))
    engagement = keeper.write(Kind.ENGAGEMENT, title="E", details=EngagementDetails(parties=parties))
    part = (Link(rel=Rel.PART_OF, ref=engagement.ref),)
    kept = validated(keeper, objective=keeper.write(Kind.OBJECTIVE, title="Déléguer", links=part).ref)
    told = render(prepare(keeper, to_sponsor(kept.ref).with_(language="fr")).document).decode()
    assert "- Mme Lenoir (praticienne)\n- Jean Roux (praticien)" in told
    told = render(prepare(keeper, to_sponsor(kept.ref)).document).decode()
    assert "- Mme Lenoir (coach)" in told


def test_days_signs_and_objectives_without_a_line_stand_in_the_report_when_asked_for(keeper: Any) -> None:
    engagement = keeper.write(Kind.ENGAGEMENT, title="E", details=EngagementDetails())
    part = (Link(rel=Rel.PART_OF, ref=engagement.ref),)
    first = keeper.write(Kind.OBJECTIVE, title="Delegate", links=part, details={"signs": ["The plan makes itself."]})
    keeper.write(Kind.OBJECTIVE, title="Speak up", links=part, details={"signs": ["A point by Karim."]})
    kept = validated(keeper, objective=first.ref)
    bare = render(prepare(keeper, to_sponsor(kept.ref)).document).decode()
    assert "Signs of progress: The plan makes itself." in bare
    assert "Speak up" not in bare
    assert "validated on" not in bare
    asked = to_sponsor(kept.ref).with_(every_objective=True, validation_days=True, on="2026-11-29")
    whole = render(prepare(keeper, asked).document).decode()
    assert "report of 29 November 2026" in whole
    assert "- I delegate the planning. (validated on 12 November 2026)" in whole
    assert "## Speak up\n\nSigns of progress: A point by N-1 A.\n\nNothing passed on to this day." in whole


def test_changing_one_accent_makes_it_a_draft_again(keeper: Any) -> None:
    kept = validated(keeper, "Je délègue.")
    draft = statements.reword(keeper, kept.ref, "Je délegue.")
    assert standing(draft) is Standing.DRAFT
    with pytest.raises(NotForSponsor):
        prepare(keeper, to_sponsor(kept.ref))


def test_an_edit_by_any_other_way_takes_the_validation_away(keeper: Any) -> None:
    kept = validated(keeper)
    changed = keeper.change(kept.with_(title="I delegate the planning!"))
    assert changed.state is State.DRAFT
    assert standing(changed) is Standing.LOST
    with pytest.raises(ValidationLost, match=f"#{kept.ref} "):
        prepare(keeper, to_sponsor(kept.ref))


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE entry SET title = replace(title, 'e', 'é') WHERE ref = ?",
        "UPDATE entry SET body = 'and more' WHERE ref = ?",
        "UPDATE entry SET details = replace(details, 'Claire', 'Claude') WHERE ref = ?",
        "UPDATE entry SET state = 'draft' WHERE ref = ?",
    ],
)
def test_a_row_edited_in_the_database_cannot_leave(keeper: Any, sql: str) -> None:
    kept = validated(keeper)
    with keeper.store.writing() as tx:
        assert tx.run(sql, (kept.ref,)) == 1
    with pytest.raises(NotForSponsor):
        prepare(keeper, to_sponsor(kept.ref))


def test_a_draft_made_validated_in_the_database_cannot_leave(keeper: Any) -> None:
    draft = statements.write(keeper, "I delegate.")
    with keeper.store.writing() as tx:
        tx.run("UPDATE entry SET state = 'validated' WHERE ref = ?", (draft.ref,))
    with pytest.raises(NotForSponsor):
        prepare(keeper, to_sponsor(draft.ref))


def test_a_validated_statement_cannot_be_made_from_another_text(keeper: Any) -> None:
    kept = validated(keeper)
    validation = kept.details_as(StatementDetails).validation
    assert isinstance(validation, Validation)
    with pytest.raises(NotForSponsor):
        ValidatedStatement(ref=kept.ref, text=statement_text(kept) + " ", validation=validation, secret=b"x" * 32)
    with keeper.store.reading() as tx:
        secret = validations.secret(tx)
    with pytest.raises(NotForSponsor):
        ValidatedStatement(ref=kept.ref, text=statement_text(kept) + " ", validation=validation, secret=secret)
    assert ValidatedStatement(ref=kept.ref, text=statement_text(kept), validation=validation, secret=secret)


def test_a_name_that_validates_is_one_that_is_seen_and_no_longer_than_a_name(keeper: Any) -> None:
    draft = statements.write(keeper, "I delegate.")
    seen = statements.validate(keeper, draft.ref, "Cla\u00adire\u2060 M.\U000e0041", "Claire M.")
    assert seen.details_as(StatementDetails).validation.by == "Claire M."  # type: ignore[union-attr]  # just given
    with pytest.raises(LongName):
        statements.validate(keeper, draft.ref, "C" * 201, "C" * 201)


@pytest.mark.parametrize(("by", "again"), [("", ""), ("Claire", "Clare"), (" ", " ")])
def test_the_name_is_typed_twice_alike(keeper: Any, by: str, again: str) -> None:
    draft = statements.write(keeper, "I delegate.")
    with pytest.raises(NameDiffers):
        statements.validate(keeper, draft.ref, by, again)
    with keeper.store.reading() as tx:
        assert not may_leave(entries.get(tx, draft.ref))


def test_a_statement_that_names_somebody_is_not_validated(keeper: Any) -> None:
    draft = statements.write(keeper, "Karim decides alone now.")
    with pytest.raises(NamesInStatement):
        statements.validate(keeper, draft.ref, "Claire", "Claire")


def test_a_word_that_may_be_a_name_is_pointed_out_in_a_statement_as_in_any_text(keeper: Any) -> None:
    with keeper.store.writing() as tx:
        people.keep_person(tx, Person(name="Will Parker", alias="a colleague"))
        people.keep_person(tx, Person(name="Anh Le", alias="une collègue"))
    for text in ("Will the planning hold, I ask myself less.", "Le compte rendu est à moi."):
        draft = statements.write(keeper, text)
        assert text.partition(" ")[0] in asked_about(keeper, text)
        statements.validate(keeper, draft.ref, "Claire", "Claire")
        preview = prepare(keeper, to_sponsor(draft.ref))
        assert [each.words for each in preview.remainders] == [text.partition(" ")[0]]
        decide(keeper, Decision(words=text.partition(" ")[0], action="keep"))
        assert not prepare(keeper, to_sponsor(draft.ref)).remainders
    assert asked_about(keeper, "I delegate.") == ""


def test_a_line_is_validated_in_the_name_of_the_manager_and_of_nobody_else(keeper: Any) -> None:
    first, second = (statements.write(keeper, text) for text in ("I delegate.", "I ask first."))
    for key in ("y", "Y.", "42"):
        with pytest.raises(NameTooShort):
            statements.validate(keeper, first.ref, key, key)
    statements.validate(keeper, first.ref, "Claire", "Claire")
    with pytest.raises(NotTheManager) as told:
        statements.validate(keeper, second.ref, "yes", "yes")
    assert "“Claire”" in told.value.message()
    parties = (Party(role=Role.MANAGER, name="Zoé Martin"), Party(role=Role.SPONSOR, name="Claire Vidal"))
    keeper.write(Kind.ENGAGEMENT, title="The year", details=EngagementDetails(parties=parties))
    with pytest.raises(NotTheManager):
        statements.validate(keeper, second.ref, "Claire Vidal", "Claire Vidal")
    statements.validate(keeper, second.ref, "zoe m.", "zoe m.")


def test_real_names_cannot_be_asked_for_towards_the_sponsor(keeper: Any) -> None:
    assert to_sponsor(1).with_(names=Names.REAL).aliased


def test_only_statements_are_validated(keeper: Any) -> None:
    situation = keeper.write(title="x")
    with pytest.raises(EntryNotFound):
        statements.validate(keeper, situation.ref, "Claire", "Claire")


def test_a_validation_taken_back_between_preview_and_file_stops_it(keeper: Any, tmp_path: Any) -> None:
    from journal.model.disclosure import FileFormat
    from journal.sharing.delivering import Delivery, deliver

    kept = validated(keeper)
    preview = prepare(keeper, to_sponsor(kept.ref))
    statements.unvalidate(keeper, kept.ref)
    with pytest.raises(ChangedSincePreview):
        deliver(keeper, preview, Delivery(tmp_path / "r.md", FileFormat.MARKDOWN, plaintext=True))
    assert list(tmp_path.glob("*.md")) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_fictitious_year_holds_a_report_that_may_leave(vault: Any, language: Any) -> None:
    from journal.model.filter import Filter
    from journal.practice import fictitious_year, reading
    from journal.practice.notebook import open_notebook

    notebook = open_notebook(vault)
    fictitious_year.live(notebook, language)
    told = reading.newest(notebook, Filter(kinds=(Kind.STATEMENT,), states=(State.VALIDATED,)), 9)
    document = prepare(notebook, to_sponsor(*(line.ref for line in told))).document
    notebook.store.close()
    assert [item.title for item in document.items]
    by = {"fr": "Claire Vasseur", "en": "Alison Hartley"}[language]
    assert document.closing == f"Each line was validated in writing by {by}."


def test_the_report_bears_its_date_and_is_a_pdf_for_archives(keeper: Any) -> None:
    import io

    import pikepdf

    from journal.sharing.rendering import pdf

    document = prepare(keeper, to_sponsor(validated(keeper).ref)).document
    assert document.dated_on == keeper.now.date()
    with pikepdf.open(io.BytesIO(pdf.render(document))) as file:
        assert str(file.docinfo["/CreationDate"]) == f"D:{keeper.now:%Y%m%d}000000Z"
        with file.open_metadata() as about:
            assert (about["pdfaid:part"], about["pdfaid:conformance"], about["pdfuaid:part"]) == ("2", "A", "1")
