"""Keys of this room’s pages: rows of the one table of commands."""

from journal.language import N_
from screens.frame.command import Command, Section

# fmt: off
SECTIONS: tuple[Section, ...] = (
    Section(N_("Share"), (
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
        Command("share.filter", N_("narrow"), N_("Search what left by name, title or file."), "f", "filter", "share",
            30),
        Command("share.clear", N_("show all"), N_("Show all that left again."), "escape", "clear", "share"),
        Command("preview.share", N_("go on"), N_("Go on: choose the reader, then let what is shown leave."),
            "enter", "share", "preview", 10),
        Command("preview.pseudonym", N_("alias"), N_("Give the words an alias, here and everywhere."),
            "p", "pseudonym", "preview", 20),
        Command("preview.once", N_("once"), N_("Replace the words in this entry alone."), "u", "once", "preview", 22),
        Command("preview.keep", N_("leave as it is"), N_("Leave the words as they are, now and later."),
            "g", "keep_words", "preview", 24),
        Command("preview.omit", N_("leave the tag"), N_("Leave the tag at home, now and later."),
            "t", "omit_tag", "preview", 26),
        Command("preview.dates", N_("dates"), N_("Dates exactly, by week, or not at all."), "d", "dates", "preview",
            30),
        Command("preview.language", N_("language"), N_("Say the words around it in the reader’s language."),
            "l", "language", "preview"),
        Command("preview.include", N_("include"), N_("Let a private entry leave, after a second question."),
            "i", "include", "preview"),
        Command("preview.back", N_("back"), N_("Go one step back; nothing has left."), "escape", "back", "preview", 40),
        Command("delivery.deliver", N_("share"), N_("Write the file; it leaves with this."),
            "enter", "deliver", "delivery", 10),
        Command("delivery.add", N_("add somebody"), N_("Keep a recipient with the form they prefer."),
            "f5", "add", "delivery", 15),
        Command("delivery.back", N_("back"), N_("Go back; nothing leaves that has not left."),
            "escape", "back", "delivery", 20),
        Command("recipients.add", N_("add"), N_("Add somebody."), "a", "add", "recipients", 10),
        Command("recipients.forget", N_("forget"), N_("Forget somebody, after a question."),
            "d", "forget", "recipients", 20),
        Command("people.add", N_("add"), N_("Add somebody."), "a", "add", "people", 10),
        Command("people.forget", N_("forget"), N_("Forget somebody, after a question."), "d", "forget", "people", 20),
    )),
)
# fmt: on
