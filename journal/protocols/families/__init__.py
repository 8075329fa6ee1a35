"""The families of follow-ups as data, one file per language, and what reads a text by them."""
