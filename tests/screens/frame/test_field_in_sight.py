"""Every page of fields opens at its top, shows each field with its label, and takes what is typed by one rule."""

import sys
from typing import Any

import pytest
from textual.containers import VerticalScroll
from textual.widget import Widget

from screens.frame.form_fields import first_words
from screens.frame.form_page import FormPage
from screens.widgets.field import Field, FieldLabel, Holds, LineField, TextField

FORMS = sys.modules["every_page"].FORMS
PARTS = 3  # in which the forms are opened, so that they share the work


def _label(field: Widget) -> FieldLabel:
    assert field.parent is not None
    label = field.parent.children[field.parent.children.index(field) - 1]
    assert isinstance(label, FieldLabel)
    return label


def _assert_whole(form: FormPage, part: Widget, name: str) -> None:
    seen = form.find_widget(part)
    assert seen.visible_region.height == seen.region.height, (name, getattr(part, "field", part))


@pytest.mark.sweep
@pytest.mark.parametrize("part", range(PARTS))
async def test_every_form_opens_at_its_top_and_shows_a_field_with_its_label(lived: Any, part: int) -> None:
    async with lived.unlocked_app() as pilot:
        for name in list(FORMS)[part::PARTS]:
            form = FORMS[name](pilot.app.journal.notebook, lived.refs)
            await pilot.app.push_screen(form)
            await lived.settle(pilot)
            columns = list(form.query(VerticalScroll))
            if form.query(FieldLabel):
                _assert_whole(form, form.query(FieldLabel).first(), name)
            assert not any(column.scroll_y for column in columns), name
            for _field in form.query("LineField, TextField, ChoiceField"):
                if isinstance(form.focused, LineField | TextField) or form.query("ChoiceField:focus"):
                    assert form.focused is not None
                    _assert_whole(form, _label(form.focused), name)
                    _assert_whole(form, form.focused, name)
                await pilot.press("tab")
                await lived.settle(pilot)
            await pilot.app.pop_screen()


@pytest.mark.sweep
@pytest.mark.parametrize("part", range(PARTS))
async def test_what_is_typed_replaces_a_value_begins_a_name_and_goes_on_with_prose(lived: Any, part: int) -> None:
    async with lived.unlocked_app() as pilot:
        for name in list(FORMS)[part::PARTS]:
            form = FORMS[name](pilot.app.journal.notebook, lived.refs)
            await pilot.app.push_screen(form)
            await lived.settle(pilot)
            for place in form.query("LineField, TextField"):
                assert isinstance(place, LineField | TextField)
                if not place.display or name == "delivery":
                    continue
                form.set_focus(None)
                _put(place, "17 h")
                place.focus()
                await pilot.pause()
                assert place.told == "17 h", (name, place.field.name)
                await pilot.press("8")
                await pilot.pause()
                assert place.told == _expected(place.field), (name, place.field.name)
            await pilot.app.pop_screen()


def _put(place: LineField | TextField, text: str) -> None:
    if isinstance(place, LineField):
        place.value = text
    else:
        place.load_text(text)


def _expected(field: Field) -> str:
    value = field.day or field.holds is Holds.VALUE
    return "8" if value else f"17 h{field.between}8"


async def test_room_for_more_is_no_change_and_a_comma_brings_its_own(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        form = FORMS["spellings"](pilot.app.journal.notebook, lived.refs)
        await pilot.app.push_screen(form)
        await lived.settle(pilot)
        place = form.query_one(LineField)
        form.set_focus(None)
        place.value = "Rose"
        place.focus()
        await pilot.pause()
        assert place.value == "Rose, "
        form.set_focus(None)
        await pilot.pause()
        assert place.value == "Rose"
        place.focus()
        await pilot.press("comma", *"Max")
        assert place.value == "Rose,Max"


async def test_a_day_that_no_calendar_has_is_told_at_once_and_enter_stays_with_it(lived: Any) -> None:
    async with lived.unlocked_app() as pilot:
        form = FORMS["step-new"](pilot.app.journal.notebook, lived.refs)
        await pilot.app.push_screen(form)
        await lived.settle(pilot)
        place = form.query_one("#field-again", LineField)
        place.focus()
        await pilot.press(*"31 february")
        assert "No calendar has this day" in lived.shown(pilot)
        await pilot.press("enter")
        assert form.focused is place
        await pilot.press("ctrl+u", *"in two weeks", "enter")
        assert form.focused is not place
        assert first_words(form) == ""  # a day is no words to know a draft by
        form.query_one("#field-then", LineField).value = "I ask first"
        assert first_words(form) == "I ask first"
