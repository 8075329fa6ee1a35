"""What may have been missed is pointed out, and what was decided about it is respected."""

import pytest

from journal.model.person import Person
from journal.sharing.aliasing import Aliasing
from journal.sharing.remainders import Decision, Remnants, Sort

ALIASING = Aliasing([Person(name="Karim Benali", alias="N-1 A")])


def found(text: str, **settings: object) -> list[tuple[str, Sort]]:
    remnants = Remnants(ALIASING, **settings)  # type: ignore[arg-type]  # settings of several types by name
    return [(each.words, each.sort) for each in remnants.find(ALIASING.apply(text), 0, "body", 7)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nous avons vu Nadia hier.", [("Nadia", Sort.NAME)]),
        ("Nadia est venue.", [("Nadia", Sort.NAME)]),
        ("Présenter le plan. Ensuite rire.", []),
        ("On a parlé de Société Générale hier.", [("Société Générale", Sort.NAME)]),
        ("Écrire à nadia@acme.fr", [("nadia@acme.fr", Sort.EMAIL)]),
        ("Joindre au 06 12 34 56 78", [("06 12 34 56 78", Sort.PHONE)]),
        ("call +33 6 12 34 56 79", [("+33 6 12 34 56 79", Sort.PHONE)]),
        ("Le 2026-11-12 à 18:42, 12500 euros", []),
        ("Le duo Karim-Marie avance", [("Karim-Marie", Sort.NAME)]),
        ("Karim rit, le CODIR aussi, en May.", []),
        ("I said I’d go on Monday.", []),
        ("- angle · Regarder la table", []),
        ("# Titre\n- Point un\n- Point deux", []),
        ("Tom Baird told the whole staff room.", [("Tom Baird", Sort.NAME)]),
        ("Rachel Stone came. Colin Frith laughed.", [("Rachel Stone", Sort.NAME), ("Colin Frith", Sort.NAME)]),
        ("Yrieix Baudry a ri.", [("Yrieix Baudry", Sort.NAME)]),  # of no list, and no word
        ("Yrieix Benali a ri, Karim aussi.", [("Yrieix", Sort.NAME)]),  # before an alias
        ("Relancer Karim. Appeler Baudry.", [("Baudry", Sort.NAME)]),
        ("Hier Baudry a ri. Yesterday Frith laughed.", [("Baudry", Sort.NAME), ("Frith", Sort.NAME)]),
    ],
)  # fmt: skip
def test_what_could_tell_who_is_meant_is_pointed_out(text: str, expected: list[tuple[str, Sort]]) -> None:
    assert found(text) == expected


def test_listed_words_are_pointed_out_whatever_their_capitals() -> None:
    assert found("le projet orion avance", listed=["Orion"]) == [("orion", Sort.LISTED)]


def test_people_of_entries_without_an_alias_are_pointed_out() -> None:
    assert found("avec zoltan", unlisted=["Zoltan"]) == [("zoltan", Sort.NAME)]


def test_dates_are_pointed_out_when_they_are_blurred() -> None:
    assert found("le 12 novembre, le 3/4", dates=True) == [("12 novembre", Sort.DATE), ("3/4", Sort.DATE)]
    assert found("le 12 novembre, le 3/4") == []


def test_kept_words_are_not_pointed_out_again() -> None:
    everywhere = Decision(words="Acmé", action="keep")
    elsewhere = Decision(words="Acmé", action="keep", ref=8)
    assert found("chez Acmé", decisions=[everywhere]) == []
    assert found("chez Acmé", decisions=[elsewhere]) == [("Acmé", Sort.NAME)]


def test_tags_are_looked_through_though_they_have_no_capitals() -> None:
    remnants = Remnants(
        ALIASING, listed=["Orion"], unlisted=["Zoltan"], decisions=[Decision(words="luc", action="keep")]
    )
    told = remnants.in_tags(("budget", "nadia", "orion", "zoltan", "luc", "horizon"), 0, 7, {"horizon"})
    assert [(each.words, each.sort) for each in told] == [
        ("nadia", Sort.NAME),
        ("orion", Sort.LISTED),
        ("zoltan", Sort.NAME),
        ("horizon", Sort.NAME),
    ]


@pytest.mark.parametrize(
    ("text", "sort", "words"),
    [
        ("dans file:///home/me/notes.md, oui", Sort.PATH, "file:///home/me/notes.md"),
        ("/home/me/x", Sort.PATH, "/home/me/x"),
        ("sous C:\\Users\\me.", Sort.PATH, "C:\\Users\\me"),
        ("[x](http://acme.com/y)", Sort.ADDRESS, "http://acme.com/y"),
        ("Voir www.acme.de.", Sort.ADDRESS, "www.acme.de"),
        ("sur intra.acme.local", Sort.ADDRESS, "intra.acme.local"),
        ("le dossier PaulBudget", Sort.NAME, "PaulBudget"),
        ("le dossier budgetKarim", Sort.NAME, "budgetKarim"),
    ],
)
def test_addresses_paths_and_glued_names_are_pointed_out(text: str, sort: Sort, words: str) -> None:
    found = Remnants(ALIASING).find(ALIASING.apply(text), 0, "body", 1)
    assert [(each.sort, each.words) for each in found] == [(sort, words)]


@pytest.mark.parametrize("text", ["et/ou, h/f, 1/2, km/h", "c’est fini.de plus, p.ex. ceci, v1.2", "3 fois /jour"])
def test_what_only_looks_like_a_path_or_a_host_is_left_alone(text: str) -> None:
    assert not Remnants(ALIASING).find(ALIASING.apply(text), 0, "body", 1)


@pytest.mark.parametrize(
    "text", ["a." * 50_000, "a-" * 50_000, "/" * 100_000, "aB" * 50_000, "*a" * 50_000, "&" * 100_000]
)
def test_a_hostile_text_is_looked_through_in_one_go(text: str) -> None:
    assert isinstance(Remnants(ALIASING).find(ALIASING.apply(text), 0, "body", 1), list)


def test_an_excerpt_is_plain_words_without_the_signs_of_a_page() -> None:
    text = "### Ce que c’est devenu\n- Nadia a dit oui"
    (remainder,) = Remnants(ALIASING).find(ALIASING.apply(text), 0, "body", 7)
    assert remainder.context == "Ce que c’est devenu Nadia a dit oui"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Иван Петров", "Видел Ивана, Петровым доволен, петрову", ["Ивана", "Петровым", "петрову"]),
        ("Павел Сергеев", "Отдал Павлу, позвал Сергеева", ["Павлу", "Сергеева"]),
        ("Мария Волкова", "С Марией и Волковой", ["Марией", "Волковой"]),
        ("Jan Kowalski", "Spotkanie z Kowalskim, dla kowalskiego", ["Kowalskim", "kowalskiego"]),
        ("Tomek Nowak", "Pytanie Tomka, Nowakowi", ["Tomka", "Nowakowi"]),
        ("Peter Vogel", "Peters plan, Vogels plan", ["Peters", "Vogels"]),
        ("Aino Virtanen", "Virtasen, Virtaselle, Ainoa ja Ainon", ["Virtasen", "Virtaselle", "Ainoa", "Ainon"]),
        ("Heikki Lahti", "Heikin kanssa, Lahdelta Heikkiin", ["Heikin", "Lahdelta", "Heikkiin"]),
        ("Pekka Mäkinen", "Pekalle, Pekkaan, Mäkisestä", ["Pekalle", "Pekkaan", "Mäkisestä"]),
        ("Jukka Koski", "Jukasta, Koskelle", ["Jukasta", "Koskelle"]),
        ("Markus Mäki", "Markuksen ja Mäen", ["Markuksen", "Mäen"]),
        ("Anna Kovács", "Annának, Kovácsot, Kováccsal", ["Annának", "Kovácsot", "Kováccsal"]),
        ("Nagy Péter", "Péterrel, Pétert, Naggyal, Pétertől", ["Péterrel", "Pétert", "Naggyal", "Pétertől"]),
        ("Szabó Imre", "Szabóval, Imrét, Szabóéknál", ["Szabóval", "Imrét", "Szabóéknál"]),
        ("Γιώργος Παπάς", "του Γιώργου και του Παπά", ["Γιώργου", "Παπά"]),
        ("Nadia Gourvennec", "Les Gourvennecs partent", ["Gourvennecs"]),
        ("Lucie Lacroix-Bodin", "Bodin dit oui", ["Bodin"]),
        ("Lucie Lacroix", "Bodin-Lacroix dit oui", ["Bodin-Lacroix"]),
        ("Lucie Lacroix", "Mme Lacroix-Bodin dit oui", ["Lacroix-Bodin"]),
        ("Jan Vandenberg", "Van den Berg dit oui", ["Van den Berg"]),
        ("محمد علي", "ومحمد قال لمحمد", ["ومحمد", "لمحمد"]),
        ("דוד כהן", "אמרתי לדוד ושכהן", ["לדוד", "ושכהן"]),
        ("王小明", "小明来了", ["小明"]),
        ("김철수", "철수야, 어디", ["철수"]),
        ("田中太郎", "田中さんが来た", ["田中"]),
        ("Karim Benali", "voir [le plan](notes/B%C3%A9nali.md) et [[mdBenali]]", ["notes/B%C3%A9nali.md", "mdBenali"]),
    ],
)
def test_what_comes_near_a_name_is_pointed_out(name: str, text: str, expected: list[str]) -> None:
    aliasing = Aliasing([Person(name=name, alias="x")])
    told = Remnants(aliasing).find(aliasing.apply(text), 0, "body", 7)
    assert [each.words for each in told] == expected


@pytest.mark.parametrize(
    "text",
    [
        "« Tu viens ? » Je n’ai rien dit. « Non. » Elle riait. “Why?” He left. “No.” The door closed.",
        "Mon carnet : Les faits, Quatre mots, Je garde. My Mondays, our Saturdays.",
        "Said to my boss. Twenty minutes later, nobody. Rien, Vingt minutes.",
        "Petits pas. Roses fanées. Pierres au mur. Marines et clairs matins.",
    ],
)
def test_ordinary_words_are_not_pointed_out(text: str) -> None:
    people = [Person(name=name, alias="x") for name in ("Rose Petit", "Pierre Marin", "Claire Blanc")]
    assert Remnants(Aliasing(people)).find(Aliasing(()).apply(text), 0, "body", 7) == []


def test_a_tag_obeys_the_list_of_projects_like_text() -> None:
    remnants = Remnants(ALIASING, listed=["Projet Orion", "R&D"])
    told = remnants.in_tags(("projet-orion", "projetorion2", "ProjetOrion", "r&d", "orionides"), 0, 7, ())
    assert [(each.words, each.sort) for each in told] == [
        ("projet-orion", Sort.LISTED),
        ("projetorion2", Sort.LISTED),
        ("ProjetOrion", Sort.LISTED),
        ("r&d", Sort.LISTED),
    ]


def test_a_name_glued_to_other_words_in_a_tag_is_pointed_out() -> None:
    assert [each.words for each in Remnants(ALIASING).in_tags(("pointkarim", "karimplan", "karma"), 0, 7, ())] == [
        "pointkarim",
        "karimplan",
    ]


def test_a_listed_word_beside_an_alias_in_a_tag_is_pointed_out() -> None:
    remnants = Remnants(ALIASING, listed=("Orion", "R&D"))
    told = remnants.listed_in_tags(("N-1 A-orion", "N-1 A-r&d", "N-1 A"), 0, 7)
    assert [each.words for each in told] == ["N-1 A-orion", "N-1 A-r&d"]


ROSES = [Person(name="Rose Martin", alias="P3"), Person(name="Rose Le Tissier", alias="P4")]


@pytest.mark.parametrize(
    ("text", "leaves", "likely"),
    [
        ("Rose from HR came.", "P3 / P4 from HR came.", [""]),
        ("Rose came. Rose Martin left.", "P3 / P4 came. P3 left.", ["P3"]),
        ("Rose and Martin met Le Tissier.", "P3 / P4 and P3 met P4.", [""]),
        ("Rose M. called, R. Le Tissier did not.", "P3 called, P4 did not.", []),
    ],
)
def test_a_name_that_several_share_is_asked_about(text: str, leaves: str, likely: list[str]) -> None:
    aliased = Aliasing(ROSES).apply(text)
    asked = Remnants(Aliasing(ROSES)).find(aliased, 0, "body", 7)
    assert aliased.text == leaves
    assert [(each.words, each.sort, each.likely) for each in asked] == [("Rose", Sort.SHARED, each) for each in likely]


def test_whom_a_shared_name_means_is_decided_and_asked_no_more() -> None:
    aliasing = Aliasing(ROSES, [("Rose", "P4")])
    aliased = aliasing.apply("Rose came; de Rose. Rose M. not.")
    assert aliased.text == "P4 came; de P4. P3 not."
    assert Remnants(aliasing).find(aliased, 0, "body", 7) == []
    kept = Remnants(Aliasing(ROSES), decisions=[Decision(words="Rose", action="keep")])
    assert kept.find(Aliasing(ROSES).apply("Rose came."), 0, "body", 7) == []
    asked = Remnants(aliasing).shared_in_tags(["rose", "budget"], Aliasing(ROSES).shared, 0, 7)
    assert [(each.words, each.who) for each in asked] == [("rose", ("P3", "P4"))]
