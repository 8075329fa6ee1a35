"""The pages of ours in WebKitGTK: a note is sealed, a locked page opens and sends questions back."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from journal.importing import phone_files, returned
from journal.sharing import phone, way_back
from tests.sharing.departures import SECRET, left, shown
from tests.sharing.test_in_a_browser import TYPE
from tests.sharing.test_phone_page import READY, SEAL, kept
from tests.sharing.test_way_back_in_a_browser import WRITE
from tests.sharing.webkit import WebKit

pytestmark = [
    pytest.mark.outside,
    pytest.mark.skipif(os.name == "nt", reason="WebKitGTK is a library of Linux"),
]


@pytest.fixture
def webkit() -> Iterator[WebKit]:
    started = WebKit()
    yield started
    started.close()


def test_a_note_is_sealed_and_its_text_is_gone(keeper: Any, tmp_path: Path, webkit: WebKit) -> None:
    page, _words = phone.write(keeper, tmp_path, "fr")
    webkit.open(page)
    assert webkit.ask(READY) == "text"
    script = SEAL.replace("WHEN", json.dumps("hier 18h")).replace("HEAT", json.dumps({"before": "7"}))
    block = webkit.ask(script.replace("TEXT", json.dumps("Le hall\nTout le monde a vu.")))
    assert len(phone_files.take_text(keeper.store, block, keeper.now).refs) == 1
    assert [each.title for each in kept(keeper)] == ["Le hall"]
    assert webkit.ask("document.getElementById('text').value") == ""


def test_a_locked_page_opens_and_two_questions_come_back(keeper: Any, tmp_path: Path, webkit: WebKit) -> None:
    page = tmp_path / "a.html"
    left(keeper, shown(keeper), page)
    webkit.open(page)
    webkit.ask(TYPE.replace("PASSPHRASE", json.dumps("wrong")))
    assert "n’ouvre pas le document" in webkit.ask("document.querySelector('[role=status]').textContent")
    webkit.ask(TYPE.replace("PASSPHRASE", json.dumps(SECRET.replace("-", " ").upper())))
    assert webkit.ask("document.querySelectorAll('article').length") == 3
    asked = WRITE.replace("WHICH", json.dumps("copy")).replace("SECOND", json.dumps("Qu’avez-vous vu ?"))
    _heard, block = webkit.ask(asked.replace("LAST", json.dumps("Et ensuite ?")))
    (came,), refused = way_back.all_opened(keeper, returned.of_text(block))
    assert refused is None
    assert [(each.text, each.title) for each in came.texts] == [
        ("Qu’avez-vous vu ?", "Le planning"),
        ("Et ensuite ?", ""),
    ]
