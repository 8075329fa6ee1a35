"""The one table of commands: bindings, footer, palette, help and the README's keys are all read from it.

Letters where one reads, Ctrl where one writes. Ctrl+H, I, J and M are never used: terminals cannot tell them from
backspace, tab and enter. Only commands whose action exists stand here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from journal.language import N_, _

EVERYWHERE = "everywhere"  # also while one writes, and before anything else hears the key
READING = "reading"  # on every page where nothing is being written


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can ask for. `where` is EVERYWHERE, READING or the `name` of a page.

    `keys` are Textual's key names, several separated by commas; `footer` is the place among the keys shown below a
    page, 0 for none; commands of one `group` share one place there. `locked`: also offered before the vault is open.
    """

    id: str
    title: str
    help: str
    keys: str
    action: str
    where: str
    footer: int = 0
    group: str = ""
    locked: bool = False
    listed: bool = True


# fmt: off
TABLE: tuple[Command, ...] = (
    # --- everywhere
    Command("lock", N_("lock"), N_("Close the journal at once; drafts are kept."),
            "ctrl+l", "app.lock", EVERYWHERE, 80),
    Command("quit", N_("quit"), N_("Keep drafts and leave."), "ctrl+q", "app.quit", EVERYWHERE, locked=True),
    Command("help", N_("help"), N_("Show the keys of this page."), "f1", "app.help", EVERYWHERE),
    Command("palette", N_("commands"), N_("Find a command by its name."), "ctrl+o", "app.palette", EVERYWHERE),
    # --- wherever one reads
    Command("write", N_("write"), N_("Write down a situation; the first line is the title."),
            "n", "app.write", READING, 10),
    Command("heat", N_("in the heat"), N_("Ninety seconds for what still burns."), "h", "app.heat", READING, 20),
    Command("let_go", N_("put it down"), N_("Write out what you carry, then keep, seal or destroy it."),
            "v", "app.let_go", READING),
    Command("check_in", N_("check-in"), N_("Half a minute on the load and the mood; for you alone."),
            "m", "app.check_in", READING),
    Command("learnings", N_("learnings"), N_("What you chose to keep."), "l", "app.learnings", READING),
    Command("search", N_("search"), N_("Search in everything."), "slash", "app.search", READING, 60),
    Command("today", N_("Today"), N_("The day, and the next thing."), "1", "app.go('today')", READING, 70, "places"),
    Command("journal", N_("Journal"), N_("Everything written, month by month."),
            "2", "app.go('journal')", READING, 70, "places"),
    Command("plans", N_("Plans"), N_("Steps, and the day to look at them again."),
            "3", "app.go('plans')", READING, 70, "places"),
    Command("sessions", N_("Sessions"), N_("What is prepared, and what was said."),
            "4", "app.go('sessions')", READING, 70, "places"),
    Command("share", N_("Share"), N_("What left, and to whom."), "5", "app.go('share')", READING, 70, "places"),
    Command("look_back", N_("Look back"), N_("What the months show."),
            "6", "app.go('look_back')", READING, 70, "places"),
    Command("settings", N_("settings"), N_("Language, colours, lock, passphrase, keys."),
            "comma", "app.settings", READING),
    Command("veil", N_("veil"), N_("Cover the page until the next key."), "f9", "app.veil", READING),
    Command("help.reading", N_("help"), N_("Show the keys of this page."),
            "question_mark", "app.help", READING, 90, listed=False),
    Command("palette.reading", N_("commands"), N_("Find a command by its name."),
            "colon", "app.palette", READING, listed=False),
    Command("lock.suspend", N_("lock"), N_("Close the journal at once; drafts are kept."),
            "ctrl+z", "app.lock", READING, listed=False),
    # --- unlock
    Command("unlock.open", N_("open"), N_("Open the journal with this passphrase."),
            "enter", "open", "unlock", 10, locked=True),
    Command("unlock.show", N_("show or hide"), N_("Show what is typed, or hide it."),
            "f2", "reveal", "unlock", 20, locked=True),
    Command("unlock.code", N_("recovery code"), N_("Open with the recovery code and choose a new passphrase."),
            "f3", "recover", "unlock", 30, locked=True),
    Command("unlock.quit", N_("quit"), N_("Leave."), "ctrl+q", "app.quit", "unlock", 90, locked=True, listed=False),
    # --- welcome
    Command("welcome.begin", N_("begin"), N_("Choose a passphrase."), "enter", "begin", "welcome", 10, locked=True),
    Command("welcome.language", N_("Français"), N_("Go on in the other language."),
            "f4", "other_language", "welcome", 20, locked=True),
    Command("welcome.quit", N_("quit"), N_("Leave."), "ctrl+q", "app.quit", "welcome", 90, locked=True, listed=False),
    # --- passphrase
    Command("passphrase.next", N_("go on"), N_("Go to the next field, then on."),
            "enter", "next", "passphrase", 10, locked=True),
    Command("passphrase.show", N_("show or hide"), N_("Show what is typed, or hide it."),
            "f2", "reveal", "passphrase", 20, locked=True),
    Command("passphrase.back", N_("back"), N_("Go back; nothing is changed."),
            "escape", "back", "passphrase", 30, locked=True),
    # --- code
    Command("code.next", N_("go on"), N_("Type two groups of the code."), "enter", "next", "code", 10, locked=True),
    Command("code.again", N_("see the code again"), N_("Show the code once more."),
            "f2", "again", "code", 20, locked=True),
    # --- recover
    Command("recover.open", N_("open"), N_("Open the journal with this code."),
            "enter", "open", "recover", 10, locked=True),
    Command("recover.back", N_("back"), N_("Go back to the passphrase."), "escape", "back", "recover", 20, locked=True),
    # --- today
    Command("today.accept", N_("accept"), N_("Take the note into the journal as it is."), "a", "accept", "today"),
    Command("today.edit", N_("open"), N_("Open what is chosen."), "enter", "choose", "today"),
    Command("today.discard", N_("discard"), N_("Put the note in the trash, from where it can come back."),
            "d", "discard", "today"),
    Command("today.question", N_("question this"), N_("Question the chosen entry with a protocol."),
            "q", "question", "today", 30),
    Command("today.other", N_("another question"), N_("Ask something else today."), "o", "other_question", "today"),
    Command("today.prepare", N_("prepare"), N_("Prepare the next session."), "s", "prepare", "today", 25),
    # --- situation
    Command("situation.keep", N_("keep"), N_("Keep what stands here."), "ctrl+s", "keep", "situation", 10),
    Command("situation.details", N_("details"), N_("Title, time, people, keywords, what you recognise, intensity."),
            "tab", "details", "situation", 20),
    Command("situation.text", N_("the text"), N_("Go back through the details."),
            "shift+tab", "details(-1)", "situation", listed=False),
    Command("situation.question", N_("question this"), N_("Keep it, then question it with a protocol."),
            "ctrl+g", "question", "situation", 30),
    Command("situation.veil", N_("veil"), N_("Hide all but the line you write."), "f9", "veil", "situation", 40),
    Command("situation.back", N_("back"), N_("Go back; what you typed stays as a draft."),
            "escape", "back", "situation", 50),
    # --- entry
    Command("entry.edit", N_("edit"), N_("Write on."), "e", "edit", "entry", 10),
    Command("entry.question", N_("question this"), N_("Question it with a protocol."), "q", "question", "entry", 20),
    Command("entry.share", N_("share"), N_("Share it; what leaves is shown first."), "x", "share", "entry", 30),
    Command("entry.plan", N_("plan"), N_("Draw up a plan about it."), "p", "plan", "entry", 35),
    Command("entry.history", N_("history"), N_("Earlier wordings, and the way back to one."),
            "r", "history", "entry", 40),
    Command("entry.learning", N_("learning"), N_("Keep a learning from it."), "k", "learning", "entry"),
    Command("entry.objective", N_("objective"), N_("Link it to an objective as evidence."),
            "o", "objective", "entry"),
    Command("entry.trash", N_("trash"), N_("Put it in the trash, from where it can come back."),
            "t", "trash", "entry"),
    Command("entry.undo", N_("bring back"), N_("Take it out of the trash again."), "u", "undo", "entry"),
    Command("entry.back", N_("back"), N_("Go back."), "escape", "back", "entry", 50),
    # --- history
    Command("history.restore", N_("restore"), N_("Make this wording the present one; nothing is lost."),
            "enter", "restore", "history", 10),
    Command("history.back", N_("back"), N_("Go back."), "escape", "back", "history", 50),
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
    # --- sharing: preview, delivery
    Command("preview.share", N_("go on"), N_("Go on: choose the reader, then let what is shown leave."),
            "enter", "share", "preview", 10),
    Command("preview.pseudonym", N_("alias"), N_("Give the words an alias, here and everywhere."),
            "p", "pseudonym", "preview", 20),
    Command("preview.once", N_("once"), N_("Replace the words in this entry alone."), "u", "once", "preview", 22),
    Command("preview.keep", N_("leave as it is"), N_("Leave the words as they are, now and later."),
            "g", "keep_words", "preview", 24),
    Command("preview.dates", N_("dates"), N_("Dates exactly, by week, or not at all."), "d", "dates", "preview", 30),
    Command("preview.include", N_("include"), N_("Let a private entry leave, after a second question."),
            "i", "include", "preview"),
    Command("preview.back", N_("back"), N_("Go one step back; nothing has left."), "escape", "back", "preview", 40),
    Command("delivery.deliver", N_("share"), N_("Write the file; it leaves with this."),
            "enter", "deliver", "delivery", 10),
    Command("delivery.add", N_("add somebody"), N_("Keep a recipient with the form they prefer."),
            "f5", "add", "delivery", 15),
    Command("delivery.back", N_("back"), N_("Go back; nothing leaves that has not left."),
            "escape", "back", "delivery", 20),
    # --- sharing: the place, the register
    Command("share.statements", N_("statements"), N_("Write and validate progress statements."),
            "s", "way('statements')", "share", 10),
    Command("share.report", N_("report"), N_("See the sponsor’s report as it would leave."),
            "t", "way('report')", "share", 20),
    Command("share.known", N_("who knows what"), N_("See everything that somebody ever received."),
            "k", "way('known')", "share"),
    Command("share.recipients", N_("recipients"), N_("Keep names, forms and keys of those who receive."),
            "r", "way('recipients')", "share"),
    Command("share.people", N_("people"), N_("See people, and the aliases they carry outside."),
            "p", "way('people')", "share"),
    Command("share.words", N_("words"), N_("List company, projects and other words to look out for."),
            "w", "way('words')", "share"),
    Command("share.filter", N_("narrow"), N_("Search what left by name, title or file."), "f", "filter", "share", 30),
    Command("share.clear", N_("show all"), N_("Show all that left again."), "escape", "clear", "share"),
    Command("departure.back", N_("back"), N_("Go back."), "escape", "back", "departure", 10),
    Command("knowing.back", N_("back"), N_("Go back."), "escape", "back", "knowing", 10),
    Command("known.back", N_("back"), N_("Go back."), "escape", "back", "known", 10),
    Command("recipients.add", N_("add"), N_("Add somebody."), "a", "add", "recipients", 10),
    Command("recipients.forget", N_("forget"), N_("Forget somebody, after a question."),
            "d", "forget", "recipients", 20),
    Command("recipients.back", N_("back"), N_("Go back."), "escape", "back", "recipients", 30),
    Command("people.add", N_("add"), N_("Add somebody."), "a", "add", "people", 10),
    Command("people.forget", N_("forget"), N_("Forget somebody, after a question."), "d", "forget", "people", 20),
    Command("people.back", N_("back"), N_("Go back."), "escape", "back", "people", 30),
    # --- sharing: statements, report
    Command("statements.add", N_("add"), N_("Write a line."), "a", "add", "statements", 10),
    Command("statements.validate", N_("validate"), N_("Validate the line in writing."),
            "s", "validate", "statements", 20),
    Command("statements.unvalidate", N_("take back"), N_("Make the line a draft again; nobody asks why."),
            "u", "unvalidate", "statements", 30),
    Command("statements.trash", N_("trash"), N_("Put the line in the trash, from where it can come back."),
            "d", "trash", "statements"),
    Command("statements.report", N_("report"), N_("See the sponsor’s report as it would leave."),
            "t", "report", "statements", 40),
    Command("statements.back", N_("back"), N_("Go back."), "escape", "back", "statements", 50),
    Command("statement.sign", N_("validate"), N_("Keep the line and validate it in writing."),
            "f6", "sign", "statement", 20),
    Command("validation.validate", N_("validate"), N_("Validate exactly this line, in your name."),
            "enter", "validate", "validation", 10),
    Command("validation.back", N_("back"), N_("Go back; the line stays as it was."),
            "escape", "back", "validation", 20),
    Command("report.share", N_("share"), N_("Let the report leave; it is shown once more first."),
            "enter", "share", "report", 10),
    Command("report.back", N_("back"), N_("Go back."), "escape", "back", "report", 20),
    # --- journal
    Command("journal.mark", N_("mark"), N_("Mark the row to be shared, or take the mark away."),
            "space", "mark", "journal", 10),
    Command("journal.filters", N_("narrow"), N_("Show fewer: by kind, tag, person, pattern or period."),
            "f", "filters", "journal", 20),
    Command("journal.clear", N_("show more"), N_("Take the last condition away."), "escape", "clear", "journal"),
    Command("journal.share", N_("share"), N_("See exactly what would leave: what is marked, or the row you are on."),
            "x", "share", "journal", 25),
    Command("journal.trash", N_("trash"), N_("Put the row in the trash, from where it can come back."),
            "t", "trash", "journal", 30),
    Command("journal.undo", N_("bring back"), N_("Take out of the trash what you just put there."),
            "u", "undo", "journal"),
    Command("journal.veil", N_("veil"), N_("Hide all titles but the one you are on."), "f9", "veil", "journal"),
    # --- search
    Command("search.results", N_("results"), N_("Go down to what was found."), "down", "results", "search", 10),
    Command("search.open", N_("open"), N_("Open the result you are on."), "enter", "open", "search", 20),
    Command("search.filters", N_("narrow"), N_("Show fewer: by kind, tag, person, pattern or period."),
            "ctrl+f", "filters", "search", 30),
    Command("search.veil", N_("veil"), N_("Hide all titles but the one you are on."), "f9", "veil", "search"),
    Command("search.back", N_("back"), N_("Go one step back."), "escape", "back", "search", 40),
    # --- questioning
    Command("questioning.next", N_("next"), N_("Keep this answer and go on."), "ctrl+n", "next", "questioning", 10),
    Command("questioning.previous", N_("previous"), N_("Go back one question."),
            "ctrl+p", "previous", "questioning", 20),
    Command("questioning.skip", N_("skip"), N_("Go on without an answer; no trace is left of it."),
            "f3", "skip", "questioning", 30),
    Command("questioning.situation", N_("the situation"), N_("Look at the situation; the place is not lost."),
            "f2", "situation", "questioning", 40),
    Command("questioning.take", N_("answer it"), N_("Answer the question offered below."), "f4", "take", "questioning"),
    Command("questioning.later", N_("later"), N_("Stop here; what was said is kept, and the place too."),
            "escape", "later", "questioning", 50),
    # --- choose_protocol
    Command("choose_protocol.all", N_("all others"), N_("Show every protocol, or the three proposals."),
            "o", "all", "choose_protocol", 10),
    Command("choose_protocol.back", N_("back"), N_("Go back."), "escape", "back", "choose_protocol", 20),
    # --- glance
    Command("glance.back", N_("back"), N_("Go back to the question."), "escape,f2", "back", "glance", 10),
    # --- reflection
    Command("reflection.resume", N_("go on"), N_("Go on where the questioning was left."),
            "r", "resume", "reflection", 10),
    Command("reflection.learning", N_("a learning"), N_("Keep a learning from it."), "a", "learning", "reflection", 20),
    Command("reflection.step", N_("if…, then…"), N_("Make an if-then step from it."), "s", "step", "reflection", 30),
    Command("reflection.situation", N_("the situation"), N_("Look at the situation it is about."),
            "f2", "situation", "reflection", 40),
    Command("reflection.back", N_("back"), N_("Go back."), "escape", "back", "reflection", 50),
    # --- reflection_end
    Command("reflection_end.learning", N_("a learning"), N_("Keep a learning from it."),
            "a", "learning", "reflection_end", 10),
    Command("reflection_end.step", N_("if…, then…"), N_("Make a step of the if-then line."),
            "s", "step", "reflection_end", 20),
    Command("reflection_end.back", N_("stop here"), N_("Go back to where you came from."),
            "escape", "back", "reflection_end", 30),
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
    # --- learning, if_then
    Command("learning.keep", N_("keep"), N_("Keep it and go back."), "ctrl+s", "back", "learning", 10),
    Command("learning.leave", N_("back"), N_("Go back; what you typed is kept."), "escape", "leave", "learning", 20),
    Command("if_then.keep", N_("keep"), N_("Keep it and go back."), "ctrl+s", "back", "if_then", 10),
    Command("if_then.leave", N_("back"), N_("Go back; what you typed is kept."), "escape", "leave", "if_then", 20),
    # --- learnings, revisit
    Command("learnings.revisit", N_("answer it"), N_("Answer the learning that comes back."),
            "r", "revisit", "learnings", 10),
    Command("learnings.add", N_("a learning"), N_("Keep a learning."), "a", "add", "learnings", 20),
    Command("learnings.back", N_("back"), N_("Go back."), "escape", "back", "learnings", 30),
    Command("revisit.keep", N_("keep"), N_("Keep it and go back."), "escape,ctrl+s", "back", "revisit", 10),
    Command("revisit.rest", N_("let it rest"), N_("Let it rest another month, without a word."),
            "f3", "rest", "revisit", 20),
    # --- checkin, curve, contacts
    Command("checkin.keep", N_("keep"), N_("Keep what was noted and go back."), "ctrl+s", "back", "checkin", 10),
    Command("checkin.week", N_("the week"), N_("Show the six questions of the week, or fold them."),
            "f2", "week", "checkin", 20),
    Command("checkin.curve", N_("my curve"), N_("See your own curve, and whom to talk to."),
            "f4", "curve", "checkin", 30),
    Command("checkin.drop", N_("leave it"), N_("Go back without keeping anything."), "escape", "drop", "checkin", 40),
    Command("curve.edit", N_("change the page"), N_("Change whom to talk to."), "e", "edit", "curve", 10),
    Command("curve.back", N_("back"), N_("Go back."), "escape", "back", "curve", 20),
    Command("contacts.keep", N_("keep"), N_("Keep it and go back."), "escape,ctrl+s", "back", "contacts", 10),
    # --- settings
    Command("settings.back", N_("back"), N_("Go back."), "escape", "back", "settings", 10),
    Command("settings.change", N_("change"), N_("Change what is chosen."), "enter", "change", "settings", 20),
    # --- keys
    Command("keys.back", N_("back"), N_("Go back, or leave the key as it is."), "escape", "back", "keys", 10),
    Command("keys.choose", N_("change"), N_("Give the chosen command another key."), "enter", "choose", "keys", 20),
    Command("keys.first", N_("as at first"), N_("Give the chosen command its first key back."),
            "backspace", "first_key", "keys", 30),
    # --- look_back
    Command("look_back.put_back", N_("put back"), N_("Take the chosen entry out of the trash."),
            "enter", "put_back", "look_back"),
    Command("look_back.destroy", N_("destroy"), N_("Destroy the chosen entry of the trash, versions included."),
            "d", "destroy", "look_back"),
    # --- help
    Command("help.back", N_("back"), N_("Go back."), "escape,q", "back", "help", 10, locked=True),
)
# fmt: on

GROUP_TITLES = {"places": N_("places")}

_KEY_NAMES = {
    "enter": N_("enter"),
    "escape": N_("esc"),
    "space": N_("space"),
    "tab": N_("tab"),
    "backspace": N_("backspace"),
    "delete": N_("delete"),
    "shift": N_("shift"),
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": N_("page up"),
    "pagedown": N_("page down"),
    "slash": "/",
    "question_mark": "?",
    "colon": ":",
    "comma": ",",
    "full_stop": ".",
    "plus": "+",
    "minus": "-",
}


def bindings(where: str) -> list[BindingType]:
    """Return the bindings of a place in the table; EVERYWHERE comes before what a focused widget would do."""
    return [
        Binding(command.keys, command.action, command.id, show=False, id=command.id, priority=where == EVERYWHERE)
        for command in TABLE
        if command.where == where
    ]


def commands_of(*wheres: str, keymap: Mapping[str, str] | None = None) -> list[Command]:
    """Return the commands of some places, in the table's order, with the keys that the person chose."""
    from dataclasses import replace

    chosen = keymap or {}
    return [
        replace(command, keys=chosen[command.id]) if command.id in chosen else command
        for command in TABLE
        if command.where in wheres
    ]


def by_action(action: str) -> list[Command]:
    """Return the commands that run an action of the app (its name without arguments)."""
    return [command for command in TABLE if command.action.removeprefix("app.").partition("(")[0] == action]


def key_name(keys: str) -> str:
    """Return how the first of some keys is told to a person: "ctrl+l", "échap", "?"."""
    parts = keys.split(",", maxsplit=1)[0].strip().split("+")
    return "+".join(_(_KEY_NAMES[part]) if part in _KEY_NAMES else part for part in parts)


def _rank(command: Command) -> tuple[bool, int]:
    """Put a page's own commands before those that hold wherever one is."""
    return command.where in (READING, EVERYWHERE), command.footer


def footer_items(commands: Iterable[Command]) -> list[tuple[str, str, Command]]:
    """Return key, words and command for each place of a footer, in order; a group takes one place."""
    shown: list[tuple[str, str, Command]] = []
    groups: dict[str, list[Command]] = {}
    for command in sorted((command for command in commands if command.footer), key=_rank):
        if not command.group:
            shown.append((key_name(command.keys), _(command.title), command))
            continue
        members = groups.setdefault(command.group, [])
        if not members:
            shown.append(("", _(GROUP_TITLES[command.group]), command))
        members.append(command)
    return [
        (f"{key_name(groups[command.group][0].keys)}-{key_name(groups[command.group][-1].keys)}", words, command)
        if command.group
        else (key, words, command)
        for key, words, command in shown
    ]
