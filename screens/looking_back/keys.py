"""Keys of this room’s pages: rows of the one table of commands."""

from journal.language import N_
from screens.frame.command import ROOM_LEFT, Command, Section

# fmt: off
SECTIONS: tuple[Section, ...] = (
    Section(N_("Look back"), (
        Command("look_back.red_thread", N_("the red thread"), N_("Follow your own words through the months."),
            "r", "red_thread", "look_back", ROOM_LEFT),
        Command("look_back.then_and_now", N_("then and now"), N_("Read an early page again, and tell it as of today."),
            "t", "then_and_now", "look_back", ROOM_LEFT),
        Command("look_back.open", N_("open"), N_("Open what is chosen."), "enter", "open", "look_back", 10),
        Command("look_back.put_back", N_("put back"), N_("Take the chosen entry out of the trash."),
            "u", "put_back", "look_back", 10),
        Command("look_back.destroy", N_("destroy"), N_("Destroy the chosen entry of the trash, versions included."),
            "d", "destroy", "look_back", 20),
        Command("red_thread.passages", N_("passages"), N_("Open the passages of the row you are on."),
            "enter", "passages", "red_thread", 10),
        Command("red_thread.compare", N_("two periods"), N_("Set two periods side by side: what is gone, what came."),
            "c", "compare", "red_thread", 20),
        Command("red_thread.earlier", N_("earlier months"), N_("Show the months before these, then the last again."),
            "b", "earlier", "red_thread", 30),
        Command("red_thread.group", N_("count together"), N_("Say which other spellings count as this word."),
            "g", "group", "red_thread", 40),
        Command("red_thread.place", N_("a place"), N_("Let this word be a place, or no longer."),
            "l", "place", "red_thread", 50),
        Command("red_thread.tick", N_("into the synthesis"),
            N_("Let this row be a line of the closing synthesis, or no longer; nothing else leaves from here."),
            "space", "tick", "red_thread", 55),
        Command("passages.open", N_("open"), N_("Open the entry in which the passage stands."),
            "enter", "open", "passages", 10),
        Command("two_periods.passages", N_("passages"), N_("Open the passages of the row you are on."),
            "enter", "passages", "two_periods", 10),
        Command("two_periods.other", N_("other periods"), N_("Compare longer or shorter periods."),
            "c", "other", "two_periods", 20),
        Command("early_page.tell", N_("tell it again"),
            N_("Tell this page as you see it today, without looking at it."),
            "enter", "tell", "early_page", 10),
        Command("early_page.another", N_("another"), N_("Offer another early page."),
            "a", "another", "early_page", 20),
        Command("early_page.open", N_("open the page"), N_("Open the early page itself."),
            "o", "open", "early_page", 30),
        Command("then_and_now.tick", N_("moved"), N_("Mark that this has moved, or no longer."),
            "space", "tick", "then_and_now", 10),
        Command("then_and_now.reword", N_("go on telling"), N_("Go on with what you tell today."),
            "r", "reword", "then_and_now", 20),
        Command("then_and_now.another", N_("another"), N_("Offer another early page."),
            "a", "another", "then_and_now", 30),
    )),
)
# fmt: on
