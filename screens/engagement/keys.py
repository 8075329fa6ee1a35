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
        Command("engagement.withdraw", N_("stop"), N_("End the coaching; nobody asks for a reason."),
            "w", "withdraw", "engagement", 30),
        Command("objective.plan", N_("plan"), N_("Draw up a plan towards it."), "p", "plan", "objective", 20),
        Command("withdraw.choose", N_("choose"), N_("Choose this way; it is asked twice."),
            "enter", "choose", "withdraw", 10),
        Command("withdraw.back", N_("back"), N_("Go back; nothing is changed."), "escape", "back", "withdraw", 20),
    )),
)
# fmt: on
