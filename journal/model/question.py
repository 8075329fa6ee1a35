"""A question that came back from a reader: it waits, is opened as a reflection, or is laid aside."""

from journal.language import N_
from journal.model.details import Details
from journal.model.frozen import Line
from journal.model.kind import Kind, State
from journal.model.kind_spec import describes


@describes(
    Kind.QUESTION, N_("question in return"), N_("Question in return"), State.WAITING, State.OPENED, State.LAID_ASIDE
)
class QuestionDetails(Details):
    """From whom it says it is, which departure it answers, and the title under which its passage left."""

    sender: Line = ""
    disclosure: int | None = None
    passage: Line = ""
