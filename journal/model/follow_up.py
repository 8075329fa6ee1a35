"""A follow-up: one more question that the wording of an answer calls for, offered and never forced."""

from dataclasses import dataclass

from journal.model.protocol import Family


@dataclass(frozen=True, slots=True, repr=False)
class FollowUp:
    """What was heard and what it leads to asking.

    `span` counts characters of the text as it was given; it is None, and `words` empty, when something is missing
    from the whole text. `leads_to` is "check-in" or the code of a protocol.
    """

    family: Family
    span: tuple[int, int] | None
    words: str
    question: str
    leads_to: str | None = None

    def __repr__(self) -> str:
        # The words are a person's own; tracebacks and logs must not hold them.
        return f"<FollowUp {self.family.value}>"


@dataclass(frozen=True, slots=True)
class FollowUpFamily:
    """A family as the settings show it."""

    code: Family
    name: str
    about: str
