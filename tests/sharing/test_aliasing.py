"""Names become aliases in every form in which people write them, and nothing else does."""

import pytest

from journal.model.person import Person
from journal.sharing.aliasing import Aliasing
from journal.sharing.folding import fold

PEOPLE = (
    Person(name="Karim Benali", alias="N-1 A", forms=("KB", "K.B.")),
    Person(name="Pierre Lenoir", alias="mon N+1"),
    Person(name="Rose Petit", alias="Alba"),
    Person(name="Anne de La Tour", alias="la DRH"),
    Person(name="Jan van der Berg", alias="un pair"),
    Person(name="Jean-Pierre Dupont", alias="Paul"),
    Person(name="Paul O’Brien", alias="Karim"),
    Person(name="Clémence Œuvrard", alias="N-1 B"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karim's idea, KARIM’S idea", "N-1 A's idea, N-1 A’S idea"),
        ("karim benali, Benali, BENALI et karim", "N-1 A, N-1 A, N-1 A et N-1 A"),
        ("KB dit, kb non, KBis non", "N-1 A dit, kb non, KBis non"),
        ("Pierre jette une pierre.", "mon N+1 jette une pierre."),
        ("Elle a arrosé la rose de Rose. ROSE rit.", "Elle a arrosé la rose de Alba. Alba rit."),
        ("Mme de La Tour, La Tour, la Tour Eiffel", "la DRH, la DRH, la Tour Eiffel"),
        ("van der Berg, Jan VAN DER BERG, Berg", "un pair, un pair, un pair"),
        ("Jean-Pierre, Jean Pierre, JEAN-PIERRE DUPONT", "Paul, Paul, Paul"),
        ("Jean-Claude et Marie-Pierre", "Jean-Claude et Marie-Pierre"),
        ("clemence oeuvrard, CLÉMENCE, Clemence, Oeuvrard", "N-1 B, N-1 B, N-1 B, N-1 B"),
        ("karim_budget.xlsx Karim2024 ex-Karim Karim-Rose", "N-1 A_budget.xlsx N-1 A2024 ex-N-1 A N-1 A-Alba"),
        ("Ka\u00adrim et Ka\u200brim", "N-1 A et N-1 A"),
        ("d’Anne, l'Anne, qu’Anne", "d’la DRH, l'la DRH, qu’la DRH"),
        ("Karim\nBenali, Karim\u00a0Benali", "N-1 A, N-1 A"),
        ("M. Lenoir, Monsieur Lenoir", "mon N+1, mon N+1"),
        ("Paul O'Brien, O’BRIEN", "Karim, Karim"),
    ],
)
def test_each_form_of_a_name_becomes_the_alias(text: str, expected: str) -> None:
    assert Aliasing(PEOPLE).apply(text).text == expected


def test_an_alias_that_is_another_persons_name_is_never_replaced_again() -> None:
    assert Aliasing(PEOPLE).apply("Jean-Pierre parle à Paul et à Karim").text == "Paul parle à Karim et à N-1 A"


def test_spans_tell_where_the_aliases_stand_and_what_stood_there() -> None:
    aliased = Aliasing(PEOPLE).apply("Hier, Karim Benali et Mme Petit ont ri.")
    told = [(aliased.text[span.start : span.end], span.name) for span in aliased.spans]
    assert told == [("N-1 A", "Karim Benali"), ("Alba", "Mme Petit")]


def test_a_first_name_that_two_people_share_names_both_aliases() -> None:
    both = (Person(name="Marie Durand", alias="A"), Person(name="Marie Dupuis", alias="B"))
    assert Aliasing(both).apply("Marie, Marie Durand").text == "A / B, A"


def test_a_tag_is_a_name_whatever_its_capitals() -> None:
    assert Aliasing(PEOPLE).whole("pierre") == "mon N+1"
    assert Aliasing(PEOPLE).whole("budget-karim") == "budget-N-1 A"


def test_words_decided_for_replacement_are_replaced_as_names_are() -> None:
    assert Aliasing((), [("Acmé", "notre client")]).apply("ACMÉ et Acme").text == "notre client et notre client"


def test_spans_print_no_name() -> None:
    assert "Karim" not in repr(Aliasing(PEOPLE).apply("Karim"))


@pytest.mark.parametrize("text", ["É", "ẞß", "İstanbul", "ŒUVRE", "Ελλάς", "\U0001f600é"])
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_many_people_are_replaced_as_few_are() -> None:
    crowd = [
        Person(name=f"Prénom{chr(97 + n // 26)}{chr(97 + n % 26)} Œuf{chr(97 + n // 26)}", alias=f"@{n}")
        for n in range(200)
    ]
    assert Aliasing([*PEOPLE, *crowd]).apply("Karim, Prénomba Œufb et prenomhr").text == "N-1 A, @26 et @199"


def test_an_address_that_holds_a_name_goes_as_a_whole() -> None:
    aliasing = Aliasing([Person(name="Karim Benali", alias="N-1 A")])
    told = aliasing.apply("Écrire à karim.benali+rh@acme.fr, à KARIM@acme.fr, pas à info@acme.fr.")
    assert told.text == "Écrire à N-1 A, à N-1 A, pas à info@acme.fr."
    assert [span.name for span in told.spans] == ["karim.benali+rh@acme.fr", "KARIM@acme.fr"]


def test_a_number_or_a_date_is_replaced_as_it_stands_and_not_by_its_words() -> None:
    aliasing = Aliasing([], [("06 12 34 56 78", "son numéro"), ("12 novembre", "ce jour-là"), ("a.b@acme.fr", "X")])
    told = aliasing.apply("Le 12 Novembre, au 06 12 34 56 78 et pas au 06 12 34 56 789 ; novembre, a.b@acme.fr")
    assert told.text == "Le ce jour-là, au son numéro et pas au 06 12 34 56 789 ; novembre, X"
    assert [told.text[span.start : span.end] for span in told.spans] == ["ce jour-là", "son numéro", "X"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P. Lenoir, P Lenoir, p. lenoir", "mon N+1, mon N+1, mon N+1"),
        ("M. P. Lenoir et Pierre L. sont là. Pierre L.", "mon N+1 et mon N+1 sont là. mon N+1."),
        ("J.-P. Dupont, JP Dupont, Dupont J.", "Paul, Paul, Paul."),
        ("C. Lenoir, A Lenoir, d’Anne, D’Anne", "C. mon N+1, A mon N+1, d’la DRH, D’la DRH"),
        ("PierreLenoir pierrelenoir LenoirPierre plenoir", "mon N+1 mon N+1 mon N+1 mon N+1"),
        ("**Ka**rim, K*ari*m, Kar**im** et **bonjour Ka**rim", "**N-1 A**, N-1 A, **N-1 A** et **bonjour N-1 A**"),
        ("[Ka](x)rim, &#75;arim, Zo&eacute;, AT&amp;T, C*ell*e-ci", "N-1 A, N-1 A, Zo&eacute;, AT&amp;T, C*ell*e-ci"),
        ("http://acme.com/karim/plan, /home/karim/x", "N-1 A, N-1 A"),
    ],
)
def test_initials_glued_names_and_parted_names_become_the_alias(text: str, expected: str) -> None:
    assert Aliasing(PEOPLE).apply(text).text == expected


def test_an_address_goes_as_a_whole_with_the_words_that_were_replaced_in_it() -> None:
    aliasing = Aliasing(PEOPLE, [("acme.com", "their site"), ("Orion", "the project")])
    assert aliasing.apply("http://acme.com/x, /srv/orion/plan.md").text == "their site, the project"
