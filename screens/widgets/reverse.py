"""Reverse, which Textual leaves out of how a part of a widget looks: the one mark of a chosen row in few colours."""

from textual.style import Style
from textual.widget import Widget


def with_reverse(widget: Widget, style: Style, *parts: str) -> Style:
    """Return a style with reverse, where the style sheet asks it for one of the parts."""
    asked = any(widget.get_component_styles(part).text_style.reverse for part in parts)
    return style + Style(reverse=True) if asked else style
