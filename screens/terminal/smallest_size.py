"""Smallest size of a terminal in which pages are shown; in a smaller one a page says how much room it needs."""

SMALLEST = (60, 20)
"""Columns and rows."""
