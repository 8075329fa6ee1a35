"""Page that saves at a key and stays: where nothing is new it says so, for a key that is silent seems broken."""

from screens.frame.page import Page
from screens.frame.saved_at import nothing_new


class SavesAtAKey(Page):
    """A page whose key keeps what stands on it; going back keeps it too, and says nothing of it."""

    @property
    def something_new(self) -> bool:
        """Whether something stands here that is still to be kept."""
        raise NotImplementedError

    def action_keep(self) -> object:
        """Keep what stands here."""
        raise NotImplementedError

    def action_save(self) -> None:
        """Save at the key, or say that nothing is new."""
        new = self.something_new
        self.action_keep()
        if not new:
            self.host.said = nothing_new(self)
            self.refresh_header()
