"""What the tables alone cannot say: the full-text index, and the triggers that keep it and the months' totals."""

# Trashed and sealed entries are in no list, no index and no total.
_SHOWN = "{row}.trashed_at IS NULL AND {row}.state <> 'sealed'"
_NEW, _OLD = _SHOWN.format(row="new"), _SHOWN.format(row="old")
_TEXT = "title, body, state, trashed_at"
_MONTH = "month, state, trashed_at"
_INDEX = "INSERT INTO entry_text(rowid, title, body) VALUES (new.ref, new.title, new.body);"
_UNINDEX = "INSERT INTO entry_text(entry_text, rowid, title, body) VALUES ('delete', old.ref, old.title, old.body);"
_COUNT = (
    "INSERT INTO month_total(month, count) VALUES (new.month, 1) ON CONFLICT(month) DO UPDATE SET count = count + 1;"
)
_UNCOUNT = "UPDATE month_total SET count = count - 1 WHERE month = old.month;"

TRIGGERS_AND_INDEX = (
    (
        "CREATE VIRTUAL TABLE entry_text USING fts5(title, body, content='entry', content_rowid='ref', "
        "tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    ),
    # A destroyed text must not live on in the index (https://sqlite.org/fts5.html#the_secure_delete_configuration_option)
    "INSERT INTO entry_text(entry_text, rank) VALUES ('secure-delete', 1)",
    f"CREATE TRIGGER entry_text_added AFTER INSERT ON entry WHEN {_NEW} BEGIN {_INDEX} END",
    f"CREATE TRIGGER entry_text_removed AFTER DELETE ON entry WHEN {_OLD} BEGIN {_UNINDEX} END",
    f"CREATE TRIGGER entry_text_changed_from AFTER UPDATE OF {_TEXT} ON entry WHEN {_OLD} BEGIN {_UNINDEX} END",
    f"CREATE TRIGGER entry_text_changed_to AFTER UPDATE OF {_TEXT} ON entry WHEN {_NEW} BEGIN {_INDEX} END",
    f"CREATE TRIGGER month_added AFTER INSERT ON entry WHEN {_NEW} BEGIN {_COUNT} END",
    f"CREATE TRIGGER month_removed AFTER DELETE ON entry WHEN {_OLD} BEGIN {_UNCOUNT} END",
    f"CREATE TRIGGER month_changed_from AFTER UPDATE OF {_MONTH} ON entry WHEN {_OLD} BEGIN {_UNCOUNT} END",
    f"CREATE TRIGGER month_changed_to AFTER UPDATE OF {_MONTH} ON entry WHEN {_NEW} BEGIN {_COUNT} END",
)
