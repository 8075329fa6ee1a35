"""Keys of this room’s pages: rows of the one table of commands."""

from journal.language import N_
from screens.frame.command import FOUND, Command, Section

# fmt: off
SECTIONS: tuple[Section, ...] = (
    Section(N_("Check-in"), (
        Command("checkin.keep", N_("keep"), N_("Save what was noted, and stay."), "ctrl+s", "save", "checkin", 10),
        Command("checkin.week", N_("day or week"),
            N_("Go to the six questions of the week, or back to those of the day."),
            "f2", "week", "checkin", 20),
        Command("checkin.curve", N_("my curve"), N_("See your own curve, and who to talk to."),
            "f4", "curve", "checkin", 30),
        Command("checkin.back", N_("save and go back"), N_("Save what was noted and go back."),
            "escape", "back", "checkin", 50),
        Command("checkin.drop", N_("do not save"), N_("Go back without saving anything."), "f8", "drop", "checkin", 40),
        Command("curve.longer", N_("further back"), N_("Look further back: weeks, months, a year."),
            "f", "longer", "curve", 5),
        Command("curve.edit", N_("change the page"), N_("Change who to talk to."), "e", "edit", "curve", 10),
        Command("curve.country", N_("another country"), N_("Show the numbers of another country, from now on."),
            "c", "country", "curve", 8),
        Command("contacts.keep", N_("keep"), N_("Save what you have written."), "ctrl+s", "save", "contacts", 10),
        Command("found.curve", N_("my curve"), N_("See your own curve, and who to talk to."), "", "app.open('curve')",
            FOUND, opens="curve", words=N_("load, mood, trend, graph, months")),
        Command("found.whom", N_("who to talk to"), N_("See who to talk to when it weighs: people, numbers."),
            "", "app.open('whom')", FOUND, opens="whom",
            words=N_("help, health, doctor, burnout, exhausted, distress, emergency, numbers, harassment")),
    )),
)
# fmt: on
