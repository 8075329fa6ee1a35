"""How a text is read for follow-ups: words, clauses, triggers, and the words that a question gives back."""

import pytest

from journal.language import Language
from journal.protocols.families.echoing import echo
from journal.protocols.families.own_words import own_words
from journal.protocols.families.proposing import proposals
from journal.protocols.families.word_lists import vocabulary
from journal.protocols.families.words import NAME, NUMBER, Reading, fold, read_words


def read(text: str, language: Language) -> Reading:
    """Read a text as follow-ups do."""
    lists = vocabulary(language)
    return read_words(text, own_words(text, lists.speech), lists.lexicon)


def test_accents_and_ligatures_fold_so_that_hurried_hands_are_heard() -> None:
    assert [fold(word) for word in ("épuisé", "cœur", "j'", "là-haut")] == ["epuise", "coeur", "j", "la-haut"]


@pytest.mark.parametrize(("text", "forms"), [("I don't", ["i", "do", "not"]), ("im late", ["i", "am", "late"])])
def test_contractions_are_written_out_with_and_without_their_apostrophe(text: str, forms: list[str]) -> None:
    assert [word.form for word in read(text, "en").words] == forms


def test_an_inflected_word_is_brought_to_its_headword() -> None:
    assert [word.head for word in read("Ses mails m'agacent", "fr").words][-1] == "agacer"


def test_names_and_numbers_are_told_from_words() -> None:
    kinds = {word.form: word.kind for word in read("Le 12, Bertrand appelle.", "fr").words}

    assert kinds["12"] == NUMBER
    assert kinds["bertrand"] == NAME


def test_a_clause_knows_that_it_is_asked() -> None:
    assert [clause.asked for clause in read("Il ment. Est-il nul ?", "fr").clauses] == [False, True]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Je dois toujours tenir le coup.", "fr", "Je dois toujours tenir"),
        ("Elle est manipulatrice.", "fr", "manipulatrice"),
        ("My head is in a vice.", "en", "My head"),
        ("Mon chef pense que c'est ma faute.", "fr", "Mon chef pense"),
        ("Leurs sous-entendus me minent depuis mars.", "fr", "Leurs sous-entendus me minent depuis mars"),
        ("Their jealousy poisons my life.", "en", "Their jealousy poisons my life"),
        ("I don't dare speak because her tone freezes me.", "en", "her tone freezes me"),
    ],
)
def test_an_echo_is_a_few_words_that_neither_begin_nor_end_with_one_that_says_little(
    text: str, language: Language, words: str
) -> None:
    lists, reading = vocabulary(language), read(text, language)
    around = {family.family: family.echo for family in lists.families}
    found = [echo(reading.words, one, around[one.trigger.family]) for one in proposals(reading, lists.triggers)]

    assert words in [text[slice(*span)] for span in found]


def test_a_word_that_no_sentence_taught_still_tells_of_a_feeling_or_a_person_well_or_ill() -> None:
    told = {word.form: word.sense for word in read("Her bitterness and two cowards", "en").words}

    assert told["bitterness"] == "noun.feeling!"
    assert told["cowards"] == "noun.person!"
    assert told["and"] == ""


def test_french_words_tell_of_it_too_whatever_their_ending() -> None:
    told = {word.form: word.sense for word in read("Ses amertumes, deux menteuses et une réponse hautaine", "fr").words}

    assert told["amertumes"] == "noun.feeling!"
    assert told["menteuses"] == "noun.person!"
    assert told["hautaine"] == "adj!"


def test_of_words_that_nobody_listed_nothing_is_told() -> None:
    assert {word.sense for word in read("le zinzolin du zwanze", "fr").words} == {""}
