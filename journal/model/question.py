"""A question that came back from a reader: it waits, is opened as a reflection, or is laid aside."""

from journal.model.details import Details
from journal.model.frozen import Line


class QuestionDetails(Details):
    """From whom it says it is, which departure it answers, and the title under which its passage left."""

    sender: Line = ""
    disclosure: int | None = None
    passage: Line = ""
