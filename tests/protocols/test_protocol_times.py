"""What a protocol says it takes is no less than what reading, thinking and typing take."""

import sys
from pathlib import Path

import pytest

from journal.language import Language, languages
from journal.model.protocol import Protocol
from journal.protocols.library import shipped

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))
from protocol_times import minutes_of


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("protocol", shipped().protocols, ids=lambda protocol: protocol.code)
def test_a_protocol_takes_no_longer_than_it_says(protocol: Protocol, language: Language) -> None:
    assert minutes_of(protocol, language, short=False) <= protocol.minutes
    if protocol.short_minutes is not None:
        assert minutes_of(protocol, language, short=True) <= protocol.short_minutes


def test_what_burns_takes_two_minutes_as_every_page_says() -> None:
    heat = shipped().get("heat")
    assert heat.short_minutes == 2
    assert heat.starts_short
