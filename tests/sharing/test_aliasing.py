"""Names become aliases in every form in which people write them, and nothing else does."""

import re
import time
from collections.abc import Callable

import pytest

from journal.model.person import Gender, Person
from journal.sharing.aliasing import Aliasing
from journal.sharing.folding import Folded, fold
from journal.unicode_ranges import DEFAULT_IGNORABLE

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
        ("Karim's idea, KARIM’S idea", "N-1 A's idea, N-1 A’s idea"),
        ("karim benali, Benali, BENALI et karim", "N-1 A, N-1 A, N-1 A et N-1 A"),
        ("KB dit, kb non, KBis non", "N-1 A dit, kb non, KBis non"),
        ("Pierre jette une pierre.", "Mon N+1 jette une pierre."),
        ("Elle a arrosé la rose de Rose. ROSE rit.", "Elle a arrosé la rose d’Alba. Alba rit."),
        ("Mme de La Tour, La Tour, la Tour Eiffel", "La DRH, la DRH, la Tour Eiffel"),
        ("van der Berg, Jan VAN DER BERG, Berg", "Mon pair, mon pair, mon pair"),
        ("Jean-Pierre, Jean Pierre, JEAN-PIERRE DUPONT", "Paul, Paul, Paul"),
        ("Jean-Claude et Marie-Pierre", "Jean-Claude et Marie-Pierre"),
        ("clemence oeuvrard, CLÉMENCE, Clemence, Oeuvrard", "N-1 B, N-1 B, N-1 B, N-1 B"),
        ("karim_budget.xlsx Karim2024 ex-Karim Karim-Rose", "N-1_A_budget.xlsx N-1 A2024 ex-N-1 A N-1 A-Alba"),
        ("Ka\u00adrim et Ka\u200brim", "N-1 A et N-1 A"),
        ("d’Anne, l'Anne, qu’Anne", "de la DRH, la DRH, que la DRH"),
        ("Karim\nBenali, Karim\u00a0Benali", "N-1 A, N-1 A"),
        ("M. Lenoir, Monsieur Lenoir", "Mon N+1, mon N+1"),
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
    assert Aliasing((), [("Acmé", "notre client")]).apply("ACMÉ et Acme").text == "Notre client et notre client"


def test_spans_print_no_name() -> None:
    assert "Karim" not in repr(Aliasing(PEOPLE).apply("Karim"))


@pytest.mark.parametrize(
    ("text", "folded", "spans"),
    [
        ("É", "e", [(0, 1)]),
        ("ẞa", "ssa", [(0, 1), (0, 1), (1, 2)]),
        ("İs", "is", [(0, 1), (1, 2)]),
        ("ŒU", "oeu", [(0, 1), (0, 1), (1, 2)]),
        ("Ελλάς", "ελλασ", [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]),
        ("\U0001f600e\u0301", "\U0001f600e", [(0, 1), (1, 3)]),
        ("a\u00ad\u200bb", "ab", [(0, 3), (3, 4)]),
        ("Ｎa…", "na...", [(0, 1), (1, 2), (2, 3), (2, 3), (2, 3)]),
        ("Ab-\ncd", "abcd", [(0, 1), (1, 4), (4, 5), (5, 6)]),
        ("מחמּד مـحّ", "מחמד مح", [(0, 1), (1, 2), (2, 4), (4, 5), (5, 6), (6, 8), (8, 10)]),
    ],
)
def test_a_folded_text_knows_the_places_of_the_original(text: str, folded: str, spans: list[tuple[int, int]]) -> None:
    found = Folded(text)
    assert found.text == folded
    assert [found.span(place, place + 1) for place in range(len(folded))] == spans


def test_every_character_that_nobody_sees_is_folded_away() -> None:
    ignorable = re.compile(f"[{DEFAULT_IGNORABLE}]")
    hidden = [chr(code) for code in range(0xE1000) if ignorable.match(chr(code))]
    assert len(hidden) > 4000
    assert fold("".join(hidden)) == ""
    assert {Aliasing(PEOPLE).apply(f"vu Ka{each}rim").text for each in hidden} == {"vu N-1 A"}


WORLD = (
    Person(name="Иван Петров", alias="A"),
    Person(name="Γιώργος Παπάς", alias="B"),
    Person(name="محمد علي", alias="C"),
    Person(name="דוד כהן", alias="D"),
    Person(name="王小明", alias="E"),
    Person(name="田中 太郎", alias="F"),
    Person(name="김철수", alias="G"),
    Person(name="สมชาย ใจดี", alias="H"),
    Person(name="प्रिया शर्मा", alias="I"),
    Person(name="Jörg Müller", alias="J"),
    Person(name="ジョン・スミス", alias="K"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Вчера Иван молчал, ПЕТРОВ тоже. И. Петров", "Вчера A молчал, A тоже. A"),
        ("Ο ΓΙΩΡΓΟΣ και ο Παπάς", "Ο B και ο B"),
        ("قال مُحَمَّد إن محـمد علي هنا", "قال C إن C هنا"),
        ("דויד? לא, דוד כהן. דּוֹד", "דויד? לא, D. D"),
        ("昨天王小明说不行。", "昨天E说不行。"),
        ("田中さんと太郎、田中太郎と田中 太郎さん", "FさんとF、FとFさん"),
        ("어제 김철수가 왔다", "어제 G가 왔다"),
        ("วันนี้สมชายมาสาย สมชาย ใจดี", "วันนี้Hมาสาย H"),
        ("प्रिया ने कहा, शर्मा जी", "I ने कहा, I जी"),
        ("Mueller, MÜLLER, Joerg Mu\u0308ller", "J, J, J"),
        ("Jo\u0308rg, ＪÖＲＧ, 𝐉𝐨̈𝐫𝐠", "J, J, J"),
        ("ジョン・スミスとスミス", "Kとスミス"),
        ("王\u200b小\u2060明", "E"),
    ],
)
def test_a_name_is_found_in_every_script(text: str, expected: str) -> None:
    assert Aliasing(WORLD).apply(text).text == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Nadia Gourvennec", "vu Gour-\nvennec hier", "vu X hier"),
        ("Nadia Gourvennec", "vu Gour‐\n> vennec hier", "vu X hier"),
        ("Lucie Lacroix", "vu Lucie Lacroix-Bodin hier", "vu X hier"),
        ("Lucie Lacroix-Bodin", "Lucie Bodin, Lucie Lacroix, LacroixBodin", "X, X, X"),
        ("Anne de La Tour", "delatour, DeLaTour, Anne Delatour", "X, X, X"),
        ("Erwan Le Goff", "LeGoff, legoff, Legoff, erwanlegoff", "X, X, X, X"),
        ("Ian McLeod", "Mc Leod, Ian Mc Leod, mcleod", "X, X, X"),
        ("Jean-Luc Prat", "Jeanluc, jean luc, JEANLUC PRAT", "X, X, X"),
        ("Équipe 12", "vu équipe 12 et équipe 13", "vu X et équipe 13"),
    ],
)
def test_a_name_is_found_parted_tied_on_and_run_together(name: str, text: str, expected: str) -> None:
    assert Aliasing([Person(name=name, alias="X")]).apply(text).text == expected


def test_a_listed_name_is_cleaned_as_the_text_is() -> None:
    person = Person(name="Nadia Gour\u00advennec", alias="Ome\u200bga")
    assert (person.name, person.alias) == ("Nadia Gourvennec", "Omega")
    assert Aliasing([person]).apply("vu Gourvennec hier").text == "vu Omega hier"
    assert Person(name="مریم می\u200cخواهد", alias="x").name == "مریم می\u200cخواهد"


def test_what_was_replaced_can_be_put_back() -> None:
    for text in ("Karim\u00a0Benali et Ka\u00adrim, M. Lenoir", "Œuvrard… chez Mme Petit", "rien"):
        assert Aliasing(PEOPLE).apply(text).original == text


def test_many_who_share_a_name_are_not_all_told() -> None:
    crowd = [Person(name=f"Marie Nom{chr(97 + n)}x", alias=f"@{n}") for n in range(20)]
    assert Aliasing(crowd).apply("Marie, Marie Nomcx").text == "@0 / @1 / @2 / …, @2"


@pytest.mark.parametrize("name", ["Marie N{a}{b}{c}x", "N{a}{b}{c}x P{c}{b}{a}y", "Personne {n}", "王{a}{b}{c}"])
@pytest.mark.slow_proof
def test_fifty_thousand_aliases_take_no_longer_for_more_text(name: str, proof_count: Callable[[int, int], int]) -> None:
    names = [
        name.format(n=n, a=chr(97 + n % 26), b=chr(97 + n // 26 % 26), c=chr(97 + n // 676))
        for n in range(proof_count(4_000, 50_000))
    ]
    aliasing = Aliasing([Person(name=each, alias=f"@{n}") for n, each in enumerate(names)])
    once = " vu. ".join(names[:500])
    aliasing.apply(once)  # forms are worked out when they are met
    began = time.process_time()
    short = aliasing.apply(once)
    middle = time.process_time()
    long = aliasing.apply(" vu. ".join([once] * 8))
    ended = time.process_time()
    assert len(short.spans) == 500
    assert len(long.spans) == 4000
    assert ended - middle < 40 * (middle - began) + 1


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
    assert told.text == "Ce jour-là, à son numéro et pas au 06 12 34 56 789 ; novembre, X"
    assert [told.text[span.start : span.end] for span in told.spans] == ["Ce jour-là", "à son numéro", "X"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P. Lenoir, P Lenoir, p. lenoir", "Mon N+1, mon N+1, mon N+1"),
        ("M. P. Lenoir et Pierre L. sont là. Pierre L.", "Mon N+1 et mon N+1 sont là. Mon N+1."),
        ("J.-P. Dupont, JP Dupont, Dupont J.", "Paul, Paul, Paul."),
        ("C. Lenoir, A Lenoir, d’Anne, D’Anne", "C. mon N+1, A mon N+1, de la DRH, De la DRH"),
        ("PierreLenoir pierrelenoir LenoirPierre plenoir", "Mon N+1 mon N+1 mon N+1 mon N+1"),
        ("**Ka**rim, K*ari*m, Kar**im** et **bonjour Ka**rim", "**N-1 A**, N-1 A, **N-1 A** et **bonjour N-1 A**"),
        ("[Ka](x)rim, &#75;arim, Zo&eacute;, AT&amp;T, C*ell*e-ci", "N-1 A, N-1 A, Zo&eacute;, AT&amp;T, C*ell*e-ci"),
        ("http://acme.com/karim/plan, /home/karim/x", "N-1 A, N-1 A"),
    ],
)
def test_initials_glued_names_and_parted_names_become_the_alias(text: str, expected: str) -> None:
    assert Aliasing(PEOPLE).apply(text).text == expected


def test_an_address_goes_as_a_whole_with_the_words_that_were_replaced_in_it() -> None:
    aliasing = Aliasing(PEOPLE, [("acme.com", "their site"), ("Orion", "the project")])
    assert aliasing.apply("http://acme.com/x, /srv/orion/plan.md").text == "Their site, the project"


@pytest.mark.parametrize(
    ("gender", "text", "expected"),
    [
        (Gender.FEMININE, "Ce Sofia, un Sofia rare", "Cette élève, une élève rare"),
        (Gender.MASCULINE, "Cette Sofia, une Sofia rare", "Cet élève, un élève rare"),
        (Gender.UNKNOWN, "Cette Sofia, un Sofia rare", "Cette élève, un élève rare"),
    ],
)
def test_a_known_gender_stands_in_where_the_alias_tells_none(gender: Gender, text: str, expected: str) -> None:
    people = [Person(name="Sofia Marchetti", alias="l’élève", gender=gender)]
    assert Aliasing(people).apply(text).text == expected
