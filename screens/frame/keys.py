"""Keys of the pages that the frame brings, and the way back that every page has unless it says otherwise."""

from journal.language import N_
from screens.frame.command import BACK, CHOOSES, OPENS, REMOVES, Command, Section

# fmt: off
SECTIONS: tuple[Section, ...] = (
    Section(N_("Other pages"), (
        Command("page.back", N_("back"), N_("Go back."), "escape", "back", BACK, 50),
        Command("rows.open", N_("open"), N_("Open what is chosen."), "enter", "choose_row", OPENS, 10),
        Command("rows.choose", N_("choose"), N_("Choose the line you are on."), "enter", "choose_row", CHOOSES, 10),
        Command("removed.trash", N_("trash"), N_("Throw away what you are on; it can come back."),
            "t", "trash", REMOVES, 60),
        Command("removed.undo", N_("bring back"), N_("Bring back what this page just threw away."),
            "u", "undo", REMOVES),
        Command("fields.keep", N_("keep"), N_("Save what you have written."), "ctrl+s", "save", "fields", 45),
        Command("fields.next", N_("move on"), N_("Go to the next field; with shift to the one before."),
            "tab", "app.focus_next", "fields", 47),
        Command("fields.choose", N_("choose"), N_("Choose the option you are on; arrows go from one to the other."),
            "space", "choose_option", "fields", 20),
        Command("fields.calendar", N_("choose a day"), N_("Choose the day in a month."),
            "f12", "calendar", "fields", 30),
        Command("fields.back", N_("save and go back"), N_("Save it and go back."), "escape", "back", "fields", 50),
        Command("help.back", N_("back"), N_("Go back."), "escape,q", "back", "help", 10, locked=True),
    )),
)
# fmt: on
