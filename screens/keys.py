"""The one table of commands: the app’s own rows, then those that each room brings.

Letters where one reads, Ctrl where one writes. Ctrl+H, I, J and M are never used: terminals cannot tell them from
backspace, tab and enter. Only commands whose action exists stand here.
"""

from journal.language import N_
from screens.actors import keys as actors_keys
from screens.casework import keys as casework_keys
from screens.checking_in import keys as checking_in_keys
from screens.door import keys as door_keys
from screens.engagement import keys as engagement_keys
from screens.frame import keys as frame_keys
from screens.frame.command import EVERYWHERE, READING, Command, CommandTable, Section
from screens.looking_back import keys as looking_back_keys
from screens.planning import keys as planning_keys
from screens.questioning import keys as questioning_keys
from screens.reading import keys as reading_keys
from screens.road import keys as road_keys
from screens.sessions import keys as sessions_keys
from screens.settings import keys as settings_keys
from screens.sharing import keys as sharing_keys
from screens.sharing.statements import keys as statements_keys
from screens.today import keys as today_keys
from screens.visit import keys as visit_keys
from screens.writing import keys as writing_keys

# fmt: off
_OWN: tuple[Section, ...] = (
    Section(N_("Everywhere, also while you write"), (
        Command("lock", N_("lock"), N_("Close the journal at once; drafts are kept."),
            "ctrl+l", "app.lock", EVERYWHERE, 80),
        Command("quit", N_("quit"), N_("Keep drafts and leave."), "ctrl+q", "app.quit", EVERYWHERE, locked=True),
        Command("help", N_("help"), N_("Show the keys of this page."), "f1", "app.help", EVERYWHERE, locked=True),
        Command("palette", N_("commands"), N_("Find a command by its name."), "ctrl+o", "app.palette", EVERYWHERE),
    )),
    Section(N_("Wherever you read"), (
        Command("write", N_("write"), N_("Write down a situation; the first line is the title."),
            "n", "app.write", READING, 10,
            words=N_("write down, note, describe what happened, new entry")),
        Command("heat", N_("in the heat"), N_("Two minutes for what still burns; any question can be skipped."),
            "h", "app.heat", READING, 20),
        Command("let_go", N_("set it down"), N_("Write out what you are carrying, then keep, seal or destroy it."),
            "v", "app.open('let_go')", READING,
            words=N_("unload, breathe, write it out, worries")),
        Command("check_in", N_("check-in"), N_("Half a minute on the load and the mood; for you alone."),
            "m", "app.open('check_in')", READING,
            words=N_("load, mood, stress, energy, weather")),
        Command("learnings", N_("learnings"), N_("What you chose to keep."), "l", "app.open('learnings')", READING,
            words=N_("lessons, insights, what I learnt")),
        Command("search", N_("search"), N_("Search in everything."), "slash", "app.open('search')", READING, 60),
        Command("today", N_("Today"), N_("The day, and the next thing."),
            "1", "app.go('today')", READING, 70, "places",
            words=N_("home, start, first page")),
        Command("journal", N_("Journal"), N_("Everything written, month by month."),
            "2", "app.go('journal')", READING, 70, "places",
            words=N_("entries, situations, everything written, diary, history")),
        Command("plans", N_("Plans"), N_("Steps, and the day to look at them again."),
            "3", "app.go('plans')", READING, 70, "places",
            words=N_("steps, tasks, actions, to do, decisions, options")),
        Command("sessions", N_("Sessions"), N_("What is prepared, and what was said."),
            "4", "app.go('sessions')", READING, 70, "places",
            words=N_("coach, coaching, meetings, engagement, group, objectives, agreement, sponsor, agenda")),
        Command("share", N_("Share"), N_("What left, and to whom."), "5", "app.go('share')", READING, 70, "places",
            words=N_("export, send, print, PDF, register")),
        Command("look_back", N_("Look back"), N_("What the months show."),
            "6", "app.go('look_back')", READING, 70, "places",
            words=N_("months, progress, course, statistics, themes")),
        Command("trash", N_("see the trash"), N_("What was thrown away, and the way back from it."),
            "j", "app.open('trash')", READING,
            words=N_("bin, deleted, thrown away, recover")),
        Command("settings", N_("settings"), N_("Language, colours, lock, passphrase, keys."),
            "comma", "app.open('settings')", READING,
            words=N_("options, preferences, language, colours, theme, country, hours, folder")),
        Command("veil", N_("veil"), N_("Cover the page until the next key."), "f9", "app.veil", READING),
        Command("help.reading", N_("help"), N_("Show the keys of this page."),
            "question_mark", "app.help", READING, 90, listed=False),
        Command("palette.reading", N_("commands"), N_("Find a command by its name."),
            "colon", "app.palette", READING, listed=False),
        Command("undo", N_("bring back"), N_("Bring back what this page just threw away."),
            "ctrl+z", "screen.undo", READING, listed=False),
    )),
)
# fmt: on

TABLE = CommandTable(
    *_OWN,
    *today_keys.SECTIONS,
    *writing_keys.SECTIONS,
    *reading_keys.SECTIONS,
    *looking_back_keys.SECTIONS,
    *questioning_keys.SECTIONS,
    *checking_in_keys.SECTIONS,
    *planning_keys.SECTIONS,
    *sessions_keys.SECTIONS,
    *engagement_keys.SECTIONS,
    *road_keys.SECTIONS,
    *casework_keys.SECTIONS,
    *actors_keys.SECTIONS,
    *sharing_keys.SECTIONS,
    *statements_keys.SECTIONS,
    *settings_keys.SECTIONS,
    *door_keys.SECTIONS,
    *visit_keys.SECTIONS,
    *frame_keys.SECTIONS,
)
