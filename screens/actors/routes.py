"""Routes to the pages of this room: each page is imported when somebody goes there."""

from textual.screen import Screen


def actor_map(ref: int | None = None) -> Screen[None]:
    """Return a page: the people around one's role, as they stood on a day; without one as they stand now."""
    from screens.actors.place import ActorMapScreen

    return ActorMapScreen(ref)


def actor(name: str = "") -> Screen[None]:
    """Return a page: somebody on the map, or somebody more."""
    from screens.actors.actor import ActorScreen

    return ActorScreen(name)
