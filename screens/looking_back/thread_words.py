"""Pages on which the hand decides about words of the red thread: which spellings are one, and which are left out."""

from textual.app import ComposeResult

from journal.language import _
from journal.practice import thread_choices
from screens.frame.changes import changing
from screens.frame.form_page import FormPage
from screens.frame.save_queue import Job
from screens.widgets.field import Field, Holds
from screens.widgets.plain import PlainText


class GroupScreen(FormPage):
    """Which other spellings count as a word: decided by hand, never by the program."""

    def __init__(self, word: str, label: str) -> None:
        super().__init__()
        self._word = word
        self._label = label

    def identity(self) -> tuple[object, ...]:
        """Return which word."""
        return (self._word,)

    def page_title(self) -> str:
        """Return which word."""
        return _("“{word}”, and what counts as it").format(word=self._label)

    def fields(self) -> list[Field]:
        """Return the other spellings."""
        return [
            Field(
                "others",
                _("Also counts as this word"),
                _("for instance its plural; commas between"),
                many=False,
                holds=Holds.NAMES,
            )
        ]

    def compose_page(self) -> ComposeResult:
        """Yield the spellings and what emptying does."""
        yield from self.compose_fields()
        yield PlainText(_("Emptied, the word stands by itself again."), classes="quiet gap-above")

    def stored_values(self) -> dict[str, str]:
        """Return the spellings as they are kept."""
        return {"others": ", ".join(thread_choices.grouped(self.journal.notebook, self._word))}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps them."""
        return changing(thread_choices.group, self._word, values["others"])


class LeftOutScreen(FormPage):
    """Which words and expressions are not followed; taken off the list, they are again."""

    def page_title(self) -> str:
        """Return what this is."""
        return _("Left out of the red thread")

    def fields(self) -> list[Field]:
        """Return the words."""
        return [Field("words", _("Words that are not followed"), _("commas between"), many=False, holds=Holds.NAMES)]

    def compose_page(self) -> ComposeResult:
        """Yield the words and what taking one off does."""
        yield from self.compose_fields()
        yield PlainText(_("A word taken off this list is followed again."), classes="quiet gap-above")

    def stored_values(self) -> dict[str, str]:
        """Return the words as they are kept."""
        return {"words": ", ".join(thread_choices.left_out(self.journal.notebook))}

    def save_job(self, values: dict[str, str]) -> Job:
        """Return the job that keeps them."""
        return changing(thread_choices.leave_out_only, values["words"])
