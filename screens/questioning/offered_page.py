"""Page of fields that begins with words taken from somewhere: only what was typed beyond them is kept."""

from screens.frame.form_page import FormPage


class OfferedPage(FormPage):
    """Keeps its fields unless they are empty or only what was offered."""

    _offered: dict[str, str]
    needed: tuple[str, ...] = ()  # fields of which one must hold something

    @property
    def something_new(self) -> bool:
        """Whether something stands here that can be kept."""
        return super().something_new and self._holds_something

    @property
    def _holds_something(self) -> bool:
        values = self.values()
        return any(values.get(name, "").strip() for name in self.needed)

    def action_keep(self) -> None:
        """Keep it, unless it is empty."""
        if self._holds_something:
            super().action_keep()

    def flush(self) -> None:
        """Keep it when the app locks, if anything was typed: there is no half of one line to come back to."""
        if self.values() != self._offered:
            self.action_keep()

    def action_leave(self) -> None:
        """Go back; what was typed is kept, what was only offered is not, and what cannot be read is said once more."""
        self.flush()
        self.host.said = self._waiting
        self.dismiss()
