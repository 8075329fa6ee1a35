"""One question a day, asking what and how, never why; it can be turned off and replaced."""

from datetime import date

from journal.language import N_
from journal.practice.notebook import Notebook
from journal.store import preferences

_SKIPPED = "question_of_the_day.skipped"

QUESTIONS: tuple[str, ...] = (
    N_("What happened today that you would like to look at more closely?"),
    N_("Which moment of the day would you like to keep, just as it was?"),
    N_("What did you do today that somebody else could have done?"),
    N_("At which moment did you feel in your place?"),
    N_("What did you leave unsaid, and to whom?"),
    N_("What did you decide alone today?"),
    N_("Where did your time go today, and what did it make room for?"),
    N_("What surprised you in somebody’s answer?"),
    N_("What did you notice in your body during the day’s hardest meeting?"),
    N_("What did you postpone, and what would make it lighter?"),
    N_("Which question would you have liked to ask today?"),
    N_("What worked better than you expected, and what was your part in it?"),
    N_("What came back today that you have met before?"),
    N_("Whom did you help to do their own work?"),
    N_("What would you tell a colleague who had lived your day?"),
    N_("What did you take on today that belongs to somebody else?"),
    N_("How did you begin your most important conversation?"),
    N_("What do you see this evening that you did not see this morning?"),
    N_("Which certainty moved a little today?"),
    N_("What did you agree to, and what does it cost?"),
    N_("What would you do again in the same way?"),
    N_("What would you like to put down before tomorrow?"),
    N_("Who was not in the room, and what would they have said?"),
    N_("What small step would make tomorrow different?"),
)


def question_of(day: date, skipped: int = 0) -> str:
    """Return the day's question, untranslated; `skipped` is how often another one was asked for, ever.

    The row is walked one step a day and one more for each that was skipped, so that a question comes back after 24
    steps: never within two weeks, unless ten or more were skipped in them.
    """
    return QUESTIONS[(day.toordinal() + skipped) % len(QUESTIONS)]


def skipped(notebook: Notebook) -> int:
    """Return how often another question was asked for."""
    with notebook.store.reading() as tx:
        known = preferences.get(tx, _SKIPPED)
    return known if isinstance(known, int) else 0


def skip(notebook: Notebook) -> None:
    """Ask another question from now on."""
    with notebook.store.writing() as tx:
        known = preferences.get(tx, _SKIPPED)
        preferences.put(tx, _SKIPPED, (known if isinstance(known, int) else 0) + 1)
