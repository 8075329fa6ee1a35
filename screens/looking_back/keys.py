"""Keys of this room’s pages: rows of the one table of commands."""

from journal.language import N_
from screens.frame.command import Command, Section

# fmt: off
SECTIONS: tuple[Section, ...] = (
    Section(N_("Look back"), (
        Command("look_back.put_back", N_("put back"), N_("Open what is chosen; take an entry out of the trash."),
            "enter", "put_back", "look_back"),
        Command("look_back.destroy", N_("destroy"), N_("Destroy the chosen entry of the trash, versions included."),
            "d", "destroy", "look_back"),
    )),
)
# fmt: on
