"""Routes to the pages of this room: each page is imported when somebody goes there."""

from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from journal.practice.learning import Return


def questioning(
    *, code: str = "", about: int | None = None, draft: str = "", ref: int | None = None, asked: int | None = None
) -> Screen[None]:
    """Return a page: one run through a protocol, or on a question that came back; leaving keeps the place."""
    from screens.questioning.place import QuestioningScreen

    return QuestioningScreen(code, about, draft, ref, asked)


def question(ref: int) -> Screen[None]:
    """Return a page: a question that came back."""
    from screens.questioning.question import QuestionScreen

    return QuestionScreen(ref)


def choose_protocol(ref: int) -> Screen[None]:
    """Return a page: nothing is imposed: a digit takes a proposal, `o` shows the headings, a letter opens one."""
    from screens.questioning.choose_protocol import ChooseProtocolScreen

    return ChooseProtocolScreen(ref)


def peek(ref: int) -> Screen[None]:
    """Return a page: the entry as it was written."""
    from screens.questioning.peek import PeekScreen

    return PeekScreen(ref)


def reflection(ref: int) -> Screen[None]:
    """Return a page: one run through a protocol, as it was asked, in the thread of its situation."""
    from screens.questioning.reflection import ReflectionScreen

    return ReflectionScreen(ref)


def reflection_end(ref: int) -> Screen[None]:
    """Return a page: what was kept, and two things one may do with it."""
    from screens.questioning.reflection_end import ReflectionEndScreen

    return ReflectionEndScreen(ref)


def learning(*, source: int | None = None, text: str = "", ref: int | None = None) -> Screen[None]:
    """Return a page: the sentence to keep, linked to where it came from."""
    from screens.questioning.learning import LearningScreen

    return LearningScreen(source, text, ref)


def learnings() -> Screen[None]:
    """Return a page: the list; above it the learning that has waited longest, as a question."""
    from screens.questioning.learnings import LearningsScreen

    return LearningsScreen()


def revisit(back: "Return") -> Screen[None]:
    """Return a page: a learning met again; leaving without a word lets it rest another month."""
    from screens.questioning.learnings import RevisitScreen

    return RevisitScreen(back)


def if_then(*, source: int | None = None, text: str = "") -> Screen[None]:
    """Return a page: one step in two halves; it comes back after two weeks."""
    from screens.questioning.if_then import IfThenScreen

    return IfThenScreen(source, text)
