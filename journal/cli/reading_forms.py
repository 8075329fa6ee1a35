"""Forms of the commands that read: their words and options, declared once for Click and for the plain reader.

Nothing of Click is imported here: `plain_reading.py` takes the usual requests by this table, `listing.py` makes Click's
commands of it, which take everything else and tell what is wrong.
"""

from typing import NamedTuple

from journal.language import N_

LISTED = 20
"""Entries shown unless another number is asked for."""

MOST = 1_000_000


class Given(NamedTuple):
    """An option, or a word that stands by itself: its name, the parameter it becomes, and what it may be.

    `sort` is "text", "flag", "number", "kind", "day" or "ref"; `many` may be given several times.
    """

    name: str
    to: str
    metavar: str | None = None
    help: str = ""
    sort: str = "text"
    many: bool = False
    usual: int | None = None


class Form(NamedTuple):
    """What a command takes, and the function that does it: its module in this package and its name."""

    does: str
    words: tuple[Given, ...] = ()
    options: tuple[Given, ...] = ()


VAULT = Given(
    "--vault", "vault", N_("DIR"), N_("The vault’s folder; otherwise RECUL_VAULT, otherwise the usual place.")
)
PASSPHRASE = Given(
    "--passphrase-file",
    "passphrase_file",
    N_("FILE"),
    N_("Read the passphrase from the first line of FILE (“-”: standard input)."),
)
LANGUAGE = Given("--lang", "lang", help=N_("The language to speak."), sort="language")
PLAIN = Given(
    "--plain",
    "plain",
    help=N_("Write no columns and cut nothing, as it is read aloud; so does TERM=dumb."),
    sort="flag",
)
JSON = Given("--json", "json", help=N_("Write one JSON document, without decoration."), sort="flag")
COMMON = (VAULT, PASSPHRASE, LANGUAGE, JSON, PLAIN)

_FILTERS = (
    Given("--kind", "kinds", N_("KIND"), N_("Only this kind of entry; can be given several times."), "kind", many=True),
    Given("--since", "since", N_("WHEN"), N_("Nothing before this day."), "day"),
    Given("--until", "until", N_("WHEN"), N_("Nothing after this day."), "day"),
    Given("--tag", "tag", N_("TAG"), N_("Only entries with this tag.")),
    Given("--person", "person", N_("PERSON"), N_("Only entries with this person, or of this role.")),
    Given("--limit", "limit", N_("N"), N_("At most N entries."), "number", usual=LISTED),
)

FORMS = {
    "list": Form("looking.list_entries", options=_FILTERS),
    "search": Form("looking.search", (Given("query", "query", N_("QUERY")),), _FILTERS),
    "show": Form("looking.show", (Given("ref", "ref", N_("REF"), sort="ref"),)),
    "next": Form("next_up.tell_next"),
}
