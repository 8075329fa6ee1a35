"""What is settled in the preview leaves no row standing: whatever was pointed out, and however it is read there."""

from typing import Any

import pytest

from journal.model.audience import Audience
from journal.model.person import Person
from journal.sharing import naming
from journal.sharing.previewing import Preview
from journal.sharing.remainders import Decision, Sort
from journal.sharing.repository import decide, list_words, prepare
from journal.sharing.selecting import Selection
from journal.store import people
from screens.sharing.resolve_names import Suspect, suspects
from screens.sharing.resolve_names import _replace as replace_words

WILL = "will m’a appelée, puis Pierre a posé la pierre."
LONG = "https://acme.example/" + "chemin/" * 40
ROSES = (Person(name="Rose Martin", alias="P3"), Person(name="Rose Le Tissier", alias="P4"))


def seen(keeper: Any, *refs: int) -> Preview:
    return prepare(keeper, Selection(refs=refs, audience=Audience.PRACTITIONER, language="fr"))


def rows(keeper: Any, *refs: int) -> dict[str, Suspect]:
    return {each.words: each for each in suspects(seen(keeper, *refs))}


def test_a_name_in_small_letters_that_is_a_word_leaves_as_its_alias_where_it_is_pointed_out(keeper: Any) -> None:
    here, there = keeper.write(title="T", body=WILL), keeper.write(title="T", body="I will. If will was late, go.")
    replace_words(keeper, rows(keeper, here.ref)["will"], "P7", once=False)
    preview = seen(keeper, here.ref, there.ref)
    assert [item.body for item in preview.document.items] == [
        "P7 m’a appelée, puis mon N+1 a posé la pierre.",
        "I will. If P7 was late, go.",
    ]
    assert preview.marks[0].body[0].name == "will"
    naming.keep_person(keeper, Person(name="Will", alias="N-2"))
    assert seen(keeper, here.ref).document.items[0].body.startswith("N-2 m’a")
    with keeper.store.writing() as tx:
        people.forget_person(tx, next(each.id for each in people.people(tx) if each.id and each.alias == "N-2"))
    assert seen(keeper, here.ref).document.items[0].body == WILL.replace("Pierre", "mon N+1")


@pytest.mark.parametrize(
    ("body", "words", "sort"),
    [
        (WILL, "will", Sort.NAME),
        ("Mark the day. Then i told mark osei.", "Mark", Sort.NAME),
        ("J’ai vu Zoltan.", "Zoltan", Sort.NAME),
        ("Rose a dit non.", "Rose", Sort.SHARED),
        ("Nous sommes chez orange. Orange paie.", "orange", Sort.LISTED),
        ("Ouvrir " + LONG + " demain", LONG, Sort.ADDRESS),
        ("Écrire à zoltan@acme.example, au 07700 900123.", "zoltan@acme.example", Sort.EMAIL),
        ("Écrire à zoltan@acme.example, au 07700 900123.", "07700 900123", Sort.PHONE),
    ],
)
@pytest.mark.parametrize("how", ["everywhere", "once", "kept"])
def test_no_row_stands_that_was_settled(keeper: Any, body: str, words: str, sort: Sort, how: str) -> None:
    for person in (Person(name="Mark Osei", alias="M1"), *(ROSES if sort is Sort.SHARED else ())):
        naming.keep_person(keeper, person)
    list_words(keeper, ["Orange"])
    entry = keeper.write(title="T", body=body)
    row = rows(keeper, entry.ref)[words]
    assert row.sort is sort
    if how == "kept":
        decide(keeper, Decision(words=words[:200], action="keep", audience=Audience.PRACTITIONER))
    else:
        by = "P3" if sort is Sort.SHARED else "M1" if words == "Mark" and how == "everywhere" else "un tiers"
        replace_words(keeper, row, by, once=how == "once")
    assert words not in rows(keeper, entry.ref)
    shown = words in seen(keeper, entry.ref).document.items[0].body
    assert shown == (how == "kept" and sort is not Sort.SHARED)  # nor does a shared name, which leaves as both aliases


@pytest.mark.parametrize("action", ["replace", "omit", "keep"])
def test_a_tag_that_was_settled_is_asked_about_no_more(keeper: Any, action: Any) -> None:
    for person in ROSES:
        naming.keep_person(keeper, person)
    list_words(keeper, ["Orion"])
    entry = keeper.write(title="T", body="b", tags=("orion", "karim-orion", "rose"))
    asked = rows(keeper, entry.ref)
    assert set(asked) == {"orion", "N-1 A-orion", "rose"}
    for words in asked:
        decide(keeper, Decision(words=words, action=action, by="un projet" if action == "replace" else ""))
    assert not rows(keeper, entry.ref)
