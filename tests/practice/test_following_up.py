"""What follow-ups hear, and what they leave alone."""

import pytest

from journal.language import Language, languages
from journal.model.protocol import Family
from journal.practice.following_up import all_matches, families, follow_ups
from journal.protocols.families.word_lists import vocabulary

LONG_FACTS = {
    "fr": "La réunion a commencé à neuf heures. Paul a projeté six pages, Marc a lu les chiffres du trimestre, "
    "la directrice a demandé deux précisions sur les coûts, et le point suivant a été abordé sans relevé de décision.",
    "en": "The meeting started at nine. Paul showed six slides, Marc read out the figures of the quarter, the director "
    "requested two details about costs, and the next item was taken up without any record of a decision.",
}
CLEAR: list[tuple[Language, Family, str]] = [
    ("fr", Family.ABSOLUTES, "Personne ne lit mes notes."),
    ("fr", Family.OBLIGATIONS, "Je dois porter toute l’équipe."),
    ("fr", Family.MIND_READING, "Elle croit que je l’évite."),
    ("fr", Family.VAGUE_ACTORS, "On m’impose ce calendrier."),
    ("fr", Family.OUTSIDE_CAUSE, "Ses relances me rendent fou."),
    ("fr", Family.COMPARISON, "Je suis trop lent."),
    ("fr", Family.NOMINALISATION, "La communication est rompue."),
    ("fr", Family.JUDGEMENT, "Paul est incompétent."),
    ("fr", Family.BODY_SIGNAL, "J’ai la boule au ventre le lundi."),
    ("fr", Family.STRONG_INTENSITY, "Je suis hors de moi."),
    ("fr", Family.MISSING_FEELING, LONG_FACTS["fr"]),
    ("fr", Family.MISSING_SELF, LONG_FACTS["fr"]),
    ("en", Family.ABSOLUTES, "Nobody reads my notes."),
    ("en", Family.OBLIGATIONS, "I must carry the whole team."),
    ("en", Family.MIND_READING, "She thinks I avoid her."),
    ("en", Family.VAGUE_ACTORS, "Management doesn’t understand us."),
    ("en", Family.OUTSIDE_CAUSE, "His reminders drive me crazy."),
    ("en", Family.COMPARISON, "I’m too slow."),
    ("en", Family.NOMINALISATION, "Communication is broken."),
    ("en", Family.JUDGEMENT, "Paul is incompetent."),
    ("en", Family.BODY_SIGNAL, "I had a knot in my stomach on Monday."),
    ("en", Family.STRONG_INTENSITY, "I’m beside myself."),
    ("en", Family.MISSING_FEELING, LONG_FACTS["en"]),
    ("en", Family.MISSING_SELF, LONG_FACTS["en"]),
]
TRAPS: list[tuple[Language, str]] = [
    ("fr", "Toujours est-il que nous avons signé."),
    ("fr", "On m’a dit que le poste serait pourvu en mars."),
    ("fr", "Il faut dire que la salle était petite."),
    ("fr", "Je dois voir Lenoir jeudi à 14 h."),
    ("fr", "Elle doit avoir quarante dossiers."),
    ("fr", "Je me suis rendu compte de mon silence."),
    ("fr", "C’est mieux que l’an dernier."),
    ("fr", "Le service communication a publié l’article."),
    ("fr", "Il n’est pas incompétent, il débute."),
    ("fr", "Je ne suis pas fatigué ce soir."),
    ("fr", "Les ventes ont explosé en novembre."),
    ("fr", "Est-il vraiment toujours en retard ?"),
    ("en", "They asked me to write the minutes."),
    ("en", "Better late than never, I sent the note."),
    ("en", "It must be past noon by now."),
    ("en", "I have to meet Lenoir on Thursday at 2 pm."),
    ("en", "The people manager role is described in the guide."),
    ("en", "It makes me happy to see Nadia run the meeting."),
    ("en", "It is better than last year."),
    ("en", "The communication department published the article."),
    ("en", "He is not incompetent, he is new."),
    ("en", "I’m not tired tonight."),
    ("en", "Sales exploded in November."),
]
OTHERS_SAID: list[tuple[Language, str]] = [
    ("fr", "Il m’a lancé : « Tu ne comprendras jamais rien, il faut que tu dormes. »"),
    ("fr", "Elle a soufflé “personne ne t’écoute” et elle est sortie."),
    ("fr", 'Paul a écrit "tout le monde est épuisé" au tableau.'),
    ("fr", "Le point a commencé.\n— Tu es toujours en retard.\n– Je dois partir."),
    ("fr", "- Vous êtes toujours en retard, m’a-t-elle dit."),
    ("fr", "Elle m’a dit que je devais toujours prévenir."),
    ("fr", "Personne ne t’a rien demandé, m’a répondu Paul."),
    ("en", "He snapped: “You never listen, you must rest.”"),
    ("en", 'Paul wrote "everyone is exhausted" on the board.'),
    ("en", "She said ‘nobody cares about it, don’t worry’ and left."),
    ("en", "— You are always late."),
    ("en", "She told me that I must always warn her."),
]


@pytest.mark.parametrize(("language", "family", "text"), CLEAR)
def test_a_clear_wording_calls_for_its_family_once(language: Language, family: Family, text: str) -> None:
    assert [one.family for one in follow_ups(text, language, allowed=[family])] == [family]


@pytest.mark.parametrize(("language", "text"), TRAPS)
def test_set_phrases_facts_and_negations_stay_silent(language: Language, text: str) -> None:
    assert all_matches(text, language) == []


@pytest.mark.parametrize(("language", "text"), OTHERS_SAID)
def test_words_of_others_stay_silent(language: Language, text: str) -> None:
    assert all_matches(text, language) == []


def test_what_one_says_to_oneself_is_heard() -> None:
    heard = follow_ups("Je me suis dit : « je dois tenir ».", "fr")

    assert [one.words for one in heard] == ["je dois tenir"]


def test_a_list_with_hyphens_is_ones_own() -> None:
    assert follow_ups("- je dois tout reprendre\n- appeler Nadia", "fr")


def test_a_quotation_does_not_silence_what_follows_it() -> None:
    text = "Il a dit « on verra ». Personne ne bouge."

    assert [one.words for one in all_matches(text, "fr")] == ["Personne"]


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_spans_point_at_the_very_words(apostrophe: str) -> None:
    text = f"İci « x ».\n\nJ{apostrophe}aurais dû partir."

    (heard,) = all_matches(text, "fr")

    assert heard.span is not None
    assert text[slice(*heard.span)] == heard.words == f"J{apostrophe}aurais dû partir"


def test_the_words_are_echoed_with_real_apostrophes() -> None:
    assert "J’aurais dû" in follow_ups("J'aurais dû partir.", "fr")[0].question


def test_at_most_two_families_in_order_of_priority_on_separate_words() -> None:
    text = "Je dois toujours tout porter. Paul est incompétent. Je dors mal."

    heard = follow_ups(text, "fr")

    assert [one.family for one in heard] == [Family.BODY_SIGNAL, Family.ABSOLUTES]
    assert len(follow_ups(text, "fr", most=3)) == 3
    assert follow_ups(text, "fr", most=0) == []


def test_a_family_switched_off_or_not_allowed_never_fires() -> None:
    text = "I must always be there."

    assert follow_ups(text, "en", off=("absolutes",), allowed=("absolutes",)) == []
    assert [one.family for one in follow_ups(text, "en", off=("absolutes",))] == [Family.OBLIGATIONS]


def test_a_signal_of_the_body_leads_to_the_check_in_and_intensity_to_heat() -> None:
    assert follow_ups("Je dors mal.", "fr")[0].leads_to == "check-in"
    assert follow_ups("I’m beside myself.", "en")[0].leads_to == "heat"
    assert follow_ups("I must rest.", "en")[0].leads_to is None


def test_what_is_missing_has_no_span_and_a_short_answer_misses_nothing() -> None:
    assert [one.span for one in all_matches(LONG_FACTS["fr"], "fr")] == [None, None]
    assert all_matches("La réunion a duré une heure.", "fr") == []


def test_the_wording_rotates_with_the_turn_and_a_turn_repeats_itself() -> None:
    asked = [follow_ups("Nobody reads my notes.", "en", turn=turn)[0].question for turn in range(4)]

    assert len(set(asked)) >= 3
    assert follow_ups("Nobody reads my notes.", "en", turn=2)[0].question == asked[2]


def test_braces_in_the_words_are_no_placeholders() -> None:
    (heard,) = follow_ups("{0} Paul est incompétent. {words}", "fr", allowed=["judgement"])

    assert "«\u00a0incompétent\u00a0»" in heard.question


def test_the_printed_form_holds_none_of_the_words() -> None:
    assert "incompétent" not in repr(follow_ups("Paul est incompétent.", "fr"))


@pytest.mark.parametrize("language", languages())
def test_questions_are_open_typeset_and_never_ask_why(language: Language) -> None:
    questions = [question for family in vocabulary(language).families for case in family.questions for question in case]
    for question in questions:
        assert question.endswith(("?",))
        assert "pourquoi" not in question.lower()
        assert "why" not in question.lower().split()
        assert "'" not in question
        assert '"' not in question
        assert len(question) <= 120
        if language == "fr":
            assert question.endswith("\u202f?")
            assert "« " not in question
            assert " :" not in question


@pytest.mark.parametrize("language", languages())
def test_the_settings_name_the_twelve_families_in_the_order_of_the_word_lists(language: Language) -> None:
    shown = families(language)

    assert [one.code for one in shown] == [words.family for words in vocabulary(language).families]
    assert set(Family) == {one.code for one in shown}
    assert all(one.name and one.about for one in shown)
    assert (shown[0].name == "Body signals") is (language == "en")


@pytest.mark.parametrize(
    ("language", "text"), [("fr", "Elle me coupe toujours la parole."), ("en", "She always cuts me off.")]
)
@pytest.mark.parametrize("turn", range(4))
def test_no_turn_of_phrase_comes_twice_in_a_run(language: Language, text: str, turn: int) -> None:
    asked: list[str] = []
    for _time in range(4):
        (offer,) = follow_ups(text, language, allowed=("absolutes",), turn=turn, asked=asked)
        asked.append(offer.question)
    assert len(set(asked)) == len(asked)
    assert follow_ups(text, language, allowed=("absolutes",), turn=turn, asked=asked), "then they begin anew"


@pytest.mark.parametrize(
    ("language", "text", "family", "given_back"),
    [
        ("en", "She handled it like a pro.", Family.JUDGEMENT, "She handled it like a pro"),
        ("en", "My brother would have had it done by noon.", Family.COMPARISON, "My brother would have had it done"),
        ("fr", "Mon frère aurait réglé ça en une matinée.", Family.COMPARISON, "Mon frère aurait réglé"),
    ],
)
def test_who_is_spoken_of_calls_too_and_what_is_said_of_them_is_given_back(
    language: Language, text: str, family: Family, given_back: str
) -> None:
    first = follow_ups(text, language)[0]

    assert (first.family, first.words) == (family, given_back)
