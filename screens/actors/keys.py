"""Keys of this room’s pages: rows of the one table of commands."""

from journal.language import N_
from screens.frame.command import FOUND, Command, Section

# fmt: off
SECTIONS: tuple[Section, ...] = (
    Section(N_("The people around me"), (
        Command("actor_map.open", N_("open"), N_("Open the person you are on."), "enter", "open", "actor_map", 10),
        Command("actor_map.add", N_("add"), N_("Put somebody more on the map."), "n", "add", "actor_map", 20),
        Command("actor_map.distance", N_("distance"),
            N_("Put the person you are on at the next distance; the earlier day stays as it was."),
            "d", "distance", "actor_map", 30),
        Command("actor_map.compare", N_("compare"), N_("Compare with the time before, then with earlier ones."),
            "m", "compare", "actor_map", 40),
        Command("actor_map.share", N_("share"), N_("Share the map; what leaves is shown first."),
            "x", "share", "actor_map", 50),
        Command("found.actors", N_("the people around me"),
            N_("See the map of those around your role: distance, what each expects, what you give and need."),
            "", "app.open('actors')", FOUND, opens="actors",
            words=N_("map, network, stakeholders, allies, actors, team, peers, boss")),
    )),
)
# fmt: on
