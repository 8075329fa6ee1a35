"""A document in each form, from one layout idea: title, for whom, then each entry under its own heading.

A renderer receives a Document and nothing else, so nothing can be in the file that was not in the preview.
"""

from journal.model.disclosure import FileFormat
from journal.sharing.document import Document


def render(document: Document, form: FileFormat) -> bytes:
    """Return the file's content; libraries are imported only for the form that needs them."""
    if form is FileFormat.MARKDOWN:
        from journal.sharing.rendering import markdown

        return markdown.render(document)
    if form is FileFormat.JSON_LINES:
        from journal.sharing.rendering import jsonl

        return jsonl.render(document)
    if form is FileFormat.HTML:
        from journal.sharing.rendering import html

        return html.render(document)
    if form is FileFormat.DOCX:
        from journal.sharing.rendering import docx

        return docx.render(document)
    from journal.sharing.rendering import pdf

    return pdf.render(document)
