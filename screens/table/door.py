"""Commands of the door and of the program itself: unlocking, the first run, settings, keys, help."""

from journal.language import N_
from screens.frame.command import Command

# fmt: off
DOOR: tuple[Command, ...] = (
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
    # --- settings
    Command("settings.back", N_("back"), N_("Go back."), "escape", "back", "settings", 10),
    Command("settings.change", N_("change"), N_("Change what is chosen."), "enter", "change", "settings", 20),
    # --- families
    Command("families.back", N_("back"), N_("Go back."), "escape", "back", "families", 10),
    Command("families.change", N_("on or off"), N_("Offer these questions, or no longer."),
            "enter", "change", "families", 20),
    # --- keys
    Command("keys.back", N_("back"), N_("Go back, or leave the key as it is."), "escape", "back", "keys", 10),
    Command("keys.choose", N_("change"), N_("Give the chosen command another key."), "enter", "choose", "keys", 20),
    Command("keys.first", N_("as at first"), N_("Give the chosen command its first key back."),
            "backspace", "first_key", "keys", 30),
    # --- help
    Command("help.back", N_("back"), N_("Go back."), "escape,q", "back", "help", 10, locked=True),
)
# fmt: on
