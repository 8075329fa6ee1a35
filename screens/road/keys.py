"""Keys of this room’s pages: rows of the one table of commands."""

from journal.language import N_
from screens.frame.command import Command, Section

# fmt: off
SECTIONS: tuple[Section, ...] = (
    Section(N_("The road"), (
        Command("milestone.open", N_("open"), N_("Begin this part, go on with it, or read what you said."),
            "enter", "open", "milestone", 10),
        Command("milestone.again", N_("ask again"), N_("Answer this part once more; what you said stays."),
            "r", "again", "milestone", 20),
        Command("road_objective.open", N_("open"), N_("Open the row you are on."),
            "enter", "open", "road_objective", 10),
        Command("road_objective.choose", N_("choose"), N_("Let this entry bear witness, or no longer."),
            "space", "choose", "road_objective", 12),
        Command("road_objective.find", N_("find"), N_("Look for entries by words of your own."),
            "f", "find", "road_objective", 20),
        Command("road_objective.again", N_("ask again"), N_("Answer the questions once more; what you said stays."),
            "r", "again", "road_objective", 30),
        Command("road_objective.statement", N_("a line"), N_("Write a line that the sponsor may read one day."),
            "w", "statement", "road_objective", 40),
    )),
)
# fmt: on
