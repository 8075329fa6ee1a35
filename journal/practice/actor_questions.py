"""The questions of `actors` and the map are one thing: who was named stands on it, as near as was said."""

import re
from collections.abc import Callable, Iterator, Mapping

from pydantic import ValidationError

from journal.hygiene import LONGEST_NAME, one_line
from journal.model.actor_map import Actor, Distance
from journal.model.entry import Entry, Ref
from journal.model.reflection import ReflectionDetails
from journal.practice import actors, known_people, reading
from journal.practice.notebook import Notebook
from journal.practice.run import typed_form
from journal.practice.short_names import who_is
from journal.same_name import name_key

PROTOCOL = "actors"
_DISTANCES = (Distance.NEAR, Distance.WITHIN_REACH, Distance.FAR, Distance.NOT_YET)
"""The fields of the question on distance, in its order."""
_BETWEEN_NAMES = re.compile(r"\s*[,;·\n]\s*|\s+(?:et|and)\s+")


def map_of(notebook: Notebook, reflection: Ref, meant: Mapping[str, str] | None = None) -> Entry:
    """Return the map with everybody on it whom a run through the questions named; `meant` is who a short name is."""
    answers = _answers(notebook, reflection)
    around = _around(notebook, answers)
    chosen = meant or {}

    def whole(name: str) -> str:
        if name in chosen:
            return chosen[name]
        found = who_is(name, around)
        return found[0] if len(found) == 1 else name

    return actors.add(notebook, list(_named(answers, whole)))


def unclear(notebook: Notebook, reflection: Ref) -> dict[str, tuple[str, ...]]:
    """Return the short names in a run that could be either of several, with those."""
    answers = _answers(notebook, reflection)
    around = _around(notebook, answers)
    found = {name: who_is(name, around) for name in _said(answers)}
    return {name: several for name, several in found.items() if len(several) > 1}


def _answers(notebook: Notebook, reflection: Ref) -> dict[str, str]:
    details = reading.entry(notebook, reflection).details_as(ReflectionDetails)
    return {asked.prompt: typed_form(asked.answer) for asked in details.asked}


def _around(notebook: Notebook, answers: dict[str, str]) -> list[list[str]]:
    """Return who was just named, who stands on the map, and who is known, a circle each."""
    known = known_people.people(notebook)
    on_the_map = [each.name for each in actors.actors_of(actors.newest(notebook))]
    return [_listed(answers), on_the_map, [each.name for each in known]]


def _listed(answers: dict[str, str]) -> list[str]:
    return [name for line in answers.get("who", "").split("\n") if (name := one_line(line))]


def _said(answers: dict[str, str]) -> list[str]:
    """Return every name in the answers, once."""
    placed = (name for _distance, name in _placed(answers))
    return list(dict.fromkeys(filter(None, (*_listed(answers), *placed, one_line(_one(answers)[0])))))


def _placed(answers: dict[str, str]) -> Iterator[tuple[Distance, str]]:
    fields = answers.get("distance", "").split("\n")
    for distance, line in zip(_DISTANCES, fields, strict=False):
        yield from ((distance, name) for name in _BETWEEN_NAMES.split(line) if name)


def _one(answers: dict[str, str]) -> list[str]:
    return [*answers.get("one", "").split("\n"), "", "", "", ""]


def _named(answers: dict[str, str], whole: Callable[[str], str]) -> Iterator[Actor]:
    told = dict.fromkeys(map(whole, _listed(answers)), Distance.WITHIN_REACH)
    told |= {whole(name): distance for distance, name in _placed(answers)}
    one = _one(answers)
    between = {"expects": one[1], "gives": one[2], "needs": one[3]}
    about = whole(one_line(one[0])) if one_line(one[0]) else ""
    if about:
        told.setdefault(next((name for name in told if name_key(name) == name_key(about)), about), _DISTANCES[1])
    for name, distance in told.items():
        is_the_one = name_key(name) == name_key(about)
        try:
            yield Actor(name=name[:LONGEST_NAME], distance=distance, **(between if is_the_one else {}))
        except ValidationError:  # a name of signs that hide is nobody
            continue
