"""A map of people leaves in every form under aliases: no name of anybody on it is in any file."""

from collections.abc import Callable

import pytest

from journal.model.actor_map import Actor, Distance
from journal.model.audience import Audience
from journal.model.disclosure import FileFormat
from journal.practice import actors
from journal.practice.notebook import Notebook, open_notebook
from journal.sharing.rendering import render
from journal.sharing.rendering.formats import names
from journal.sharing.repository import prepare
from journal.sharing.selecting import Names, Selection
from journal.vault.vault import OpenVault

CANARY = "Zybrandt"


@pytest.mark.parametrize("audience", [Audience.ME, Audience.PRACTITIONER, Audience.GROUP])
@pytest.mark.parametrize("form", names())
def test_a_name_on_the_map_is_in_no_file(
    vault: OpenVault, form: str, audience: Audience, layers: Callable[[bytes], bytes], pdf_text: Callable[..., str]
) -> None:
    notebook: Notebook = open_notebook(vault)
    one = Actor(name=CANARY, distance=Distance.FAR, expects="figures", talk=f"a coffee with {CANARY}")
    kept = actors.add(notebook, [one, Actor(name="Olivia", needs=f"{CANARY} to listen")])
    preview = prepare(notebook, Selection(refs=(kept.ref,), audience=audience, names=Names.ALIAS))
    content = render(preview.document, FileFormat(form))
    shown = pdf_text(content) if form == FileFormat.PDF else layers(content).decode(errors="replace")
    assert "figures" in shown
    for name in (CANARY, "Olivia"):
        assert name not in shown
        assert name.encode() not in layers(content)
    notebook.store.close()
