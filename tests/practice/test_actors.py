"""The map of people: changed on its day, kept beside those of earlier days, filled by the questions of its name."""

from collections.abc import Iterator

import pytest

from journal import language
from journal.model.actor_map import Actor, ActorMapDetails, Distance
from journal.model.kind import Kind
from journal.model.person import Person
from journal.practice import actor_questions, actors, known_people, questioning, reading
from journal.practice.notebook import Notebook
from journal.practice.run import Run
from journal.protocols.library import shipped
from tests.practice.conftest import StandingClock

KARIM = Actor(name="Karim", distance=Distance.NEAR)
BOSS = Actor(name="ma N+1", distance=Distance.FAR, expects="des chiffres sans surprise", talk="un café, le 3")


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    language.choose("en")
    yield
    language.choose("en")


def distances(notebook: Notebook) -> dict[str, Distance]:
    return {each.name: each.distance for each in actors.actors_of(actors.newest(notebook))}


def test_there_is_no_map_until_somebody_stands_on_it(notebook: Notebook) -> None:
    assert actors.newest(notebook) is None
    assert actors.actors_of(None) == ()


def test_a_change_of_the_same_day_changes_the_map_of_that_day(notebook: Notebook) -> None:
    first = actors.put(notebook, BOSS)
    again = actors.put(notebook, KARIM)
    assert again.ref == first.ref
    assert [each.name for each in actors.actors_of(again)] == ["Karim", "ma N+1"], "the closest first"


def test_a_change_on_another_day_leaves_the_earlier_map_as_it_was(notebook: Notebook, clock: StandingClock) -> None:
    before = actors.add(notebook, [KARIM, BOSS])
    clock.pass_(days=30)
    now = actors.move(notebook, "Karim")
    assert now.ref != before.ref
    assert reading.entry(notebook, before.ref).details == before.details
    seen, gone = actors.compare(now, reading.entry(notebook, before.ref))
    assert {each.actor.name: each.moved for each in seen} == {"Karim": True, "ma N+1": False}
    assert gone == []
    assert actors.earlier(notebook, now.ref) == [before.ref]


def test_who_came_and_who_left_is_told(notebook: Notebook, clock: StandingClock) -> None:
    before = actors.add(notebook, [KARIM, BOSS])
    clock.pass_(days=1)
    actors.put(notebook, None, "karim")
    now = actors.put(notebook, Actor(name="Olivia"))
    seen, gone = actors.compare(now, before)
    assert {each.actor.name: each.was for each in seen} == {"Olivia": None, "ma N+1": Distance.FAR}
    assert gone == ["Karim"]


def test_the_distance_goes_round(notebook: Notebook) -> None:
    actors.put(notebook, KARIM)
    walked = [distances(actors.move(notebook, "Karim") and notebook)["Karim"] for _step in range(4)]
    assert walked == [Distance.WITHIN_REACH, Distance.FAR, Distance.NOT_YET, Distance.NEAR]


def test_another_name_takes_the_place_of_the_first_one_and_nobody_stands_twice(notebook: Notebook) -> None:
    actors.add(notebook, [KARIM, BOSS])
    actors.put(notebook, BOSS.with_(name="Sophie"), "ma N+1")
    actors.put(notebook, Actor(name="KARIM", distance=Distance.FAR))
    assert distances(notebook) == {"KARIM": Distance.FAR, "Sophie": Distance.FAR}
    kept = actors.newest(notebook)
    assert kept is not None
    assert "ma N+1" not in kept.people


def test_the_body_tells_the_map_in_words_and_those_on_it_are_people_of_the_entry(notebook: Notebook) -> None:
    kept = actors.add(notebook, [KARIM, BOSS])
    assert kept.kind is Kind.ACTOR_MAP
    assert set(kept.people) == {"Karim", "ma N+1"}
    assert kept.body.split("\n") == [
        "", "**close**", "", "- Karim", "", "**at a distance**", "",
        "- ma N+1 – expects of me: des chiffres sans surprise · to talk about: un café, le 3",
    ]  # fmt: skip


def answered(notebook: Notebook, **answers: str | tuple[str, ...]) -> int:
    run: Run = questioning.start(notebook, shipped().get("actors"))
    while run.prompt is not None:
        run = questioning.answer(run, answers.get(run.prompt.id.replace("-", "_"), ""))
    return questioning.finish(notebook, run).ref


def test_the_questions_of_its_name_fill_the_map(notebook: Notebook) -> None:
    ref = answered(
        notebook,
        who="Karim\nma N+1\nle DRH",
        distance=("Karim, Olivia", "", "ma N+1 et le DRH", ""),
        one=("ma N+1", "des chiffres", "du temps", "savoir avant"),
    )
    kept = actor_questions.map_of(notebook, ref)
    found = {each.name: each for each in kept.details_as(ActorMapDetails).actors}
    assert {name: each.distance for name, each in found.items()} == {
        "Karim": Distance.NEAR, "Olivia": Distance.NEAR, "ma N+1": Distance.FAR, "le DRH": Distance.FAR,
    }  # fmt: skip
    assert (found["ma N+1"].expects, found["ma N+1"].gives, found["ma N+1"].needs) == (
        "des chiffres", "du temps", "savoir avant",
    )  # fmt: skip
    assert found["Karim"].expects == ""


def test_a_first_name_is_whoever_was_just_named_or_is_known_so(notebook: Notebook) -> None:
    known_people.keep_person(notebook, Person(name="Rose Petit", alias="P8"))
    ref = answered(
        notebook,
        who="Claire Dubois\nClaire Martin\nRose N’Diaye\nle directeur",
        distance=("rose", "Claire et directeur", "Petit", ""),
        one=("N’Diaye", "du temps", "", ""),
    )
    assert actor_questions.unclear(notebook, ref) == {"Claire": ("Claire Dubois", "Claire Martin")}
    kept = actor_questions.map_of(notebook, ref, {"Claire": "Claire Martin"})
    assert {each.name for each in kept.details_as(ActorMapDetails).actors} == {
        "Claire Dubois", "Claire Martin", "Rose N’Diaye", "Rose Petit", "le directeur", "directeur",
    }  # fmt: skip
    (rose,) = (each for each in kept.details_as(ActorMapDetails).actors if each.name == "Rose N’Diaye")
    assert (rose.distance, rose.expects) == (Distance.NEAR, "du temps")
    assert actors.actor(kept, "Rose Petit").distance is Distance.FAR  # type: ignore[union-attr]


def test_what_stands_on_the_map_already_is_completed_and_not_emptied(notebook: Notebook) -> None:
    actors.put(notebook, BOSS)
    actor_questions.map_of(notebook, answered(notebook, one=("Ma N+1", "", "du temps", "")))
    (boss,) = actors.actors_of(actors.newest(notebook))
    assert (boss.expects, boss.gives, boss.talk) == (BOSS.expects, "du temps", BOSS.talk)


def test_a_run_that_names_nobody_leaves_an_empty_map(notebook: Notebook) -> None:
    kept = actor_questions.map_of(notebook, answered(notebook, missing="personne"))
    assert actors.actors_of(kept) == ()
