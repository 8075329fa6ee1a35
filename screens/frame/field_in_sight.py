"""Field that has the cursor, seen together with the label above it: a field without its name asks for nothing."""

from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widget import Widget

from screens.frame.page import Page
from screens.frame.resting import still_there
from screens.widgets.field import FieldLabel


class FieldsInSight(Page):
    """A page of fields that opens at its top and scrolls no further than the field one is in needs."""

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:  # noqa: FBT001, FBT002 -- Textual's signature
        """Give the cursor to a field; Textual would put it in the middle, before the page is laid out."""
        own = widget is not None and _column_of(widget) is not None
        super().set_focus(widget, scroll_visible and not own, from_app_focus)

    def on_descendant_focus(self) -> None:
        """Show the field together with its label."""
        self.show_field()
        self.call_after_refresh(self.show_field)  # the page may not be laid out yet

    def show_field(self) -> None:
        """Scroll to the field one is in, where it is out of sight."""
        show_with_label(self.focused)


def show_with_label(field: Widget | None) -> None:
    """Scroll the column so far that label and field are seen, and with the first field all that stands above it."""
    if field is None or not still_there(field) or (column := _column_of(field)) is None:
        return
    room = column.scrollable_content_region.height
    for wanted in _wanted(field, column):
        if wanted.height <= room:
            column.scroll_to_region(wanted, animate=False, force=True)
            return


def _wanted(field: Widget, column: VerticalScroll) -> list[Region]:
    """Return what had best be seen, and what has to be where that is too high."""
    own = field.virtual_region
    above = column.children[: column.children.index(field)]
    label = above[-1].virtual_region if above and isinstance(above[-1], FieldLabel) else own
    with_label = Region.from_union([label, own])
    from_top = Region.from_union([with_label, Region(own.x, 0, 1, 1)])
    first = not any(each.focusable for each in above)
    return [*([from_top] if first else []), with_label, Region(own.x, label.y, 1, 2)]


def _column_of(field: Widget) -> VerticalScroll | None:
    return field.parent if isinstance(field.parent, VerticalScroll) else None
