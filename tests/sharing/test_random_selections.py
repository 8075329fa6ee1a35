"""Random selections in every form: nothing of what was not selected, no real name, in raw or decompressed bytes."""

import random
import string
from collections.abc import Callable
from typing import Any

import pytest

from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.model.entry import Link, Rel
from journal.model.kind import Kind
from journal.model.person import Person
from journal.sharing.previewing import Material, compose
from journal.sharing.protecting import Closing, protect
from journal.sharing.rendering import render
from journal.sharing.selecting import Dates, Selection

ENTRIES = 60
PLACES = (
    "{name} m'a dit : {canary}.",
    "# {canary}\n\n- vu {upper}\n- et {first}'s team",
    "> {canary}\n\n`{name}` ({first}, {last})",
)


def _canary(chance: random.Random) -> str:
    return "zq" + "".join(chance.choices(string.ascii_lowercase, k=12))


def _people(chance: random.Random) -> tuple[Person, ...]:
    made = []
    for number in range(12):
        first, last = ("".join(chance.choices(string.ascii_lowercase, k=9)).capitalize() for _part in range(2))
        made.append(Person(name=f"{first} {last}", alias=f"N-1 {chr(65 + number)}"))
    return tuple(made)


def _written(
    chance: random.Random, entry: Callable[..., Any], ref: int, canary: str, people: tuple[Person, ...]
) -> Any:
    first, last = chance.choice(people).name.split()
    told = {"name": f"{first} {last}", "upper": last.upper(), "first": first, "last": last, "canary": canary}
    return entry(
        ref,
        chance.choice((Kind.SITUATION, Kind.SITUATION, Kind.LEARNING, Kind.CHECKIN)),
        title=f"{first} {canary}",
        body=chance.choice(PLACES).format(**told),
        tags=(first.lower(), canary),
        people=(f"{first} {last}",),
        links=(Link(rel=Rel.ABOUT, ref=chance.randint(1, ENTRIES)),),
    )


@pytest.mark.slow_proof
def test_only_the_selection_leaves_and_under_aliases(
    entry: Callable[..., Any],
    proof_count: Callable[[int, int], int],
    layers: Callable[[bytes], bytes],
    pdf_text: Callable[..., str],
    hidden_forms: Callable[[str], list[bytes]],
) -> None:
    import pyrage

    chance = random.Random(20261124)
    people = _people(chance)
    canaries = {ref: _canary(chance) for ref in range(1, ENTRIES + 1)}
    entries = [_written(chance, entry, ref, canary, people) for ref, canary in canaries.items()]
    material = Material(tuple(entries), people)
    identity = pyrage.x25519.Identity.generate()
    key = str(identity.to_public())
    ways = [(form, Protection.NONE) for form in FileFormat] + [(form, Protection.AGE) for form in FileFormat]
    ways += [(FileFormat.HTML, Protection.HTML), (FileFormat.PDF, Protection.PDF)]
    for turn in range(proof_count(24, 1000)):
        form, protection = ways[turn % len(ways)]
        audience = chance.choice((Audience.PRACTITIONER, Audience.GROUP, Audience.ME))
        refs = tuple(chance.sample(range(1, ENTRIES + 1), chance.randint(1, 8)))
        if all(entries[ref - 1].kind is Kind.CHECKIN for ref in refs):
            continue
        selection = Selection(refs=refs, audience=audience, dates=chance.choice(tuple(Dates)), language="fr")
        preview = compose(material, selection)
        plain = render(preview.document, form)
        closing = Closing(protection, "six words", key if protection is Protection.AGE else "")
        left = protect(plain, closing, preview.document)
        if protection is Protection.AGE:
            assert pyrage.decrypt(left, [identity]) == plain
        inside = layers(plain) + layers(left)
        if form is FileFormat.PDF:
            inside += pdf_text(plain).encode()
        inside = inside.lower()
        leaving = {ref for ref in refs if entries[ref - 1].kind is not Kind.CHECKIN}
        kept = [form_ for ref in canaries if ref not in leaving for form_ in hidden_forms(canaries[ref])]
        assert not [form_ for form_ in kept if form_.lower() in inside]
        assert form is FileFormat.PDF or all(canaries[ref].encode() in inside for ref in leaving)
        names = {part.lower().encode() for person in people for part in (person.name, *person.name.split())}
        assert not audience.outside or not [name for name in names if name in inside]
        if protection is not Protection.NONE:
            assert not any(canaries[ref].encode() in layers(left) for ref in leaving)
