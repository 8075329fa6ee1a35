"""The language of the command line, Click's own messages included, decided before any help is rendered."""

import os
from collections.abc import Sequence

from journal import language


def speak(chosen: language.Language) -> None:
    """Let Recul and Click speak one language.

    Click asks the standard gettext, which follows the variable LANGUAGE and the default domain.
    """
    import gettext

    language.choose(chosen)
    gettext.bindtextdomain("recul", str(language.catalogues_of(chosen)))
    gettext.textdomain("recul")
    os.environ["LANGUAGE"] = chosen


def asked_language(arguments: Sequence[str]) -> str | None:
    """Return what `--lang` asks for, wherever it stands before `--`; None when it is not given."""
    asked = None
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and index + 1 < len(arguments):
            asked = arguments[index + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return asked
