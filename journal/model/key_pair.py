"""A key pair to which others seal what comes back to this journal."""

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from journal.model.frozen import Frozen, Moment


class KeyPurpose(StrEnum):
    """Who holds the public half."""

    ANSWER = "answer"  # the reader of a locked page, inside its ciphertext
    PHONE = "phone"  # a page of one's own that can only seal


class KeyPair(Frozen):
    """A pair made for one departure or one page; without its private half once it is ended.

    `private` is the raw private key, `details` what its purpose needs beside it, such as where marks of passages lead.
    """

    purpose: KeyPurpose
    made_at: Moment
    private: bytes = Field(repr=False)
    details: Mapping[str, str] = Field(default_factory=dict, repr=False)
    disclosure_id: int | None = None
    ended_at: Moment | None = None
    id: int | None = None
