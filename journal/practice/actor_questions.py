"""The questions of `actors` and the map are one thing: who was named stands on it, as near as was said."""

import re
from collections.abc import Iterator

from pydantic import ValidationError

from journal.hygiene import LONGEST_NAME, one_line
from journal.model.actor_map import Actor, Distance
from journal.model.entry import Entry, Ref
from journal.model.reflection import ReflectionDetails
from journal.practice import actors, reading
from journal.practice.notebook import Notebook
from journal.practice.run import typed_form

PROTOCOL = "actors"
_DISTANCES = (Distance.NEAR, Distance.WITHIN_REACH, Distance.FAR, Distance.NOT_YET)
"""The fields of the question on distance, in its order."""
_BETWEEN_NAMES = re.compile(r"\s*[,;·\n]\s*|\s+(?:et|and)\s+")


def map_of(notebook: Notebook, reflection: Ref) -> Entry:
    """Return the map with everybody on it whom a run through the questions named."""
    details = reading.entry(notebook, reflection).details_as(ReflectionDetails)
    answers = {asked.prompt: typed_form(asked.answer) for asked in details.asked}
    return actors.add(notebook, list(_named(answers)))


def _named(answers: dict[str, str]) -> Iterator[Actor]:
    told = dict.fromkeys(map(one_line, answers.get("who", "").split("\n")), Distance.WITHIN_REACH)
    fields = answers.get("distance", "").split("\n")
    for distance, line in zip(_DISTANCES, fields, strict=False):
        told |= dict.fromkeys(_BETWEEN_NAMES.split(line), distance)
    one = [*answers.get("one", "").split("\n"), "", "", "", ""]
    between = {"expects": one[1], "gives": one[2], "needs": one[3]}
    about = one_line(one[0]).casefold()
    if about:
        told.setdefault(next((name for name in told if name.casefold() == about), one_line(one[0])), _DISTANCES[1])
    for name, distance in told.items():
        try:
            yield Actor(name=name[:LONGEST_NAME], distance=distance, **(between if name.casefold() == about else {}))
        except ValidationError:  # an empty line names nobody
            continue
