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
        Command("road_objective.choose", N_("choose"), N_("Let this entry count as evidence, or no longer."),
            "space", "choose", "road_objective", 12),
        Command("road_objective.find", N_("find"), N_("Look for entries by words of your own."),
            "f", "find", "road_objective", 20),
        Command("road_objective.again", N_("ask again"), N_("Answer the questions once more; what you said stays."),
            "r", "again", "road_objective", 30),
        Command("road_objective.statement", N_("a line"), N_("Write a line that the sponsor may read one day."),
            "w", "statement", "road_objective", 40),
        Command("meeting.open", N_("open"), N_("Open the row you are on."), "enter", "open", "meeting", 10),
        Command("meeting.agree", N_("agreed by all"),
            N_("Mark the line as agreed by all, or no longer; leave a validated line out, or tell it."),
            "space", "agree", "meeting", 12),
        Command("meeting.objective", N_("make it an objective"), N_("Make the expectation a shared objective."),
            "o", "objective", "meeting", 20),
        Command("meeting.for_me", N_("for me"), N_("Show the page you take along yourself."),
            "p", "for_me", "meeting", 30),
        Command("meeting.for_three", N_("for three"), N_("Show exactly what the page for the three of you holds."),
            "t", "for_three", "meeting", 32),
        Command("meeting.review", N_("my look"), N_("Open your own look at the road, which prepares this meeting."),
            "r", "review", "meeting", 40),
        Command("meeting.session", N_("session"), N_("Open notes, length and place of the session."),
            "i", "session", "meeting", 50),
        Command("synthesis.open", N_("reword"), N_("Put the line into other words, or add one."),
            "enter", "open", "synthesis", 10),
        Command("synthesis.tick", N_("keep or not"), N_("Keep this line in the synthesis, or leave it out."),
            "space", "tick", "synthesis", 12),
        Command("synthesis.source", N_("where from"), N_("Open the entry that the line came from."),
            "o", "source", "synthesis", 20),
        Command("synthesis.mine", N_("mine"), N_("See all that is kept, and take it along for yourself."),
            "x", "mine", "synthesis", 14),
        Command("synthesis.three", N_("for three"), N_("Show exactly what the page for the three of you holds."),
            "t", "three", "synthesis", 16),
        Command("synthesis.letter", N_("a letter"), N_("Write yourself a letter, to be sealed until a day."),
            "w", "letter", "synthesis", 40),
    )),
)
# fmt: on
