"""Looks of a chosen row: reverse, which Textual leaves out and is its one mark in few colours; no word of it quiet."""

from collections.abc import Mapping

from rich.segment import Segment
from rich.style import Style as Painted
from textual.color import Color
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget


def with_reverse(widget: Widget, style: Style, *parts: str) -> Style:
    """Return a style with reverse, where the style sheet asks it for one of the parts."""
    asked = any(widget.get_component_styles(part).text_style.reverse for part in parts)
    return style + Style(reverse=True) if asked else style


def plainer(strip: Strip, colours: Mapping[str, str]) -> Strip:
    """Return a line whose quiet words are as strong as the others: the ground of a chosen row is nearer to them."""
    quiet, strong = (Color.parse(colours[name]).rich_color for name in ("quiet", "foreground"))
    return Strip(
        [
            Segment(text, style + Painted(color=strong) if style and style.color == quiet else style, control)
            for text, style, control in strip
        ],
        strip.cell_length,
    )
