"""Commands of the accompaniment: sessions, their preparation, the frame, plans and cases."""

from journal.language import N_
from screens.table.command import Command

# fmt: off
ROAD: tuple[Command, ...] = (
    # --- witness
    Command("witness.back", N_("back"), N_("Go back without linking it."), "escape", "back", "witness", 10),
    # --- sessions
    Command("sessions.open", N_("open"), N_("Open the session or engagement you are on."),
            "enter", "open", "sessions", 10),
    Command("sessions.move", N_("move"), N_("Move the session; the following ones may follow."),
            "r", "move", "sessions", 30),
    Command("sessions.held", N_("was held"), N_("Mark the session as held."), "d", "held", "sessions", 32),
    Command("sessions.cancel", N_("cancel"), N_("Mark the session as cancelled."), "z", "cancel", "sessions"),
    Command("sessions.plan", N_("plan all"), N_("Plan every session from the rhythm, in one step."),
            "g", "plan", "sessions", 34),
    Command("sessions.begin", N_("begin"), N_("Begin an accompaniment or a peer group."),
            "b", "begin", "sessions", 36),
    Command("sessions.frame", N_("frame"), N_("Open parties, objectives and agreement."), "e", "frame", "sessions"),
    Command("sessions.calendar", N_("calendar"), N_("Write a calendar file of the sessions."),
            "k", "calendar", "sessions"),
    # --- session
    Command("session.choose", N_("choose"), N_("Bring this to the session, or no longer."),
            "space", "choose", "session", 12),
    Command("session.earlier", N_("earlier"), N_("Tell it earlier."), "shift+up", "order(-1)", "session"),
    Command("session.later", N_("later"), N_("Tell it later."), "shift+down", "order(1)", "session"),
    Command("session.page", N_("the page"), N_("See and reword the page that is brought."),
            "a", "page", "session", 20),
    Command("session.share", N_("share"), N_("Share the preparation; what leaves is shown first."),
            "x", "share", "session", 30),
    Command("session.held", N_("was held"), N_("Mark the session as held."), "d", "held", "session"),
    Command("session.case", N_("case"), N_("Begin a case from what is chosen."), "c", "case", "session"),
    # --- preparation
    Command("preparation.compile", N_("compile anew"), N_("Compile the page again from what is brought."),
            "f5", "compile", "preparation", 20),
    Command("preparation.share", N_("share"), N_("Share the preparation; what leaves is shown first."),
            "ctrl+x", "share", "preparation", 30),
    # --- engagement
    Command("engagement.open", N_("open"), N_("Open this part of the frame."), "enter", "open", "engagement", 10),
    Command("engagement.stage", N_("next stage"), N_("Go from framing to development, closing, closed."),
            "s", "stage", "engagement", 20),
    Command("engagement.withdraw", N_("stop"), N_("Stop the accompaniment; nobody asks for a reason."),
            "w", "withdraw", "engagement", 30),
    Command("engagement.back", N_("back"), N_("Go back."), "escape", "back", "engagement", 50),
    # --- calendar
    Command("calendar.write", N_("write"), N_("Write the file."), "ctrl+s", "write", "calendar", 10),
    Command("calendar.back", N_("back"), N_("Go back."), "escape", "back", "calendar", 20),
    # --- withdraw
    Command("withdraw.choose", N_("choose"), N_("Choose this way; it is asked twice."),
            "enter", "choose", "withdraw", 10),
    Command("withdraw.back", N_("back"), N_("Go back; nothing is changed."), "escape", "back", "withdraw", 20),
    # --- plans, plan
    Command("plans.add", N_("a plan"), N_("Draw up a plan."), "a", "add", "plans", 10),
    Command("plans.group", N_("by objective"), N_("Group plans by objective, or by state again."),
            "g", "group", "plans", 30),
    Command("plans.wait", N_("let wait"), N_("Let the plan you are on wait."), "w", "put('waiting')", "plans"),
    Command("plans.done", N_("done"), N_("Mark the plan you are on as done."), "d", "put('done')", "plans"),
    Command("plans.open", N_("open again"), N_("Open the plan you are on again."), "o", "put('open')", "plans"),
    Command("plan.option", N_("an option"), N_("Add an option."), "f5", "option", "plan", 12),
    Command("plan.step", N_("a step"), N_("Add a step."), "f6", "step", "plan", 14),
    Command("plan.choose", N_("choose"), N_("Choose the option you are on, or no longer."),
            "space", "choose", "plan"),
    Command("plan.wait", N_("let wait"), N_("Let the plan wait."), "w", "put('waiting')", "plan"),
    Command("plan.done", N_("done"), N_("Mark the plan as done."), "d", "put('done')", "plan"),
    Command("plan.open", N_("open again"), N_("Open the plan again."), "o", "put('open')", "plan"),
    Command("plan.share", N_("share"), N_("Share the plan; what leaves is shown first."), "x", "share", "plan"),
    # --- case, rehearsal, offers
    Command("case.pick", N_("fill from"), N_("Fill this field with the words of an entry."),
            "f2", "pick", "case", 12),
    Command("case.rehearse", N_("rehearse"), N_("Tell the case, with a clock of five minutes."),
            "f3", "rehearse", "case", 14),
    Command("case.capture", N_("catch"), N_("Note what others offer, one line each."), "f4", "capture", "case", 16),
    Command("case.take_away", N_("take away"), N_("Note what you leave with."), "f5", "take_away", "case", 18),
    Command("case.share", N_("share"), N_("Share the case; what leaves is shown first."), "x", "share", "case"),
    Command("case_pick.back", N_("back"), N_("Go back."), "escape", "back", "case_pick", 50),
    Command("rehearsal.next", N_("next field"), N_("Go to the next field."), "space,right", "turn(1)", "rehearsal", 10),
    Command("rehearsal.previous", N_("field before"), N_("Go to the field before."),
            "left", "turn(-1)", "rehearsal", 20),
    Command("rehearsal.longer", N_("a minute more"), N_("Give the clock a minute more."),
            "plus", "longer(1)", "rehearsal", 30),
    Command("rehearsal.shorter", N_("a minute less"), N_("Give the clock a minute less."),
            "minus", "longer(-1)", "rehearsal"),
    Command("rehearsal.back", N_("back"), N_("Go back."), "escape", "back", "rehearsal", 50),
    Command("offers.kind", N_("angle, hypothesis, question"), N_("Go from angle to hypothesis to question."),
            "f2", "kind", "offers", 10),
    Command("offers.take_away", N_("take away"), N_("Note what you leave with."), "f5", "take_away", "offers", 20),
    Command("offers.back", N_("back"), N_("Keep the line and go back."), "escape", "back", "offers", 50),
    # --- pages made of fields
    Command("fields.keep", N_("keep"), N_("Keep what stands here."), "ctrl+s", "keep", "fields", 10),
    Command("fields.back", N_("back"), N_("Keep it and go back."), "escape", "back", "fields", 50),
)
# fmt: on
