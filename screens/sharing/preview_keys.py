"""Keys that fit a step of the preview: nothing is reworded before it is shown, nor ever for the sponsor."""

from journal.model.audience import Audience
from journal.sharing.previewing import Preview
from screens.sharing.to_check import ToCheck

_SETTLING = {"preview.pseudonym", "preview.once", "preview.keep"}


def fitting(audience: Audience | None, preview: Preview | None, checks: ToCheck) -> set[str]:
    """Return the commands of the page that can be asked for now."""
    keys = {"preview.share", "preview.back"}
    if audience is None:
        return keys
    keys |= {"preview.language"} | _looking(checks)
    if preview is not None and preview.lines:
        keys |= {"preview.lines"}
    if audience is Audience.SPONSOR:
        keeping = {"preview.keep"} if checks.suspects and not checks.folded else set()
        return keys | {"preview.objectives", "preview.days"} | keeping
    keys |= {"preview.dates", "preview.include"} | _settling(checks)
    return keys | {"preview.name"} if preview is not None else keys


def _looking(checks: ToCheck) -> set[str]:
    return {"preview.checks"} if checks.folds else set()


def _settling(checks: ToCheck) -> set[str]:
    """Return what can be done about words: only while they are seen."""
    if not checks.suspects or checks.folded:
        return set()
    return _SETTLING | ({"preview.omit"} if any(each.is_tag for each in checks.suspects) else set())
