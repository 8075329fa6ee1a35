"""Keys of the visit: rows of the one table of commands."""

from journal.language import N_
from screens.frame.command import VISIT, Command, Section

# fmt: off
SECTIONS: tuple[Section, ...] = (
    Section(N_("The visit of the demo"), (
        Command("visit.on", N_("go on"), N_("Go on with the visit, or back to it."), "ctrl+t", "app.visit_on", VISIT),
        Command("visit.end", N_("end the visit"), N_("End the visit; the demo stays as it is."),
            "ctrl+r", "app.visit_end", VISIT),
    )),
)
# fmt: on
