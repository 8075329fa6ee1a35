"""The person's own words, chosen once, stand in every question and label."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journal import settings, terms
from journal.model.audience import Audience
from journal.protocols.library import shipped
from screens.vocabulary.audiences import audience_words


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    yield
    terms.choose({})


def test_a_term_is_the_usual_one_until_another_is_chosen() -> None:
    assert terms.term("practitioner", "fr") == "praticien"
    terms.choose({"fr.practitioner": "praticienne"})
    assert terms.term("practitioner", "fr") == "praticienne"
    assert terms.term("practitioner", "en") == "coach"


def test_questions_and_labels_say_the_persons_word() -> None:
    terms.choose({"en.practitioner": "facilitator", "en.boss": "line manager", "fr.boss": "directrice"})
    role = shipped().get("my-role")
    assert "your line manager" in role.prompts[0].question.in_("en")
    assert "votre directrice" in role.prompts[0].question.in_("fr")
    assert audience_words(Audience.PRACTITIONER) == "◆ facilitator"


def test_no_shipped_text_keeps_a_brace() -> None:
    for protocol in shipped().protocols:
        for prompt in protocol.prompts:
            for part in (prompt.question, prompt.hint, prompt.daily, protocol.title, protocol.purpose):
                for spoken in ("fr", "en"):
                    assert part is None or "{" not in part.in_(spoken)


def test_words_with_braces_are_no_placeholders_and_text_of_a_person_is_left_alone() -> None:
    terms.choose({"en.boss": "{team}"})
    assert terms.said("your {boss}, {someone}", "en") == "your {team}, {someone}"


def test_terms_come_back_as_they_were_saved_and_what_is_none_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    kept = settings.Settings(terms={"fr.boss": "directrice"}, country="be")
    settings.save(kept, path)
    assert settings.load(path) == kept
    path.write_text('terms = {"fr.boss" = "a\\nb", "fr.cat" = "x", "en.team" = 3, "en.board" = "' + "x" * 40 + '"}\n')
    assert settings.load(path).terms == {"fr.boss": "a b"}
