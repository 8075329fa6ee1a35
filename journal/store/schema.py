"""What the tables alone cannot say: the full-text index, and the triggers that keep it and the months' totals.

Trashed and sealed entries are in no list, no index and no total. A change takes the old row out and then puts the new
one in, within one trigger: the order in which several triggers fire is not defined.
"""

_SHOWN = "{row}.trashed_at IS NULL AND {row}.state <> 'sealed'"
_NEW, _OLD = _SHOWN.format(row="new"), _SHOWN.format(row="old")
_INDEX = f"INSERT INTO entry_text(rowid, title, body) SELECT new.ref, new.title, new.body WHERE {_NEW};"
_UNINDEX = (
    "INSERT INTO entry_text(entry_text, rowid, title, body) "
    f"SELECT 'delete', old.ref, old.title, old.body WHERE {_OLD};"
)
_COUNT = (
    f"INSERT INTO month_total(month, count) SELECT new.month, 1 WHERE {_NEW} "
    "ON CONFLICT(month) DO UPDATE SET count = count + 1;"
)
_UNCOUNT = f"UPDATE month_total SET count = count - 1 WHERE month = old.month AND {_OLD};"  # noqa: S608 -- constants
_ADDED, _REMOVED = "AFTER INSERT ON entry", "AFTER DELETE ON entry"
_REWORDED = (
    "AFTER UPDATE OF title, body, state, trashed_at ON entry WHEN old.title IS NOT new.title "
    "OR old.body IS NOT new.body OR old.state IS NOT new.state OR old.trashed_at IS NOT new.trashed_at"
)
_REDATED = "AFTER UPDATE OF month, state, trashed_at ON entry"

TRIGGERS_AND_INDEX = (
    (
        "CREATE VIRTUAL TABLE entry_text USING fts5(title, body, content='entry', content_rowid='ref', "
        "tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    ),
    f"CREATE TRIGGER entry_text_added {_ADDED} BEGIN {_INDEX} END",
    f"CREATE TRIGGER entry_text_removed {_REMOVED} BEGIN {_UNINDEX} END",
    f"CREATE TRIGGER entry_text_changed {_REWORDED} BEGIN {_UNINDEX} {_INDEX} END",
    f"CREATE TRIGGER month_added {_ADDED} BEGIN {_COUNT} END",
    f"CREATE TRIGGER month_removed {_REMOVED} BEGIN {_UNCOUNT} END",
    f"CREATE TRIGGER month_changed {_REDATED} BEGIN {_UNCOUNT} {_COUNT} END",
)
