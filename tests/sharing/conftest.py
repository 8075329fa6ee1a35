"""A vault with a few people and entries, and what is made of them without a vault."""

import base64
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pytest

from journal.language import choose
from journal.model.audience import Audience
from journal.model.disclosure import FileFormat
from journal.model.entry import Entry, Link, NewEntry, Rel
from journal.model.kind import Kind
from journal.model.person import Person
from journal.model.session import SessionDetails
from journal.sharing.previewing import Preview
from journal.sharing.rendering import render
from journal.sharing.repository import prepare
from journal.sharing.selecting import Selection
from journal.store import entry_writing, people
from journal.store.store import Store
from journal.vault.vault import OpenVault

NOW = datetime(2026, 11, 12, 18, 42, tzinfo=UTC)
SENT = date(2026, 11, 29)
AHEAD = datetime(2026, 12, 1, 9, tzinfo=UTC)
BEFORE = datetime(2026, 11, 5, 9, tzinfo=UTC)
WRITTEN = datetime(2026, 11, 12, 19, 7, 31, 250_000, tzinfo=UTC)
PEOPLE = (
    Person(name="Karim Benali", alias="N-1 A", forms=("KB", "K.B.")),
    Person(name="Rose Petit", alias="ma cheffe"),
    Person(name="Pierre Lenoir", alias="mon N+1"),
)


def an_entry(ref: int, kind: Kind = Kind.SITUATION, **fields: Any) -> Entry:
    """Return an entry as the vault would."""
    told = {"ref": ref, "kind": kind, "happened_at": NOW, "created_at": WRITTEN, "updated_at": WRITTEN, "revision": 1}
    return Entry.model_validate(told | fields)


@dataclass
class Keeper:
    """An open store and a clock that tests can move."""

    store: Store
    now: datetime = NOW
    written: list[Entry] = field(default_factory=list)

    def clock(self) -> datetime:
        """Return the time now."""
        return self.now

    def write(self, kind: Kind = Kind.SITUATION, **fields: Any) -> Entry:
        """Keep an entry."""
        new = NewEntry.model_validate({"kind": kind, "happened_at": self.now} | fields)
        with self.store.writing() as tx:
            return entry_writing.add(tx, new, self.now)

    def change(self, entry: Entry) -> Entry:
        """Keep a change."""
        with self.store.writing() as tx:
            return entry_writing.change(tx, entry, self.now)


@pytest.fixture
def keeper(vault: OpenVault) -> Iterator[Keeper]:
    """Return a notebook's essence: an open store with people, and the time."""
    store = Store.open(vault)
    with store.writing() as tx:
        for person in PEOPLE:
            people.keep_person(tx, person)
    yield Keeper(store)
    store.close()


class Way:
    """A road with a session behind, one ahead, and somebody's name in every place that may leave."""

    def __init__(self, keeper: Any) -> None:
        self.keeper = keeper
        part, source, about = (lambda ref, rel=rel: Link(rel=rel, ref=ref) for rel in ("part_of", "source", "about"))
        write = keeper.write
        self.engagement = write(Kind.ENGAGEMENT, title="Karim", state="development", happened_at=BEFORE)
        of = (part(self.engagement.ref),)
        self.held = write(
            Kind.SESSION, title="S", links=of, state="held", happened_at=BEFORE, details={"number": 6, "minutes": 90}
        )
        self.kept = write(Kind.LEARNING, title="Karim attend.", links=(source(self.held.ref),))
        self.plan = write(Kind.PLAN, title="Laisser Karim décider", details={"obstacle": "Karim insiste"})
        outcome = {"on": "2026-11-12", "became": "done", "helped": "Karim a ri."}
        self.step = write(
            Kind.STEP, title="Si Karim vient, alors j’attends", links=(part(self.plan.ref),), state="done",
            details={"then": "x", "outcomes": [outcome], "review_on": "2026-11-30"},
        )  # fmt: skip
        rated = {"signs": ["Karim tranche."], "ratings": [{"on": "2026-06-01", "value": 3}]}
        self.objective = write(Kind.OBJECTIVE, title="Écouter Karim", links=of, details=rated)
        evidence = Link(rel=Rel.EVIDENCE, ref=self.objective.ref)
        self.scene = write(title="Le CODIR et Karim", body="Karim a parlé.", links=(evidence,))
        asked = "### Où ?\n\nChez Karim."
        self.reflection = write(Kind.REFLECTION, title="Au ralenti", body=asked, links=(about(self.scene.ref),))
        self.weather = write(Kind.CHECKIN, title="Météo", body="gris canari")
        self.unchosen = write(title="Canari oublié", body="canari")
        details = {
            "number": 7,
            "question": "Que dire à Karim ?",
            "expectation": "Ne pas juger Karim.",
            "notes": "canari",
        }
        brings = [Link(rel=Rel.BRINGS, ref=each.ref) for each in (self.reflection, self.scene, self.weather)]
        self.ahead: Entry = write(
            Kind.SESSION,
            title="S",
            links=(*of, *brings),
            state="prepared",
            happened_at=AHEAD,
            details=details | {"notes": "canari"},
        )

    def preview(self, *further: int, **fields: Any) -> Preview:
        chosen = {"audience": Audience.PRACTITIONER, "language": "fr", "on": SENT, "signature": "K. B."} | fields
        return prepare(self.keeper, Selection(refs=(self.ahead.ref, *further), **chosen))

    def change(self, **details: Any) -> None:
        changed = self.ahead.details_as(SessionDetails).with_(**details)
        self.ahead = self.keeper.change(self.ahead.with_(details=changed))

    def take_along(self) -> "Way":
        """Tick what was gathered around what is brought, but ratings and evidence."""
        for line in self.preview().lines:
            if line.key.startswith(("took:", "moved:", "plan:", "objective:")):
                self.tick(line.key, ticked=True)
        return self

    def tick(self, key: str, *, ticked: bool) -> None:
        details = self.ahead.details_as(SessionDetails).ticked(key, leaves=ticked)
        self.ahead = self.keeper.change(self.ahead.with_(details=details))


@pytest.fixture
def way(keeper: Any) -> Way:
    choose("fr")
    return Way(keeper)


def markdown_of(preview: Preview) -> str:
    """Return a preview as Markdown."""
    return render(preview.document, FileFormat("md")).decode()


@pytest.fixture
def entry() -> Callable[..., Entry]:
    """Return the maker of entries."""
    return an_entry


@pytest.fixture
def known() -> tuple[Person, ...]:
    """Return the people of the journal."""
    return PEOPLE


_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_HEX_UTF16 = re.compile(rb"<FEFF([0-9A-Fa-f]+)>")


def _layers(content: bytes) -> bytes:
    """Return the content together with its decompressed parts."""
    parts = [content]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts += [archive.read(name) for name in archive.namelist()]
            parts += [archive.comment, *(name.encode() for name in archive.namelist())]
    if content.startswith(b"%PDF"):
        for match in _STREAM.finditer(content):
            try:
                parts.append(zlib.decompressobj().decompress(match.group(1)))
            except zlib.error:
                continue
        parts += [bytes.fromhex(found.decode()) for found in _HEX_UTF16.findall(content) if len(found) % 2 == 0]
    return b"\n".join(parts)


def _pdf_text(content: bytes, password: str = "") -> str:
    """Return every string that the pages of a PDF show, through its fonts' own maps to Unicode."""
    import pikepdf

    told = []
    with pikepdf.open(io.BytesIO(content), password=password) as pdf:
        for page in pdf.pages:
            maps = {str(name): _unicode_map(font) for name, font in (page.resources.get("/Font") or {}).items()}
            current: dict[bytes, str] = {}
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "Tf":
                    current = maps[str(operands[0])]
                elif str(operator) in ("Tj", "TJ"):
                    shown = operands[0] if str(operator) == "TJ" else [operands[0]]
                    for piece in shown:
                        if isinstance(piece, pikepdf.String):
                            raw = bytes(piece)
                            told += [current.get(raw[at : at + 2], "\ufffd") for at in range(0, len(raw), 2)]
    return "".join(told)


def _unicode_map(font: object) -> dict[bytes, str]:
    source = font.ToUnicode.read_bytes().decode("latin-1")  # type: ignore[attr-defined]  # a pikepdf dictionary
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", source, re.DOTALL):
        for code, text in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", block):
            found[bytes.fromhex(code)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", source, re.DOTALL):
        for first, last, text in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", block):
            start = int(text, 16)
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[(int(first, 16) + step).to_bytes(len(first) // 2, "big")] = chr(start + step)
    return found


def _forms(canary: str) -> list[bytes]:
    """Return a text as it could lie hidden in a file."""
    plain = canary.encode()
    return [
        plain,
        canary.encode("utf-16-le"),
        canary.encode("utf-16-be"),
        base64.b64encode(plain)[:-4],
        plain.hex().encode(),
    ]


@pytest.fixture
def layers() -> Callable[[bytes], bytes]:
    """Return what gives a file's content with all that can be decompressed from it."""
    return _layers


@pytest.fixture
def pdf_text() -> Callable[..., str]:
    """Return what reads the text of a PDF."""
    return _pdf_text


@pytest.fixture
def hidden_forms() -> Callable[[str], list[bytes]]:
    """Return what gives a text as it could lie hidden in a file."""
    return _forms


HOSTILE = (
    "<script>alert('{n}')</script>",
    "<img src=x onerror=alert({n})>",
    "[click](javascript:alert({n}))",
    "![i](http://evil.example/{n}.png)",
    "[a]: http://evil.example/{n} 'x'\n\n[a] ![a]",
    '#import "@preview/evil:{n}": *; #read("/etc/passwd") $x^{n}$',
    '=HYPERLINK("http://evil.example/{n}";"x")',
    ") Tj ET /OpenAction << /S /JavaScript /JS (app.alert({n})) >> (",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;{n}&lt;",
    "</style></script><svg onload=alert({n})>",
    "{n}</w:t></w:r><w:fldSimple w:instr='DDEAUTO cmd'/>",
    "\x1b]8;;http://evil.example/{n}\x07x\x1b]8;;\x07 \u202egnp.exe{n}",
    "#" * 9 + " {n} " + "> " * 60 + "- " * 60,
    "`" * 7 + " {n} <b> " + "`" * 3,
    "<https://evil.example/{n}> <data:text/html,{n}> [x](data:text/html,{n})",
    '\\ {n} \\# "quoted" #let x = {{}} @label <label>',
)


@pytest.fixture
def hostile() -> Callable[[int], list[str]]:
    """Return the maker of hostile texts, each with its number in four figures."""
    return lambda count: [HOSTILE[number % len(HOSTILE)].replace("{n}", f"{number:04}") for number in range(count)]
