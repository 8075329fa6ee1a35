"""Keys of a run: those that mean something in it."""

from journal.language import _
from journal.practice import questioning
from journal.practice.questioning import Run
from screens.frame.command import Command


def keys_for(run: Run | None, commands: list[Command]) -> list[Command]:
    """Return the keys that mean something: the situation and the other form only where it asks something else."""
    absent = {"situation"} if run is None or run.about is None else set()
    absent |= {"form"} if run is None or questioning.other_form(run) is None else set()
    there = [one for one in commands if one.action not in absent]
    if run and run.prompts and run.at == run.prompts[0].id and run.following is None:
        # nothing is before it: the keys that lead somewhere have the room in the footer
        there = [one._replace(footer=0) if one.action == "previous" else one for one in there]
    long = _("the long form")
    return [one._replace(title=long) if one.action == "form" and run and run.short else one for one in there]
