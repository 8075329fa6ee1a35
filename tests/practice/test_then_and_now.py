"""Then and now: what is offered, the second telling kept as a reflection about the first, and what the person ticks."""

from datetime import timedelta

from journal.model.entry import NewEntry, Rel
from journal.model.kind import Kind, State
from journal.model.pattern import Pattern
from journal.model.reflection import ReflectionDetails
from journal.model.then_and_now import Moved
from journal.practice import capturing, reading, then_and_now
from journal.practice.notebook import Notebook

_LONG = " Il y avait du monde autour de la table et personne ne disait ce qu’il pensait."


def _wrote(notebook: Notebook, days_ago: int, body: str, **more: object) -> int:
    at = notebook.clock() - timedelta(days=days_ago)
    new = NewEntry(kind=Kind.SITUATION, title="Scène", body=body + _LONG, happened_at=at, **more)
    return capturing.write(notebook, new).ref


def test_what_shares_words_people_or_patterns_with_the_last_weeks_is_offered_first_then_the_oldest(
    notebook: Notebook,
) -> None:
    oldest = _wrote(notebook, 200, "Rien de commun.")
    shares = _wrote(notebook, 150, "Trancher le budget avec Karim.", patterns=(Pattern.POSTURE,), people=("Karim",))
    _wrote(notebook, 59, "Trop récent pour être une page ancienne.")
    _wrote(notebook, 2, "Encore trancher, Karim.", patterns=(Pattern.POSTURE,), people=("Karim",))
    offered = then_and_now.early(notebook)
    assert [each.entry.ref for each in offered] == [shares, oldest]
    assert "trancher" in offered[0].words
    assert "karim" not in offered[0].words
    assert offered[0].people == ("Karim",)
    assert offered[0].patterns == (Pattern.POSTURE,)


def test_captures_sealed_and_trashed_pages_and_lone_lines_are_not_offered(notebook: Notebook) -> None:
    _wrote(notebook, 100, "Pris au vol.", state=State.CAPTURED)
    _wrote(notebook, 101, "Scellé.", state=State.SEALED)
    reading.trash(notebook, _wrote(notebook, 102, "Jeté."))
    capturing.write(
        notebook,
        NewEntry(kind=Kind.SITUATION, title="Bref", happened_at=notebook.clock() - timedelta(days=100)),
    )
    assert then_and_now.early(notebook) == []


def test_the_second_telling_is_a_reflection_about_the_first_and_one_only(notebook: Notebook) -> None:
    ref = _wrote(notebook, 100, "J’ai repris la main.")
    assert then_and_now.both(notebook, ref) is None
    assert then_and_now.tell(notebook, ref, "  ") is None
    first = then_and_now.tell(notebook, ref, "J’ai eu peur.")
    again = then_and_now.tell(notebook, ref, "J’ai eu peur, et j’ai repris la main.")
    assert first is not None
    assert again is not None
    assert first.ref == again.ref
    assert (again.kind, again.state) == (Kind.REFLECTION, State.DONE)
    assert [(link.rel, link.ref) for link in again.links] == [(Rel.ABOUT, ref)]
    known = then_and_now.both(notebook, ref)
    assert known is not None
    assert (known.then.ref, known.told) == (ref, "J’ai eu peur, et j’ai repris la main.")
    assert known.moved == frozenset()
    assert then_and_now.early(notebook) == []
    assert [each.then.ref for each in then_and_now.every(notebook)] == [ref]


def test_ticks_are_the_persons_own_and_stay_when_the_telling_is_reworded(notebook: Notebook) -> None:
    ref = _wrote(notebook, 100, "J’ai repris la main.")
    assert then_and_now.tick(notebook, ref, Moved.OWN) is None
    then_and_now.tell(notebook, ref, "J’ai eu peur.")
    for each in (Moved.SYSTEM, Moved.OWN, Moved.SYSTEM):
        then_and_now.tick(notebook, ref, each)
    kept = then_and_now.tell(notebook, ref, "J’ai eu peur, alors j’ai repris la main.")
    known = then_and_now.both(notebook, ref)
    assert known is not None
    assert known.moved == {Moved.OWN}
    assert kept is not None
    assert [each.answer for each in kept.details_as(ReflectionDetails).asked] == [
        "J’ai eu peur, alors j’ai repris la main.",
        ("own-view",),
    ]
    assert "What has moved?" in kept.body
