"""Benchmark: what previewing and rendering 500 entries costs, beside the bare library given the same text.

Run `python benchmarks/export_formats.py [count]`. The preview is measured beyond reading the entries: the first one of
names and texts, and the one that follows at each decision and when it is written. Each figure is the best of five
runs, in milliseconds of processor time, which tells little of what else the machine is doing.
"""

import io
import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import docx
import typst
from markdown_it import MarkdownIt

from journal.model.audience import Audience
from journal.model.disclosure import FileFormat
from journal.model.entry import Entry
from journal.model.kind import Kind
from journal.model.person import Person
from journal.sharing.document import Document
from journal.sharing.kept_aliasing import aliasing_for
from journal.sharing.previewing import Material, compose
from journal.sharing.rendering import render
from journal.sharing.selecting import Selection
from journal.sharing.suspects import suspects_for

RATIO, PREVIEW_MS = 1.1, 100.0
_START = datetime(2026, 1, 5, 18, 30, tzinfo=UTC)
_PARAGRAPH = (
    "J’ai présenté le scénario B comme prévu. Au bout de dix minutes, Rose a regardé sa montre et dit « on verra ça en "
    "janvier ». J’ai rangé mes feuilles, **sans un mot**, et Karim m’a suivi dans le couloir ; il voulait savoir ce "
    "que j’allais répondre à l’équipe. Une question reste : que protège-t-elle ?\n"
)
_TEMPLATE = b"""
#let told = json(bytes(sys.inputs.document))
#set page(paper: "a4", margin: (top: 2.2cm, bottom: 2.2cm, left: 2.2cm, right: 6.2cm))
#for item in told { heading(level: 2, item.title); for part in item.body { par(text(part)) } }
"""


def material(count: int) -> Material:
    """Return entries of about 1,600 characters, and twelve people of whom two are named."""
    names = ("Karim Benali", "Rose Petit", *(f"Prénom{n} Nom{n}" for n in range(10)))
    people = tuple(Person(name=name, alias=f"N-1 {at}") for at, name in enumerate(names))
    body = "\n".join([_PARAGRAPH] * 4) + "\n- un point\n- un autre\n"
    entries = []
    for ref in range(1, count + 1):
        at = _START + timedelta(hours=17 * ref)
        entries.append(
            Entry(
                ref=ref,
                kind=Kind.SITUATION,
                title=f"Le CODIR a repoussé le projet {ref}",
                body=f"{body}\nFin {ref}.",
                happened_at=at,
                created_at=at,
                updated_at=at,
                revision=1,
                state="kept",
                details={},
            )
        )
    return Material(tuple(entries), people)


def bare(document: Document) -> dict[FileFormat, Callable[[], object]]:
    """Return for each form the library's own shortest way to the same text on the same page.

    The text is Markdown: a library that knows none is given what markdown-it makes of it, paragraph by paragraph.
    """
    items = document.items
    whole = "\n\n".join(f"## {item.title}\n\n{item.body}" for item in items)

    def paragraphs(body: str) -> list[str]:
        return [token.content for token in MarkdownIt("commonmark").parse(body) if token.type == "inline"]

    def as_docx() -> None:
        file = docx.Document()
        for item in items:
            file.add_heading(item.title, level=2)
            for paragraph in paragraphs(item.body):
                file.add_paragraph(paragraph)
        file.save(io.BytesIO())

    def as_pdf() -> None:
        told = [{"title": item.title, "body": paragraphs(item.body)} for item in items]
        typst.compile(_TEMPLATE, sys_inputs={"document": json.dumps(told)}, ignore_system_fonts=True)

    return {
        FileFormat.MARKDOWN: lambda: MarkdownIt("commonmark").parse(whole),
        FileFormat.HTML: lambda: MarkdownIt("commonmark").render(whole),
        FileFormat.DOCX: as_docx,
        FileFormat.PDF: as_pdf,
        FileFormat.JSON_LINES: lambda: [json.dumps(item.model_dump(mode="json")) for item in items],
    }


def first_preview(told: Material, selection: Selection) -> str:
    """Return the digest of a preview made as if names and texts were seen for the first time."""
    aliasing_for.cache_clear()
    suspects_for.cache_clear()
    return compose(told, selection).digest


def best(job: Callable[[], object]) -> float:
    """Return the shortest of five runs in milliseconds of processor time."""
    runs = []
    for _run in range(5):
        start = time.process_time()
        job()
        runs.append((time.process_time() - start) * 1000)
    return min(runs)


def main() -> int:
    """Print the figures; return 1 when a form costs more than its ratio or the preview more than its time."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    told = material(count)
    selection = Selection(refs=tuple(range(1, count + 1)), audience=Audience.PRACTITIONER, language="fr")
    first = best(lambda: first_preview(told, selection))
    shown = best(lambda: compose(told, selection).digest)
    document = compose(told, selection).document
    print(f"preview of {count} entries: first {first:.0f} ms, each further {shown:.0f} ms (at most {PREVIEW_MS:.0f})")
    low = max(first, shown) > PREVIEW_MS
    for form, job in bare(document).items():
        ours, theirs = best(lambda form=form: render(document, form)), best(job)
        print(f"{form.value:6} {ours:8.0f} ms, bare {theirs:8.0f} ms, ratio {ours / theirs:.2f}")
        low |= ours / theirs > RATIO
    return int(low)


if __name__ == "__main__":
    sys.exit(main())
