"""What leaves for more readers than it was meant for is named, whatever it is told in."""

from typing import Any

import pytest

from journal.model.audience import Audience
from journal.model.entry import Ref
from journal.model.kind import Kind, State
from journal.sharing.repository import prepare
from journal.sharing.selecting import Selection
from tests.sharing.conftest import Way

ME, COACH, GROUP = Audience.ME, Audience.PRACTITIONER, Audience.GROUP


def asked(keeper: Any, audience: Audience, *refs: Ref, **chosen: Any) -> tuple[Ref, ...]:
    preview = prepare(keeper, Selection(refs=refs, audience=audience, language="fr", **chosen))
    return tuple(each.ref for each in preview.for_fewer)


@pytest.mark.parametrize(
    ("meant", "reader", "is_asked"),
    [(ME, COACH, True), (ME, GROUP, True), (COACH, GROUP, True), (COACH, COACH, False), (GROUP, COACH, False),
     (ME, ME, False), (COACH, ME, False)],
)  # fmt: skip
def test_a_narrower_audience_is_asked_about(keeper: Any, meant: Audience, reader: Audience, is_asked: bool) -> None:
    entry = keeper.write(title="Une scène", body="Dite.", audience=meant)
    assert asked(keeper, reader, entry.ref) == ((entry.ref,) if is_asked else ())


def test_of_a_preparation_each_scene_on_it_is_named_and_the_preparation_is_not(way: Way) -> None:
    assert {each.ref for each in way.preview().for_fewer} == {way.scene.ref, way.reflection.ref}
    way.tick(f"scene:{way.scene.ref}", ticked=False)
    assert {each.ref for each in way.preview().for_fewer} == {way.reflection.ref}


def test_what_a_reworded_page_was_made_of_is_named_too(way: Way) -> None:
    way.change(page="Autrement.")
    assert {each.ref for each in way.preview().for_fewer} == {way.scene.ref, way.reflection.ref}


def test_a_session_that_was_held_holds_notes_and_is_asked_about(way: Way) -> None:
    way.ahead = way.keeper.change(way.ahead.with_(state=State.HELD))
    assert way.ahead.ref in {each.ref for each in way.preview().for_fewer}


def test_a_case_that_was_looked_over_and_what_was_said_yes_to_twice_are_not_asked_about_again(keeper: Any) -> None:
    case = keeper.write(Kind.CASE, title="Un cas", body="Dit.", details={"facts": "Dit."})
    assert asked(keeper, GROUP, case.ref) == (case.ref,)
    keeper.change(case.with_(details=case.details.with_(weighed=True)))
    assert asked(keeper, GROUP, case.ref) == ()
    weather = keeper.write(Kind.CHECKIN, title="Météo", body="gris")
    assert asked(keeper, COACH, weather.ref, include_private=(weather.ref,)) == ()
