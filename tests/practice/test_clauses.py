"""The clauses to start from: one agreement for those who are three, another for peers."""

import re
from datetime import date

import pytest

from journal import language
from journal.model.engagement import ClauseCode, Consent, EngagementDetails, Form
from journal.practice import clauses
from journal.practice.pages import CLAUSES


@pytest.mark.parametrize("spoken", language.languages())
@pytest.mark.parametrize("form", Form)
def test_nobody_in_a_clause_says_i_since_several_agree_to_it(form: Form, spoken: language.Language) -> None:
    with language.speaking(spoken):
        for clause in clauses.wordings(form):
            assert not re.search(r"\b(je|j’|mon|ma|mes|I|my|me)\b", clause.text)


def test_a_peer_group_has_neither_practitioner_nor_sponsor_but_clauses_of_its_own() -> None:
    codes = {clause.code for clause in clauses.wordings(Form.GROUP)}
    assert not codes & {ClauseCode.NEUTRALITY, ClauseCode.SPONSOR, ClauseCode.NOTES, ClauseCode.ETHICS}
    assert {ClauseCode.RECIPROCITY, ClauseCode.ADVICE, ClauseCode.ABSENT, ClauseCode.TIME} <= codes


@pytest.mark.parametrize(
    ("spoken", "danger", "law"), [("fr", "danger grave", "la loi"), ("en", "serious danger", "law")]
)
@pytest.mark.parametrize("form", Form)
def test_confidentiality_names_its_limits(form: Form, spoken: language.Language, danger: str, law: str) -> None:
    with language.speaking(spoken):
        text = clauses.usual(form, ClauseCode.CONFIDENTIALITY)
    assert danger in text
    assert law in text


def test_the_right_to_stop_is_apart_from_what_others_owe_when_they_end_it() -> None:
    codes = [clause.code for clause in clauses.wordings(Form.INDIVIDUAL)]
    assert codes.index(ClauseCode.STOP) + 1 == codes.index(ClauseCode.ENDING)
    assert clauses.usual(Form.GROUP, ClauseCode.ENDING) == ""


@pytest.mark.parametrize("spoken", language.languages())
def test_every_clause_has_a_name(spoken: language.Language) -> None:
    with language.speaking(spoken):
        assert set(CLAUSES) == set(ClauseCode)


def test_another_form_brings_its_own_clauses_until_somebody_agreed() -> None:
    frame = EngagementDetails(form=Form.INDIVIDUAL, clauses=clauses.wordings(Form.INDIVIDUAL))
    assert clauses.clauses_for(frame, Form.INDIVIDUAL) == frame.clauses
    assert clauses.clauses_for(frame, Form.GROUP) == clauses.wordings(Form.GROUP)
    consent = Consent(by="Claire", on=date(2026, 11, 3))
    first, *others = frame.clauses
    agreed = frame.with_(clauses=(first.with_(consents=(consent,)), *others))
    assert clauses.clauses_for(agreed, Form.GROUP) == agreed.clauses
