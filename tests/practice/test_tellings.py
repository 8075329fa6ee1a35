"""A scene as it was told: written, questioned, told again; what is sealed or not finished is no telling."""

from typing import Any

from journal.model.entry import Entry, Link, NewEntry, Rel
from journal.model.kind import Kind, State
from journal.model.prompt import PromptKind
from journal.model.reflection import Asked, ReflectionDetails, compiled
from journal.practice import capturing, reading, then_and_now
from journal.practice.notebook import Notebook
from journal.practice.tellings import tellings, told_twice


def scene(notebook: Notebook) -> Entry:
    new = NewEntry(kind=Kind.SITUATION, title="Le couloir", body="Je suis partie.", happened_at=notebook.clock())
    return capturing.write(notebook, new)


def questioned(notebook: Notebook, about: Entry, words: str, state: State = State.DONE) -> Entry:
    asked = (Asked(prompt="one", kind=PromptKind.TEXT, question="Quoi ?", answer=words, words=words),)
    new = NewEntry(
        kind=Kind.REFLECTION, title=words, body=compiled(asked), happened_at=notebook.clock(), state=state,
        details=ReflectionDetails(asked=asked), links=(Link(rel=Rel.ABOUT, ref=about.ref),),
    )  # fmt: skip
    return capturing.write(notebook, new)


def test_one_questioning_is_no_second_telling_and_two_are(notebook: Notebook, clock: Any) -> None:
    couloir = scene(notebook)
    assert not told_twice(notebook, couloir.ref)
    clock.pass_(days=1)
    questioned(notebook, couloir, "d’abord")
    assert not told_twice(notebook, couloir.ref)
    clock.pass_(days=1)
    questioned(notebook, couloir, "pas finie", State.OPEN)
    assert not told_twice(notebook, couloir.ref)
    thrown = questioned(notebook, couloir, "jetée")
    reading.trash(notebook, thrown.ref)
    assert not told_twice(notebook, couloir.ref)
    questioned(notebook, couloir, "ensuite")
    assert told_twice(notebook, couloir.ref)
    assert [each.last for each in tellings(notebook, couloir.ref)] == ["Le couloir", "d’abord", "ensuite"]


def test_a_retelling_alone_is_a_second_telling_and_stands_without_its_question(notebook: Notebook, clock: Any) -> None:
    couloir = scene(notebook)
    clock.pass_(days=90)
    then_and_now.tell(notebook, couloir.ref, "Je suis restée.")
    assert told_twice(notebook, couloir.ref)
    assert [each.text for each in tellings(notebook, couloir.ref)] == ["Je suis partie.", "Je suis restée."]
