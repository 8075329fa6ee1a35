"""What was made of a text is kept for the next preview as long as names stay as they are, and bounded."""

from collections.abc import Callable
from typing import Any

import pytest

from journal.model.audience import Audience
from journal.model.person import Person
from journal.sharing.aliasing import Aliased, Aliasing
from journal.sharing.kept_texts import KeptTexts
from journal.sharing.previewing import Material, compose
from journal.sharing.remainders import Decision
from journal.sharing.selecting import Selection


def test_a_text_is_worked_on_once_until_too_many_are_kept() -> None:
    asked: list[str] = []
    kept = KeptTexts[int](most=9)

    def count(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [kept.of(text, count) for text in ("four", "four", "three", "four", "six", "four")] == [4, 4, 5, 4, 3, 4]
    assert asked == ["four", "three", "six", "four"]


def test_a_preview_made_again_looks_at_no_text_twice_unless_names_changed(
    entry: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[str] = []
    apply = Aliasing.apply

    def watched(self: Aliasing, text: str, *, fitting: bool = True) -> Aliased:
        looked_at.append(text)
        return apply(self, text, fitting=fitting)

    monkeypatch.setattr(Aliasing, "apply", watched)
    people = (Person(name="Karim Benali", alias="N-1 A"),)
    material = Material((entry(1, title="Budget", body="Karim et Ottoline ont vu Orion."),), people)
    selection = Selection(refs=(1,), audience=Audience.PRACTITIONER, language="fr")
    first = compose(material, selection)
    once = len(looked_at)
    assert compose(material, selection) == first
    assert len(looked_at) == once
    known = Material(material.entries, (*people, Person(name="Ottoline Roca", alias="P7")))
    assert compose(known, selection).document.items[0].body == "N-1 A et P7 ont vu Orion."
    decided = Material(material.entries, people, (Decision(words="Orion", action="replace", by="le projet"),))
    assert compose(decided, selection).document.items[0].body == "N-1 A et Ottoline ont vu le projet."
    listed = Material(material.entries, people, listed=("Orion",))
    assert [each.words for each in compose(listed, selection).remainders] == ["Ottoline", "Orion"]
    assert compose(material, selection) == first
