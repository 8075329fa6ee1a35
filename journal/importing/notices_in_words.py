"""Notices of what was read, in words: what was decided for entries, what stands elsewhere, what stays behind."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from journal.importing.notices import Notice
from journal.importing.reading import Reading
from journal.language import _, ngettext

_MOST_FIELDS = 20
_EXAMPLE = date(2026, 11, 23)
_WORDS: Mapping[Notice, Callable[[int], str]] = {
    Notice.DRAFT: lambda count: ngettext(
        "{count} statement comes in as a draft: only you validate one, here.",
        "{count} statements come in as drafts: only you validate one, here.",
        count,
    ),
    Notice.SEALED: lambda count: ngettext(
        "{count} entry is sealed: no list shows it before its date.",
        "{count} entries are sealed: no list shows them before their date.",
        count,
    ),
    Notice.DAY_OF_FILE: lambda count: ngettext(
        "{count} entry has no day of its own: it gets that of its file’s last change.",
        "{count} entries have no day of their own: they get that of their file’s last change.",
        count,
    ),
    Notice.DAY_OF_IMPORT: lambda count: ngettext(
        "{count} entry has no day of its own: it gets today’s.",
        "{count} entries have no day of their own: they get today’s.",
        count,
    ),
    Notice.PREAMBLE: lambda count: ngettext(
        "The text before the first date is an entry of its own, with the day of the first one.",
        "{count} texts before a first date are entries of their own, with the day of the first one.",
        count,
    ),
    Notice.AMBIGUOUS_DAY: lambda count: ngettext(
        "{count} date like 02/03/2026 is read day first; --date-format %m/%d/%Y reads it month first.",
        "{count} dates like 02/03/2026 are read day first; --date-format %m/%d/%Y reads them month first.",
        count,
    ),
    Notice.MONTH_FIRST: lambda count: ngettext(
        "{count} date like 02/03/2026 is read month first, as other dates here must be; --date-format %d/%m/%Y reads "
        "it day first.",
        "{count} dates like 02/03/2026 are read month first, as other dates here must be; --date-format %d/%m/%Y reads "
        "them day first.",
        count,
    ),
    Notice.UNREAD_DAY: lambda count: ngettext(
        "{count} date is not understood: it is kept at the end of the text.",
        "{count} dates are not understood: they are kept at the end of the text.",
        count,
    ),
    Notice.DATED_LINE: lambda count: ngettext(
        "{count} dated line stays in the text above it, having no blank line before it; --loose parts it off.",
        "{count} dated lines stay in the text above them, having no blank line before them; --loose parts them off.",
        count,
    ),
    Notice.UNTITLED: lambda count: ngettext("{count} entry has no title.", "{count} entries have no title.", count),
    Notice.TITLE_CUT: lambda count: ngettext(
        "{count} title is too long and is cut: it stands whole in the text.",
        "{count} titles are too long and are cut: they stand whole in the text.",
        count,
    ),
    Notice.TAGS_LEFT: lambda count: ngettext(
        "{count} text holds more tags than an entry takes: the others stay in the text.",
        "{count} texts hold more tags than an entry takes: the others stay in the text.",
        count,
    ),
    Notice.NO_FIELD: lambda count: ngettext(
        "{count} line above a text is no field: it is kept at the end of it.",
        "{count} lines above a text are no fields: they are kept at the end of it.",
        count,
    ),
    Notice.REPEATED_KEY: lambda count: ngettext(
        "{count} key stands twice in one object: the last one counts.",
        "{count} keys stand twice in one object: the last one counts.",
        count,
    ),
    Notice.JOURNALS: lambda count: ngettext(
        "The name of {count} journal becomes a tag of its entries.",
        "The names of {count} journals become tags of their entries.",
        count,
    ),
    Notice.PICTURES: lambda count: ngettext("{count} picture stays behind.", "{count} pictures stay behind.", count),
    Notice.RECORDINGS: lambda count: ngettext(
        "{count} recording or document stays behind.", "{count} recordings or documents stay behind.", count
    ),
    Notice.PLACES: lambda count: ngettext("{count} place stays behind.", "{count} places stay behind.", count),
    Notice.WEATHER: lambda count: ngettext(
        "The weather of {count} entry stays behind.", "The weather of {count} entries stays behind.", count
    ),
    Notice.STARS: lambda count: ngettext("{count} star stays behind.", "{count} stars stay behind.", count),
    Notice.TRASHED: lambda count: ngettext(
        "{count} note that lies in the other program’s trash stays there.",
        "{count} notes that lie in the other program’s trash stay there.",
        count,
    ),
    Notice.EMPTY: lambda count: ngettext(
        "{count} file is empty and is left out.", "{count} files are empty and are left out.", count
    ),
    Notice.OTHER_FILES: lambda count: ngettext(
        "{count} other file of the folder is not read.", "{count} other files of the folder are not read.", count
    ),
    Notice.EXPORTED: lambda count: ngettext(
        "{count} file looks like a page that Recul wrote to be read: what it holds comes in as new situations, beside "
        "the entries it was made from. To bring entries back as they were, export them as JSON Lines (jsonl).",
        "{count} files look like pages that Recul wrote to be read: what they hold comes in as new situations, beside "
        "the entries they were made from. To bring entries back as they were, export them as JSON Lines (jsonl).",
        count,
    ),
}


def lines(reading: Reading) -> Iterator[str]:
    """Yield what is to be known, a line each."""
    for notice, words in _WORDS.items():
        if count := reading.notices.get(notice, 0):
            yield words(count).format(count=count)
    if reading.others:
        yield _("Endings of the files that are not read: {endings}.").format(endings=_counted(reading.others))
    if reading.kept:
        yield _("Fields that Recul does not know, kept at the end of the text: {fields}.").format(
            fields=_counted(reading.kept)
        )
    if reading.left:
        yield _("Fields that stay behind: {fields}.").format(fields=_counted(reading.left))
    if reading.date_format:
        yield _("Dates are read as {format} (23 November 2026: {example}); --date-format reads them otherwise.").format(
            format=reading.date_format, example=_EXAMPLE.strftime(reading.date_format.replace("%-", "%"))
        )


def _counted(found: Mapping[str, int]) -> str:
    names = [f"{name} ({count})" for name, count in sorted(found.items())]
    return ", ".join(names[:_MOST_FIELDS]) + (" …" if len(names) > _MOST_FIELDS else "")
