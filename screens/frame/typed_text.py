"""Text typed on a page, as one: all that has to outlive a page which cannot keep it in its own way."""

from typing import Any

from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from journal.language import _
from screens.widgets.choice import ChoiceField
from screens.widgets.scale import Scale
from screens.widgets.secret import Secret


def typed_on(screen: Screen[Any]) -> str:
    """Return what stands in the fields of a screen, each under its name; never a passphrase, and "" for nothing."""
    places = [each for each in screen.query("Input, TextArea, ChoiceField, Scale") if not isinstance(each, Secret)]
    return "\n\n".join(filter(None, map(_told, places)))


def begun_answer(question: str, screen: Screen[Any]) -> str:
    """Return what is typed of an answer under its question, so that a note of it explains itself; "" for nothing."""
    typed = typed_on(screen)
    return f"{question}\n\n{typed}" if typed else ""


def _told(place: Widget) -> str:
    field, text = getattr(place, "field", None), _text(place)
    return "\n".join(filter(None, [field.label if field else "", text])) if text.strip() else ""


def _text(place: Widget) -> str:
    match place:
        case Input():
            return place.value
        case TextArea():
            return place.text
        case ChoiceField():
            return ", ".join(_(words) for value, words in place.options if value in place.chosen)
        case Scale(value=int(value)):
            return str(value)
    return ""
