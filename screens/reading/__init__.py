"""Reading what was written: the Journal, one entry, its history, the trash, the search."""
