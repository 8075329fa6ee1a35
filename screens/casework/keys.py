"""Keys of this room’s pages: rows of the one table of commands."""

from journal.language import N_
from screens.frame.command import Command, Section

# fmt: off
SECTIONS: tuple[Section, ...] = (
    Section(N_("Case"), (
        Command("case.pick", N_("fill"), N_("Fill this field with the words of an entry."), "f2", "pick", "case", 12),
        Command("case.rehearse", N_("rehearse"), N_("Present the case, with a clock of five minutes."),
            "f3", "rehearse", "case", 14),
        Command("case.capture", N_("note offers"), N_("Note what others offer, one line each."),
            "f4", "capture", "case", 16),
        Command("case.take_away", N_("takeaways"), N_("Note what you leave with."), "f5", "take_away", "case", 18),
        Command("case.session", N_("session"), N_("Choose the session the case is brought to."),
            "f6", "session", "case", 20),
        Command("case.share", N_("share"), N_("Share the case; what leaves is shown first."), "x", "share", "case"),
        Command("rehearsal.next", N_("next field"), N_("Go to the next field."), "space,right", "turn(1)",
            "rehearsal", 10),
        Command("rehearsal.previous", N_("field before"), N_("Go to the field before."),
            "left", "turn(-1)", "rehearsal", 20),
        Command("rehearsal.longer", N_("a minute more"), N_("Give the clock a minute more."),
            "plus", "longer(1)", "rehearsal", 30),
        Command("rehearsal.shorter", N_("a minute less"), N_("Give the clock a minute less."),
            "minus", "longer(-1)", "rehearsal"),
        Command("offers.kind", N_("angle, hypothesis, question"), N_("Go from angle to hypothesis to question."),
            "f2", "kind", "offers", 10),
        Command("offers.take_away", N_("takeaways"), N_("Note what you leave with."), "f5", "take_away", "offers", 20),
        Command("offers.back", N_("save and go back"), N_("Keep the line and go back."), "escape", "back", "offers",
            50),
    )),
)
# fmt: on
