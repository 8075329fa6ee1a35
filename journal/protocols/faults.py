"""Faults: what is wrong with a protocol file, said in one sentence, with the line where that is known."""

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from journal.language import N_, _, languages
from journal.model.protocol import MOST_PROMPTS
from journal.protocols.places import Places

_MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the line it is on (None when it concerns the whole file) and the reason."""

    line: int | None
    reason: str

    def sentence(self) -> str:
        """Return the fault as one line."""
        if self.line is None:
            return self.reason
        return _("Line {line}: {reason}").format(line=self.line, reason=self.reason)


_WRONG_TYPE = N_("“{field}” has the wrong type.")
_TYPES = {
    "int": N_("“{field}” has the wrong type: a whole number is needed."),
    "string": N_("“{field}” has the wrong type: a text in quotation marks is needed."),
    "bool": N_("“{field}” has the wrong type: true or false is needed."),
    "tuple": N_("“{field}” has the wrong type: a list is needed."),
    "model": N_("“{field}” has the wrong type: a table is needed."),
}
_REASONS = {
    "missing_language": N_("“{field}” is missing."),
    "missing": N_("“{field}” is missing."),
    "extra_forbidden": N_("“{field}” is not known here."),
    "enum": N_("“{field}” has a value that is not one of these: {expected}."),
    "literal_error": N_("“{field}” has a value that is not one of these: {expected}."),
    "string_pattern_mismatch": N_("“{field}” may hold small letters, digits and hyphens only."),
    "string_too_long": N_("“{field}” is longer than {max_length} characters."),
    "string_too_short": N_("“{field}” is empty."),
    "too_short": N_("“{field}” is empty."),
    "too_long": N_("“{field}” has too many items; {max_length} at most."),
    "greater_than_equal": N_("“{field}” must be at least {ge}."),
    "less_than_equal": N_("“{field}” must be at most {le}."),
    "question_too_long": N_("The question ({language}) is longer than two lines of 72 columns."),
    "field_needed": N_("A prompt of kind “{kind}” needs “{field}”."),
    "field_foreign": N_("A prompt of kind “{kind}” cannot have “{field}”."),
    "duplicate_id": N_("The id “{id}” is used twice."),
    "unknown_prompt": N_("“{prompt}” refers to “{target}”, which is not there."),
    "later_prompt": N_("“{prompt}” refers to “{target}”, which is not asked before it."),
    "cycle": N_("“{prompt}” and “{target}” wait for each other."),
    "no_closure": N_("No prompt has the role “{closure}”, on which the protocol says that it ends."),
    "half_short": N_("A short form needs both: “short_minutes”, and prompts marked “short”."),
    "about_without_review": N_("“about” is for a review: “review” is missing."),
    "short_without_closure": N_("No prompt of the short form has the role “{closure}”, on which the protocol ends."),
}


def faults_of(error: ValidationError, places: Places) -> tuple[Fault, ...]:
    """Turn what validation found into sentences, in the order of the file."""
    found: dict[tuple[int | None, str], Fault] = {}
    for one in error.errors(include_url=False, include_input=False):
        context: dict[str, Any] = dict(one.get("ctx") or {})
        where = _where(one["loc"], context)
        if one["type"] == "missing_language":
            where = (*where, context["language"])
        facts = {"field": _field(where), "expected": "", "max_length": MOST_PROMPTS} | context
        facts["expected"] = (
            str(facts["expected"]).replace(" or ", ", ").replace("'", "")
        )  # the library says it in English
        reason = _(_REASONS.get(one["type"]) or _TYPES.get(one["type"].split("_")[0], _WRONG_TYPE)).format(**facts)
        fault = Fault(places.line_of(where), reason)
        found.setdefault((fault.line, fault.reason), fault)
    in_order = sorted(found.values(), key=lambda fault: (fault.line is None, fault.line or 0))
    return tuple(in_order[:_MOST_FAULTS])


def _field(where: tuple[int | str, ...]) -> str:
    """Return the name of what is wrong as one writes it: a text of one language with what it is a text of."""
    names = [str(part) for part in where if isinstance(part, str)]
    if not names:
        return "prompts"
    return ".".join(names[-2:]) if names[-1] in languages() else names[-1]


def _where(loc: tuple[int | str, ...], context: dict[str, Any]) -> tuple[int | str, ...]:
    """Return where in the file a fault is; rules about several prompts name theirs by number."""
    if loc in ((), ("prompts",)) and "number" in context:
        return ("prompts", context["number"])
    unions = {"constrained-int", "constrained-str", "int", "str", "by_language"}
    return tuple(part for part in loc if part not in unions)
