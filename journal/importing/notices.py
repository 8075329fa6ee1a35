"""Notices of an import: what had to be decided, and what stays behind."""

from enum import StrEnum


class Notice(StrEnum):
    """One thing to know of an entry or of a source; counted."""

    DAY_OF_FILE = "day_of_file"  # no day of its own: that of the file's last change
    DAY_OF_IMPORT = "day_of_import"  # no day of its own: that of the import
    AMBIGUOUS_DAY = "ambiguous_day"  # 02/03/2026, read day first
    MONTH_FIRST = "month_first"  # 02/03/2026, read month first as other dates of the import must be
    UNREAD_DAY = "unread_day"  # a field that should tell a day and does not, at the end of the body
    UNTITLED = "untitled"
    TITLE_CUT = "title_cut"  # the whole of it stands in the text
    DRAFT = "draft"  # a statement that claimed to be validated
    SEALED = "sealed"  # no list shows it before its date
    REPEATED_KEY = "repeated_key"  # twice the same key in one JSON object: the last one counts
    NO_FIELD = "no_field"  # lines of front matter that are no field, at the end of the body
    EXPORTED = "exported"  # a page that Recul itself wrote for a reader
    PREAMBLE = "preamble"  # text before the first date, as an entry of its own with the day of the first one
    DATED_LINE = "dated_line"  # stays in the text, for no blank line stands before it
    TAGS_LEFT = "tags_left"  # more tags in a text than an entry may have: they stay in the text
    JOURNALS = "journals"  # of several in one source: their names are tags
    PICTURES = "pictures"
    RECORDINGS = "recordings"
    PLACES = "places"
    WEATHER = "weather"
    STARS = "stars"
    TRASHED = "trashed"  # thrown away in the program it comes from
    EMPTY = "empty"  # a file without a word
    OTHER_FILES = "other_files"
