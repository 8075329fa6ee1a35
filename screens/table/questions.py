"""Commands of questioning: the runner, choosing, reflections, learnings, check-ins."""

from journal.language import N_
from screens.frame.command import Command

# fmt: off
QUESTIONS: tuple[Command, ...] = (
    # --- questioning
    Command("questioning.next", N_("next"), N_("Keep this answer and go on."), "ctrl+n", "next", "questioning", 10),
    Command("questioning.previous", N_("previous"), N_("Go back one question."),
            "ctrl+p", "previous", "questioning", 20),
    Command("questioning.skip", N_("skip"), N_("Go on without an answer; no trace is left of it."),
            "f3", "skip", "questioning", 30),
    Command("questioning.situation", N_("the situation"), N_("Look at the situation; the place is not lost."),
            "f2", "situation", "questioning", 40),
    Command("questioning.form", N_("the short form"), N_("Ask only the questions of the short form, or all of them."),
            "f7", "form", "questioning", 45),
    Command("questioning.take", N_("answer it"), N_("Answer the question offered below."), "f4", "take", "questioning"),
    Command("questioning.later", N_("later"), N_("Stop here; what was said is kept, and the place too."),
            "escape", "later", "questioning", 50),
    # --- choose_protocol
    Command("choose_protocol.all", N_("all others"), N_("Show every protocol, under the headings of what it is for."),
            "o", "all", "choose_protocol", 10),
    Command("choose_protocol.search", N_("search"), N_("Search among all protocols by a word."),
            "slash", "search", "choose_protocol", 15),
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
    # --- learning, if_then
    Command("learning.keep", N_("keep"), N_("Keep it and go back."), "ctrl+s", "back", "learning", 10),
    Command("learning.leave", N_("back"), N_("Go back; what you typed is kept."), "escape", "leave", "learning", 20),
    Command("if_then.keep", N_("keep"), N_("Keep it and go back."), "ctrl+s", "back", "if_then", 10),
    Command("if_then.leave", N_("back"), N_("Go back; what you typed is kept."), "escape", "leave", "if_then", 20),
    # --- learnings, revisit
    Command("learnings.revisit", N_("answer it"), N_("Answer the learning that comes back."),
            "r", "revisit", "learnings", 10),
    Command("learnings.add", N_("a learning"), N_("Keep a learning."), "a", "add", "learnings", 20),
    Command("learnings.search", N_("search"), N_("Search among the learnings."), "slash", "search", "learnings", 25),
    Command("learnings.back", N_("back"), N_("Go back."), "escape", "back", "learnings", 30),
    Command("revisit.keep", N_("keep"), N_("Keep it and go back."), "ctrl+s,escape", "back", "revisit", 10),
    Command("revisit.rest", N_("let it rest"), N_("Let it rest another month, without a word."),
            "f3", "rest", "revisit", 20),
    # --- checkin, curve, contacts
    Command("checkin.keep", N_("keep"), N_("Keep what was noted and go back."), "ctrl+s", "back", "checkin", 10),
    Command("checkin.week", N_("day or week"), N_("Go to the six questions of the week, or back to those of the day."),
            "f2", "week", "checkin", 20),
    Command("checkin.curve", N_("my curve"), N_("See your own curve, and whom to talk to."),
            "f4", "curve", "checkin", 30),
    Command("checkin.drop", N_("leave it"), N_("Go back without keeping anything."), "escape", "drop", "checkin", 40),
    Command("curve.longer", N_("further back"), N_("Look further back: weeks, months, a year."),
            "f", "longer", "curve", 5),
    Command("curve.edit", N_("change the page"), N_("Change whom to talk to."), "e", "edit", "curve", 10),
    Command("curve.back", N_("back"), N_("Go back."), "escape", "back", "curve", 20),
    Command("contacts.keep", N_("keep"), N_("Keep it and go back."), "ctrl+s", "back", "contacts", 10),
)
# fmt: on
