"""A document in each form, from one layout idea: title, for whom, then each entry under its own heading.

A renderer receives a Document and nothing else, so nothing can be in the file that was not in the preview.
"""

from journal.model.disclosure import FileFormat
from journal.sharing.document import Document
from journal.sharing.rendering.formats import renderer


def render(document: Document, form: FileFormat) -> bytes:
    """Return the file's content. Raises UnknownFormat."""
    return renderer(form).render(document)
