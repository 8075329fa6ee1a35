"""What pages say in sentences."""

from datetime import date

import pytest

from journal import language
from journal.model.engagement import Clause, ClauseCode, Consent, EngagementDetails, Party, Role
from journal.model.plan import StepDetails
from journal.practice.pages import engagement_page, step_line


@pytest.mark.parametrize(
    ("spoken", "when", "then", "line"),
    [
        ("fr", "Karim me demande de trancher", "Je propose une date.", "Si Karim me demande de trancher, alors je pro"),
        ("fr", "Il m’interrompt", "J’attends", "S’il m’interrompt, alors j’attends"),
        ("en", "Rose calls", "We wait", "If Rose calls, then we wait"),
        ("en", "Rose calls", "I wait", "If Rose calls, then I wait"),
        ("fr", "Si Marc me coupe,", "alors je finis ma phrase", "Si Marc me coupe, alors je finis ma phrase"),
        ("fr", "S’il me coupe", "Alors, je finis", "S’il me coupe, alors je finis"),
        ("fr", "Sidonie m’appelle", "Je note", "Si Sidonie m’appelle, alors je note"),
        ("fr", "Alors que je parle, il sort", "Je m’arrête", "Si Alors que je parle, il sort, alors je m’arrête"),
        ("en", "If Rose calls", "then I wait", "If Rose calls, then I wait"),
    ],
)
def test_halves_of_a_step_stand_in_one_sentence_and_names_keep_their_capital(
    spoken: language.Language, when: str, then: str, line: str
) -> None:
    with language.speaking(spoken):
        assert step_line(StepDetails(when=when, then=then)).startswith(line)


def test_who_agreed_to_a_clause_stands_on_a_line_for_each_day_and_the_practitioner_as_she_is() -> None:
    days = {"Claire": date(2026, 1, 8), "Mme Lenoir": date(2026, 1, 8), "Bruno": date(2026, 1, 9)}
    consents = tuple(Consent(by=name, on=on) for name, on in days.items())
    clause = Clause(code=ClauseCode.TIME, text="À l’heure.", consents=consents)
    parties = (Party(role=Role.PRACTITIONER, name="Mme Lenoir"),)
    with language.speaking("fr"):
        told = engagement_page(EngagementDetails(parties=parties, clauses=(clause,)))
    assert "Mme Lenoir (praticienne)" in told
    first, second = told.splitlines()[-2:]
    assert first == "- d’accord le 8 janvier 2026\u00a0: Claire, Mme Lenoir"
    assert second == "- d’accord le 9 janvier 2026\u00a0: Bruno"
