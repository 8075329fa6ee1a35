"""Audience: for whom something is meant."""

from enum import StrEnum


class Audience(StrEnum):
    """Who may read: the manager alone unless something else was chosen."""

    ME = "me"
    PRACTITIONER = "coach"
    GROUP = "group"
    SPONSOR = "sponsor"

    @property
    def outside(self) -> bool:
        """Whether somebody else than the manager reads."""
        return self is not Audience.ME
