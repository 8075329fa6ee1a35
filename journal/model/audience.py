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

    def is_narrower_than(self, other: "Audience") -> bool:
        """Whether what is meant for this one is meant for fewer than that one: me, then the practitioner, the group."""
        order = tuple(Audience)
        return order.index(self) < order.index(other)
