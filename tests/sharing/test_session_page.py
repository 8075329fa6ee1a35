"""The one page for a session: what stands on it in which order, aliases in every string, each line by a tick."""

from datetime import timedelta
from typing import Any

import pytest

from journal.language import choose
from journal.model.audience import Audience
from journal.model.disclosure import FileFormat
from journal.model.entry import Link, Rel
from journal.model.kind import Kind, State
from journal.model.person import Gender, Person
from journal.practice.known_people import keep_person
from journal.sharing.delivering import Delivery, deliver
from journal.sharing.disclosing import register
from journal.sharing.rendering import render
from journal.sharing.rendering.formats import names
from journal.sharing.repository import prepare
from journal.sharing.selecting import Dates, Selection
from tests.sharing.conftest import AHEAD, SENT, Way, markdown_of


def test_only_what_was_chosen_for_it_leaves_until_the_rest_is_ticked(way: Way) -> None:
    preview = way.preview()
    assert [item.title for item in preview.document.items] == [
        "Ma question",
        "Ce que j’attends de ce temps",
        "Le CODIR et N-1 A",
        "Un questionnement\u00a0: Au ralenti",
        "Notes",
    ]
    assert preview.refs == (way.ahead.ref, way.scene.ref, way.reflection.ref)
    at_home = [line.key for line in preview.lines if not line.ticked]
    kept, moved, objective = f"took:{way.kept.ref}", f"moved:{way.step.ref}", f"objective:{way.objective.ref}"
    assert {kept, moved, objective} <= set(at_home)


def test_a_step_that_was_chosen_leaves_by_itself_or_with_its_plan(way: Way) -> None:
    for chosen in (way.step, way.plan):
        brings = (*way.ahead.links[:1], Link(rel=Rel.BRINGS, ref=chosen.ref))
        way.ahead = way.keeper.change(way.ahead.with_(links=brings))
        assert way.step.ref in way.preview().refs
        assert (way.plan.ref in way.preview().refs) == (chosen is way.plan), "a step alone does not take its plan along"


def test_the_page_has_its_sections_in_order(way: Way) -> None:
    preview = way.take_along().preview()
    assert preview.document.title == "Pour la séance 7 du 1er décembre 2026"
    assert [item.title for item in preview.document.items] == [
        "Ma question",
        "Ce que j’attends de ce temps",
        "Depuis la séance 6 (5 novembre)",
        "Les objectifs partagés",
        "Le CODIR et N-1 A",
        "Un questionnement\u00a0: Au ralenti",
        "Notes",
    ]
    under = preview.document.under_title
    assert under == (
        "pour le praticien · à ne pas transmettre",
        "séance 7 sur 10 · 1\u00a0h\u00a030 sur 20\u00a0h · développement",
        "K. B. · envoyé le 29 novembre 2026",
    )


def test_steps_tell_their_plan_their_whole_sentence_their_state_and_what_became_of_them(way: Way) -> None:
    page = markdown_of(way.take_along().preview())
    assert "Ce que je garde" in page
    assert "N-1 A attend." in page
    assert "Laisser N-1 A décider" in page
    assert "Si N-1 A vient, alors j’attends" in page
    assert "faite, revue le 12 novembre · N-1 A a ri." in page


def test_a_reflection_stands_under_the_scene_it_questions_and_the_scene_ends(way: Way) -> None:
    scene, reflection = way.take_along().preview().document.items[4:6]
    assert (scene.nested, reflection.nested) == (False, True)
    assert (scene.closes, reflection.closes) == (False, True)
    assert (scene.kind_words, reflection.kind_words) == ("une situation", "")


@pytest.mark.parametrize("form", names())
@pytest.mark.parametrize("audience", [Audience.PRACTITIONER, Audience.GROUP])
def test_no_name_and_nothing_unselected_leaves_in_any_form(
    way: Way, form: str, audience: Audience, layers: Any, pdf_text: Any
) -> None:
    way.take_along()
    for key in (f"ratings:{way.objective.ref}", f"evidence:{way.objective.ref}:{way.scene.ref}"):
        way.tick(key, ticked=True)
    preview = way.preview(audience=audience, signature="Karim Benali")
    content = render(preview.document, FileFormat(form))
    shown = layers(content) + (pdf_text(content).encode() if form == "pdf" else b"")
    assert b"Karim" not in shown
    assert b"Benali" not in shown
    assert b"anari" not in shown
    assert way.weather.ref not in preview.refs
    assert way.unchosen.ref not in preview.refs


def test_every_line_can_be_left_at_home_and_then_nothing_is_printed_for_it(way: Way) -> None:
    keys = [line.key for line in way.take_along().preview().lines]
    assert f"moved:{way.step.ref}" in keys
    for key in keys:
        way.tick(key, ticked=False)
    preview = way.preview()
    assert preview.document.items == ()
    assert preview.document.under_title == ("pour le praticien · à ne pas transmettre",)
    assert not any(line.ticked for line in preview.lines)
    assert [line.key for line in preview.lines] == keys


def test_ratings_and_evidence_leave_only_when_ticked(way: Way) -> None:
    assert "3 (1er juin)" not in markdown_of(way.take_along().preview())
    way.tick(f"ratings:{way.objective.ref}", ticked=True)
    assert "3 (1er juin)" in markdown_of(way.preview())
    way.tick(f"ratings:{way.objective.ref}", ticked=False)
    assert "3 (1er juin)" not in markdown_of(way.preview())


def test_what_is_for_oneself_alone_leaves_only_when_it_is_named_and_included(way: Way) -> None:
    assert way.preview(way.weather.ref).left_out == (way.weather.ref,)
    included = way.preview(way.weather.ref, include_private=(way.weather.ref,))
    assert way.weather.ref in included.refs
    assert "canari" in markdown_of(included)


def test_nothing_is_printed_for_what_is_empty(keeper: Any) -> None:
    choose("fr")
    bare = keeper.write(Kind.SESSION, title="S", state="planned", happened_at=AHEAD)
    preview = prepare(keeper, Selection(refs=(bare.ref,), audience=Audience.PRACTITIONER, language="fr"))
    assert [item.title for item in preview.document.items] == ["Notes"]
    assert preview.document.under_title == ("pour le praticien · à ne pas transmettre",)


@pytest.mark.parametrize(
    ("dates", "title", "absent"),
    [
        (Dates.WEEK, "Pour la séance 7 (semaine du 30 novembre 2026)", "12 novembre"),
        (Dates.NONE, "Pour la séance 7", "novembre"),
    ],
)
def test_days_are_told_as_precisely_as_the_reader_may_know(way: Way, dates: Dates, title: str, absent: str) -> None:
    preview = way.preview(dates=dates)
    assert preview.document.title == title
    assert absent not in markdown_of(preview)


def test_the_register_knows_all_that_was_told_of(way: Way, tmp_path: Any) -> None:
    preview = way.take_along().preview()
    expected = (way.ahead, way.kept, way.plan, way.step, way.objective, way.scene, way.reflection)
    assert preview.refs == tuple(each.ref for each in expected)
    deliver(way.keeper, preview, Delivery(tmp_path / "PERSONNEL.md", FileFormat("md"), plaintext=True))
    (line,) = register(way.keeper)
    assert line.refs == preview.refs
    assert line.titles[3] == "Si N-1 A vient, alors j’attends"


def test_each_section_knows_the_entry_it_tells_so_that_an_answer_finds_it(way: Way) -> None:
    preview = way.take_along().preview()
    asked, scene, reflection = way.ahead.ref, way.scene.ref, way.reflection.ref
    assert preview.passages == (asked, asked, None, None, scene, reflection, None)


def test_a_page_in_own_words_stands_in_place_of_question_and_scenes(way: Way) -> None:
    way.change(page="Ce que j’apporte à Karim, autrement.")
    page = markdown_of(way.take_along().preview())
    assert "Ce que j’apporte à N-1 A, autrement." in page
    assert "Ma question" not in page
    assert "Le CODIR" not in page
    assert "Si N-1 A vient" in page


def test_a_session_that_was_held_leaves_as_an_entry(way: Way) -> None:
    way.ahead = way.keeper.change(way.ahead.with_(state=State.HELD))
    assert way.preview().lines == ()


def test_since_a_session_the_same_page_says_how_much_and_in_which_order(way: Way) -> None:
    refs = (way.scene.ref, way.reflection.ref, way.step.ref)
    selection = Selection(refs=refs, audience=Audience.PRACTITIONER, language="fr", since_session=way.held.ref, on=SENT)
    preview = prepare(way.keeper, selection)
    assert preview.document.title == "Depuis la séance 6 du 5 novembre 2026"
    assert preview.document.opening == "1 situation, 1 questionnement, du plus ancien au plus récent."
    assert preview.document.items[0].title == "Depuis la séance 6 (5 novembre)"
    assert markdown_of(preview).count("Si N-1 A vient") == 1


def test_a_plan_alone_brings_its_steps_and_its_options_as_a_table(way: Way) -> None:
    options = [{"text": "Dire non à Karim", "costs": "du courage"}, {"text": "Attendre"}]
    plan = way.keeper.change(way.plan.with_(details=way.plan.details.with_(options=options, chosen=0)))
    preview = prepare(way.keeper, Selection(refs=(plan.ref,), audience=Audience.PRACTITIONER, language="fr"))
    page = markdown_of(preview)
    assert "| option | coûte | choisie |" in page
    assert "| Dire non à N-1 A | du courage | ✓ choisie |" in page
    assert "Si N-1 A vient, alors j’attends" in page
    assert preview.refs == (plan.ref, way.step.ref)


def test_a_step_alone_names_its_plan(way: Way) -> None:
    preview = prepare(way.keeper, Selection(refs=(way.step.ref,), audience=Audience.PRACTITIONER, language="fr"))
    assert "Laisser N-1 A décider" in markdown_of(preview)
    assert preview.refs == (way.step.ref, way.plan.ref)


def test_what_came_back_before_the_session_is_old_is_not_told_twice(way: Way) -> None:
    later = way.keeper.now + timedelta(days=1)
    way.keeper.now = later
    assert len(set(way.preview().refs)) == len(way.preview().refs)


def test_a_session_prepared_early_says_which_come_first(way: Way) -> None:
    assert "encore à venir" not in markdown_of(way.take_along().preview())
    of, brings = way.ahead.links[0], Link(rel=Rel.BRINGS, ref=way.scene.ref)
    later = way.keeper.write(
        Kind.SESSION, title="S", links=(of, brings), state="planned", happened_at=AHEAD + timedelta(days=90),
        details={"number": 9},
    )  # fmt: skip
    first, way.ahead = way.ahead, later
    assert "La séance 7 est encore à venir d’ici là." in markdown_of(way.take_along().preview())
    way.keeper.write(
        Kind.SESSION, title="S", links=(of,), state="moved", happened_at=AHEAD + timedelta(days=40),
        details={"number": 8},
    )  # fmt: skip
    assert "Les séances 7 à 8 sont encore à venir d’ici là." in markdown_of(way.preview())
    way.tick("between", ticked=False)
    page = markdown_of(way.preview())
    assert "encore à venir" not in page
    assert "Depuis la séance 6" in page
    way.ahead = first


@pytest.mark.parametrize(
    ("people", "words"),
    [
        ((), "pour le praticien"),
        ((("Claire Lenoir", "f"),), "pour la praticienne"),
        ((("Mme Lenoir", ""),), "pour la praticienne"),
        ((("Mme Lenoir", ""), ("Paul", "m")), "pour le praticien"),
    ],
)
def test_for_whom_it_is_agrees_with_the_practitioner(way: Way, people: Any, words: str) -> None:
    for number, (name, gender) in enumerate(people):
        party = {"role": "practitioner", "name": name}
        way.keeper.write(Kind.ENGAGEMENT, title=f"E{number}", state="development", details={"parties": [party]})
        keep_person(way.keeper, Person(name=name, alias=f"P{number}", gender=Gender(gender)))
    assert way.preview().document.audience_words == words
    assert way.preview(language="en").document.audience_words == "for the coach"
