"""Field that has the cursor, seen together with the label above it: a field without its name asks for nothing."""

from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widget import Widget

from screens.frame.resting import still_there
from screens.widgets.field import FieldLabel


def show_with_label(field: Widget | None) -> None:
    """Scroll the column so far that label and field are seen; a text higher than its room follows its own cursor."""
    if field is None or not still_there(field) or not isinstance(column := field.parent, VerticalScroll):
        return
    place = column.children.index(field)
    label = column.children[place - 1] if place else None
    if not isinstance(label, FieldLabel):
        return
    both = Region.from_union([label.virtual_region, field.virtual_region])
    if place == 1:  # the first label of all: from the top of the page on
        both = Region.from_union([both, Region(both.x, 0, 1, 1)])
    if both.height <= column.scrollable_content_region.height:
        column.scroll_to_region(both, animate=False, force=True)
