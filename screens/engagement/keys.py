"""Keys of this room’s pages: rows of the one table of commands."""

from journal.language import N_
from screens.frame.command import Command, Section

# fmt: off
SECTIONS: tuple[Section, ...] = (
    Section(N_("Engagement"), (
        Command("engagement.open", N_("open"), N_("Open this part of the frame."), "enter", "open", "engagement", 10),
        Command("engagement.stage", N_("next stage"), N_("See what the next stage proposes, and move on."),
            "s", "stage", "engagement", 20),
        Command("engagement.back_a_stage", N_("a stage back"),
            N_("Go back to the stage before; sessions let go with it come back."),
            "u", "back_a_stage", "engagement", 25),
        Command("stage.choose", N_("choose"), N_("Move on, or open what the row stands for."),
            "enter", "choose", "stage", 10),
        Command("stage.back", N_("back"), N_("Go back; nothing is changed."), "escape", "back", "stage", 20),
        Command("engagement.agreed", N_("all agree"),
            N_("Note in one gesture that all agree: members to every clause, others to those nobody has agreed to."),
            "a", "agreed", "engagement", 15),
        Command("clause.parties", N_("all agree"), N_("Put in everybody’s name; take out whoever does not agree."),
            "f5", "parties", "clause", 12),
        Command("engagement.months", N_("over the months"), N_("See what the group changed, in your own words."),
            "o", "months", "engagement", 16),
        Command("engagement.learnt", N_("closing"),
            N_("What you learnt to do together, and what each member says at the end."),
            "g", "learnt", "engagement", 26),
        Command("group_months.open", N_("open"), N_("Open the page that the line comes from."),
            "enter", "open", "group_months", 10),
        Command("engagement.withdraw", N_("stop"), N_("End the coaching; nobody asks for a reason."),
            "w", "withdraw", "engagement", 30),
        Command("objective.plan", N_("plan"), N_("Draw up a plan towards it."), "f4", "plan", "objective", 20),
        Command("engagement.take", N_("take along"), N_("Take the journal along, as one document or as a file."),
            "x", "take_along", "engagement", 28),
        Command("withdraw.choose", N_("choose"), N_("Choose this way; to end is asked twice."),
            "enter", "choose", "withdraw", 10),
        Command("withdraw.book", N_("a document"), N_("Take everything along as one protected, readable document."),
            "p", "book", "withdraw", 12),
        Command("withdraw.lines", N_("a file"), N_("Take everything along in a form that another journal reads back."),
            "f", "lines", "withdraw", 14),
        Command("withdraw.back", N_("back"), N_("Go back; nothing is changed."), "escape", "back", "withdraw", 20),
        Command("leave.choose", N_("choose"), N_("Stay, or say yes; it is asked twice."),
            "enter", "choose", "leave", 10),
        Command("leave.back", N_("stay"), N_("Stay; nothing is changed."), "escape", "back", "leave", 20),
    )),
)
# fmt: on
