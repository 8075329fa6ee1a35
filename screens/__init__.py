"""Screens: they ask services and show; no SQL, no keys."""

import os

# Textual reads TEXTUAL* while it is imported: some of them write what is on screen to files, open sockets or replay
# keys (SECURITY.md, promise 22). This package is always imported before it.
for _name in [name for name in os.environ if name.upper().startswith("TEXTUAL")]:
    del os.environ[_name]

# A size that a shell once exported is not the terminal's: it would stand for every window, whatever its size becomes.
for _name in ("COLUMNS", "LINES"):
    os.environ.pop(_name, None)
