"""Fields of a form as they stand on a page: placed, filled, read, and the keys that write into them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from textual.app import ComposeResult
from textual.widget import Widget

from journal.dates.wording import dated, weekday
from journal.errors.moments import UnknownMoment
from journal.language import _
from journal.model.entry import LONGEST_TITLE
from screens.frame.form_values import said_at_once
from screens.widgets.choice import ChoiceField
from screens.widgets.field import Field, FieldLabel, LineField, TextField
from screens.widgets.plain import PlainText

_WRITTEN = ("space", "plus", "minus", "slash", "colon", "comma", "full_stop", "question_mark", "up", "down")


def placed(field: Field) -> TextField | LineField | ChoiceField:
    """Return the place where a field is written or chosen."""
    if field.options:
        return ChoiceField(field)
    return TextField(field) if field.many else LineField(field)


def laid_out(fields: Iterable[Field]) -> ComposeResult:
    """Yield a label and a place for each field, and below a day the room to tell it in full."""
    for field in fields:
        yield FieldLabel(field)
        yield placed(field)
        if field.day:
            yield PlainText("", id=f"told-{field.name}", classes="quiet")


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
    lines = {place.field.name: place.told for place in page.query(LineField)}
    chosen = {place.field.name: place.text for place in page.query(ChoiceField)}
    return lines | chosen | {place.field.name: place.told for place in page.query(TextField)}


def first_words(page: Widget) -> str:
    """Return the first line of words that is written in the fields of a page, "" where none is: no day, no figure."""
    places = (each for each in page.query("LineField, TextField") if isinstance(each, LineField | TextField))
    texts = (place.told.strip() for place in places if place.field.between is not None)
    return next((text.splitlines()[0][:LONGEST_TITLE] for text in texts if text), "")


def understood(typed: str, read: Callable[[str], date | None]) -> str:
    """Return in full which day was understood, or why none can be; "" for one that stands there in full already."""
    try:
        day = read(typed)
    except UnknownMoment as unknown:
        return said_at_once(unknown)
    return (
        "" if day is None or typed == dated(day) else _("{weekday} {day}").format(weekday=weekday(day), day=dated(day))
    )


def tell_beside(page: Widget, told: Mapping[str, str]) -> None:
    """Say below days what is to know of them, where a header would have to cut it."""
    for name, words in told.items():
        for place in page.query(f"#told-{name}").results(PlainText):
            place.update(words)


def not_saved(unread: Mapping[str, str], fields: Iterable[Field]) -> str:
    """Return what is said on the next page of the first field that could not be read."""
    name, reason = next(iter(unread.items()))
    label = next((field.label for field in fields if field.name == name), "")
    return _("not saved: “{field}” · {reason}").format(field=label, reason=_short(reason)) if label else reason


def _short(reason: str) -> str:
    """Return the first sentence of what is said, as it goes on after a point: a header has no room for more."""
    first = reason.partition(". ")[0].rstrip(".")
    return first[:1].lower() + first[1:]


def types_a_character(keys: str) -> bool:
    """Return whether a key writes into a field instead of asking for something."""
    first = keys.split(",", maxsplit=1)[0].strip()
    return len(first) == 1 or first in _WRITTEN
