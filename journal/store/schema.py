"""Schema that the tables alone cannot say: the full-text index, and the triggers that keep the months' totals.

Trashed and sealed entries are in no list, no index and no total. A change takes the old row out and then puts the new
one in, within one trigger: the order in which several triggers fire is not defined.
"""

_SHOWN = "{row}.trashed_at IS NULL AND {row}.state <> 'sealed'"
_NEW, _OLD = _SHOWN.format(row="new"), _SHOWN.format(row="old")
_COUNT = (
    f"INSERT INTO month_total(month, count) SELECT new.month, 1 WHERE {_NEW} "
    "ON CONFLICT(month) DO UPDATE SET count = count + 1;"
)
_UNCOUNT = f"UPDATE month_total SET count = count - 1 WHERE month = old.month AND {_OLD};"  # noqa: S608 -- constants

# The index keeps no text: search_index.py hands it words that are folded already and parted by spaces, so that the
# plainest tokenizer does.
INDEX = (
    "CREATE VIRTUAL TABLE entry_text USING fts5(title, tags, people, body, content='', contentless_delete=1, "
    "tokenize='ascii', prefix='2 3')"
)
TRIGGERS_AND_INDEX = (
    INDEX,
    f"CREATE TRIGGER month_added AFTER INSERT ON entry BEGIN {_COUNT} END",
    f"CREATE TRIGGER month_removed AFTER DELETE ON entry BEGIN {_UNCOUNT} END",
    f"CREATE TRIGGER month_changed AFTER UPDATE OF month, state, trashed_at ON entry BEGIN {_UNCOUNT} {_COUNT} END",
)
