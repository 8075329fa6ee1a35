import random
from collections.abc import Callable

import pytest

from journal.model.entry import Entry
from journal.model.filter import Filter
from journal.model.kind import Kind
from journal.store import entries, entry_writing, people, searching
from journal.store.store import Store
from journal.vault.vault import OpenVault

Keep = Callable[..., Entry]


def found(store: Store, query: str, where: Filter | None = None) -> list[str]:
    with store.reading() as tx:
        return [each.line.title for each in searching.search(tx, query, where or Filter(), 50)]


@pytest.mark.parametrize(
    "query",
    ["ecole", "École", "l'école", "l’ecole", "éco", "reunion ecole", '"de l école"', "« de l’école »", "ECOLE REUNION"],
)
def test_accents_case_and_apostrophes_do_not_matter(store: Store, keep: Keep, query: str) -> None:
    keep(title="A", body="La réunion de l’école a duré.")
    keep(title="B", body="Rien de cela.")
    assert found(store, query) == ["A"]


@pytest.mark.parametrize(
    ("query", "hit"), [("coeur", True), ("cœur", True), ("COEUR", True), ("curriculum vitae", True), ("cour", False)]
)
def test_ligatures_are_found_either_way(store: Store, keep: Keep, query: str, hit: bool) -> None:
    keep(title="A", body="Le cœur et la sœur ; le curriculum vitæ.")
    assert found(store, query) == (["A"] if hit else [])


def test_only_the_last_word_may_be_a_beginning(store: Store, keep: Keep) -> None:
    keep(title="A", body="planning hebdomadaire")
    assert found(store, "planning hebdo") == ["A"]
    assert found(store, "plann hebdomadaire") == []
    assert found(store, '"planning hebdo"') == []


def test_words_of_a_phrase_stand_together(store: Store, keep: Keep) -> None:
    keep(title="A", body="ma directrice a regardé sa montre")
    keep(title="B", body="sa montre, ma directrice")
    assert found(store, '"directrice a regardé"') == ["A"]


@pytest.mark.parametrize(
    ("body", "query"),
    [
        ("项目适配AndroidX", "AndroidX"),
        ("项目适配AndroidX", "适配"),
        ("项目适配AndroidX", "配android"),
        ("田中さんに会った", "中さん"),
        ("カタカナで書く", "タカナ"),
        ("한국어를 쓴다", "국어"),
        ("เมื่อวานประชุม", "วานประ"),
        ("bravo👍🏽!", "👍"),
        ("une 👩‍💻 au siège", "👩‍💻"),
        ("die Straße nach Łódź", "strasse lodz"),
        ("DIE STRASSE", "straße"),
        ("Ο Σίσυφος", "ΣΊΣΥΦΟΣ"),
        ("مُحَمَّد قال", "محمد"),
        ("vu Gour\u00advennec hier", "gourvennec"),
        ("ﬁnale ＷＩＤＥ", "finale wide"),
        ("l’İstanbul", "istanbul"),
        ("が", "が"),
    ],
)
def test_words_are_found_in_any_script_and_spelling_and_marked(store: Store, keep: Keep, body: str, query: str) -> None:
    keep(title="A", body=f"avant {body} après")
    keep(title="B", body="rien de cela")
    with store.reading() as tx:
        (hit,) = searching.search(tx, query, Filter(), 9)
    assert hit.line.title == "A"
    assert hit.spans
    assert all(hit.snippet[start:end].strip() for start, end in hit.spans)


@pytest.mark.parametrize(("body", "query"), [("東京の会", "京都"), ("적합", "합적"), ("👍", "👎"), ("か", "が")])
def test_signs_are_found_only_in_their_order(store: Store, keep: Keep, body: str, query: str) -> None:
    keep(body=body)
    assert found(store, query) == []


def test_titles_come_before_tags_before_people_before_texts(store: Store, keep: Keep) -> None:
    keep(title="Codir de mars")
    keep(title="tag", tags=("codir",))
    keep(title="person", people=("Codir Martin",))
    keep(title="text", body="au codir")
    keep(title="later text", body="le codir encore")
    keep(title="Codir d’avril")
    assert found(store, "codir") == ["Codir d’avril", "Codir de mars", "tag", "person", "later text", "text"]
    with store.reading() as tx:
        assert [hit.line.title for hit in searching.search(tx, "codir", Filter(), 3)] == [
            "Codir d’avril", "Codir de mars", "tag",
        ]  # fmt: skip
        assert len(searching.search(tx, "codir", Filter(tag="CODIR"), 9)) == 1


def test_every_entry_with_a_tag_is_found_by_it(store: Store, keep: Keep) -> None:
    for number in range(12):
        keep(title=f"{number}", tags=("Équipe",))
    assert len(found(store, "equipe")) == 12


@pytest.mark.parametrize("tag", ["équipe", "EQUIPE", "Équipe", "equipe"])
def test_filters_by_tag_and_person_ignore_case_and_accents(store: Store, keep: Keep, tag: str) -> None:
    keep(title="A", tags=("Équipe",), people=("Zoé Équipe",))
    keep(title="B", tags=("équipes",))
    with store.reading() as tx:
        assert [line.title for line in entries.newest(tx, Filter(tag=tag), 9)] == ["A"]
        assert [line.title for line in entries.newest(tx, Filter(person=f"zoe {tag}"), 9)] == ["A"]


def test_tags_and_people_are_found_by_what_they_are_called_now(store: Store, keep: Keep) -> None:
    kept = keep(title="A", tags=("avant",), people=("Karim",))
    with store.writing() as tx:
        entry_writing.change(tx, kept.with_(tags=("après",)), kept.updated_at)
        (karim,) = people.people(tx)
        people.keep_person(tx, karim.with_(name="Nadia"))
    assert [found(store, query) for query in ("avant", "apres", "karim", "nadia")] == [[], ["A"], [], ["A"]]
    with store.writing() as tx:
        people.forget_person(tx, karim.id or 0)
    assert found(store, "nadia") == []


def test_an_index_folded_otherwise_is_made_anew(vault: OpenVault, store: Store, keep: Keep) -> None:
    keep(title="A", body="l’été", tags=("chaud",))
    trashed = keep(title="B", body="l’été")
    with store.writing() as tx:
        entries.set_trashed(tx, trashed.ref, trashed.updated_at)
        tx.run("UPDATE vault_meta SET value = 0 WHERE key = 'folding'")
        tx.run("INSERT INTO entry_text(entry_text) VALUES ('delete-all')")
    assert found(store, "ete") == []
    store.close()
    again = Store.open(vault)
    assert found(again, "ete") == ["A"]
    assert found(again, "chaud") == ["A"]
    again.close()


def test_an_excerpt_is_cut_around_the_first_word_that_matches(store: Store, keep: Keep) -> None:
    keep(title="A", body="mot " * 500 + "la Réunion du\nlundi " + "mot " * 500)
    keep(title="Réunion", body="rien " * 100)
    with store.reading() as tx:
        (hit,) = searching.search(tx, "reunion lundi", Filter(), 5)
        assert [hit.snippet[start:end] for start, end in hit.spans] == ["Réunion", "lundi"]
        assert hit.snippet.startswith("…mot")
        assert hit.snippet.endswith("…")
        assert len(hit.snippet) < 200
        titled = searching.search(tx, "reunion", Filter(), 5)[0]
    assert titled.spans == ()
    assert titled.snippet.startswith("rien rien")


def test_what_was_written_last_comes_first_and_filters_hold(store: Store, keep: Keep) -> None:
    keep(title="A", body="codir")
    keep(title="B", body="codir", kind=Kind.LEARNING)
    assert found(store, "codir") == ["B", "A"]
    assert found(store, "codir", Filter(kinds=(Kind.SITUATION,))) == ["A"]


def test_excerpts_mark_what_matched_and_hold_nothing_foreign(store: Store, keep: Keep) -> None:
    keep(title="A", body="avant\n\nLa [b]réunion[/b] de \x1b[31mrentrée")
    with store.reading() as tx:
        (hit,) = searching.search(tx, "reunion", Filter(), 5)
    assert [hit.snippet[start:end] for start, end in hit.spans] == ["réunion"]
    assert not any(ord(letter) < 32 for letter in hit.snippet)


@pytest.mark.parametrize("query", ["", " ", "-", '"', '""', "«", "*", "()", "👍", "…", "^", ":", "{}"])
def test_nothing_to_look_for_finds_nothing(store: Store, keep: Keep, query: str) -> None:
    keep(body="quelque chose")
    assert found(store, query) == []


@pytest.mark.slow_proof
def test_no_query_is_ever_a_mistake(store: Store, keep: Keep, proof_count: Callable[[int, int], int]) -> None:
    keep(body="l’école -x foo AND bar NEAR(a b) OR NOT title:x")
    words = ("l'", "école", "-x", "foo", "AND", "OR", "NOT", "NEAR(", ")", "title:", "œ", "oe", "é" * 300)
    marks = ('"', "«", "»", "*", "^", ":", "{", "}", "\\", "\0", " ", "  ", "'", ";", "--", "/*", "%", "\u202e")
    pieces = (*words, *marks)
    choose = random.Random(20261124)
    for _ in range(proof_count(400, 20_000)):
        found(store, "".join(choose.choices(pieces, k=choose.randint(1, 12))))
