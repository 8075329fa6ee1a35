"""Keys of this room’s pages: rows of the one table of commands."""

from journal.language import N_
from screens.frame.command import Command, Section

# fmt: off
SECTIONS: tuple[Section, ...] = (
    Section(N_("Writing a situation"), (
        Command("situation.keep", N_("keep"), N_("Save what you have written."), "ctrl+s", "save", "situation", 10),
        Command("situation.details", N_("details"), N_("Title, time, people, tags, what you recognise, intensity."),
            "tab", "details", "situation", 20),
        Command("situation.text", N_("the text"), N_("Go back through the details."),
            "shift+tab", "details(-1)", "situation", listed=False),
        Command("situation.question", N_("question this"), N_("Keep it, then question it with a protocol."),
            "ctrl+g", "question", "situation", 30),
        Command("situation.care", N_("who to talk to"), N_("Read who to talk to; your text stays as it is."), "f4",
            "care", "situation", listed=False),
        Command("situation.veil", N_("veil"), N_("Hide all but the line you write."), "f9", "veil", "situation", 40),
        Command("situation.calendar", N_("choose a day"), N_("Choose the day in a month."), "f12", "calendar",
            "situation", listed=False),
        Command("situation.throw", N_("throw away"), N_("Throw the draft away; what was kept stays as it was."),
            "f8", "throw_away", "situation"),
        Command("situation.back", N_("back"), N_("Go back; what you wrote is kept."),
            "escape", "back", "situation", 50),
    )),
)
# fmt: on
