"""Room of reading: the Journal, one entry, its history, the trash, the search."""
