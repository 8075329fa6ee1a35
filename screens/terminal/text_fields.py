"""Field or not: told by the names of a widget's kinds, since Textual's text area takes long to import."""

_FIELDS = {"Input", "TextArea"}


def takes_text(widget: object) -> bool:
    """Return whether letters that come to a widget are text."""
    return not _FIELDS.isdisjoint(kind.__name__ for kind in type(widget).__mro__)
