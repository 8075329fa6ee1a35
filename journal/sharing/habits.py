"""Habits: how the manager shared last time with each audience, so that the next time takes two keys."""

from pydantic import Field

from journal.model.audience import Audience
from journal.model.disclosure import FileFormat, Protection
from journal.model.frozen import Frozen, KnownLanguage, Line
from journal.model.recipient import Recipient
from journal.same_name import name_key
from journal.sharing.rendering.formats import renderer
from journal.sharing.repository import Keeper, recipients
from journal.store import preferences

_HABITS = "sharing.habits"
_FORMS = "forms"


class Habit(Frozen):
    """To whom, in which form, closed how and into which folder something left last; names only, never a secret."""

    recipient: Line = ""
    format: FileFormat = FileFormat.PDF
    protection: Protection = Protection.PDF
    folder: str = ""
    language: KnownLanguage | None = None  # of the words around what leaves; None follows the manager's own


class _Forms(Frozen):
    """How something left last to each recipient, by name; closed forms only."""

    of: dict[str, Habit] = Field(default_factory=dict)


def habit(keeper: Keeper, audience: Audience) -> Habit:
    """Return the habit for an audience: a protected PDF at first."""
    with keeper.store.reading() as tx:
        kept = (preferences.get(tx, _HABITS) or {}).get(audience.value)
    return Habit.model_validate(kept) if kept else Habit()


def proposed(keeper: Keeper, audience: Audience, led: str = "") -> Recipient | None:
    """Return to whom it is proposed to send: whom it leads to by name, or the only one kept; nobody when last time was.

    Whoever received something last is never proposed for that alone.
    """
    kept = [each for each in recipients(keeper) if each.audience is audience]
    named = next((each for each in kept if led and name_key(each.name) == name_key(led)), None)
    return named or (kept[0] if len(kept) == 1 and not went_to_nobody(keeper, audience) else None)


def went_to_nobody(keeper: Keeper, audience: Audience) -> bool:
    """Whether something left for an audience last time, to nobody by name."""
    last = habit(keeper, audience)
    return bool(last.folder) and not last.recipient


def remember(keeper: Keeper, audience: Audience, chosen: Habit) -> None:
    """Keep how something left, for the next time; of what left open, not how it left."""
    with keeper.store.writing() as tx:
        kept = preferences.get(tx, _HABITS) or {}
        closed = chosen.protection is not Protection.NONE
        by_name = _Forms.model_validate(kept.get(_FORMS) or {})
        if not closed:
            before = by_name.of.get(chosen.recipient, Habit())
            chosen = chosen.with_(format=before.format, protection=before.protection)
        elif chosen.recipient:
            by_name = _Forms(of={**by_name.of, chosen.recipient: chosen.with_(folder="", language=None)})
        told = {audience.value: chosen.model_dump(mode="json")}
        preferences.put(tx, _HABITS, {**kept, **told, _FORMS: by_name.model_dump(mode="json")})


def closed_as(keeper: Keeper, recipient: Recipient) -> tuple[FileFormat, Protection]:
    """Return the form and protection that are proposed: the last closed ones of a recipient, else those preferred."""
    with keeper.store.reading() as tx:
        kept = _Forms.model_validate((preferences.get(tx, _HABITS) or {}).get(_FORMS) or {}).of.get(recipient.name)
    return (
        (kept.format, kept.protection) if kept else (recipient.format, closed(recipient.format, recipient.protection))
    )


def closed(form: FileFormat, protection: Protection = Protection.NONE) -> Protection:
    """Return how a file of this form is closed: as was wished, and never not at all."""
    return protection if protection is not Protection.NONE else renderer(form).own_protection or Protection.AGE
