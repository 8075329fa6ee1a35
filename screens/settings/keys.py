"""Keys of this room’s pages: rows of the one table of commands."""

from journal.language import N_
from screens.frame.command import FOUND, Command, Section

# fmt: off
SECTIONS: tuple[Section, ...] = (
    Section(N_("Settings"), (
        Command("settings.change", N_("change"), N_("Change what is chosen."), "enter", "change", "settings", 20),
        Command("keys.back", N_("back"), N_("Go back, or leave the key as it is."), "escape", "back", "keys", 10),
        Command("keys.choose", N_("change"), N_("Give the chosen command another key."), "enter", "choose", "keys", 20),
        Command("keys.first", N_("default"), N_("Give the chosen command its first key back."),
            "backspace", "first_key", "keys", 30),
        Command("families.change", N_("on or off"), N_("Offer these questions, or stop offering them."),
            "enter", "change", "families", 20),
        Command("backups.make", N_("make one now"), N_("Make a verified backup now."), "b", "make", "backups", 10),
        Command("backups.rehearse", N_("try the restore"), N_("Prove that the newest backup restores."),
            "e", "rehearse", "backups", 20),
        Command("old_journal.read", N_("look into it"), N_("Show what the file or the folder holds."),
            "ctrl+n", "read", "old_journal", 10),
        Command("terms.change", N_("change"), N_("Choose another word."), "enter", "change", "terms", 20),
        Command("found.keymap", N_("keys"), N_("Give a command another key."), "", "app.open('keymap')", FOUND,
            opens="keymap", words=N_("shortcuts, keyboard, another key")),
        Command("found.families", N_("follow-up questions"), N_("Choose which follow-up questions may be offered."),
            "", "app.open('families')", FOUND, opens="families", words=N_("further questions, too many questions")),
        Command("found.terms", N_("my own terms"), N_("Say what you call your coach, your boss and the others."),
            "", "app.open('terms')", FOUND, opens="terms", words=N_("vocabulary, wording, coach, boss, company")),
        Command("found.backups", N_("backups"), N_("Make a backup, or try whether one restores."), "",
            "app.open('backups')", FOUND, opens="backups", words=N_("save, copy, restore, rescue")),
        Command("found.import", N_("old journal"), N_("Take in entries of another journal or app."), "",
            "app.open('old_journal')", FOUND, opens="old_journal",
            words=N_("import, move in, Day One, jrnl, Obsidian, Joplin, Markdown")),
        Command("found.passphrase", N_("another passphrase"), N_("Choose another passphrase."), "",
            "app.open('passphrase')", FOUND, opens="passphrase", words=N_("password, secret, security, change")),
    )),
)
# fmt: on
