"""What Day One wrote: all that it has is counted, rich text keeps its shape."""

import json
from collections.abc import Callable
from pathlib import Path

from journal.importing.notices import Notice
from journal.importing.reading import Reading

Reader = Callable[..., Reading]


Writer = Callable[[str, str | bytes], Path]


def test_day_one_counts_all_that_it_has_and_recul_does_not(read: Reader, write: Writer) -> None:
    # The keys of https://dayoneapp.com/guides/tips-and-tutorials/exporting-entries, as its export writes them.
    entry = {
        "uuid": "4C1A", "creationDate": "2026-03-02T08:15:00Z", "modifiedDate": "2026-03-02T08:20:00Z",
        "timeZone": "Europe\\/Paris", "starred": True, "isPinned": False, "isAllDay": False, "duration": 0,
        "creationDevice": "iPhone", "tags": ["réunion"],
        "text": "# Point\n\nDit \\- enfin\\!\n\n![](dayone-moment:\\/\\/A)",
        "location": {"placeName": "Siège", "latitude": 48.8}, "weather": {"conditionsDescription": "Pluie"},
        "photos": [{"identifier": "A"}], "videos": [{"identifier": "B"}], "audios": [{"identifier": "C"}],
    }  # fmt: skip
    text = json.dumps({"metadata": {"version": "1.0"}, "entries": [entry]}).replace("\\\\/", "\\/")
    reading = read(write("Journal.json", text))
    (only,) = reading.whole()
    assert (only.new.title, only.new.body, only.new.tags) == ("Point", "Dit - enfin!", ("réunion",))
    assert only.new.happened_at.isoformat() == "2026-03-02T09:15:00+01:00"
    assert reading.notices == {Notice.PICTURES: 1, Notice.RECORDINGS: 2, Notice.PLACES: 1, Notice.WEATHER: 1,
                               Notice.STARS: 1}  # fmt: skip


def test_an_entry_of_day_one_without_words_says_of_what_it_is(read: Reader, write: Writer) -> None:
    moment = {"creationDate": "2026-03-02T08:15:00Z"}
    entries = [moment | {"audios": [{}]}, moment | {"photos": [{}, {}], "videos": [{}]}]
    told = read(write("Journal.json", json.dumps({"metadata": {}, "entries": entries}))).whole()
    assert [each.new.body for each in told] == [
        "1 recording or document not imported", "2 pictures not imported\n1 recording or document not imported"
    ]  # fmt: skip


def test_rich_text_of_day_one_keeps_headings_and_lists(read: Reader, write: Writer) -> None:
    rich = {"contents": [
        {"text": "Point\n", "attributes": {"line": {"header": 1}}},
        {"text": "un\n", "attributes": {"line": {"listStyle": "bulleted"}}},
        {"text": "fait", "attributes": {"bold": True, "line": {"listStyle": "checkbox", "checked": True}}},
        {"text": " bien\n"},
        {"text": "avant"}, {"embeddedObjects": [{"type": "photo"}]}, {"text": "après"},
    ]}  # fmt: skip
    entry = {"creationDate": "2026-03-02T08:15:00Z", "richText": json.dumps(rich)}
    reading = read(write("Journal.json", json.dumps({"metadata": {}, "entries": [entry]})))
    (only,) = reading.whole()
    assert (only.new.title, only.new.body) == ("Point", "- un\n- [x] fait bien\navant\naprès")
    assert reading.notices == {Notice.PICTURES: 1}
