"""Keys of this room’s pages: rows of the one table of commands."""

from journal.language import N_
from screens.frame.command import Command, Section

# fmt: off
SECTIONS: tuple[Section, ...] = (
    Section(N_("The door"), (
        Command("unlock.open", N_("open"), N_("Open the journal with this passphrase."),
            "enter", "open", "unlock", 10, locked=True),
        Command("unlock.show", N_("show or hide"), N_("Show what is typed, or hide it."),
            "f2", "reveal", "unlock", 20, locked=True),
        Command("unlock.code", N_("recovery code"), N_("Open with the recovery code and choose a new passphrase."),
            "f3", "recover", "unlock", 30, locked=True),
        Command("unlock.quit", N_("quit"), N_("Leave."), "ctrl+q", "app.quit", "unlock", 90, locked=True, listed=False),
        Command("welcome.begin", N_("begin"), N_("Choose a passphrase."), "enter", "begin", "welcome", 10, locked=True),
        Command("welcome.language", N_("another language"), N_("Go on in another language."),
            "f4", "other_language", "welcome", 20, locked=True),
        Command("welcome.quit", N_("quit"), N_("Leave."),
            "ctrl+q", "app.quit", "welcome", 90, locked=True, listed=False),
        Command("passphrase.next", N_("go on"), N_("Go to the next field, then on."),
            "enter", "next", "passphrase", 10, locked=True),
        Command("passphrase.show", N_("show or hide"), N_("Show what is typed, or hide it."),
            "f2", "reveal", "passphrase", 20, locked=True),
        Command("passphrase.back", N_("back"), N_("Go back; nothing is changed."),
            "escape", "back", "passphrase", 30, locked=True),
        Command("code.next", N_("go on"), N_("Type two groups of the code."), "enter", "next", "code", 10, locked=True),
        Command("code.again", N_("see the code again"), N_("Show the code once more."),
            "f2", "again", "code", 20, locked=True),
        Command("code.back", N_("back"), N_("Go back; the code on your paper goes on opening."),
            "escape", "back", "code", 30, locked=True),
        Command("recover.open", N_("open"), N_("Open the journal with this code."),
            "enter", "open", "recover", 10, locked=True),
        Command("recover.back", N_("back"), N_("Go back to the passphrase."),
            "escape", "back", "recover", 20, locked=True),
        Command("replaced.new_vault", N_("new vault"),
            N_("Let the whole journal go on in a new vault in this folder, and leave."),
            "enter", "new_vault", "replaced", 10),
        Command("replaced.seal", N_("sealed notes"), N_("Seal only what is not saved yet into this folder."),
            "f2", "seal", "replaced", 20),
        Command("replaced.back", N_("back"), N_("Go back to your text."), "escape", "back", "replaced", 30),
    )),
)
# fmt: on
