"""Table of the forms in which a document can leave: rendering, choices, command line and protections read it.

A form is added here, with the module that renders it, and nowhere else.
"""

from collections.abc import Callable
from dataclasses import dataclass

from journal.language import N_
from journal.model.disclosure import FileFormat, Protection
from journal.sharing.document import Document


@dataclass(frozen=True, slots=True)
class Renderer:
    """One form: its words, how it is written, whether a terminal can show it, and the protection made for it alone.

    `unshown` names the signs of a document that the form would show as empty boxes.
    """

    format: FileFormat
    words: str
    protected_words: str
    render: Callable[[Document], bytes]
    is_text: bool = False
    own_protection: Protection | None = None
    unshown: Callable[[Document], tuple[str, ...]] = lambda _document: ()

    def allows(self, protection: Protection) -> bool:
        """Whether a file of this form can be protected so; age and none fit every form."""
        return protection in (Protection.AGE, Protection.NONE, self.own_protection)


# Libraries are imported only for the form that needs them.


def _pdf(document: Document) -> bytes:
    from journal.sharing.rendering import pdf

    return pdf.render(document)


def _unshown_in_pdf(document: Document) -> tuple[str, ...]:
    from journal.sharing.rendering import pdf

    return pdf.unshown(document)


def _html(document: Document) -> bytes:
    from journal.sharing.rendering import html

    return html.render(document)


def _docx(document: Document) -> bytes:
    from journal.sharing.rendering import docx

    return docx.render(document)


def _markdown(document: Document) -> bytes:
    from journal.sharing.rendering import markdown

    return markdown.render(document)


def _json_lines(document: Document) -> bytes:
    from journal.sharing.rendering import jsonl

    return jsonl.render(document)


RENDERERS: tuple[Renderer, ...] = (
    Renderer(
        FileFormat.PDF, N_("PDF"), N_("PDF, protected"), _pdf, own_protection=Protection.PDF, unshown=_unshown_in_pdf
    ),
    Renderer(
        FileFormat.HTML, N_("web page"), N_("web page, protected"), _html, is_text=True, own_protection=Protection.HTML
    ),
    Renderer(FileFormat.DOCX, N_("Word"), N_("Word, protected"), _docx),
    Renderer(FileFormat.MARKDOWN, N_("Markdown"), N_("Markdown, protected"), _markdown, is_text=True),
    Renderer(FileFormat.JSON_LINES, N_("JSON lines"), N_("JSON lines, protected"), _json_lines, is_text=True),
)


def names() -> list[str]:
    """Return the name of every form, as the command line takes it and as a file's name ends."""
    return [each.format.value for each in RENDERERS]


def renderer(form: FileFormat) -> Renderer:
    """Return what renders a form. Raises UnknownFormat for one that this version does not write."""
    for each in RENDERERS:
        if each.format == form:
            return each
    from journal.errors import UnknownFormat

    raise UnknownFormat
