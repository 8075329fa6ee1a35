"""Fields that may hold what cannot be read: it is said where it stands, and Enter does not go on from it."""

from textual import events, on

from screens.frame.day_fields import DayFields
from screens.frame.form_fields import tell_beside, typed_in
from screens.widgets.field import LineField


class UnreadFields(DayFields):
    """A page of fields that says which of them cannot be read."""

    _told = ""

    def values(self) -> dict[str, str]:
        """Return what stands in the fields now."""
        return typed_in(self)

    def unreadable(self, values: dict[str, str]) -> dict[str, str]:  # noqa: ARG002 -- for pages whose values can be
        """Return which fields hold what cannot be read, and what is to be said of each."""
        return {}

    def refuses(self, place: LineField) -> bool:
        """Whether what stands in a field cannot be read, which is then said; Enter leaves the cursor there."""
        said = self.unreadable(self.values()).get(place.field.name, "") if place.told.strip() else ""
        if said:
            self._tell(said)
            tell_beside(self, {place.field.name: said})
        return bool(said)

    @on(events.DescendantBlur)
    def _tell_left(self, left: events.DescendantBlur) -> None:
        """Say of a day that is left that it cannot be read."""
        if isinstance(left.widget, LineField) and left.widget.field.day and self.is_current:
            self.refuses(left.widget)

    def _tell(self, words: str) -> None:
        self._told = words
        self.refresh_header()

    def status(self) -> str:
        """Return when this was kept last, or what cannot be read."""
        return self._told
