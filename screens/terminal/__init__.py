"""The process and its terminal: fatal errors, signals, locking, pasting, a window that vanishes."""
