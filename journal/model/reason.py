"""Reasons: why people start an accompaniment; several can hold."""

from enum import StrEnum


class Reason(StrEnum):
    """What a manager comes with."""

    NEW_POST = "new_post"
    STRATEGIC_VIEW = "strategic_view"
    MANAGER_OF_MANAGERS = "manager_of_managers"
    INNOVATION = "innovation"
