"""Pages that left for somebody who may answer, and the answers that come back."""

from pathlib import Path
from typing import Any

from journal.importing import returned
from journal.model.audience import Audience
from journal.model.disclosure import Disclosure, FileFormat, Protection
from journal.model.returned import Returned
from journal.model.sealed_answer import SealedAnswer
from journal.sharing import way_back
from journal.sharing.delivering import Delivery, deliver
from journal.sharing.previewing import Preview
from journal.sharing.protecting import Encryption
from journal.sharing.repository import prepare
from journal.sharing.selecting import Selection

SECRET = "lampe-prince-bureau-savon-mars-cle"


def shown(keeper: Any, audience: Audience = Audience.PRACTITIONER) -> Preview:
    refs = tuple(
        keeper.write(title=title, body=body).ref
        for title, body in (("Le CODIR", "On a repoussé."), ("Le planning", "Je l’ai refait."), ("Le 20", "Au siège."))
    )
    return prepare(keeper, Selection(refs=refs, audience=audience, language="fr"))


def left(keeper: Any, preview: Preview, target: Path, protection: Protection = Protection.HTML) -> Disclosure:
    closing = Encryption(protection, SECRET if protection is not Protection.NONE else "")
    plain = protection is Protection.NONE
    return deliver(keeper, preview, Delivery(target, FileFormat.HTML, closing, "Mme Lenoir", plaintext=plain))


def opened(keeper: Any, text: str) -> Returned:
    (answer,) = returned.of_text(text).found
    assert isinstance(answer, SealedAnswer)
    return way_back.opened(keeper, answer)
