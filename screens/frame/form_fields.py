"""Fields of a form as they stand on a page: placed, filled, read, and the keys that write into them."""

from collections.abc import Mapping
from datetime import date

from textual.widget import Widget

from journal.dates.wording import dated, weekday
from journal.language import _
from screens.widgets.choice import ChoiceField
from screens.widgets.field import Field, LineField, TextField

_WRITTEN = ("space", "plus", "minus", "slash", "colon", "comma", "full_stop", "question_mark", "up", "down")


def placed(field: Field) -> TextField | LineField | ChoiceField:
    """Return the place where a field is written or chosen."""
    if field.options:
        return ChoiceField(field)
    return TextField(field) if field.many else LineField(field)


def fill(page: Widget, values: Mapping[str, str]) -> None:
    """Put values into the fields of a page that bear their names."""
    for name, text in values.items():
        for place in page.query(f"#field-{name}"):
            if isinstance(place, TextField):
                place.load_text(text)
            elif isinstance(place, LineField):
                place.value = text
            elif isinstance(place, ChoiceField):
                place.text = text


def typed_in(page: Widget) -> dict[str, str]:
    """Return what stands in the fields of a page now, by their names."""
    lines = {place.field.name: place.value for place in page.query(LineField)}
    chosen = {place.field.name: place.text for place in page.query(ChoiceField)}
    return lines | chosen | {place.field.name: place.text for place in page.query(TextField)}


def in_full(day: date) -> str:
    """Return a day with its weekday, as it is shown below what was typed."""
    return _("{weekday} {day}").format(weekday=weekday(day), day=dated(day))


def in_short(reason: str) -> str:
    """Return the first sentence of what is said, as it goes on after a point: a header has no room for more."""
    first = reason.partition(". ")[0].rstrip(".")
    return first[:1].lower() + first[1:]


def types_a_character(keys: str) -> bool:
    """Return whether a key writes into a field instead of asking for something."""
    first = keys.split(",", maxsplit=1)[0].strip()
    return len(first) == 1 or first in _WRITTEN
