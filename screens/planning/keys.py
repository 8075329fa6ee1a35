"""Keys of this room’s pages: rows of the one table of commands."""

from journal.language import N_
from screens.frame.command import Command, Section

# fmt: off
SECTIONS: tuple[Section, ...] = (
    Section(N_("Plans"), (
        Command("plans.add", N_("new plan"), N_("Draw up a plan."), "a", "add", "plans", 10),
        Command("plans.group", N_("by objective"), N_("Group plans by objective, or by state again."),
            "g", "group", "plans", 30),
        Command("plans.mark", N_("mark"), N_("Mark the row, to share or move several at once, or take the mark away."),
            "space", "mark", "plans"),
        Command("plans.share", N_("share"), N_("See exactly what would leave: what is marked, or the row you are on."),
            "x", "share", "plans", 40),
        Command("plans.wait", N_("let wait"), N_("Let wait what is marked, or the plan you are on."),
            "w", "put('waiting')", "plans"),
        Command("plans.done", N_("done"), N_("Mark as done what is marked, or the plan or step you are on."),
            "d", "done", "plans", 22),
        Command("plans.went", N_("how it went"),
            N_("Say how the step you are on went, before its day too: done, otherwise, not yet, no longer needed."),
            "e", "went", "plans", 12),
        Command("plans.open", N_("open again"), N_("Open again what is marked, or the plan you are on."),
            "o", "put('open')", "plans"),
        Command("step.went", N_("how it went"),
            N_("Say how this step went, before its day too: done, otherwise, not yet, no longer needed."),
            "e", "went", "step", 12),
        Command("step.went_writing", N_("how it went"),
            N_("Say how this step went, before its day too: done, otherwise, not yet, no longer needed."),
            "f4", "went", "step", 12),
        Command("step.open", N_("open again"), N_("Open this step again; what you said of it stays."),
            "o", "open_again", "step", 14),
        Command("plan.option", N_("add an option"), N_("Add an option."), "f5", "option", "plan", 12),
        Command("option.another", N_("another option"), N_("Keep this option and write the next one."),
            "f5", "another", "option", 12),
        Command("plan.step", N_("add a step"), N_("Add a step."), "f6", "step", "plan", 14),
        Command("plan.choose", N_("choose"), N_("Choose the option you are on, or no longer."),
            "space", "choose", "plan", 10),
        Command("plan.wait", N_("let wait"), N_("Let the plan wait."), "w", "put('waiting')", "plan"),
        Command("plan.done", N_("done"), N_("Mark as done the step you are on, otherwise the plan."),
            "d", "done", "plan", 16),
        Command("plan.went", N_("how it went"),
            N_("Say how the step you are on went, before its day too: done, otherwise, not yet, no longer needed."),
            "e", "went", "plan", 15),
        Command("plan.open", N_("open again"), N_("Open the plan again."), "o", "put('open')", "plan"),
        Command("plan.share", N_("share"), N_("Share the plan; what leaves is shown first."), "x", "share", "plan"),
    )),
)
# fmt: on
