"""Keys of this room’s pages: rows of the one table of commands."""

from journal.language import N_
from screens.frame.command import Command, Section

# fmt: off
SECTIONS: tuple[Section, ...] = (
    Section(N_("Today"), (
        Command("today.accept", N_("accept"), N_("Take the note into the journal as it is."), "a", "accept", "today"),
        Command("today.edit", N_("open"), N_("Open what is chosen."), "enter", "choose", "today"),
        Command("today.read_over", N_("look over"), N_("Open the first note taken elsewhere."),
            "i", "open_first('captured:')", "today"),
        Command("today.look_again", N_("look again"), N_("Open the first step whose day has come."),
            "e", "open_first('step:')", "today"),
        Command("today.discard", N_("discard"),
            N_("Put the note in the trash, or throw the draft away once you said yes."),
            "d", "discard", "today"),
        Command("today.undo", N_("bring back"), N_("Take out of the trash what you just put there."),
            "u", "undo", "today"),
        Command("today.drafts", N_("all drafts"), N_("Show everything unfinished."), "b", "drafts", "today"),
        Command("today.question", N_("question this"), N_("Question the chosen entry with a protocol."),
            "q", "question", "today", 30),
        Command("today.share", N_("share"),
            N_("See exactly what would leave: what is marked, or the row you are on."), "x", "share", "today"),
        Command("today.other", N_("another question"), N_("Ask something else today."), "t", "other_question", "today"),
        Command("today.answer", N_("answer it"), N_("Answer the question that came back, for yourself."),
            "o", "answer", "today"),
        Command("today.road", N_("look"), N_("Open the look at the road that is offered."), "r", "road", "today"),
        Command("today.aside", N_("not for me"), N_("Offer that look at the road no more."), "z", "aside", "today"),
        Command("today.prepare", N_("prepare"), N_("Prepare the next session."), "s", "prepare", "today", 25),
        Command("drafts.open", N_("go on"), N_("Go on with the draft you are on."), "enter", "open", "drafts", 10),
        Command("drafts.throw", N_("discard"), N_("Throw the draft away; it is asked once."),
            "d", "throw_away", "drafts", 20),
        Command("left_over.open", N_("open the entry"), N_("Open the entry to which this belongs."),
            "enter", "open", "left_over", 10),
        Command("left_over.throw", N_("discard"), N_("Throw the draft away; it is asked once."),
            "d", "throw_away", "left_over", 20),
    )),
)
# fmt: on
