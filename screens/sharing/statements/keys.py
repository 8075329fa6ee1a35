"""Keys of this room’s pages: rows of the one table of commands."""

from journal.language import N_
from screens.frame.command import Command, Section

# fmt: off
SECTIONS: tuple[Section, ...] = (
    Section(N_("Progress statements"), (
        Command("statements.add", N_("add"), N_("Write a line."), "a", "add", "statements", 10),
        Command("statements.validate", N_("validate"), N_("Validate the line in writing."),
            "s", "validate", "statements", 20),
        Command("statements.unvalidate", N_("take back"), N_("Make the line a draft again; nobody asks why."),
            "u", "unvalidate", "statements", 30),
        Command("statements.trash", N_("trash"), N_("Put the line in the trash, from where it can come back."),
            "d", "trash", "statements"),
        Command("statements.report", N_("report"), N_("See the sponsor’s report as it would leave."),
            "t", "report", "statements", 40),
        Command("statement.sign", N_("validate"), N_("Keep the line and validate it in writing."),
            "f6", "sign", "statement", 20),
        Command("validation.validate", N_("validate"), N_("Validate exactly this line, in your name."),
            "enter", "validate", "validation", 10),
        Command("validation.back", N_("back"), N_("Go back; the line stays as it was."),
            "escape", "back", "validation", 20),
        Command("report.share", N_("share"), N_("Let the report leave; it is shown once more first."),
            "enter", "share", "report", 10),
    )),
)
# fmt: on
