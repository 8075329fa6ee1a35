"""A field that has the cursor is seen with its label, at the opening of a page and on the way through it."""

from typing import Any

import pytest
from textual.containers import VerticalScroll

from screens.engagement.figures import FiguresScreen
from screens.frame.form_page import FormPage
from screens.planning.plan import PlanScreen
from screens.widgets.field import FieldLabel

OPENED = {"plan": (PlanScreen, ("3", "a")), "engagement": (FiguresScreen, ("4", "b"))}


@pytest.mark.sweep
@pytest.mark.parametrize("page", OPENED)
async def test_a_field_is_seen_with_its_label(vaulted: Any, page: str) -> None:
    wanted, keys = OPENED[page]
    async with vaulted.unlocked_app() as pilot:
        await pilot.press(*keys)
        await vaulted.settle(pilot)
        form = pilot.app.screen
        assert isinstance(form, wanted)
        form.set_focus(None)
        column = form.query("FieldLabel").first().parent
        assert isinstance(column, VerticalScroll)
        column.scroll_to(y=1, animate=False, force=True)  # where a page stands that was laid out after the focus came
        form.focus_first()
        await vaulted.settle(pilot)
        assert column.scroll_y == 0
        count = len(form.query(FieldLabel))
        for key in [*["tab"] * (count - 1), *["shift+tab"] * (count - 1)]:
            await pilot.press(key)
            await vaulted.settle(pilot)
            _assert_label_is_seen(form)


def _assert_label_is_seen(form: FormPage) -> None:
    field = form.focused
    assert field is not None
    assert isinstance(field.parent, VerticalScroll)
    label = field.parent.children[field.parent.children.index(field) - 1]
    assert isinstance(label, FieldLabel)
    assert form.find_widget(label).visible_region, label.field.label
    assert form.find_widget(field).visible_region, label.field.label
