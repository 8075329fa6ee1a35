"""Random selections over the fictitious year in every form and protection, looked through byte by byte.

Nothing of what was not selected, no real name for an outside audience, no name of the user, the machine or a folder:
in the raw bytes, in what can be decompressed from them and in what a reader is shown.
"""

import random
import re
import socket
import string
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journal.language import Language, languages
from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.model.entry import Entry, Link, Rel
from journal.model.filter import Filter
from journal.model.kind import State
from journal.model.kind_spec import spec_of
from journal.model.person import Person
from journal.practice import fictitious_year, known_people, reading
from journal.practice.notebook import open_notebook
from journal.sharing.folding import fold
from journal.sharing.previewing import Material, compose
from journal.sharing.protecting import Encryption, protect
from journal.sharing.rendering import render
from journal.sharing.rendering.formats import RENDERERS
from journal.sharing.rendering.html import style
from journal.sharing.selecting import Dates, Selection
from journal.sharing.words import ordinary
from journal.store import entries
from journal.vault.vault import OpenVault

FORMS = [each.format for each in RENDERERS]

SECRET = "six-words-of-plain-letters-here"
PLACES = (
    "{name} m'a dit : {canary}.",
    "# {canary}\n\n- vu {upper}\n- et {first}'s team",
    "> {canary}\n\n`{name}` ({first}, {last})",
    "1. {canary}\n2. chez {last}, [{first}](https://example.org)",
)
WAYS = [
    *((form, Protection.NONE) for form in FORMS),
    *((form, Protection.AGE) for form in FORMS),
    (FileFormat.HTML, Protection.HTML),
    (FileFormat.PDF, Protection.PDF),
]


def _word(chance: random.Random) -> str:
    return "zq" + "".join(chance.choices(string.ascii_lowercase, k=11))


def _marked(chance: random.Random, entry: Entry, canary: str, people: tuple[Person, ...]) -> Entry:
    """Return an entry of the year with a canary and somebody's name in every place that may leave."""
    first, last = chance.choice(people).name.split()
    told = {"name": f"{first} {last}", "upper": last.upper(), "first": first, "last": last, "canary": canary}
    return entry.with_(
        title=f"{entry.title} {first} {canary}"[-300:],
        body=f"{entry.body}\n\n{chance.choice(PLACES).format(**told)}",
        tags=(*entry.tags, first.lower(), canary),
        people=(*entry.people, f"{first} {last}"),
        links=(*entry.links, Link(rel=Rel.ABOUT, ref=chance.randint(1, 200))),
    )


@pytest.fixture
def years(vault: OpenVault) -> Callable[[Language], tuple[list[Entry], tuple[Person, ...]]]:
    """Return what lives a year in the vault and gives its entries and people."""

    def live(language: Language) -> tuple[list[Entry], tuple[Person, ...]]:
        notebook = open_notebook(vault)
        first = {line.ref for line in reading.newest(notebook, Filter(), 1000)}
        fictitious_year.live(notebook, language)
        refs = [line.ref for line in reading.newest(notebook, Filter(), 1000) if line.ref not in first]
        with notebook.store.reading() as tx:
            written = list(entries.get_many(tx, refs))
        people = tuple(known_people.people(notebook))
        notebook.store.close()
        return written, people

    return live


@pytest.mark.slow_proof
def test_only_the_selection_leaves_and_under_aliases(
    years: Callable[[Language], tuple[list[Entry], tuple[Person, ...]]],
    proof_count: Callable[[int, int], int],
    layers: Callable[[bytes], bytes],
    pdf_text: Callable[..., str],
    hidden_forms: Callable[[str], list[bytes]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import pyrage

    chance = random.Random(20261124)
    traces = {name: _word(chance) for name in ("USER", "LOGNAME", "USERNAME", "HOSTNAME", "COMPUTERNAME")}
    for name, told in traces.items():
        monkeypatch.setenv(name, told)
    machine = [*traces.values(), socket.gethostname(), str(Path.cwd()), "site-packages"]
    machine = [trace.lower() for trace in machine if len(trace) > 4]
    invented = tuple(
        Person(name=f"{_word(chance).capitalize()} {_word(chance).capitalize()}", alias=f"N-1 {letter}")
        for letter in "ABCDEFGH"
    )
    canaries: dict[int, str] = {}
    written, known = [], invented
    for language in languages():
        of_year, people = years(language)
        known = (*known, *people)
        for entry in of_year:
            canaries[entry.ref] = _word(chance)
            written.append(_marked(chance, entry, canaries[entry.ref], invented))
    material = Material(tuple(written), known)
    private = {entry.ref for entry in written if spec_of(entry.kind).private or entry.state is State.SEALED}
    invented_names = [part.lower().encode() for person in invented for part in person.name.split()]
    shown_names = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in _names_of(known)))
    hidden = {ref: [each.lower() for each in hidden_forms(canary)] for ref, canary in canaries.items()}
    identity = pyrage.x25519.Identity.generate()
    key = str(identity.to_public())
    for turn in range(proof_count(12, 1000)):
        form, protection = WAYS[turn % len(WAYS)]
        audience = chance.choice((Audience.PRACTITIONER, Audience.GROUP, Audience.ME))
        refs = tuple(chance.sample(sorted(canaries), chance.randint(1, 8)))
        leaving = [ref for ref in refs if ref not in private]
        if not leaving:
            continue
        selection = Selection(
            refs=refs, audience=audience, dates=chance.choice(tuple(Dates)), language=chance.choice(languages())
        )
        preview = compose(material, selection)
        plain = render(preview.document, form)
        encryption = Encryption(protection, SECRET, key if protection is Protection.AGE else "")
        left = protect(plain, encryption, preview.document)
        inside = layers(plain) + layers(left)
        if form == FileFormat.PDF:
            inside += pdf_text(plain).encode()
        inside = inside.lower()
        assert not [ref for ref in canaries if ref not in leaving and any(each in inside for each in hidden[ref])]
        assert form == FileFormat.PDF or all(canaries[ref].encode() in inside for ref in leaving)
        assert not [trace for trace in machine if trace.encode() in inside]
        if audience.outside:
            assert not [name for name in invented_names if name in inside]
            assert shown_names.search(fold(preview.document.model_dump_json())) is None
        if protection is not Protection.NONE:
            assert not any(canaries[ref].encode() in layers(left) for ref in leaving)
            if protection is Protection.HTML:  # the page around it brings the style
                plain = plain.replace(f"<style>{style()}</style>".encode(), b"", 1)
            assert _opened(left, protection, identity, pdf_text) == (pdf_text(plain) if left[:4] == b"%PDF" else plain)


def _names_of(people: tuple[Person, ...]) -> list[str]:
    """Return every way in which the year's people are named and that is no ordinary word."""
    return sorted({fold(name) for person in people for name in (person.name, *person.forms)} - ordinary())


def _opened(left: bytes, protection: Protection, identity: Any, pdf_text: Callable[..., str]) -> object:
    """Return what a reader finds behind the protection: the very file, or the text of a PDF that was encrypted."""
    if protection is Protection.AGE:
        import pyrage

        return pyrage.decrypt(left, [identity])
    return _opened_page(left.decode()) if protection is Protection.HTML else pdf_text(left, SECRET)


def _opened_page(page: str) -> bytes:
    import base64

    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA512
    from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

    told = dict(re.findall(r'data-(\w+)="([^"]*)"', page))
    salt, iv, purpose, sealed = (base64.b64decode(told[name]) for name in ("salt", "iv", "purpose", "sealed"))
    key = PBKDF2HMAC(algorithm=SHA512(), length=32, salt=salt, iterations=int(told["rounds"])).derive(SECRET.encode())
    return AESGCM(key).decrypt(iv, sealed, purpose)
