"""Details: what a kind of entry carries beyond title and text."""

from journal.model.frozen import Frozen


class Details(Frozen):
    """The fields of a kind's own; most have defaults, since a text alone makes an entry."""

    @property
    def named(self) -> tuple[str, ...]:
        """Those whom the fields name: they are people of the entry."""
        return ()
